"""`import` of BibTeX, RIS and CSL-JSON, as Zotero writes them: sources that `check` accepts."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.load import load_record

# The same two works, as Zotero 7 exports them.
BIB = r"""
@book{doe_bridge_1984,
	address = {Dublin},
	title = {The {Old} Bridge: caf\'e and river},
	isbn = {978-0-00-000000-0},
	language = {en},
	publisher = {Harbour},
	author = {Doe, Jane and Roe, Richard},
	year = {1984},
}

@online{council_minutes,
	title = {Minutes},
	url = {https://example.org/minutes},
	urldate = {2024-01-02},
	author = {{The Town Council}},
	langid = {english},
}

@article{antiq,
	title = {Le port},
	doi = {10.3406/antiq.1984.2130},
	journal = {Antiquités},
	author = {A, B and C, D and E, F},
	year = {1984},
	language = {fr-FR},
}
"""
RIS = """TY  - BOOK
TI  - The Old Bridge: café and river
AU  - Doe, Jane
AU  - Roe, Richard
CY  - Dublin
LA  - en
PY  - 1984
ER  -

TY  - ELEC
TI  - Minutes
AU  - The Town Council
UR  - https://example.org/minutes
Y2  - 2024/01/02/
ER  -

TY  - JOUR
TI  - Le port
AU  - A, B
AU  - C, D
AU  - E, F
T2  - Antiquités
DO  - 10.3406/antiq.1984.2130
PY  - 1984
LA  - fr-FR
ER  -
"""
CSL = """[
 {"id": "a", "type": "book", "title": "The Old Bridge: café and river", "language": "en",
  "author": [{"family": "Doe", "given": "Jane"}, {"family": "Roe", "given": "Richard"}],
  "issued": {"date-parts": [["1984"]]}},
 {"id": "b", "type": "webpage", "title": "Minutes", "URL": "https://example.org/minutes",
  "author": [{"literal": "The Town Council"}], "accessed": {"date-parts": [["2024", 1, 2]]}},
 {"id": "c", "type": "article-journal", "title": "Le port", "container-title": "Antiquités", "language": "fr-FR",
  "author": [{"family": "A"}, {"family": "C"}, {"family": "E"}], "DOI": "10.3406/antiq.1984.2130",
  "issued": {"date-parts": [["1984", 5]]}}
]"""
FILES = {"library.bib": BIB, "library.ris": RIS, "library.json": CSL}


def run(*arguments, code: int = 0):
    done = CliRunner().invoke(main, ["import", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


@pytest.mark.parametrize("name", FILES)
def test_each_entry_becomes_a_source_with_what_it_says(write_record, tmp_path, name):
    folder = write_record()
    before = (folder / "sources.yaml").read_text(encoding="utf-8")
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    run(tmp_path / name, "--data", folder)
    text = (folder / "sources.yaml").read_text(encoding="utf-8")
    assert text.startswith(before)
    book, page, article = [*load_record(folder).sources.values()][-3:]
    assert (book.id, book.type, book.language) == ("doe-roe-the-old-bridge-cafe-and-river", "book", ("en",))
    assert set(book.name.values()) == {"Doe & Roe, The Old Bridge: café and river (1984)"}
    assert (page.name["en"], page.type) == ("The Town Council, Minutes", "reference")
    assert (article.name["en"], article.type, article.language) == ("A et al., Le port (1984)", "research", ("fr",))
    assert "# https://example.org/minutes\n- id: the-town-council-minutes\n" in text
    assert "# Antiquités\n# https://doi.org/10.3406/antiq.1984.2130\n" in text
    again = run(tmp_path / name, "--data", folder)
    assert again.stdout.count("is there already") == 3
    assert (folder / "sources.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("form", ["bibtex", "ris", "csl-json"])
def test_what_a_record_exported_is_there_already(write_record, tmp_path, form):
    folder = write_record()
    file = tmp_path / f"own.{dict(bibtex='bib', ris='ris').get(form, 'json')}"
    CliRunner().invoke(main, ["export", form, "--data", str(folder), "-o", str(file)])
    before = (folder / "sources.yaml").read_bytes()
    done = run(file, "--data", folder)
    assert "nothing changed in the record" in done.stdout and (folder / "sources.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", "no bibliography"),
        ("a.bib", "@book{x, title = {open"),
        ("a.json", "{"),
        ("a.json", '{"a": 1}'),
        ("a.json", "[1]"),
        ("a.json", "[]"),
        ("a.ris", ""),
        ("a.ris", "no bibliography"),
    ],
)
def test_what_is_no_bibliography_is_refused(write_record, tmp_path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert "can't be read as a bibliography" in run(tmp_path / name, "--data", write_record(), code=1).stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@book{a, title={A}}\n@book{a, title={B}}", "line 2: a second entry is called `a`"),
        ("@book{a,\n title={A},\n year=1,\n year=2}", "line 1: the entry `a` has a field twice: year"),
    ],
)
def test_what_stands_twice_in_a_bibtex_file_is_named(write_record, tmp_path, text, said):
    (tmp_path / "a.bib").write_text(text, encoding="utf-8")
    assert said in run(tmp_path / "a.bib", "--data", write_record(), code=1).stderr


def test_an_entry_without_a_title_is_named(write_record, tmp_path):
    (tmp_path / "a.json").write_text('[{"type": "book", "author": [{"family": "Doe"}]}]', encoding="utf-8")
    done = run(tmp_path / "a.json", "--data", write_record())
    assert "not brought: entry 1 (Doe): it has no title" in done.stdout
