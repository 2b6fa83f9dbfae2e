"""One attribution inside a unit: the record that `subjects`, `beside` and `clauses` pass on."""

from dataclasses import dataclass, field

from samecopy.stages.account.phrases import Range
from samecopy.stages.account.verbs import Frame


@dataclass(slots=True)
class Attribution:
    """One cue with what it attributes. `slot` names how the content stands: a slot of `Frame`, `left`,
    `according` or `noun`. `inherits`: the source is that of the attribution before, or the main subject.
    `extra` are quotations that the same speaker goes on with behind a set-off cue."""

    cue: Range
    frame: Frame
    slot: str
    source: Range | None
    apposition: Range | None
    content: list[Range]
    confidence: float
    future: bool = False
    inherits: bool = False
    nested: bool = False
    extra: list[Range] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """First token of source and cue together."""
        return min(self.cue[0], self.source[0]) if self.source else self.cue[0]

    @property
    def set_off(self) -> bool:
        return self.slot in ("left", "according")
