"""Words of a text, the same for every part: spans for those who read, hashes for the kernels.

What a letter is and how it folds stands in `text.letters`; the loop over their bytes, which says what
a word is, in `kernels.tokenise`. Sentences, quotations, dates and numbers are neighbours in this folder.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samecopy.kernels.tokenise import BEYOND, tokenise, word_hashes
from samecopy.records.span import Span
from samecopy.text.letters import Letters, common_letters, fold_letter, letters
from samecopy.text.posts import posts

_HANDLE = b"(@"  # as a post's signature has it
_WORD = re.compile(r"[a-zA-Z0-9]+(?:(?:(?<=[a-zA-Z])'(?=[a-zA-Z])|(?<=\d)[.,](?=\d))[a-zA-Z0-9]+)*", re.ASCII)
_AS_ASCII = str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": " ", "\xa0": " "})
"""Marks that most texts have beside ASCII, one letter each, by others that part and join words alike."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of many texts, one after the other, as arrays of one length.

    Text t has the words `starts[t]` to `starts[t + 1]` (int64). `word` is the hash of the folded word
    (uint32), `begin` and `end` its span in code points of its text (int32), `line` the number of its
    line (int32), `quoted` 1 between quotation marks or in an embedded post, 2 more where the line
    before ends in a colon (uint8).
    """

    starts: npt.NDArray[np.int64]
    word: npt.NDArray[np.uint32]
    begin: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    line: npt.NDArray[np.int32]
    quoted: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.word)


def joined(parts: Sequence[Tokens]) -> Tokens:
    """The words of several batches of texts as one.

    >>> joined([tokens(["One two"]), tokens(["Three"])]).starts.tolist()
    [0, 2, 3]
    """
    if len(parts) == 1:
        return parts[0]
    counts = [np.zeros(1, dtype=np.int64), *(np.diff(part.starts) for part in parts)]
    return Tokens(
        np.cumsum(np.concatenate(counts)),
        np.concatenate([part.word for part in parts]),
        np.concatenate([part.begin for part in parts]),
        np.concatenate([part.end for part in parts]),
        np.concatenate([part.line for part in parts]),
        np.concatenate([part.quoted for part in parts]),
    )


def words(text: str, begin: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the words in `text[begin:end]`, counted in the whole text.

    >>> [span.of("Don't pay 1,200.50—yet") for span in words("Don't pay 1,200.50—yet")]
    ["Don't", 'pay', '1,200.50', 'yet']
    """
    part, offset = text[begin:end], slice(begin, end).indices(len(text))[0]
    plain = _plain(part)
    if plain is not None:
        return [Span(m.start() + offset, m.end() + offset) for m in _WORD.finditer(plain)]
    found = tokens([part])
    return [
        Span(b + offset, e + offset) for b, e in zip(found.begin.tolist(), found.end.tolist(), strict=True)
    ]


def folded(text: str) -> list[str]:
    """The normal forms of the words of a text, in order.

    >>> folded("Zürich’s banks DON’T pay")
    ["zurich's", 'banks', "don't", 'pay']
    """
    plain = _plain(text)
    if plain is not None:
        return _WORD.findall(plain.lower())
    return [fold(span.of(text)) for span in words(text)]


def _plain(text: str) -> str | None:
    """A text in ASCII, letter for letter; None for one that has letters or marks beyond the common ones.

    The words of such a text are read by an expression: short texts are many, and to call the kernel costs
    as much as a page of words.
    """
    if not text.isascii():
        text = text.translate(_AS_ASCII)
    return text if text.isascii() else None


def fold(word: str) -> str:
    """The normal form of a word: case, width, accents and the shapes of quotes and dashes lifted.

    Words with equal normal form are equal to the kernels.

    >>> fold("Zürich’s"), fold("STRASSE") == fold("Straße")
    ("zurich's", True)
    """
    return word.lower() if word.isascii() else "".join(map(fold_letter, word))


def tokens(texts: Sequence[str] | Sequence[bytes]) -> Tokens:
    """The words of many texts as arrays; one pass, some 250 MB of text a second.

    Texts may also come as UTF-8, lone surrogates included; spans count code points all the same.

    >>> found = tokens(["One two", "Two"])
    >>> found.starts.tolist(), bool(found.word[1] == found.word[2])
    ([0, 2, 3], True)
    """
    encoded, bounds, room = _encoded(texts)
    data = np.frombuffer(encoded, dtype=np.uint8)
    word = np.empty(room, dtype=np.uint32)
    begin, end, line = (np.empty(room, dtype=np.int32) for _ in range(3))
    quoted = np.empty(room, dtype=np.uint8)
    starts = _read(
        lambda known: tokenise(data, bounds, known.kinds, known.folds, word, begin, end, line, quoted)
    )
    n = int(starts[-1])
    for number in _signed(encoded, bounds):
        for post in _posts(texts[number]):
            low, high = starts[number], starts[number + 1]
            first, last = np.searchsorted(begin[low:high], [post.begin, post.end])
            quoted[low + first : low + last] |= 1
    return Tokens(
        starts, word[:n].copy(), begin[:n].copy(), end[:n].copy(), line[:n].copy(), quoted[:n].copy()
    )


def _signed(data: bytes, bounds: npt.NDArray[np.int64]) -> list[int]:
    """The numbers of the texts with a handle in brackets: the others embed no post."""
    found = []
    place = data.find(_HANDLE)
    while place >= 0:
        found.append(int(np.searchsorted(bounds, place, side="right")) - 1)
        place = data.find(_HANDLE, int(bounds[found[-1] + 1]))
    return found


def _posts(text: str | bytes) -> list[Span]:
    return posts(text if isinstance(text, str) else text.decode("utf-8", "surrogatepass"))


def hashed(texts: Sequence[str] | Sequence[bytes]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint32]]:
    """`starts` and `word` of `tokens`, in half the time: all that fingerprints need.

    Texts may also come as UTF-8, lone surrogates included.

    >>> starts, word = hashed(["One two", "Two"])
    >>> starts.tolist(), bool(word[1] == word[2])
    ([0, 2, 3], True)
    """
    encoded, bounds, room = _encoded(texts)
    data = np.frombuffer(encoded, dtype=np.uint8)
    word = np.empty(room, dtype=np.uint32)
    starts = _read(lambda known: word_hashes(data, bounds, known.kinds, known.folds, word))
    return starts, word[: starts[-1]]


def _encoded(
    texts: Sequence[str] | Sequence[bytes],
) -> tuple[bytes, npt.NDArray[np.int64], int]:
    """The texts as UTF-8, where each begins, and how many words there may be at most."""
    encoded = [text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text for text in texts]
    bounds = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(part) for part in encoded], out=bounds[1:])
    return b"".join([*encoded, bytes(BEYOND)]), bounds, (int(bounds[-1]) + len(texts)) // 2 + 1


def _read(reader: Callable[[Letters], npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    """What the reader gives with the common letters, or with all where it met another (the last is -1).

    The whole table is made when a text needs it, and used ever after.
    """
    starts = reader(letters() if letters.cache_info().currsize else common_letters())
    return starts if starts[-1] >= 0 else reader(letters())
