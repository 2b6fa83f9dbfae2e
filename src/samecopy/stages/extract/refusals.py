"""Pages that are no article: what they are instead, and a sentence that says how to mend it."""

import re
from collections.abc import Sequence

from samecopy.records import Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.stages.extract.line import Line

_ERROR = re.compile(
    r"\b(?:404|403|500|502|503)\b.{0,40}\b(?:error|not found|forbidden|unavailable|bad gateway)|\b(?:error"
    r"|http)\W{0,3}(?:404|403|410|500|502|503)\b"
    r"|page (?:you (?:requested|are looking for).{0,40})?(?:could ?n.t|can.?not|can.t|was not"
    r"|not) (?:be )?(?:found|exist)|page not found|access (?:denied|to this page has been denied)"
    r"|service (?:temporarily )?unavailable|internal server error|just a moment|attention required"
    r"|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|too many requests|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada"
    r"|страница не найдена|页面不存在",
    re.IGNORECASE,
)
_WALL = re.compile(
    r"(?:subscribe|sign in|log ?in|register|sign up|create (?:a|an|your) (?:free )?account"
    r"|become a (?:member|subscriber)) (?:\w+ ){0,4}(?:to|and) (?:\w+ ){0,2}(?:read|continue|keep reading"
    r"|access|unlock|view)"
    r"|to (?:continue|keep) reading|to read (?:the (?:full|rest)|this (?:article|story)"
    r"|more),? (?:please )?(?:subscribe|sign|log|register)|(?:this|the) (?:article|story|content"
    r"|page) is (?:only )?(?:available |exclusive |reserved )?(?:only )?(?:for"
    r"|to) (?:our )?(?:\w+ )?(?:subscribers|members)"
    r"|subscribers? only|subscriber[- ]exclusive|already a (?:subscriber|member)|you have (?:reached|read"
    r"|used) (?:your|all)? ?(?:\w+ ){0,4}(?:limit|articles)|free articles? (?:left|remaining|this month)"
    r"|(?:we|this (?:web)?site|our partners) uses? cookies|accept (?:all )?(?:the )?cookies"
    r"|before you continue to|consent to (?:the use of|our)"
    r"|(?:jetzt )?weiterlesen mit|diesen artikel (?:weiterlesen|lesen sie)|nur für abonnenten"
    r"|réservé (?:à nos|aux) abonnés|il vous reste .{0,12} ?% de cet article"
    r"|exclusivo para (?:suscriptores|assinantes)|riservato agli abbonati",
    re.IGNORECASE,
)


_BLANK = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n\f\v"  # white space, byte order marks and UTF-16's zeros
_WALL_CHARS = 100_000  # where a wall may stand


def refused(page: Page, reason: str, detail: str) -> Rejection:
    return Rejection(page.id, page.locator, reason, detail)


def refuse_bytes(page: Page, settings: ReadSettings, binary: bool) -> Rejection | None:
    """What can be said before reading: empty, too large, binary."""
    size = len(page.data)
    if not page.data.strip(_BLANK):
        return refused(page, "empty", f"{page.locator} holds no text; fetch the page again or leave it out.")
    if size > settings.max_page_bytes:
        limit = settings.max_page_bytes
        told = f"{page.locator} is {size:,} bytes long and a page may have {limit:,}"
        return refused(page, "too_large", f"{told}; split it into its articles.")
    if binary:
        detail = f"{page.locator} is not text in any known encoding; give the page as HTML or as text."
        return refused(page, "binary", detail)
    return None


def refuse_text(page: Page, chars: int, lines: int, settings: ReadSettings) -> Rejection | None:
    """Text that is too long to be one article, in characters or lines."""
    if chars <= settings.max_text_chars and lines <= settings.max_lines:
        return None
    detail = (
        f"{page.locator} has {chars:,} characters of text in {lines:,} lines, more than one article has "
        f"({settings.max_text_chars:,} in {settings.max_lines:,}); split it into its articles."
    )
    return refused(page, "too_large", detail)


def refuse_article(
    page: Page, lines: Sequence[Line], titles: tuple[str, str], prose: int, free: bool, settings: ReadSettings
) -> Rejection | None:
    """What can be said of the body found: `prose` words of running text, under the document's and the
    article's title."""
    if prose >= settings.stub_words:
        return None
    whole = "\n".join(line.text for line in lines)[:_WALL_CHARS]
    shown = " ".join((*titles, *(line.text for line in lines[:12] if line.words < 40)))
    where = f"{page.locator} has {prose} words of running text"
    if _ERROR.search(shown) and prose < settings.stub_words // 2:
        return refused(page, "error_page", f"{where} and reads like an error page; fetch it again.")
    if (_WALL.search(whole) or not free) and prose < settings.stub_words:
        cure = "give the page as a reader with access sees it."
        return refused(page, "paywall", f"{where} and asks to subscribe, sign in or consent; {cure}")
    if prose < settings.min_prose_words:
        told = f"{where}, and an article needs {settings.min_prose_words}"
        cure = "if it is an article, give its text alone as a .txt file."
        return refused(page, "no_article", f"{told}; {cure}")
    return None
