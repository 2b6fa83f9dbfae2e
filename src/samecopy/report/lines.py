"""Lines for a terminal: columns, wrapping, colour when asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from samecopy.report.visible import cells, fit

GAP = "  "
LEAST = 40

BOLD, DIM, RED, GREEN, CYAN = "1", "2", "31", "32", "36"


@dataclass(frozen=True, slots=True)
class Form:
    """How lines are laid: the terminal's columns, and whether colour was asked for."""

    width: int
    color: bool

    @classmethod
    def of(cls, width: int, color: bool) -> "Form":
        """The form for a terminal of `width` columns, taken as at least `LEAST`."""
        return cls(max(width, LEAST), color)

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text

    def wrapped(self, parts: Sequence[str], indent: int) -> list[str]:
        """Parts in a row, on as many lines as they need; later lines are indented. One part is never
        broken: it is cut where it is wider than a line."""
        lines: list[str] = []
        line = parts[0]
        for part in parts[1:]:
            if cells(line) + len(GAP) + cells(part.rstrip()) <= self.width:
                line += GAP + part
            elif part.strip():
                if line.strip():
                    lines.append(fit(line.rstrip(), self.width))
                line = " " * indent + part.strip()
        return [*lines, fit(line.rstrip(), self.width)]

    def flowed(self, text: str, indent: int) -> list[str]:
        """Running text, indented on every line and broken at spaces."""
        room = max(self.width - indent, 10)
        lines: list[str] = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if cells(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(fit(word, room))
        return [" " * indent + line for line in lines if line]
