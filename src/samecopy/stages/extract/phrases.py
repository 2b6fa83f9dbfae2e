"""Lines that are furniture by their words: forms of words that sites share, in several languages.

Each class has a name (it becomes the `why` of the furniture line) and patterns. `short` patterns
stand at the beginning of a line of few words; a sentence of an article that happens to start alike
is longer. `address` finds a site talking to its reader about itself. All are looked for in the lower case
of a line, which takes half the time that looking in any case does.
"""

import re
from functools import lru_cache

_SHORT: tuple[tuple[str, str], ...] = (
    (
        "comments",
        r"leave a (?:reply|comment)|(?:post|add|write|submit|view|show|read|hide|join|load"
        r"|see)(?: \w+){0,2} (?:comment|conversation|discussion)"
        r"|(?:\w+ ){0,2}(?:readers?'?’?s? )?comments?(?: \(?\d+\)?)?$|\d+ (?:comments?|replies|responses?"
        r"|kommentare?|commentaires|comentarios)\b"
        r"|no comments|log ?in to (?:comment|reply|leave)|reply$|report (?:this|a) comment"
        r"|(?:what do you think|have your say)\??"
        r"|comments? (?:are|is) (?:closed|moderated|off)|cancel reply|kommentar"
        r"|kommentare?(?: \(?\d+\)?)?$|(?:schreiben|verfassen) sie"
        r"|laisser un commentaire|deja un comentario|commentaires?$|comentarios?$|deixe um comentário"
        r"|комментари",
    ),
    (
        "related",
        r"(?:also|further|must)[ -]read\b|read (?:also|more|next|the full|full|our|this|here|all|about)\b"
        r"|(?:related|recommended|similar|more)"
        r" (?:stories|articles?|news|content|coverage|posts?|links?|reading|topics?|from|on|in|for you"
        r"|about|like this)\b"
        r"|see (?:also|more)\b|(?:you (?:may|might|could)(?: also)?) (?:like|be interested|enjoy)|more:"
        r"|related:?$|recommended:?(?: for you)?$"
        r"|most (?:read|popular|viewed|shared)|trending|popular (?:now|posts|stories)"
        r"|(?:up )?next(?: article| story| post)?:?$|previous(?: article| story| post)?:?$"
        r"|(?:latest|top) (?:news|stories|headlines|articles|posts)|don'?’?t miss|editor'?’?s'? picks?"
        r"|in pictures:|watch(?: (?:now|also|more|this|live|next))?:|listen(?: now)?:"
        r"|lesen sie (?:auch|mehr|hier|dazu)|mehr (?:zum thema|dazu|lesen|aus|von)|siehe auch"
        r"|auch interessant|das könnte sie|weiterlesen|meistgelesen|zum thema"
        r"|lire aussi|à lire(?: aussi)?|voir aussi|sur le même sujet|lea (?:también|más)|le(?:a|e) también"
        r"|te puede interesar|leia (?:também|mais)"
        r"|leggi anche|lees ook|читайте также|по теме|اقرأ أيضا"
        r"|关联阅读|相关阅读|相关新闻|延伸阅读|関連記事|더보기|관련기사"
        r"|suggested reading|explore more|more info",
    ),
    (
        "sharing",
        r"share (?:this|on|via|the|to|with|article|story|link)\b|share(?::|$)|tweet(?: this)?$"
        r"|follow (?:us|me|@|\w+(?: \w+)? on)\b|(?:like|find|join) us on\b"
        r"|e-?mail (?:this|article|to a friend)?$|print(?: this| article| page)?$|copy (?:link|url)"
        r"|facebook$|twitter$|whatsapp$|linkedin$|pinterest$|reddit$|telegram$"
        r"|click to share|click here to|(?:shares|likes|views)$|\d+[.,]?\d*[km]? (?:shares|views|likes"
        r"|retweets)|teilen$|(?:artikel )?drucken$|auf (?:facebook|twitter) teilen"
        r"|partager|compartir|compartilhe|condividi|поделиться|分享|save (?:this |article|story)?|bookmark",
    ),
    (
        "newsletter",
        r"(?:subscribe|sign[ -]?up|register|log in|sign in|join)(?: now| today| here| free| for free)?(?:$"
        r"|[.!:]| (?:to|for|and|with) (?:our|the|receive|get|read|a|your|continue|access|unlock)\b)"
        r"|(?:get|receive) (?:our|the|all|the latest|breaking|unlimited|daily|more)\b.*(?:inbox|newsletter"
        r"|email|e-mail|alerts|app|access)"
        r"|(?:\w+ ){0,3}newsletters?$|newsletter\b|enter your e-?mail|your e-?mail address"
        r"|thank you for (?:subscribing|signing up|your)"
        r"|download (?:the|our) .*app\b|jetzt (?:abonnieren|anmelden|registrieren)|abonnieren"
        r"|inscrivez-vous|abonnez-vous|suscríbete|assine\b|iscriviti|подпи[сш]",
    ),
    (
        "advertising",
        r"advertisements?\b|advertising$|ad$|ads by|sponsored|promoted|paid (?:content|post)"
        r"|story continues below|article continues (?:below|after)|continue reading"
        r"|skip (?:ad|to|advert)|loading\b|anzeige$|werbung$|publicité$|publicidad$|реклама$"
        r"|scroll (?:down|to continue)|this (?:article|post) (?:contains|may contain) affiliate",
    ),
    (
        "donation",
        r"(?:please )?(?:donate|support (?:us|our|independent|quality)|make a (?:donation|contribution)"
        r"|become a (?:member|supporter|subscriber))\b|we need your (?:help|support)",
    ),
    (
        "consent",
        r"(?:we|this (?:web)?site|our partners) uses? cookies|accept (?:all|cookies)|cookie (?:policy"
        r"|settings|preferences)|manage (?:cookies|consent)|privacy (?:policy|settings)",
    ),
    (
        "credit_line",
        r"(?:photos?|image|images|picture|pictures|video|graphic|illustration|foto|fotos|bild|crédit"
        r"|credit|photograph|screenshot)(?: credits?| by| courtesy| via| of|graphs?)?\s*[:/|©]"
        r"|(?:photo|image|photograph|illustration|picture|video)s? (?:by|courtesy|credit|via)\b"
        r"|file (?:photo|picture|image)|getty images|.*/ ?(?:getty images|shutterstock|istock)\W*$"
        r"|.{0,60}\b(?:stock photos?|getty images|shutterstock|istockphoto|wikimedia commons)\W*$|\(?(?:ap"
        r"|afp|reuters) photo\b",
    ),
    (
        "copyright",
        r"(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|alle rechte vorbehalten|tous droits réservés"
        r"|todos los derechos)",
    ),
    (
        "page_date",
        r"(?:first |last )?(?:published|posted|updated|last modified|modified|created)(?: on| at|:"
        r"|\b)(?: \S+){0,8}$|(?:veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado"
        r"|actualizado)\b(?: \S+){0,8}$"
        r"|\d+ (?:min(?:ute)?s?|hours?|days?|weeks?|months?)(?: (?:read|ago))$|\d+ min(?:ute)? read"
        r"|reading time|lesezeit",
    ),
    (
        "navigation",
        r"(?:home|menu|search|close|back(?: to top| to \w+)?|next|previous|top|about(?: us)?"
        r"|contact(?: us)?|terms (?:of|and) \w+|advertise(?: with us)?|careers|sitemap|help|faq|tags?:"
        r"|topics?:|filed under|categories|category|in this (?:article|story)|table of contents"
        r"|jump to)\W*(?:$|\b(?=:))"
        r"|(?:tags?|topics?|filed under|posted in|categor(?:y|ies)|schlagwörter|themen|mots-clés|etiquetas"
        r"|temas|тэги|теги)\s*:|more topics",
    ),
)
_SHORT_RE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _SHORT))

_ANY = re.compile(
    r"(?P<comments>e-?mail address will not be published|required fields are marked"
    r"|(?:comment(?:s|ing)?|community|house|moderation|posting|discussion|participation|forum) "
    r"(?:policy|policies|rules|guidelines|standards)"
    r"|(?:be (?:the )?first to|sign in to|log ?in to) (?:leave a )?comment|comments? section|moderat(?:ed"
    r"|ion) (?:by|team|queue)|this comment (?:violates|has been)"
    r"|notify me of (?:new|follow)|save my name,? e-?mail)"
    r"|(?P<newsletter>(?:sign up|subscribe) (?:to|for) (?:our|the|\w+'s|my)\b.{0,60}(?:newsletter|e-?mail"
    r"|alerts|updates|podcast|channel)|(?:delivered|sent|straight) (?:directly )?to your (?:inbox|e-?mail)"
    r"|unsubscribe at any time|you have (?:read|used|reached|viewed) .{0,30}\barticles?\b"
    r"|(?:free )?articles? (?:left|remaining) this (?:week|month)|\b(?:get|try|want|like|love|read|our"
    r"|free|daily|weekly)\b.{0,50}\bnewsletters?[.!?]?$|already a subscriber)"
    r"|(?P<consent>(?:uses?|use of) cookies|cookie (?:policy|notice)|(?:our|the|see) (?:privacy policy"
    r"|privacy notice|terms of (?:use|service))|agree to (?:our|the) (?:terms|privacy))"
    r"|(?P<advertising>ad[- ]?blocker|(?:an? )?affiliate (?:commission|link)"
    r"|earn (?:an? )?(?:affiliate )?commission|this content is (?:not available|imported"
    r"|created and maintained))"
    r"|(?P<sharing>follow (?:us|me|him|her|them) (?:on|@)|(?:find|like|join) us on (?:facebook|twitter"
    r"|instagram)|(?:click|tap) (?:here|the) (?:to|for) (?:share|tweet|subscribe|sign|read|get|join"
    r"|see all|more)|enable javascript|javascript (?:is )?(?:disabled|required|must))"
    r"|(?P<notice>\b(?:prices?|quotes?|(?:market )?data) (?:are|is) delayed (?:by )?(?:at least )?\d+ min)"
    r"|(?P<copyright>all rights reserved|may not be (?:published|reproduced|republished|redistributed)"
    r"|(?:reproduced|republished|reprinted) with permission)",
)

# Whatever _ANY finds holds one of these: looking for them first is ten times as fast.
_SIGNS = (
    "address will not",
    "required fields",
    "policy",
    "policies",
    "rules",
    "guidelines",
    "standards",
    "comment",
    "moderat",
    "notify me",
    "save my name",
    "sign up",
    "subscribe",
    "to your",
    "you have",
    "left this",
    "remaining this",
    "newsletter",
    "cookie",
    "privacy",
    "terms",
    "blocker",
    "affiliate",
    "commission",
    "content is",
    "follow ",
    " us on",
    "click ",
    "tap ",
    "javascript",
    "delayed",
    "rights reserved",
    "may not be",
    "with permission",
)
_YOU = re.compile(r"\b(?:you|your|yours|sie|ihre[nmr]?|vous|votre|vos|usted|tu)\b")
_WE = re.compile(r"\b(?:we|us|our|ours|wir|uns|unsere[nmr]?|nous|notre|nos|nosotros|nuestr[oa]s?)\b")
_BUSINESS = re.compile(
    r"\b(?:journalism|journalists?|reporting|newsroom|subscri\w+|members?(?:hip)?|donat\w+|contribut\w+"
    r"|support(?:ers?|ing)?|advertis\w+|ad revenue"
    r"|revenues?|newsletters?|cookies?|privacy|readers?|independent|paywall|comment(?:s|ing)?"
    r"|polic(?:y|ies)|guidelines|sign(?:ing)? up|e-?mails?|inbox"
    r"|journalismus|abonn\w+|spende\w*|unterstütz\w*|soutenir|soutien|dons?|lecteurs?|periodismo|suscri\w+"
    r"|apoy\w+)\b",
)
_THIS_PAGE = re.compile(
    r"\b(?:this|our) (?:page|site|website|web site|app)\b|\b(?:switch|turn) (?:on|off) (?:images"
    r"|javascript|notifications|cookies|your)\b",
)
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]*[”\"“»]?")

_SHORT_WORDS = 14  # beyond, a pattern at a line's head says little: it is a sentence
_FORM_WORDS = 40  # a longer line that mentions a policy or a channel is an article about it
_ADDRESS_WORDS = 80
_LONGEST = 4000  # code points; so few words in a longer line are no words, and patterns would take minutes
_BUSINESS_WORDS = 2  # one such word occurs in any article; two different ones beside you and we do not


@lru_cache(maxsize=16384)  # form lines recur on all pages of a site; pure, so order cannot matter
def furniture_phrase(text: str) -> str | None:
    """The class of furniture that a line's words belong to, or None.

    >>> furniture_phrase("Leave a Reply"), furniture_phrase("The comments drew anger in the capital.")
    ('comments', None)
    """
    words = text.count(" ") + 1
    if len(text) > _LONGEST:
        return None
    folded = text.lower()
    if words <= _SHORT_WORDS:
        match = _SHORT_RE.match(folded.lstrip("([{<>»›•·|*-–—▶→ "))
        if match and not (
            words > 6 and match.lastgroup not in ("credit_line", "copyright", "page_date") and _sentence(text)
        ):
            return match.lastgroup
    if words <= _FORM_WORDS:
        match = _ANY.search(folded) if any(sign in folded for sign in _SIGNS) else None
        if match:
            return match.lastgroup
    if 5 < words <= _ADDRESS_WORDS and _addresses_reader(folded):
        return "address"
    return None


def _sentence(text: str) -> bool:
    """Ends like a sentence and has no colon near its head: "Related: …" stays a form line."""
    return text.rstrip("”\"'’)")[-1:] in ".?!" and ":" not in text[:24]


def _addresses_reader(folded: str) -> bool:
    if not _YOU.search(folded):
        return False
    plain = _QUOTED.sub(" ", folded)
    if _THIS_PAGE.search(plain) and _YOU.search(plain):
        return True
    if not (_YOU.search(plain) and _WE.search(plain)):
        return False
    return len(set(_BUSINESS.findall(plain))) >= _BUSINESS_WORDS
