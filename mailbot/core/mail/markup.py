"""HTML of mail to text that keeps its tables, with marks where a mail client said what is quoted.

selectolax finds and drops (hidden text, scripts), inscriptis lays out. The marks are private-use
characters, which no cleaned text contains; ``stretches`` reads and removes them.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from mailbot.core.mail import limits
from mailbot.core.mail.charset import clean_text

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

QUOTE_BEGINS, QUOTE_ENDS = "\ue000", "\ue001"
SIGNATURE_BEGINS, SIGNATURE_ENDS = "\ue002", "\ue003"
QUOTED_FROM_HERE = "\ue004"
FORWARD_BEGINS, FORWARD_ENDS = "\ue005", "\ue006"
MARKS = re.compile("[\ue000-\ue006]")

_UNSEEN = "script, style, head, title, template, object, embed, iframe, noscript, svg, select, [hidden]"
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|max-height\s*:\s*0(?![.\d]*[1-9])"
    r"|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
# Blocks that hold what was quoted. Gmail's div.gmail_quote is not among them: answers written
# between the quoted lines stand inside it, so only its blockquotes and their heading count.
_QUOTES = ", ".join(
    (
        'blockquote[type="cite"]',
        "blockquote.gmail_quote",
        "blockquote.protonmail_quote",
        "blockquote.tutanota_quote",
        "div.gmail_attr",
        "div.moz-cite-prefix",
        "div.yahoo_quoted",
        'div[name="quote"]',
        'div[data-marker="__QUOTED_TEXT__"]',
        'div[data-marker="__HEADERS__"]',
        "div.AppleOriginalContents",
    )
)
# Elements after which everything is the earlier mail: Outlook in all its forms, and Zimbra.
_FROM_HERE = ", ".join(
    (
        "#divRplyFwdMsg",
        "#appendonsend",
        ".OutlookMessageHeader",
        ".ms-outlook-mobile-reference-message",
        "#mail-editor-reference-message-container",
        "#zwchr",
        'hr[data-marker="__DIVIDER__"]',
        "#stopSpelling",
        "#mobile-outlook-reference",
    )
)
_SIGNATURES = ", ".join(
    (
        "div.gmail_signature",
        "div.moz-signature",
        "pre.moz-signature",
        "#Signature",
        "#AppleMailSignature",
        "div.acompli_signature",
        "#ms-outlook-mobile-signature",
        "div.protonmail_signature_block",
        "#composer_signature",
        "div[data-smartmail=gmail_signature]",
    )
)
# Outlook for the desktop has no name for it, only a rule above "From: ..."; the colour varies by version.
_RULE_ABOVE = re.compile(r"border-top\s*:\s*solid\s+#[0-9a-f]{6}\s+1\.0pt", re.IGNORECASE)
_HEADER_WORD = re.compile(r"\s*(from|van|von|de|da|från|fra)\s*:", re.IGNORECASE)

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_ANY_TAG = re.compile(r"<[^<>]{0,8192}>")
_BREAKING_TAG = re.compile(r"<(?:br|/p|/div|/tr|/li|/h[1-6]|/table)\b[^<>]{0,200}>", re.IGNORECASE)
_VOID = {
    "br",
    "hr",
    "img",
    "input",
    "meta",
    "link",
    "col",
    "area",
    "base",
    "wbr",
    "p",
    "li",
    "td",
    "tr",
    "th",
}
_FEW_TAGS = 200
_SIMPLE_TAGS = frozenset({
    "html", "head", "meta", "body", "div", "p", "br", "hr", "span", "font", "a", "b", "strong", "i", "em",
    "u", "ul", "ol", "li", "h1", "h2", "h3", "blockquote",
})  # fmt: skip
# What makes a tab, cannot be encoded, or moves text as far as it likes.
_NOT_SIMPLE = re.compile(r"[\t\ud800-\udfff]|&(?:#|tab)|padding|margin-", re.IGNORECASE)
_INLINE_DATA = re.compile(r"data:[a-zA-Z0-9.+/-]{1,80};base64,[A-Za-z0-9+/=\s]*")
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*){2,}")


@cache
def _layout() -> Callable[[str], str]:
    """What turns HTML into text. 12 MB that only the process which reads mail has to carry."""
    from inscriptis import get_text  # type: ignore[import-untyped]  # the package ships no types
    from inscriptis.css_profiles import CSS_PROFILES  # type: ignore[import-untyped]  # as above
    from inscriptis.model.config import ParserConfig  # type: ignore[import-untyped]  # as above

    config = ParserConfig(
        css=CSS_PROFILES["strict"], display_images=False, display_links=False, table_cell_separator="\t"
    )
    laid_out: Callable[..., str] = get_text
    return lambda html: laid_out(html, config)


def text_of(html: str, defects: list[str]) -> str:
    """The visible text of ``html`` with marks; tables as lines with tabs. Never raises."""
    if len(html) > limits.HTML:
        html = _INLINE_DATA.sub("", html)
    if len(html) > limits.HTML:
        defects.append("html-cut")
        html = html[: limits.HTML]
    html = MARKS.sub("", html).replace("\x00", "")
    if _too_much(html):
        defects.append("html-too-complex")
        return _stripped(html)
    try:
        text = _laid_out(html)
    except Exception:  # noqa: BLE001 - two libraries and a C parser read a stranger's markup; its words must survive
        defects.append("html-broken")
        return _stripped(html)
    rows = (
        "\t".join(cell.strip(" ") if "\t" in line else cell for cell in line.split("\t"))
        for line in text.split("\n")
    )
    return _BLANK_LINES.sub("\n\n", "\n".join(rows)).strip("\n")


def is_simple(html: str) -> bool:
    """Whether laying it out can neither fail nor yield a table: what short mails are made of."""
    tags = {tag[2].lower() for tag in _TAG.finditer(html)} if html.count("<") <= _FEW_TAGS else None
    return tags is not None and tags <= _SIMPLE_TAGS and not _NOT_SIMPLE.search(html)


def _too_much(html: str) -> bool:
    """Markup whose nesting or tables would cost more than their length; counted in one pass."""
    depth = deepest = cells = 0
    for tags, tag in enumerate(_TAG.finditer(html), start=1):
        name = tag[2].lower()
        if name in {"td", "th"} and not tag[1]:
            cells += 1
        if name not in _VOID:
            depth = max(0, depth + (-1 if tag[1] else 1))
            deepest = max(deepest, depth)
        if tags > limits.TAGS or cells > limits.TABLE_CELLS or deepest > limits.TAG_DEPTH:
            return True
    return False


def _laid_out(html: str) -> str:
    from selectolax.lexbor import LexborHTMLParser  # heavy as well, and needed only for HTML

    tree = LexborHTMLParser(html)
    body = tree.body
    if body is None:
        return ""
    for node in tree.css(_UNSEEN):
        node.decompose()
    for node in tree.css("[style]"):
        if _HIDDEN_STYLE.search(node.attributes.get("style") or ""):
            node.decompose()
    _mark(tree)
    return _without_junk(_layout()(f"<html><body>{body.html or ''}</body></html>"))


def _mark(tree: LexborHTMLParser) -> None:
    for node in tree.css(_QUOTES):
        _around(node, QUOTE_BEGINS, QUOTE_ENDS)
    for node in tree.css(_SIGNATURES):
        _around(node, SIGNATURE_BEGINS, SIGNATURE_ENDS)
    for node in tree.css(_FROM_HERE):
        node.insert_before(QUOTED_FROM_HERE)
    for node in tree.css('div[style*="border-top"]'):
        if _RULE_ABOVE.search(node.attributes.get("style") or "") and _HEADER_WORD.match(node.text()[:40]):
            node.insert_before(QUOTED_FROM_HERE)


def _around(node: LexborNode, begin: str, end: str) -> None:
    node.insert_before(begin)
    node.insert_after(end)


def _without_junk(text: str) -> str:
    """Cleaned, the marks kept: they are of the very kind that cleaning removes."""
    pieces = MARKS.split(text)
    marks = MARKS.findall(text)
    return "".join(clean_text(piece) + mark for piece, mark in zip(pieces, [*marks, ""], strict=True))


def _stripped(html: str) -> str:
    """The words alone, by one pass: for markup that is too deep or too broken to lay out."""
    text = _ANY_TAG.sub(" ", _BREAKING_TAG.sub("\n", html))
    return _BLANK_LINES.sub("\n\n", clean_text(entities.unescape(text))).strip()


def tabled_lines(text: str) -> int:
    """How many lines of the sender's own text are rows of a table."""
    own = re.split(f"[{QUOTE_BEGINS}{QUOTED_FROM_HERE}{FORWARD_BEGINS}]", text, maxsplit=1)[0]
    return sum("\t" in line.strip() for line in own.splitlines())
