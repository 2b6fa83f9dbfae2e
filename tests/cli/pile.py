"""A small invented pile: one agency copy in two outlets, and a report of another matter."""

from pathlib import Path

import msgspec

AGENCY = [
    "The harbour bridge at Mellin will close for nine days from Thursday while crews replace its cables, the "
    "port authority said on Tuesday.",
    "Some 12,000 lorries use the bridge each week, according to the authority’s own count.",
    "“We would rather close for nine days in May than for nine weeks in winter,” said Ines Koval, the "
    "authority’s director.",
    "Freight will be sent over the old ferry, which can carry about 300 lorries a day.",
    "A spokesman for the hauliers’ union said his members had not been asked and would protest "
    "in front of the port gates.",
    "The work is expected to cost 4.2 million crowns, most of it paid by the state.",
]
OTHER = [
    "Pupils at four schools in Tarrow stayed at home on Monday after a boiler in the shared heating plant "
    "failed.",
    "The town’s head of schools, Petra Lind, said lessons would be held in the sports hall until the boiler "
    "was mended.",
    "“Nobody learns fractions in a coat,” she said.",
    "A spare part has been ordered and should arrive within a week, the plant’s operator said.",
]


def rows() -> list[dict[str, str]]:
    """Three pages as rows of a table."""
    copy = [
        AGENCY[0].replace("from Thursday", "from tomorrow").replace("on Tuesday", "yesterday"),
        *AGENCY[1:5],
    ]
    return [
        row("a", "Mellin Courier", "2026-05-05", "Harbour bridge to close for nine days", AGENCY),
        row("b", "Evening Lantern", "2026-05-06", "Nine days without a bridge", copy),
        row("c", "Tarrow Times", "2026-05-05", "Four schools stay cold", OTHER),
    ]


def row(id_: str, outlet: str, published: str, title: str, paragraphs: list[str]) -> dict[str, str]:
    return {
        "id": id_,
        "url": f"https://{outlet.casefold().replace(' ', '')}.example/{id_}",
        "outlet": outlet,
        "published": published,
        "title": title,
        "text": "\n\n".join(paragraphs),
    }


def jsonl(path: Path, chosen: list[dict[str, str]] | None = None) -> Path:
    """The rows as a JSONL file."""
    lines = [msgspec.json.encode(r) for r in (rows() if chosen is None else chosen)]
    path.write_bytes(b"\n".join(lines) + b"\n")
    return path
