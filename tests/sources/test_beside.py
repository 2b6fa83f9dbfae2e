"""What is told of pages beside them."""

from pathlib import Path

from samecopy.records import Given, Page, Rejection
from samecopy.settings import ReadSettings
from samecopy.sources.pile import open_pile


def given(*paths: Path) -> dict[str, Given]:
    return {p.id: p.given for p in open_pile(paths, ReadSettings()) if isinstance(p, Page)}


def rejected(*paths: Path) -> list[tuple[str, str]]:
    return [(r.page, r.reason) for r in open_pile(paths, ReadSettings()) if isinstance(r, Rejection)]


def pile(folder: Path, table: str, *names: str, called: str = "pages.csv") -> Path:
    (folder / called).write_text(table, encoding="utf-8")
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"This is what stands in {name}.")
    return folder


def test_a_table_beside_the_pages_tells_of_them(tmp_path: Path) -> None:
    """Its rows become what is given with the files they name; the table is no page."""
    table = (
        "file;url;outlet;published;title;byline\na.txt;https://h.example/a;Herald;2031-05-06;Ferry;A. W.\n"
    )
    pile(tmp_path, table, "a.txt", "b.txt")
    told = given(tmp_path)
    assert told["a.txt"] == Given("https://h.example/a", "Herald", "2031-05-06", "Ferry", "A. W.")
    assert told["b.txt"] == Given()
    assert rejected(tmp_path) == []


def test_rows_of_objects_tell_as_well(tmp_path: Path) -> None:
    """`pages.jsonl` does what `pages.csv` does."""
    pile(tmp_path, '{"page": "a.txt", "outlet": "Herald"}\n', "a.txt", called="pages.jsonl")
    assert given(tmp_path)["a.txt"].outlet == "Herald"


def test_a_file_is_found_by_path_name_or_stem(tmp_path: Path) -> None:
    """Also below the directory, whatever the slashes and the case."""
    table = "name,outlet\nsub\\a.txt,One\nB,Two\nc.html,Three\n./d.txt,Four\n"
    pile(tmp_path, table, "sub/a.txt", "b.html", "sub/c.html", "d.txt")
    outlets = {page: known.outlet for page, known in given(tmp_path).items()}
    assert outlets == {"sub/a.txt": "One", "b.html": "Two", "sub/c.html": "Three", "d.txt": "Four"}


def test_a_name_that_fits_two_files_fits_none(tmp_path: Path) -> None:
    """Nothing is told of pages when it is not clear of which."""
    pile(tmp_path, "file,outlet\na,One\n", "x/a.txt", "y/a.txt")
    assert {known.outlet for known in given(tmp_path).values()} == {None}
    assert rejected(tmp_path) == [("a", "no_such_file")]


def test_a_row_for_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """It is a rejection with its place and never fatal."""
    pile(tmp_path, "file,outlet\nlost.txt,One\na.txt,Two\na.txt,Three\n,Four\n", "a.txt")
    assert given(tmp_path)["a.txt"].outlet == "Two"
    assert rejected(tmp_path) == [
        ("lost.txt", "no_such_file"),
        ("pages.csv#3", "named_twice"),
        ("pages.csv#4", "no_file_named"),
    ]


def test_the_nearest_table_is_believed_first(tmp_path: Path) -> None:
    """A table in a subdirectory overrules the one above, field by field."""
    pile(tmp_path, "file,outlet,published\nsub/a.txt,Above,2031-05-06\n", "sub/a.txt")
    (tmp_path / "sub" / "pages.csv").write_text("file,outlet\na.txt,Below\n")
    assert given(tmp_path)["sub/a.txt"] == Given(outlet="Below", published="2031-05-06")


def test_an_address_finds_its_page(tmp_path: Path) -> None:
    """Rows without a file are matched by the end of the address or by the one in the page's head."""
    pile(tmp_path, "url,outlet\nhttps://h.example/news/ferry,One\nhttps://h.example/2,Two\n", "ferry.txt")
    (tmp_path / "x.html").write_text('<html><link href="https://h.example/2" rel="canonical"><p>Hello')
    outlets = {page: known.outlet for page, known in given(tmp_path).items()}
    assert outlets == {"ferry.txt": "One", "x.html": "Two"}


def test_a_file_named_by_itself_is_told_of_too(tmp_path: Path) -> None:
    """Naming the files one by one gives what naming their directory gives."""
    pile(tmp_path, "file,outlet\na.txt,One\nb.txt,Two\n", "a.txt", "b.txt")
    assert given(tmp_path / "a.txt")["a.txt"].outlet == "One"
    assert given(tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "pages.csv") == given(tmp_path)
    assert rejected(tmp_path / "a.txt") == []


def test_a_table_with_texts_is_a_table_of_pages(tmp_path: Path) -> None:
    """`pages.csv` with a text column holds pages, it does not tell of files."""
    pile(tmp_path, "id,text\n1,Hello there.\n")
    assert list(given(tmp_path)) == ["1"]
