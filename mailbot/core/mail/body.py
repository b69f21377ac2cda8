"""The words of a mail: which parts are its text, which are attachments, what a report is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message

from mailbot.core.mail import limits
from mailbot.core.mail.charset import clean_line, clean_text, decoded
from mailbot.core.mail.headers import decode_words, identifiers, raw_headers
from mailbot.core.mail.markup import FORWARD_BEGINS, FORWARD_ENDS, is_simple, tabled_lines, text_of
from mailbot.core.mail.message import Attachment
from mailbot.core.mail.mime import Entity, content_of, entity, raw_payload

_READ_AS_TEXT = {
    "text/vcard",
    "text/x-vcard",
    "text/directory",
    "text/calendar",
    "application/ics",
    "message/delivery-status",
    "message/disposition-notification",
    "message/feedback-report",
    "message/global-delivery-status",
}
_FORWARDED_HEADERS = ("from", "date", "to", "subject")
# What senders put in a text part that nobody is meant to read.
_STUB = re.compile(
    r"html|view .{0,40}browser|in (?:je|uw|your|ihrem|votre) browser|online version|webversie|"
    r"im browser|en ligne|(?:does not|doesn't|cannot|can't) (?:support|display|show)",
    re.IGNORECASE,
)
_STUB_LENGTH = 300
_TABLE_ROWS = 3
_SHORT_HTML = limits.TEXT // 8
_PASTED_ID = re.compile(r"(?im)^[> \t|]{0,8}message-id:[ \t]{0,8}\n?[ \t]{0,8}(<[^<>\s]{1,900}>)")
_LOOKS_LIKE_HTML = re.compile(r"\s*(?:<!doctype html|<html\b|<\?xml[^>]{0,80}>\s*<html\b)", re.IGNORECASE)
_RICH_TAG = re.compile(r"<[^<>]{1,80}>")


@dataclass(slots=True)
class Body:
    """What the walk over the parts has found; ``text`` still carries the marks of ``markup``."""

    text: str = ""
    html_only: bool = False
    attachments: list[Attachment] = field(default_factory=list)
    reported_ids: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    defects: list[str]
    body: Body = field(default_factory=Body)
    parts: int = 0
    written: int = 0  # characters of text so far, of alternatives both
    from_html: bool = False
    from_plain: bool = False


def read_body(message: Message, defects: list[str]) -> Body:
    """The text of the whole mail, of its best parts in their order, and what else it carries."""
    walk = _Walk(defects)
    whole = entity(message)
    text = _text(whole, walk, 0)
    body = walk.body
    if not text.strip():
        text = _only_attached_text(whole, walk)
    if len(text) > limits.TEXT:
        defects.append("text-cut")
        text = text[: limits.TEXT]
    body.text = text
    body.html_only = walk.from_html and not walk.from_plain
    if whole.type == "multipart/report" or not body.reported_ids:
        body.reported_ids += _PASTED_ID.findall(text)
    body.reported_ids = list(
        dict.fromkeys(one for raw in body.reported_ids[: limits.REFERENCES] for one in identifiers(raw))
    )
    if not text.strip() and any(a.type == "application/ms-tnef" for a in body.attachments):
        defects.append("winmail-only")
    return body


def _text(part: Entity, walk: _Walk, depth: int) -> str:
    """The text of one part and what is below it; attachments go to the walk."""
    if depth > limits.DEPTH:
        walk.defects.append("mime-too-deep")
        return ""
    if part.type.startswith("multipart/"):
        if part.type == "multipart/encrypted":
            walk.defects.append("encrypted")
        return _several(part, walk, depth)
    walk.parts += 1
    if walk.parts > limits.PARTS:
        if walk.parts == limits.PARTS + 1:
            walk.defects.append("parts-cut")
        return ""
    if part.type in {"message/rfc822", "message/global", "message/news"}:
        return _forwarded(part, walk, depth)
    if part.type in {"text/rfc822-headers", "message/rfc822-headers"}:
        walk.body.reported_ids += _PASTED_ID.findall(_leaf_text(part, walk, limits.ATTACHMENT_TEXT))
        return ""
    if part.type in _READ_AS_TEXT:
        return _attach(part, walk, readable=True)
    if part.type.startswith("text/") and part.disposition != "attachment" and not part.name:
        return _own_text(part, walk)
    if part.type in {"application/pkcs7-mime", "application/x-pkcs7-mime"}:
        walk.defects.append("encrypted")
    return _attach(part, walk, readable=False)


def _several(part: Entity, walk: _Walk, depth: int) -> str:
    if not part.children:  # a boundary that never comes: what stands there is text
        walk.defects.append("multipart-broken")
        return clean_text(decoded(raw_payload(part.message)[: limits.TEXT], None)[0])
    default = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
    children = [entity(child, default) for child in part.children]
    if part.type == "multipart/alternative":
        return _best(children, walk, depth)
    texts: list[str] = []
    said: list[str] = []
    for index, child in enumerate(children):
        if part.type == "multipart/report" and index and child.type == "message/rfc822":
            _report(child, walk)
            continue
        text = _text(child, walk, depth + 1)
        words = _letters(text)
        if text.strip() and not _said_already(words, said):
            texts.append(text)
            said.append(words)
    return "\n\n".join(texts)


def _best(children: list[Entity], walk: _Walk, depth: int) -> str:
    """Plain text, unless it is a stub or HTML alone keeps the rows of a table together.

    Outlook writes a table into its plain text one cell a line. Corpus: 047-tabel-vijf-personen.
    """
    plain = rich = ""
    before = walk.from_html, walk.from_plain
    for child in children:
        walk.from_html = walk.from_plain = False
        if (
            not depth
            and child is children[-1]
            and plain
            and not _is_stub(plain)
            and _adds_nothing(child, walk)
        ):
            continue
        text = _text(child, walk, depth + 1)
        if not text.strip():
            continue
        if walk.from_html:
            rich = rich or text
        else:
            plain = plain or text
    stub = _is_stub(plain)
    tables = tabled_lines(rich) >= _TABLE_ROWS > tabled_lines(plain)
    use_rich = bool(rich.strip()) and (tables or (stub and len(rich) > len(plain)))
    walk.from_html, walk.from_plain = before
    if use_rich:
        walk.from_html = True
        return rich
    walk.from_plain = walk.from_plain or bool(plain)
    return plain


def _is_stub(plain: str) -> bool:
    return not any(map(str.isalnum, plain)) or (len(plain) < _STUB_LENGTH and bool(_STUB.search(plain)))


def _adds_nothing(part: Entity, walk: _Walk) -> bool:
    """HTML without a table, as the last part of the mail: where plain text is good, it is not laid out."""
    if part.type != "text/html" or part.disposition == "attachment" or part.name:
        return False
    source = part.message.get_payload()
    if not isinstance(source, str) or walk.parts >= limits.PARTS:
        return False
    if len(source) > _SHORT_HTML or walk.written > _SHORT_HTML:  # together they may be more than is read
        return False
    peeked = _Walk([])
    if not is_simple(_leaf_text(part, peeked, limits.HTML_SOURCE)):
        return False
    walk.defects += peeked.defects
    return True


def _said_already(words: str, earlier: list[str]) -> bool:
    """HTML and plain text of one message side by side, where they should have been alternatives."""
    return any(words == said or (len(words) > 40 and words in said) for said in earlier)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _own_text(part: Entity, walk: _Walk) -> str:
    text = _read(part, walk) if walk.written <= limits.TEXT else ""
    if walk.written > limits.TEXT:
        walk.defects.append("text-cut")
    walk.written += len(text)
    return text


def _read(part: Entity, walk: _Walk) -> str:
    text = _leaf_text(part, walk, limits.HTML_SOURCE if part.type == "text/html" else limits.TEXT)
    if part.type == "text/html" or _LOOKS_LIKE_HTML.match(text):
        walk.from_html = True
        return text_of(text, walk.defects)
    if part.type in {"text/enriched", "text/richtext"}:
        text = _RICH_TAG.sub("", text)
    text = clean_text(text)
    if part.parameters.get("format", "").lower() == "flowed":
        text = _flowed(text, part.parameters.get("delsp", "").lower() == "yes")
    walk.from_plain = walk.from_plain or bool(text.strip())
    return text.strip("\n")


def _leaf_text(part: Entity, walk: _Walk, most: int) -> str:
    content, size = content_of(part.message, walk.defects, most * 4)
    text, right = decoded(content, part.parameters.get("charset"))
    if not right:
        walk.defects.append("charset-wrong")
    if len(text) > most or size > len(content) * 4:
        walk.defects.append("text-cut")
    return text[:most]


def _flowed(text: str, delete_space: bool) -> str:
    """RFC 3676: a line that ends in a space goes on in the next of the same quote depth."""
    lines: list[list[str]] = []
    open_depth = -1
    for line in text.split("\n"):
        stripped = line.lstrip(">")
        depth = len(line) - len(stripped)
        content = stripped[1:] if stripped.startswith(" ") else stripped
        goes_on = content.endswith(" ") and content != "-- "
        if open_depth == depth and content != "-- ":
            lines[-1].append(content[:-1] if goes_on and delete_space else content)
        else:
            shown = content[:-1] if goes_on and delete_space else content
            lines.append([f"{'>' * depth} {shown}" if depth else shown])
        open_depth = depth if goes_on else -1
    return "\n".join("".join(line) for line in lines)


def _forwarded(part: Entity, walk: _Walk, depth: int) -> str:
    """A mail inside the mail, as its reader sees it: a few headers and its text."""
    inner = part.children[0] if part.children else None
    if inner is None:
        return _attach(part, walk, readable=False)
    said = dict(reversed(raw_headers(inner, [])))
    heading = [f"{name.title()}: {decode_words(said[name])}" for name in _FORWARDED_HEADERS if name in said]
    html, plain = walk.from_html, walk.from_plain
    text = _text(entity(inner), walk, depth + 1)
    walk.from_html, walk.from_plain = html, plain
    lines = "\n".join(heading)
    return f"{FORWARD_BEGINS}\n{lines}\n\n{text}\n{FORWARD_ENDS}"


def _report(part: Entity, walk: _Walk) -> None:
    walk.parts += 1
    for inner in part.children[:1]:
        walk.body.reported_ids += [value for name, value in raw_headers(inner, []) if name == "message-id"]


def _attach(part: Entity, walk: _Walk, *, readable: bool) -> str:
    text: str | None = None
    if part.children:  # the parser takes a delivery report apart into blocks of headers
        blocks = [
            "\n".join(f"{name}: {decode_words(value)}" for name, value in raw_headers(child, []))
            for child in part.children[: limits.PARTS]
        ]
        joined = "\n\n".join(blocks)
        size = len(joined)
        text = joined[: limits.ATTACHMENT_TEXT] if readable else None
    else:
        content, size = content_of(part.message, [], limits.ATTACHMENT_TEXT)
        if readable:
            text = clean_text(decoded(content, part.parameters.get("charset"))[0])[: limits.ATTACHMENT_TEXT]
    if part.type.startswith("message/"):
        found = re.findall(r"(?im)^(?:x-)?original-message-id: *(<[^<>\s]{1,900}>)", text or "")
        walk.body.reported_ids += found
    walk.body.attachments.append(Attachment(clean_line(part.name), part.type, size, text))
    return ""


def _only_attached_text(whole: Entity, walk: _Walk) -> str:
    """The first text part of a mail whose only text was declared an attachment or given a file name."""
    candidates = [whole, *map(entity, whole.children[: limits.PARTS])]
    for part in candidates:
        if part.type in {"text/plain", "text/html"} and (part.disposition == "attachment" or part.name):
            walk.defects.append("text-was-attached")
            return _own_text(part, walk)
    return ""
