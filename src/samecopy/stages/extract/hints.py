"""What class and id names say of an element: one kind of furniture, or the article's own parts.

Names are split into words ("ArticleBody__related-links" gives article, body, related, links) and the
words looked up here; the words are those of the web's content systems, not of any one site.
"""

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

_KINDS: dict[str, str] = {
    "comments": "comment comments disqus discussion respond reply replies commentlist kommentar kommentare "
    "commentaires comentarios livefyre coral talkback",
    "related": "related recirc recirculation readmore recommended recommendation recommendations outbrain "
    "taboola trending popular mostread latest morelinks teaser teasers similar verwandt upnext "
    "seealso alsoread more-stories suggested mostpopular promoted moreon carousel",
    "sharing": "share sharing sharedaddy social socials addthis addtoany sharebar tweet facebook twitter "
    "whatsapp follow jp-relatedposts",
    "newsletter": "newsletter newsletters subscribe signup optin subscription mailing",
    "advertising": "ad ads advert adverts advertisement advertising adslot dfp sponsor sponsored promo "
    "promos promotion commercial anzeige werbung banner",
    "donation": "donate donation donations contribute contribution support membership",
    "consent": "cookie cookies cookiebot consent gdpr dsgvo rgpd lgpd onetrust cmp cmplz borlabs "
    "usercentrics didomi klaro iubenda",
    "navigation": "nav navbar navigation menu menus breadcrumb breadcrumbs pagination pager skip "
    "toolbar topbar masthead megamenu submenu",
    "tags": "tags taglist tagcloud keywords topics tag-list posttags",
    "caption": "caption captions figcaption credit credits photocredit imagecaption wp-caption mediacaption "
    "slideshow gallery lightbox",
    "sidebar": "sidebar aside rail widget widgets complementary",
    "footer": "footer footnote copyright colophon legal disclaimer",
    "bio": "bio biography aboutauthor authorbox authorbio",
    "widget": "login modal popup overlay toast tooltip search searchform print player poll quiz infobox "
    "factbox transcript screen-reader",
    "paywall": "paywall regwall piano",
    "byline": "byline bylines author authors autor autores autore auteur auteurs",
    "dateline": "dateline timestamp date datetime pubdate published updated posted",
    "standfirst": "standfirst subtitle subheadline subhead deck dek kicker excerpt summary lede sottotitolo "
    "subheading",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_BODY = frozenset(
    [
        "article",
        "articlebody",
        "body",
        "content",
        "contents",
        "entry",
        "story",
        "storybody",
        "text",
        "maincontent",
        "main",
        "post",
        "articletext",
        "page",
        "wrapper",
        "container",
        "paywalled",
    ]
)
# Words that name a part of the article as often as furniture: they count only without a body word.
_WEAK = frozenset(
    [
        "ad",
        "auteur",
        "auteurs",
        "author",
        "authors",
        "autor",
        "autore",
        "autores",
        "banner",
        "content",
        "credit",
        "credits",
        "date",
        "deck",
        "excerpt",
        "follow",
        "gallery",
        "latest",
        "legal",
        "membership",
        "more",
        "overlay",
        "player",
        "popular",
        "print",
        "promo",
        "published",
        "rail",
        "search",
        "social",
        "subscription",
        "summary",
        "support",
        "teaser",
        "teasers",
        "tooltip",
        "topics",
        "transcript",
        "updated",
        "widget",
    ]
)

_GLUED = ("related", "comments")  # names written as one word: "relatedposts", "commentslist"


@lru_cache(maxsize=8192)  # names recur across a site's pages; a pure function, so order cannot matter
def furniture_hint(names: str) -> str | None:
    """The kind of furniture that class and id names speak of, or None.

    >>> furniture_hint("c-newsletter-box"), furniture_hint("article-body")
    ('newsletter', None)
    """
    plain = " ".join(_WORD.findall(names)).lower()
    words = plain.split()
    if _KIND_OF.keys().isdisjoint(words) and not any(name in plain for name in _GLUED):
        return None  # as most names
    telling = [word for word in words if word in _KIND_OF or word.startswith(_GLUED)]
    if not telling or words[0] in ("is", "no") or "has" in words or "with" in words:
        return None
    weak = not _BODY.isdisjoint(words)
    return next((_kind(word) for word in telling if not (weak and word in _WEAK)), None)


def _kind(word: str) -> str:
    return _KIND_OF.get(word) or next(start for start in _GLUED if word.startswith(start))
