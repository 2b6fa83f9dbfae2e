"""The tree of errors. Each message says what happened, where, and how to mend it.

    SamecopyError
    ├── InputError        the pile, a file or an argument cannot be used        exit 2
    │   └── UnreadablePage   one page; becomes a rejected row, never stops a pile
    └── StoreError        the store cannot be opened, read or written           exit 3
        └── NotInStore       no page, family or story has that id               exit 4

No exception of a dependency leaves the package unmapped: `tests/test_errors.py` holds that.
"""


class SamecopyError(Exception):
    """Base of all errors that samecopy raises on purpose. `exit_code` is what the CLI returns."""

    exit_code = 1


class InputError(SamecopyError):
    """The pile, a file or an argument cannot be used."""

    exit_code = 2


class UnreadablePage(InputError):
    """One page cannot be read. `reason` is the short code of the rejected row."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class StoreError(SamecopyError):
    """The store cannot be opened, read or written."""

    exit_code = 3


class NotInStore(StoreError):
    """Nothing in the store has that id."""

    exit_code = 4
