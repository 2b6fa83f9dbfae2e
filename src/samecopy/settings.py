"""Every constant that a stage obeys: one frozen dataclass per stage, each constant with its reason.

`Settings` holds them all; its digest marks what was computed with them, so that nothing is reused
across settings or algorithm versions.
"""

import hashlib
from dataclasses import dataclass, field

import msgspec


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Reading a page into an article."""

    version: int = 1
    max_page_bytes: int = 20_000_000  # a 50 MB "page" is a dump or an attack; the largest real one seen: 6 MB


@dataclass(frozen=True, slots=True)
class CopySettings:
    """Fingerprints, pairs, passages, families."""

    version: int = 1


@dataclass(frozen=True, slots=True)
class CollateSettings:
    """Rows, edits and origin of a family."""

    version: int = 1


@dataclass(frozen=True, slots=True)
class StorySettings:
    """Joining reports of one event."""

    version: int = 1


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """Statements, events, figures and their counts."""

    version: int = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run."""

    read: ReadSettings = field(default_factory=ReadSettings)
    copies: CopySettings = field(default_factory=CopySettings)
    collate: CollateSettings = field(default_factory=CollateSettings)
    story: StorySettings = field(default_factory=StorySettings)
    account: AccountSettings = field(default_factory=AccountSettings)

    def digest(self) -> str:
        """Hex digest over all constants: equal settings give equal digests on every machine."""
        return hashlib.blake2b(msgspec.json.encode(self, order="deterministic"), digest_size=16).hexdigest()
