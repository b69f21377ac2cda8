"""The templates of the house, and the mistakes a person makes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mailbot.core.writing import TemplateMistake, Templates, check, render
from mailbot.core.writing.letter import LetterKind
from mailbot.edges.templates import NoTemplates, load
from tests.core.test_writing import HOUSE, ID, NOW, letter

OURS = load(None)


def with_file(name: str, source: str) -> Templates:
    return Templates({**OURS.sources, name: source})


def without(name: str) -> Templates:
    return Templates({key: value for key, value in OURS.sources.items() if key != name})


def test_our_own_templates_are_right() -> None:
    assert check(OURS, HOUSE) == []


@pytest.mark.parametrize("lang", OURS.languages)
def test_every_language_has_every_letter(lang: str) -> None:
    files = {name.removeprefix(f"{lang}/") for name in OURS.sources if name.startswith(f"{lang}/")}
    assert files == {f"{kind}.txt" for kind in LetterKind} | {"words.toml"}


@pytest.mark.parametrize("lang", OURS.languages)
def test_every_language_has_the_same_words(lang: str) -> None:
    def keys(table: object, path: str = "") -> set[str]:
        if not isinstance(table, dict):
            return {path}
        return {key for name, value in table.items() for key in keys(value, f"{path}.{name}")}

    assert keys(OURS.words(lang).table) == keys(OURS.words("en").table)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        pytest.param("Subject: Hoi\n\n{{ greting }}\n", "line 3: ", id="an unknown name"),
        pytest.param("Subject: Hoi\n\n{% if code %}\n", "line 3: ", id="an if without its end"),
        pytest.param(
            "Subject: Hoi\n{% if 1 > 2 %}\n{{ nowhere }}\n{% endif %}\n", "line 3: ", id="a branch not taken"
        ),
        pytest.param("Hoi\n\n{{ greeting }}\n", "line 1: ", id="no subject"),
        pytest.param("Subject: \n\n{{ greeting }}\n", "line 1: ", id="an empty subject"),
        pytest.param(
            "Subject: Hoi\n{{ greeting.__class__.__mro__ }}\n", "line 2: ", id="a way out of the sandbox"
        ),
        pytest.param(
            "Subject: Hoi\n{% for i in range(10) %}{% endfor %}\n", "line 2: ", id="an endless loop"
        ),
        pytest.param("Subject: Hoi\n{{ 'x' * 9999999999 }}\n", "line 2: ", id="endless text"),
        pytest.param("Subject: Hoi\n{{ 9 ** 9 ** 9 }}\n", "line 2: ", id="endless arithmetic"),
        pytest.param("Subject: Hoi\n{{ 1 // 0 }}\n", "line 2: ", id="an impossible sum"),
        pytest.param("Subject: Hoi\n{% include 'nl/none.txt' %}\n", "line 2: ", id="a file that isn't there"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(source: str, said: str) -> None:
    broken = with_file("nl/confirmed.txt", source)
    mistakes = check(broken, HOUSE)
    assert mistakes
    assert all(mistake.startswith(f"templates/nl/confirmed.txt, {said}") for mistake in mistakes)


def test_a_letter_with_a_broken_template_is_a_mistake_and_nothing_else() -> None:
    broken = with_file("nl/confirmed.txt", "Subject: Hoi\n\n{{ 1 // 0 }}\n")
    with pytest.raises(TemplateMistake) as caught:
        render(letter(), HOUSE, broken, message_id=ID, date=NOW)
    assert (caught.value.template, caught.value.line) == ("templates/nl/confirmed.txt", 3)


def test_a_template_that_writes_without_end_is_stopped() -> None:
    many = "{% for a in w %}{% for b in w %}" + 100 * "x" + "{% endfor %}{% endfor %}"
    source = (
        "Subject: Hoi\n{% set w = 'a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,z,1,2,3,4' %}\n" + many
    )
    with pytest.raises(TemplateMistake, match="200,000"):
        render(letter(), HOUSE, with_file("nl/confirmed.txt", source), message_id=ID, date=NOW)


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.mark.parametrize(
    "endless",
    [
        pytest.param(
            f"{{% set w = '{LETTERS}' %}}"
            + "".join(f"{{% for {name} in w %}}" for name in "abcd")
            + 4 * "{% endfor %}",
            id="loops in loops that write nothing",
        ),
        pytest.param(
            "{% macro twice(n) %}{% if n %}{{ twice(n - 1) }}{{ twice(n - 1) }}{% endif %}{% endmacro %}"
            "{{ twice(16) }}",
            id="a macro that calls itself twice",
        ),
        pytest.param(
            "{% set n = (n if n is defined else 16) - 1 %}"
            "{% if n %}{% include 'nl/confirmed.txt' %}{% include 'nl/confirmed.txt' %}{% endif %}",
            id="a file that holds itself twice",
        ),
    ],
)
def test_a_template_that_runs_without_end_is_stopped(endless: str) -> None:
    broken = with_file("nl/confirmed.txt", "{% if n is not defined %}Subject: Hoi\n{% endif %}" + endless)
    with pytest.raises(TemplateMistake, match="20,000 steps"):
        render(letter(), HOUSE, broken, message_id=ID, date=NOW)


def test_one_letters_steps_are_not_the_next_ones() -> None:
    hundred = f"'{100 * 'x'}'"
    long = f"{{% for a in {hundred} %}}{{% for b in {hundred} %}}{{% endfor %}}{{% endfor %}}"
    own = with_file("nl/confirmed.txt", f"Subject: Hoi\n{long}x\n")
    for _ in range(3):
        render(letter(), HOUSE, own, message_id=ID, date=NOW)


def test_a_loop_still_knows_where_it_is() -> None:
    one = "{{ loop.index }}/{{ loop.length }}{{ '' if loop.last else ', ' }}"
    own = with_file("nl/confirmed.txt", f"Subject: Hoi\n{{% for a in 'xyz' %}}{one}{{% endfor %}}\n")
    assert b"1/3, 2/3, 3/3" in render(letter(), HOUSE, own, message_id=ID, date=NOW)


@pytest.mark.parametrize(
    ("name", "right", "wrong", "said"),
    [
        pytest.param(
            "shared/digest.html",
            "{{ footer }}",
            "{% if troubles and not troubles %}{{ foter }}{% endif %}",
            "“foter” is not known here",
            id="an unknown name in a branch not taken",
        ),
        pytest.param("shared/digest.html", "{{ row[1] }}", "{{ 1 // 0 }}", "ZeroDivisionError", id="a sum"),
        pytest.param("shared/digest.html", "{% if quiet %}", "{% if quiet", "", id="not valid"),
        pytest.param(
            "fr/words.toml",
            "\nquiet = ",
            "\nquit = ",
            "“digest.quiet” is missing",
            id="a word of a quiet day",
        ),
        pytest.param(
            "fr/words.toml", "\nmore = ", "\nmor = ", "“digest.more” is missing", id="of a long list"
        ),
        pytest.param("fr/words.toml", "\npaid = ", "\npai = ", "“digest.paid” is missing", id="of a list"),
        pytest.param(
            "fr/words.toml", "{taken} places", "{token} places", "“digest.s", id="a placeholder nobody fills"
        ),
    ],
)
def test_a_mistake_in_the_digest_is_named(name: str, right: str, wrong: str, said: str) -> None:
    source = OURS.sources[name]
    assert right in source
    mistakes = check(with_file(name, source.replace(right, wrong)), HOUSE)
    assert mistakes
    assert all(mistake.startswith(f"templates/{name}") and said in mistake for mistake in mistakes)


def test_a_missing_digest_is_named() -> None:
    assert check(without("shared/digest.html"), HOUSE) == [
        "templates/shared/digest.html: the file is missing"
    ]


def test_a_missing_letter_is_named() -> None:
    assert check(without("nl/over.txt"), HOUSE) == ["templates/nl/over.txt: the file is missing"]


def test_a_missing_layout_is_named() -> None:
    assert check(without("shared/letter.html"), HOUSE) == [
        "templates/shared/letter.html: the file is missing"
    ]


def test_a_mistake_in_the_layout_is_named_with_its_line() -> None:
    page = OURS.sources["shared/letter.html"].replace("{{ preview }}", "{{ prevue }}")
    line = page[: page.index("prevue")].count("\n") + 1
    assert check(with_file("shared/letter.html", page), HOUSE) == [
        f"templates/shared/letter.html, line {line}: 'prevue' is undefined"
    ]


def test_a_missing_word_is_named() -> None:
    words = OURS.sources["nl/words.toml"].replace('code = "', 'cod = "')
    assert check(with_file("nl/words.toml", words), HOUSE) == [
        "templates/nl/words.toml: “labels.code” is missing"
    ]


def test_words_that_are_not_toml_are_named_with_their_line() -> None:
    (mistake,) = check(with_file("nl/words.toml", "[date]\nform = donderdag\n"), HOUSE)
    assert mistake.startswith("templates/nl/words.toml, line 2: ")


def test_a_folder_of_ones_own_is_read(tmp_path: Path) -> None:
    for name, source in OURS.sources.items():
        (tmp_path / "brieven" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "brieven" / name).write_text(source, encoding="utf-8")
    (tmp_path / "brieven" / "nl" / "over.txt").write_text("Hoi\n", encoding="utf-8")
    own = load(tmp_path / "brieven")
    assert own.languages == OURS.languages
    assert check(own, HOUSE) == ["brieven/nl/over.txt, line 1: the first line must be “Subject: …”"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoTemplates, match="is not a folder"):
        load(tmp_path / "none")


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "over.txt").write_bytes(b"caf\xe9")
    with pytest.raises(NoTemplates, match=r"over\.txt"):
        load(tmp_path)
