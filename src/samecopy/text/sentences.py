"""Sentences: where one ends and the next begins, in running text.

Neighbours: `words` cuts text into words, `quotes` finds quoted stretches. A quotation of several
sentences is cut into those sentences here; who needs it whole asks `quotes`.

The rules are those of the classical period disambiguators (Grefenstette and Tapanainen 1994, "What is
a word, what is a sentence?"): a stop ends a sentence unless it belongs to an abbreviation, an initial,
an acronym or a number, or unless what follows begins in lower case.
"""

import re

from samecopy.records import Span

_STOP = re.compile(r"""[.!?…]+(?:["'”’»›)\]]|\[\d{1,3}\])*(?=\s|$)|[。！？]+[」』”）]*""")
_OPENERS = "\"'“‘«‹([„‚¿¡-–—•*"
_LAST_TOKEN = re.compile(r"[^\s(\[“\"‘'«/–—]{1,24}$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]", re.UNICODE)
_NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Abbreviations that stand before a name or a number, so that a capital after them proves nothing.
_BEFORE_NAMES = _listed(
    """
    mr mrs ms mx dr prof st ste mt ft hon rev fr sr br gen lt col maj capt cmdr adm sgt cpl pvt pte brig cmdt
    sen rep gov pres supt insp det const sec asst assoc dep atty amb del esq messrs mme mlle
    vs v no nos art fig vol ch pp pg p cf ca approx eg ie viz al
    mgr msgr rt sra srta dra ing herr
    """
)
# Abbreviations that may well end a sentence: only a word that commonly begins one tells.
_MAY_END = _listed(
    """
    inc corp co ltd plc llc bros jr phd md esq etc dept univ assn ave blvd rd sq hwy bldg est
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif colo conn fla ga ill ind kan ky la mass mich minn miss mo mont neb nev okla ore
    pa tenn tex va vt wash wis wyo
    am pm bc ad ce bce sq km kg lb lbs oz min hr hrs
    """
)
_COMMON_BEGINNERS = _listed(
    """
    the a an this that these those he she it we you they i his her its our their my your there here
    in on at by for from with without after before during since until under over among about as if when
    while where why how what who which but and or so yet nor however although though because despite
    meanwhile moreover instead then now still also even only once not no yes all both each every many most
    some several such other another one two three it's he's she's that's there's they're we're i'm don't
    """
)


def blocks(text: str, begin: int = 0, end: int | None = None) -> list[Span]:
    """Stretches of `text[begin:end]` between hard breaks, without their outer white space, in order.

    A line break is hard unless the next line goes on in lower case or the line before ends in a comma
    (wrapped lines). Spans count in `text`.

    >>> [s.of("One line\\nruns on.\\n\\nNext") for s in blocks("One line\\nruns on.\\n\\nNext")]
    ['One line\\nruns on.', 'Next']
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    start: int | None = None
    last_end = begin
    at = begin
    while at < stop:
        newline = text.find("\n", at, stop)
        line_end = stop if newline < 0 else newline
        first, last = _trim(text, at, line_end)
        if first < last:
            wrapped = start is not None and text.count("\n", last_end, first) == 1
            if start is None:
                start = first
            elif not (wrapped and (text[first].islower() or text[last_end - 1] == ",")):
                found.append(Span(start, last_end))
                start = first
            last_end = last
        at = line_end + 1
    if start is not None:
        found.append(Span(start, last_end))
    return found


def sentences(text: str, begin: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[begin:end]`, in order, without outer white space; spans count in `text`.

    Every character that is not white space lies in exactly one sentence. Closing quote marks and
    brackets belong to the sentence that they close. Linear in the length of the text.

    >>> text = "Dr. Ode left at 5 p.m. on Jan. 3. “Why?” she asked. Nobody knew."
    >>> [s.of(text) for s in sentences(text)]
    ['Dr. Ode left at 5 p.m. on Jan. 3.', '“Why?” she asked.', 'Nobody knew.']
    """
    found: list[Span] = []
    for block in blocks(text, begin, end):
        start = block.begin
        for stop in _STOP.finditer(text, block.begin, block.end):
            if stop.start() < start or stop.end() >= block.end:
                continue
            following = _skip_space(text, stop.end(), block.end)
            if following >= block.end:
                break
            if _ends(text, start, stop.start(), stop.group(), following, block.end):
                found.append(Span(start, stop.end()))
                start = following
        if start < block.end:
            found.append(Span(start, block.end))
    return found


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return begin, end


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, start: int, stop: int, mark: str, following: int, end: int) -> bool:
    """Whether the stop `mark` at `stop` ends the sentence begun at `start`."""
    if mark[0] in "。！？":
        return True
    head = following
    while head < end and head < following + 4 and text[head] in _OPENERS:
        head += 1
    if head < end and text[head].islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return True
    if len(mark) > 1 and mark[1] not in ")]":
        return True
    token_match = _LAST_TOKEN.search(text, max(start, stop - 24), stop)
    token = token_match.group() if token_match else ""
    word = _NEXT_WORD.match(text, head, min(end, head + 24))
    begins = word is not None and word.group().lower().replace("’", "'") in _COMMON_BEGINNERS
    digit = head < end and text[head].isdigit()
    return _token_ends(token, begins=begins, digit=digit, quoted=head > following)


def _token_ends(token: str, *, begins: bool, digit: bool, quoted: bool) -> bool:
    """Whether a full stop after `token` ends a sentence, given how what follows begins."""
    plain = token.lower().replace(".", "")
    if plain in _BEFORE_NAMES:
        return plain in ("no", "v", "p", "al", "sec", "const", "rep", "del") and begins and not digit
    if len(token) == 1 and token.isalpha() and token.isupper():
        return token == "I" or begins or quoted
    if _ACRONYM.fullmatch(token) or plain in _MAY_END:
        return begins or quoted
    return True
