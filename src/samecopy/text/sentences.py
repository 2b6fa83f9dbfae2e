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


# Titles stand before a name, so that a capital after them proves nothing.
_TITLES = _listed(
    """
    Mr Mrs Ms Mx Dr Prof St Ste Mt Ft Hon Rev Fr Sr Br Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Pte Brig Cmdt
    Sen Rep Gov Pres Supt Insp Det Const Asst Assoc Dep Atty Amb Messrs Mme Mlle Mgr Msgr Sra Srta Dra
    """
)
_BEFORE_MORE = _listed(
    "v vs no nos art fig vol ch pp pg p cf ca approx e.g i.e eg ie viz al No Nos Art Fig Vol Ch Sec"
)
# Abbreviations that may well end a sentence: only a word that commonly begins one tells. Written small,
# many of them are words of their own ("sat.", "mass.").
_MAY_END = _listed(
    """
    Inc Corp Co Ltd Plc Llc Bros Jr PhD Ph.D Esq Univ Assn Ave Blvd Rd Sq Hwy Bldg Dept
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
    Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore
    Pa Tenn Tex Va Vt Wash Wis Wyo Md Del
    inc corp ltd etc dept est ft km kg lb lbs oz hr hrs
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
    if token in _TITLES:
        return False
    if token in _BEFORE_MORE:
        return begins and not digit
    if len(token) == 1 and token.isalpha() and token.isupper():
        return token == "I" or begins or quoted
    if token in _MAY_END or _ACRONYM.fullmatch(token):
        return begins or quoted
    return True
