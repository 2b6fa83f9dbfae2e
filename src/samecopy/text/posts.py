"""Posts that a page embeds, told by the signature behind them: a dash, a name and its handle.

What stands in quotation marks is told by `kernels.tokenise`; `text.words` brings both together.
"""

import re

from samecopy.records.span import Span

_HANDLE = re.compile(r"\(@\w{1,30}\)")
_SIGNATURE = re.compile(r"[—–-] ?[^\n()—–]{1,60}$")
_REACH = 64  # code points before a handle in which its dash and name stand


def posts(text: str) -> list[Span]:
    """Spans of embedded posts, each from the beginning of its line to the end of its signature.

    >>> text = "Low tide. — Ada Brook (@adab) May 2\\nNo."
    >>> [span.of(text) for span in posts(text)]
    ['Low tide. — Ada Brook (@adab)']
    """
    found: list[Span] = []
    if "(@" not in text:
        return found
    end = 0
    for handle in _HANDLE.finditer(text):
        if _SIGNATURE.search(text[max(end, handle.start() - _REACH) : handle.start()]):
            begin = max(end, text.rfind("\n", 0, handle.start()) + 1)
            end = handle.end()
            found.append(Span(begin, end))
    return found
