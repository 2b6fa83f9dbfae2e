"""Phrases by which a report says that it does not name its source. Data only."""

import re

ANONYMOUS = re.compile(
    r"\b(?:"
    r"on (?:the )?condition of (?:strict )?anonymity"
    r"|(?:not|n[o’']t) (?:want|wish|wishing|wanting|be|to be|being)?\s?(?:to be )?(?:publicly )?"
    r"(?:named|identified|quoted)"
    r"|(?:asked|asking|requested|requesting|preferred|insisted|demanded|wished)"
    r"(?: (?:on|to))?(?: remain(?:ing)?| stay(?:ing)?)? anonym(?:ous|ity)"
    r"|(?:declined|refused|asked not|requested not|wanted not|declining|refusing|asking not)"
    r" to be (?:named|identified)"
    r"|not (?:be )?authori[sz]ed to (?:speak|talk|comment|discuss|brief)"
    r"|(?:spoke|speaking|speaks|talked|talking) (?:anonymously|on background|off the record)"
    r"|under (?:the )?cover of anonymity|anonymous(?:ly)?|unnamed|unidentified|who was not named"
    r"|because of the sensitivity of"
    r")\b",
    re.IGNORECASE,
)
