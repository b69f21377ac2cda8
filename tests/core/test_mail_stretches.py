"""Whose words are whose: every mail program's way of quoting, and what must never be trimmed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mailbot.core.mail.message import Mail, Part
from mailbot.core.mail.reader import parse

CORPUS = Path(__file__).parent.parent / "mails" / "corpus"
OURS = "Beste Anna,\n\nEr is een plaats vrijgekomen. Wil je de plaats hebben? Antwoord dan met JA.\n\nPartos"
PREFIXED = "\n".join(f"> {line}" for line in OURS.split("\n"))
ANSWER = "Ja, ik kom graag."


def mail(
    text: str, *, html: bool = False, subject: str = "Re: Plaats vrijgekomen", name: str = "Anna Bakker"
) -> Mail:
    kind = "html" if html else "plain"
    head = (
        f"From: {name} <anna@voorbeeld.example>\nSubject: {subject}\nDate: Mon, 8 Jan 2018 10:00:00 +0100\n"
        f"MIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return parse((head + text).encode())


HEADINGS = {
    "Gmail nl": "Op ma 8 jan. 2018 om 09:30 schreef Partos <info@partos.example>:",
    "Gmail nl, older": "Op 8 januari 2018 09:30 schreef Partos <info@partos.example>:",
    "Gmail en": "On Mon, Jan 8, 2018 at 9:30 AM Partos <info@partos.example> wrote:",
    "Gmail en, wrapped": (
        "On Mon, Jan 8, 2018 at 9:30 AM Partos, vereniging voor samenwerking <\ninfo@partos.example> wrote:"
    ),
    "Gmail de": "Am Mo., 8. Jan. 2018 um 09:30 Uhr schrieb Partos <info@partos.example>:",
    "Gmail fr": "Le lun. 8 janv. 2018 à 09:30, Partos <info@partos.example> a écrit :",
    "Apple Mail nl": ("Op 8 jan. 2018, om 09:30 heeft Partos <info@partos.example> het volgende geschreven:"),
    "Apple Mail en": "On 8 Jan 2018, at 09:30, Partos <info@partos.example> wrote:",
    "Apple Mail de": "Am 08.01.2018 um 09:30 schrieb Partos <info@partos.example>:",
    "Apple Mail fr": "Le 8 janv. 2018 à 09:30, Partos <info@partos.example> a écrit :",
    "Thunderbird nl": "Op 8-1-2018 om 09:30 schreef Partos:",
    "Thunderbird en": "On 08/01/2018 09:30, Partos wrote:",
    "Thunderbird de": "Am 08.01.18 um 09:30 schrieb Partos:",
    "Thunderbird fr": "Le 08/01/2018 à 09:30, Partos a écrit :",
    "Roundcube nl": "Partos schreef op 2018-01-08 09:30:",
    "Roundcube en": "On 2018-01-08 09:30, Partos wrote:",
    "mutt": "On Mon, Jan 08, 2018 at 09:30:00AM +0100, Partos wrote:",
    "a language nobody here reads": "Partos <info@partos.example> kirjoitti 8.1.2018 kello 9.30:",
}


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS.keys())
def test_an_answer_above_lines_with_angles(heading: str) -> None:
    read = mail(f"{ANSWER}\n\n{heading}\n\n{PREFIXED}\n")
    assert read.new.strip() == ANSWER
    assert "JA" in read.part(Part.QUOTED)
    assert heading.split("\n", maxsplit=1)[0] in read.part(Part.QUOTED)


@pytest.mark.parametrize("heading", HEADINGS.values(), ids=HEADINGS.keys())
def test_an_answer_below_lines_with_angles(heading: str) -> None:
    read = mail(f"{heading}\n{PREFIXED}\n\n{ANSWER}\n")
    assert read.new.strip() == ANSWER


BLOCKS = {
    "Outlook nl": (
        "Van: Partos <info@partos.example>\nVerzonden: maandag 8 januari 2018"
        " 09:30\nAan: Anna\nOnderwerp: Plaats"
    ),
    "Outlook en": (
        "From: Partos <info@partos.example>\nSent: Monday 8 January 2018 09:30\nTo: Anna\nSubject: A seat"
    ),
    "Outlook de": (
        "Von: Partos <info@partos.example>\nGesendet: Montag, 8. Januar 2018 09:30\nAn:"
        " Anna\nBetreff: Ein Platz"
    ),
    "Outlook fr": (
        "De : Partos <info@partos.example>\nEnvoyé : lundi 8 janvier 2018 09:30\nÀ : Anna\nObjet : Une place"
    ),
    "Outlook, bold": (
        "*From:* Partos <info@partos.example>\n*Sent:* Monday 8 January 2018"
        " 09:30\n*To:* Anna\n*Subject:* A seat"
    ),
    "Outlook with Cc": (
        "Van: Partos\nVerzonden: maandag 8 januari 2018 09:30\nAan: Anna\nCC: Bert; Cor\nOnderwerp: Plaats"
    ),
    "Outlook on the web": (
        "________________________________\nVan: Partos <info@partos.example>\nVerzonden:"
        " maandag 8 januari 2018\nAan: Anna\nOnderwerp: Plaats"
    ),
    "Outlook on telephones": (
        "________________________________Van: Partos <info@partos.example>\nVerzonden:"
        " maandag 8 januari 2018\nAan: Anna\nOnderwerp: Plaats"
    ),
    "Outlook for Mac": (
        "Van: Partos <info@partos.example>\nDatum: maandag 8 januari 2018 om 09:30\nAan:"
        " Anna\nOnderwerp: Plaats"
    ),
    "Outlook 2003": (
        "-----Oorspronkelijk bericht-----\nVan: Partos"
        " [mailto:info@partos.example]\nVerzonden: maandag 8 januari 2018\nAan:"
        " Anna\nOnderwerp: Plaats"
    ),
    "Original Message": ("-----Original Message-----\nFrom: Partos\nSent: Monday\nTo: Anna\nSubject: A seat"),
    "Ursprüngliche Nachricht": "-----Ursprüngliche Nachricht-----\nVon: Partos\nGesendet: Montag",
    "Message d'origine": "-----Message d'origine-----\nDe : Partos\nEnvoyé : lundi",
    "Samsung": (
        "-------- Oorspronkelijk bericht --------\nVan: Partos"
        " <info@partos.example>\nDatum: 08-01-18 09:30\nAan: Anna"
    ),
    "Proton": (
        "------- Original Message -------\nOn Monday, January 8th, 2018 at 9:30 AM,"
        " Partos <info@partos.example> wrote:"
    ),
    "Yahoo": ("    On Monday, January 8, 2018, 9:30:00 AM GMT+1, Partos <info@partos.example> wrote:"),
    "Lotus Notes": (
        "Van:       Partos <info@partos.example>\nAan:       Anna\nDatum:     08-01-2018"
        " 09:30\nOnderwerp: Plaats"
    ),
    "Lotus Notes, reply line": "-----Partos <info@partos.example> schreef: -----\nAan: Anna\nVan: Partos",
    "GroupWise": ">>> Partos <info@partos.example> 08.01.2018 09:30 >>>",
    "Zimbra": (
        '----- Oorspronkelijk bericht -----\nVan: "Partos" <info@partos.example>\nAan:'
        ' "Anna"\nVerzonden: Maandag 8 januari'
    ),
    "GMX": (
        'Gesendet: Montag, 08. Januar 2018 um 09:30 Uhr\nVon: "Partos"'
        " <info@partos.example>\nAn: anna@voorbeeld.example\nBetreff: Plaats"
    ),
    "Outlook blank lines between": (
        "From: Partos <info@partos.example>\n\nSent: Monday 8 January 2018\n\nTo: Anna\n\nSubject: A seat"
    ),
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_an_answer_above_a_bare_quote(block: str) -> None:
    read = mail(f"{ANSWER}\n\n{block}\n\n{OURS}\n")
    assert read.new.strip() == ANSWER
    assert "JA" in read.part(Part.QUOTED)
    assert not read.defects


FORWARDS = {
    "Gmail": (
        "---------- Forwarded message ---------\nVan: Partos"
        " <info@partos.example>\nDate: ma 8 jan. 2018\nSubject: Plaats\nTo: Anna"
    ),
    "Gmail nl": "---------- Doorgestuurd bericht ----------\nVan: Partos\nDatum: 8 januari 2018",
    "Apple nl": "Begin doorgestuurd bericht:\n\nVan: Partos\nOnderwerp: Plaats",
    "Apple en": "Begin forwarded message:\n\n> From: Partos\n> Subject: A seat",
    "Apple de": "Anfang der weitergeleiteten Nachricht:\n\nVon: Partos",
    "Apple fr": "Début du message réexpédié :\n\nDe: Partos",
    "Thunderbird": (
        "-------- Doorgestuurd bericht --------\nOnderwerp: Plaats\nDatum: Mon, 8 Jan 2018\nVan: Partos"
    ),
    "Thunderbird fr": "-------- Message transféré --------\nSujet : Une place",
}


@pytest.mark.parametrize("block", FORWARDS.values(), ids=FORWARDS.keys())
def test_a_mail_passed_on_is_no_word_of_the_sender(block: str) -> None:
    read = mail(f"{ANSWER}\n\n{block}\n\n{OURS}\n", subject="Fwd: Plaats vrijgekomen")
    assert read.new.strip() == ANSWER
    assert "JA" in read.part(Part.FORWARDED)


def test_outlook_forwards_are_told_by_their_subject() -> None:
    read = mail(f"{ANSWER}\n\n{BLOCKS['Outlook nl']}\n\n{OURS}\n", subject="FW: Plaats")
    assert "JA" in read.part(Part.FORWARDED)


def test_answers_between_the_quoted_lines_stay_new() -> None:
    read = mail(
        "Op 8-1-2018 om 09:30 schreef Partos:\n> Kom je?\nJa, graag.\n> Met"
        " hoeveel?\n\nMet zijn tweeën.\n\n> Wil je eten?\nNee."
    )
    assert [line for line in read.new.splitlines() if line] == ["Ja, graag.", "Met zijn tweeën.", "Nee."]


HTML_QUOTES = {
    "Gmail": (
        '<div dir="ltr">{a}</div><br><div class="gmail_quote"><div dir="ltr"'
        ' class="gmail_attr">Op 8 jan. 2018 schreef Partos:<br></div><blockquote'
        ' class="gmail_quote">{q}</blockquote></div>'
    ),
    "Apple Mail": (
        '<div>{a}</div><div><br><blockquote type="cite"><div>On 8 Jan 2018, at 09:30,'
        " Partos wrote:</div><div>{q}</div></blockquote></div>"
    ),
    "Thunderbird": (
        '<p>{a}</p><div class="moz-cite-prefix">Op 8-1-2018 om 09:30 schreef'
        ' Partos:<br></div><blockquote type="cite" cite="mid:x">{q}</blockquote>'
    ),
    "Outlook desktop": (
        "<div class=WordSection1><p class=MsoNormal>{a}</p><div><div"
        ' style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm'
        ' 0cm"><p><b>Van:</b> Partos</p></div></div><p>{q}</p></div>'
    ),
    "Outlook on the web": (
        '<div>{a}</div><hr style="width:98%"><div id="divRplyFwdMsg"><b>Van:</b>'
        " Partos<br><b>Onderwerp:</b> x</div><div>{q}</div>"
    ),
    "Outlook appendonsend": '<div>{a}</div><div id="appendonsend"></div><div>{q}</div>',
    "Outlook on a telephone": (
        '<div>{a}</div><div class="ms-outlook-mobile-reference-message"></div><div>{q}</div>'
    ),
    "Yahoo": (
        '<div>{a}</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Le lundi 8'
        " janvier, Partos a écrit :</div><div>{q}</div></div>"
    ),
    "Proton": (
        '<div>{a}</div><div class="protonmail_quote">On Monday, January 8th, 2018,'
        ' Partos wrote:<br><blockquote class="protonmail_quote"'
        ' type="cite">{q}</blockquote></div>'
    ),
    "Zimbra": (
        '<div>{a}</div><hr id="zwchr" data-marker="__DIVIDER__"><div'
        ' data-marker="__HEADERS__"><b>Van: </b>Partos</div><div'
        ' data-marker="__QUOTED_TEXT__">{q}</div>'
    ),
    "GMX": (
        '<div>{a}</div><div name="quote"><div><b>Gesendet:</b> Montag<br><b>Von:</b>'
        ' Partos</div><div name="quoted-content">{q}</div></div>'
    ),
}


@pytest.mark.parametrize("form", HTML_QUOTES.values(), ids=HTML_QUOTES.keys())
def test_what_the_markup_says_is_quoted(form: str) -> None:
    read = mail(form.format(a=ANSWER, q="Wil je de plaats hebben? Antwoord dan met JA."), html=True)
    assert read.html_only
    assert read.new.strip() == ANSWER
    assert "JA" in read.part(Part.QUOTED)


def test_answers_inside_a_gmail_quote_stay_new() -> None:
    quoted = '<blockquote class="gmail_quote">{}</blockquote>'
    read = mail(
        f'<div class="gmail_quote">{quoted.format("Kom je?")}<div>Ja, graag.</div>'
        f"{quoted.format('Met hoeveel?')}<div>Vier.</div></div>",
        html=True,
    )
    assert read.new.split() == ["Ja,", "graag.", "Vier."]


@pytest.mark.parametrize(
    "last",
    [
        "Met vriendelijke groet,\nAnna Bakker\nStichting Voorbeeld\n06 - 555 123 45",
        "Groetjes, Anna",
        "Mvg Anna",
        "Kind regards,\n\nAnna Bakker\nDirector | Example Foundation",
        "Mit freundlichen Grüßen\ni. A. Anna Bakker",
        "Bien cordialement,\nAnna Bakker",
        "Alvast bedankt,\nAnna",
        "-- \nAnna Bakker\nwww.voorbeeld.example",
        "Anna Bakker\n06 - 555 123 45",
    ],
)
def test_a_signature_is_not_the_message(last: str) -> None:
    read = mail(f"Beste Partos,\n\n{ANSWER}\n\n{last}\n")
    assert read.new.strip() == f"Beste Partos,\n\n{ANSWER}"
    assert last.rsplit("\n", maxsplit=1)[-1] in read.part(Part.SIGNATURE)


@pytest.mark.parametrize(
    "line",
    [
        "Verstuurd vanaf mijn iPhone",
        "Verzonden vanaf mijn Samsung Galaxy-smartphone.",
        "Sent from my iPad",
        "Sent from Outlook for Android",
        "Get Outlook for iOS<https://aka.example/x>",
        "Outlook voor iOS downloaden<https://aka.example/x>",
        "Verzonden vanuit Mail voor Windows 10",
        "Von meinem iPhone gesendet",
        "Gesendet von meinem Samsung Galaxy Smartphone.",
        "Envoyé de mon iPhone",
        "Envoyé depuis mon smartphone Samsung Galaxy.",
        "Sent with Proton Mail secure email.",
    ],
)
def test_the_line_of_a_telephone_is_a_footer(line: str) -> None:
    read = mail(f"{ANSWER}\n\n{line}\n")
    assert read.new.strip() == ANSWER
    assert read.part(Part.FOOTER).strip() == line


NEVER_TRIMMED = {
    "a postscript under the name": ("Groet,\nAnna\n\nPS Mijn collega Bert komt ook.", "Bert"),
    "a postscript with dots": ("Groet,\nAnna\n\nP.S. Mijn collega Bert komt ook.", "Bert"),
    "a postscript under the delimiter": ("Groet\n\n-- \nAnna\n\nPS: Bert komt ook.", "Bert"),
    "a question under the name": ("Groet,\nAnna\n\nKan Bert ook mee?", "Bert"),
    "a sentence under the name": (
        "Groet,\nAnna\n\nIk vergat nog te zeggen dat mijn collega Bert ook meekomt.",
        "Bert",
    ),
    "a numbered list": (
        ("Graag inschrijven:\n\n1. Anna Bakker\n2. Bert Cornelissen\n3. Cor Dekker\n\nGroet,\nAnna"),
        "Cor Dekker",
    ),
    "a list under the closing": ("Groet,\n\n1. Anna Bakker\n2. Bert Cornelissen", "Bert"),
    "names on lines at the end": ("Wij willen ons graag aanmelden.\n\nAnna Bakker\nBert Cornelissen", "Bert"),
    "a table of tabs": (
        ("Deelnemers:\n\nNaam\tE-mail\nAnna\ta@x.example\nBert\tb@x.example\n\nGroet,\nAnna"),
        "b@x.example",
    ),
    "a line of dashes": (
        "Deelnemers:\n----------\nAnna Bakker\nBert Cornelissen\n----------\nGroet, Anna",
        "Bert",
    ),
    "thanks at the top": (
        ("Dank!\n\nEén ding nog: zet Bert ook op de lijst, hij komt mee naar de bijeenkomst.\n\nGroet, Anna"),
        "Bert",
    ),
    "an agenda with From and To": ("From: 14.30\nTo: 18.00\nSubject: advocacy\n\nBert komt ook.", "Bert"),
    "a form's fields": (
        ("Naam: Bert\nE-mail: b@x.example\nOnderwerp: aanmelden\n\nBericht:\nBert komt graag."),
        "graag",
    ),
    "a form that says From and Subject": (
        "From: Bert <b@x.example>\nSubject: aanmelden\n\nMessage Body:\nBert komt graag.",
        "graag",
    ),
    "On, at the start of a sentence": (
        "On Monday Bert wrote to me about 18 January and he comes too.",
        "Bert",
    ),
    "the word confidential": ("Mijn adres is vertrouwelijk. Bert komt ook.", "Bert"),
    "a long letter under a rule": (
        "Hallo\n--\n" + "\n".join(f"Regel {n} over Bert" for n in range(20)),
        "Regel 19",
    ),
}


@pytest.mark.parametrize(("text", "kept"), NEVER_TRIMMED.values(), ids=NEVER_TRIMMED.keys())
def test_what_matters_is_never_trimmed(text: str, kept: str) -> None:
    assert kept in mail(f"Beste Partos,\n\n{text}\n", subject="Aanmelding").new


@pytest.mark.parametrize(
    "banner",
    [
        "[EXTERNAL]",
        "[EXTERN]",
        (
            "CAUTION: This email originated from outside of the organization. Do not click"
            " links unless you know the sender."
        ),
        (
            "Let op: deze mail komt van buiten onze organisatie.\nKlik niet op bijlagen of"
            " links als u de afzender niet kent."
        ),
        "VORSICHT: Diese E-Mail kommt von außerhalb der Organisation.",
        "ATTENTION : ce message provient de l'extérieur de l'organisation.",
        "You don't often get email from info@partos.example. Learn why this is important",
        (
            "U ontvangt niet vaak e-mail van info@partos.example. Meer informatie over"
            " waarom dit belangrijk is"
        ),
    ],
)
def test_a_banner_is_a_footer_at_the_top(banner: str) -> None:
    read = mail(f"{banner}\n\n{ANSWER}\n")
    assert read.new.strip() == ANSWER
    assert banner.rsplit("\n", maxsplit=1)[-1] in read.part(Part.FOOTER)


def test_a_disclaimer_is_a_footer() -> None:
    said = "Dit bericht is uitsluitend bestemd voor de geadresseerde."
    read = mail(f"{ANSWER}\n\nGroet,\nAnna\n\n{said}\n")
    assert said in read.part(Part.FOOTER)
    assert said not in read.new


def test_nothing_but_a_quote_is_told() -> None:
    assert "trimmed-empty" in mail(f"{BLOCKS['Outlook nl']}\n\n{OURS}\n").defects
    assert "trimmed-empty" in mail(f"{FORWARDS['Gmail']}\n\n{OURS}\n").defects


@pytest.mark.parametrize(
    "word", ["Zie mijn antwoorden hieronder in rood.", "See my answers below in red.", "Beste Partos,"]
)
def test_answers_that_may_stand_in_a_bare_quote_are_told(word: str) -> None:
    assert "trimmed-doubtful" in mail(f"{word}\n\n{BLOCKS['Outlook nl']}\n\n{OURS}\n").defects


def test_a_plain_yes_is_not_doubtful() -> None:
    assert mail(f"ja\n\n{BLOCKS['Outlook nl']}\n\n{OURS}\n").defects == ()


def test_signed_text_is_unwrapped() -> None:
    read = mail(
        f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{ANSWER}\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n=abcd\n-----END PGP SIGNATURE-----\n"
    )
    assert read.new.strip() == ANSWER


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.eml")), ids=lambda path: path.stem)
def test_the_corpus_keeps_the_words_of_its_senders(path: Path) -> None:
    label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    read = parse(path.read_bytes())
    assert read.sender is not None
    assert not [defect for defect in read.defects if defect.startswith("trimmed")]
    if label["intent"] == "ignore":
        return
    own = f"{read.subject} {read.part(Part.NEW, Part.SIGNATURE)} {read.sender.name} {read.sender.email}"
    own += " ".join(f"{one.name} {one.email}" for one in read.cc) + str([a.text for a in read.attachments])
    for attendee in label["attendees"]:
        last = (attendee["name"] or "").split()[-1:]
        assert all(word.casefold() in (own + read.text).casefold() for word in last)
    assert any(map(str.isalnum, read.new)) or not any(
        map(str.isalnum, read.part(Part.QUOTED, Part.FORWARDED))
    )


@pytest.mark.parametrize(
    "disclaimer",
    [
        "____\nThis communication is intended for the addressee only. If you are not an intended recipient, "
        "please cancel it from your system.",
        "Diese Nachricht ist ausschließlich für den Empfänger bestimmt. Andernfalls bitte stornieren.",
        "Ce message peut être confidentiel. S'il vous est parvenu par erreur, annulez toute diffusion.",
        "Indien u niet de bedoelde ontvanger bent, wordt u verzocht dit bericht te annuleren.",
    ],
)
def test_a_disclaimer_cancels_nothing(disclaimer: str) -> None:
    read = mail(f"{ANSWER}\n\nAnna Bakker\n\n{disclaimer}\n", subject="Meet Up")
    assert not any(word in read.new for word in ("cancel", "stornieren", "annul"))


def test_a_banner_in_one_line_is_no_word_of_the_sender() -> None:
    banner = "[EXTERN] Deze e-mail is afkomstig van buiten de organisatie. Klik niet op koppelingen."
    assert mail(f"{banner}\n\n{ANSWER}\n", subject="Meet Up").new.strip() == ANSWER
