"""Which way a figure goes by the words around it: "rose from 10 to 15", "down 3 percent", "a 5 percent rise".

The neighbour of `figures`, which reads the value and what is counted. Only words beside the figure or its
clause's verb count; whether a rise is welcome is nobody's business here.
"""

from samecopy.records import Trend
from samecopy.stages.account.rows import Row
from samecopy.text.wordlists import listed

# "up" and "down" alone, and comparatives, must stand beside the figure.
UP = listed(
    """rise rises rose risen rising climb climbs climbed climbing grow grows grew grown growing increase
    increases increased increasing jump jumps jumped jumping soar soars soared soaring surge surges surged
    surging gain gains gained widen widened widening swell swelled swollen doubled tripled"""
)
DOWN = listed(
    """fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased slide slides slid sliding sink sinks sank sunk slump slumps slumped tumble tumbled
    plunge plunges plunged plunging shrink shrinks shrank shrunk narrow narrowed narrowing cut cuts cutting
    lower lowered lowering reduce reduces reduced reducing halved"""
)
NOUNS = listed("rise increase jump surge gain growth fall drop decline decrease slump plunge cut reduction")
BESIDE: dict[str, Trend] = {"up": "up", "down": "down"}
THAN: dict[str, Trend] = {
    **dict.fromkeys(("more", "higher", "larger", "above"), "up"),
    **dict.fromkeys(("less", "lower", "fewer", "smaller", "below"), "down"),
}
LEADS = listed("by to from of about around nearly almost some roughly over just only more than a an the and")
"""What may stand between the word of change and its figure; digits and number words may too."""
PASSED = frozenset(("number", "adverb", "time"))
REACH = 8  # words back: "rose sharply in May from 10 to 15" is at the end of it
NOUN_REACH = 2  # words after a figure up to its noun of change: "a 5 percent yearly rise"


def trend_of(row: Row, first: int, after: int) -> Trend:
    """The trend of the figure that stands in words first to after (half-open) of a row; none for the value
    that it had ("from 10")."""
    return "" if left_behind(row, first) else moved(row, first, after)


def left_behind(row: Row, first: int) -> bool:
    return row.lows(first - 1, first) == ["from"]


def moved(row: Row, first: int, after: int) -> Trend:
    """Which way what a figure counts goes, to it or from it."""
    lows = row.lows(after, after + 1 + NOUN_REACH)
    if lows[1:2] == ["than"] and lows[0] in THAN:
        return THAN[lows[0]]
    for low in lows[:NOUN_REACH]:
        if low in NOUNS:
            return "up" if low in UP or low == "growth" else "down"
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        low = row.words[at].low
        if low in BESIDE:
            return BESIDE[low]
        if low in UP or low in DOWN:
            return "up" if low in UP else "down"
        if not passed(row, at):
            return ""
    return ""


def passed(row: Row, at: int) -> bool:
    """Whether a word may stand between the word of change and its figure: "from 10 boats to" before 15."""
    word = row.words[at]
    counted = at > 0 and (row.words[at - 1].tag == "number" or row.words[at - 1].low[0].isdigit())
    return counted or word.low in LEADS or word.tag in PASSED or word.low[0].isdigit()
