"""What lies inside zip archives and WACZ files: each member as a file of the pile.

Nothing is ever written to disk. A member keeps the name that it has in the archive, below the archive's
own; names that climb out of it, links and archives in archives are rejections. Of a WACZ (a web archive
in a zip) the WARC files are read, for the rest of it is indexes.
"""

import re
import struct
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import PurePosixPath
from stat import S_ISLNK
from zipfile import ZipFile, ZipInfo

from samecopy.errors import UnreadablePage
from samecopy.records import Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.files import Found, Member, shown
from samecopy.sources.kinds import Kind, kind_by_head, kind_of, stem_of
from samecopy.sources.unpack import most_unpacked, open_raw, read_head, unpacks_without_end

_DRIVE = re.compile(r"[A-Za-z]:")
_END = struct.Struct("<4s4H2LH")  # end of central directory record, APPNOTE.TXT 4.3.16
_END_MAGIC = b"PK\x05\x06"
_LONG_END_MAGIC = b"PK\x06\x06"
_TAIL = 1 << 17  # where the end record may stand: its comment has at most 64 KB


def looked_into(
    items: Sequence[Found | Rejection], open_archives: ExitStack, settings: ReadSettings
) -> list[Found | Rejection]:
    """The same files, those of a doubtful name with what their first bytes say, and archives replaced by
    their members. Archives stay open until `open_archives` closes."""
    looked: list[Found | Rejection] = []
    for item in items:
        found = _known(item, settings) if isinstance(item, Found) else item
        if isinstance(found, Rejection) or found.kind not in ("zip", "wacz"):
            looked.append(found)
            continue
        try:
            archive = open_archives.enter_context(_opened(found, settings))
            looked.extend(_members(found, archive, settings))
        except UnreadablePage as error:
            looked.append(Rejection(found.id, found.locator, error.reason, error.detail))
    return looked


def _known(found: Found, settings: ReadSettings) -> Found:
    if found.kind not in ("bare", "other"):
        return found
    return replace(found, holds=kind_by_head(read_head(found, settings)))


def _opened(found: Found, settings: ReadSettings) -> ZipFile:
    with open_raw(found) as raw:
        size = raw.seek(0, 2)
        raw.seek(max(0, size - _TAIL))
        index = _index_bytes(raw.read())
    if index > settings.max_index_bytes:
        detail = f"{found.locator} holds more files than can be listed. Unpack it and name the directory."
        raise UnreadablePage("too_large", detail)
    try:
        return ZipFile(found.path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, struct.error) as error:
        detail = f"{found.locator} is a damaged zip archive ({error}). Pack or download it again."
        raise UnreadablePage("broken_zip", detail) from error


def _index_bytes(tail: bytes) -> int:
    """The size of the central directory, as the end record tells it; the reader trusts the same number."""
    at = tail.rfind(_END_MAGIC)
    if at < 0 or len(tail) < at + _END.size:
        return 0  # no archive: opening it says so
    size = int(_END.unpack_from(tail, at)[5])
    long_end = tail.rfind(_LONG_END_MAGIC, 0, at)
    if long_end >= 0 and len(tail) >= long_end + 56:
        size = max(size, int.from_bytes(tail[long_end + 40 : long_end + 48], "little"))
    return size if size != 0xFFFFFFFF or long_end < 0 else 0


def _members(found: Found, archive: ZipFile, settings: ReadSettings) -> Iterator[Found | Rejection]:
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    if sum(info.file_size for info in infos) > most_unpacked(found.size, settings):
        raise unpacks_without_end(found.locator)
    pages = {stem_of(info.filename) for info in infos if kind_of(info.filename) in ("html", "mhtml")}
    assets: set[str] = set()
    for info in sorted(infos, key=lambda info: (info.filename, info.CRC, info.header_offset)):
        reason = _refused(info)
        if reason != "climbs_out" and _left_out(info.filename, found.kind):
            continue
        name = shown(info.filename)
        if reason is not None:
            detail = f"{found.locator} has {name} in it, {_WHY[reason]}"
            yield Rejection(f"{found.id}/{name}", f"{found.locator}/{name}", reason, detail)
            continue
        folder = _assets(info.filename, pages)
        if folder is None:
            member = Found(
                id=f"{found.id}/{name}",
                locator=f"{found.locator}/{name}",
                path=found.path / info.filename,
                root=found.path,
                named=False,
                member=Member(archive, info),
            )
            yield _known(member, settings)
        elif folder not in assets:
            assets.add(folder)
            detail = (
                f"{found.locator}/{folder} holds the images and scripts of a saved page; nothing to mend."
            )
            yield Rejection(f"{found.id}/{folder}", f"{found.locator}/{folder}", "page_assets", detail)


_WHY = {
    "climbs_out": "whose name leads out of the archive. Pack the archive again with plain names.",
    "link_in_archive": "which is a symbolic link. Pack what it points at.",
    "encrypted": "which is encrypted. Unpack the archive and name the directory.",
    "nested_archive": "which is an archive itself. Unpack it and name the directory.",
}


def _refused(info: ZipInfo) -> str | None:
    if _climbs(info.orig_filename) or _climbs(info.filename):
        return "climbs_out"
    if S_ISLNK(info.external_attr >> 16):
        return "link_in_archive"
    if info.flag_bits & 1:
        return "encrypted"
    return "nested_archive" if kind_of(info.filename) in ("zip", "wacz") else None


def _climbs(name: str) -> bool:
    """
    >>> _climbs("a/../../b"), _climbs("/etc/passwd"), _climbs("C:\\\\b"), _climbs("a/b..c")
    (True, True, True, False)
    """
    name = name.replace("\\", "/")
    return (
        not name
        or name.startswith("/")
        or ".." in name.split("/")
        or bool(_DRIVE.match(name))
        or "\0" in name
    )


def _left_out(name: str, kind: Kind) -> bool:
    if kind == "wacz":
        return kind_of(name) != "warc"
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or any(p.startswith(".") and p not in (".", "..") for p in parts)


def _assets(name: str, pages: set[str]) -> str | None:
    """The folder of a saved page's images and scripts that the file lies in."""
    for parent in PurePosixPath(name).parents:
        if parent.name.endswith("_files") and str(parent).removesuffix("_files") in pages:
            return str(parent)
    return None
