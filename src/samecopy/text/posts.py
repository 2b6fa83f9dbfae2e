"""Posts that a page embeds, told by the signature behind them: a dash, a name and its handle.

What stands in quotation marks is told by `kernels.tokenise`; `text.words` brings both together.
"""

import re

from samecopy.records.span import Span

_HANDLE = re.compile(r"\(@\w{1,30}\)")
_DATED = re.compile(r"[^\n]{0,40}\d")  # authors sign below their last paragraph, too, but without a date
_SIGNATURE = re.compile(r"[—–-] ?[^\n()—–]{1,60}$")
_REACH = 64  # code points before a handle in which its dash and name stand


def posts(text: str) -> list[Span]:
    """Spans of embedded posts, each from the beginning of its line to the end of its signature.

    A signature that has a line to itself, with a date, signs the line above: so the usual markup of an
    embedded post is read.

    >>> text = "Low tide. — Ada Brook (@adab) May 2\\nNo."
    >>> [span.of(text) for span in posts(text)]
    ['Low tide. — Ada Brook (@adab)']
    >>> posts("Low tide.\\n— Ada Brook (@adab) May 2") == posts("Low tide. — Ada Brook (@adab) May 2")
    True
    """
    found: list[Span] = []
    if "(@" not in text:
        return found
    end = 0
    for handle in _HANDLE.finditer(text):
        if signature := _SIGNATURE.search(text, max(end, handle.start() - _REACH), handle.start()):
            before = text[end : signature.start()]
            if _DATED.match(text, handle.end()):
                before = before.rstrip()
            begin = end + before.rfind("\n") + 1
            end = handle.end()
            found.append(Span(begin, end))
    return found
