"""YAML as nodes that know their places: everything a string, nothing surprising, nothing that hangs or raises."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.places import Node
from timeline.record.problems.problem import RecordError
from timeline.record.read import nodes
from timeline.record.read.nodes import Parsed, open_yaml, read_whole, read_yaml

ROOT = Path(__file__).resolve().parents[2]
REAL_FILES = sorted([*ROOT.glob("data/*.yaml"), *ROOT.glob("seeds/*.yaml"), *ROOT.glob("tests/records/good/*/*.yaml")])


@pytest.fixture
def read(tmp_path):
    """read(text or bytes) → (document, [(line, column, code, message)])."""

    def read_it(content: str | bytes):
        file = tmp_path / "some.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        document, problems = read_yaml(file, "some.yaml")
        assert all(problem.file == "some.yaml" for problem in problems)
        return document, [(p.line, p.column, p.code, p.message) for p in problems]

    return read_it


def refusal(found) -> tuple[int, int, str]:
    document, problems = found
    assert document is None
    assert len(problems) == 1
    return problems[0][:3]


@pytest.fixture
def tree(tmp_path):
    """tree(text) → the `Parsed` document of a text that can be read."""

    def read_it(content: str) -> Parsed:
        (tmp_path / "some.yaml").write_text(content, encoding="utf-8", newline="")
        return read_whole(tmp_path / "some.yaml")[0]

    return read_it


def places(tree: Parsed, node: Node, path: tuple = ()) -> dict[tuple, tuple[int, int]]:
    """The place of every path of a tree."""
    steps = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    found = {path: tree.place_of(path)}
    for step in steps:
        found |= places(tree, node[step], (*path, step))
    return found


def test_fields_are_where_their_keys_are_and_items_where_they_begin(tree):
    document = tree(
        "title: One\nclaims:\n  - id: c1\n    says: {en: A, fr: B}\n    by: []\n  -   id: c2\n  - - x\n    - y\n"
    )
    assert places(document, document.root) == {
        (): (1, 1),
        ("title",): (1, 1),
        ("claims",): (2, 1),
        ("claims", 0): (3, 5),
        ("claims", 0, "id"): (3, 5),
        ("claims", 0, "says"): (4, 5),
        ("claims", 0, "says", "en"): (4, 12),
        ("claims", 0, "says", "fr"): (4, 19),
        ("claims", 0, "by"): (5, 5),
        ("claims", 1): (6, 7),
        ("claims", 1, "id"): (6, 7),
        ("claims", 2): (7, 5),
        ("claims", 2, 0): (7, 7),
        ("claims", 2, 1): (8, 7),
    }


def test_a_list_is_read_item_by_item(tmp_path):
    file = tmp_path / "some.yaml"
    file.write_text("# comment\n-  a: 1\n   b: [2]\n-\n- c\n- [", encoding="utf-8")
    document, _ = open_yaml(file, "some.yaml")
    parts = document.parts()
    assert [next(parts) for _ in range(3)] == [{"a": "1", "b": ["2"]}, None, "c"] == document.root
    assert places(document, document.root) == {
        (): (2, 1),
        (0,): (2, 4),
        (0, "a"): (2, 4),
        (0, "b"): (3, 4),
        (0, "b", 0): (3, 8),
        (1,): (4, 2),
        (2,): (5, 3),
    }
    with pytest.raises(RecordError) as refusal:
        next(parts)
    assert refusal.value.problems[0].code == "yaml-syntax"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("claims",), (2, 1)),
        (("claims", 1), (5, 5)),
        (("claims", 0, "id"), (3, 5)),
        (("claims", 0, "nothing", "here"), (3, 5)),
        (("claims", 9), (2, 1)),
        (("nowhere", 1), (1, 1)),
    ],
)
def test_the_place_of_a_path_is_that_of_its_nearest_part(tree, path, place):
    assert tree("title: One\nclaims:\n  - id: c1\n\n  - id: c2\n").place_of(path) == place


@pytest.mark.parametrize(("text", "place"), [("word", (1, 1)), ("- a\n", (1, 1)), ("\n  []", (2, 3)), ("", (1, 1))])
def test_what_is_not_there_is_placed_at_the_document(tree, text, place):
    assert tree(text).place_of((7, "claims")) == tree(text).place_of(("claims", 7)) == tree(text).place_of(()) == place


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "yes",
        "off",
        "true",
        "2024-10",
        "2024-06-19",
        "1e3",
        "0x1F",
        "012",
        "1_000",
        "12:30:45",
        ".nan",
        "=",
        "<<",
    ],
)
def test_every_scalar_stays_the_string_it_is(read, word):
    assert read(f"key: {word}\n") == ({"key": word}, [])


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_the_forms_of_nothing_are_none_unless_quoted(read, word):
    assert read(f"a: {word}\nb: '{word}'\nc: [{word or '~'}]\n")[0] == {"a": None, "b": word, "c": [None]}


def test_block_texts_are_read_as_yaml_says(read):
    assert read("a: >-\n  one\n  two\nb: |\n  one\n  two\n")[0] == {"a": "one two", "b": "one\ntwo\n"}


def test_a_key_given_twice_keeps_its_first_value_and_is_reported_at_the_second(read):
    document, problems = read("a: 1\nb: 2\na:\n  c: 3\n")
    assert document == {"a": "1", "b": "2"}
    assert problems == [(3, 1, "duplicate-key", "`a` is given twice (first on line 1)")]


@pytest.mark.parametrize("again", ["3", "{c: 3, d: {e: [4]}}", "[{c: 3, c: 4}, [5]]", "{}", "[]"])
def test_what_is_left_out_with_a_key_given_twice_shifts_no_place(tree, again):
    document = tree(f"- {{a: 1, b: [2], a: {again}, f: [6, 7]}}\n- g: 8\n")
    assert document.root == [{"a": "1", "b": ["2"], "f": ["6", "7"]}, {"g": "8"}]
    assert [document.place_of(path) for path in ((0, "b", 0), (0, "f"), (0, "f", 1), (1,), (1, "g"))] == [
        (1, 14),
        (1, 23 + len(again)),
        (1, 30 + len(again)),
        (2, 3),
        (2, 3),
    ]


def test_every_key_given_twice_is_reported(read):
    _, problems = read("- {a: 1, a: 2}\n- {b: 1, b: 2, b: 3}\n")
    assert [problem[:3] for problem in problems] == [
        (1, 10, "duplicate-key"),
        (2, 10, "duplicate-key"),
        (2, 16, "duplicate-key"),
    ]


def test_aliases_are_refused_and_anchors_of_lists_and_maps_harmless(read):
    assert read("a: &x [1]\n")[0] == {"a": ["1"]}
    assert refusal(read("a: &x [1]\nb: *x\n")) == (2, 4, "yaml-alias")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a: &Pact signed\n", "&Pact"),
        ("a: ! Signed\n", "!"),
        ("&Pact a: signed\n", "&Pact"),
        ("- [b, !x c]\n", "!x"),
        ("[&Pact b]\n", "&Pact"),
        ("{!x a: b}\n", "!x"),
        ("- [b,&Pact c]\n", "&Pact"),
    ],
)
def test_a_word_that_yaml_takes_for_a_mark_is_refused_not_lost(read, text, sign):
    document, [(line, column, code, message)] = read(text)
    assert (document, line, column, code) == (None, 1, text.index(sign) + 1, "yaml-syntax")
    assert message == f"`{sign}` means something else in YAML, and is no part of the text"


@pytest.mark.parametrize(
    "text", ["a: R&D and ! and & so on\n", "a: '&x'\n", 'a: "!x"\n', "a: !!str 12\n", "# !x &y\na: b\n"]
)
def test_signs_within_texts_are_text(read, text):
    assert read(text)[1] == []


def test_a_laughing_bomb_is_refused_at_its_first_alias(read):
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refusal(read(bomb)) == (2, 8, "yaml-alias")


@pytest.mark.parametrize("key", ["[a, b]", "{a: b}", "~", "? - x\n"])
def test_a_key_that_is_no_word_is_refused(read, key):
    assert refusal(read(f"{key}: 1\n" if not key.startswith("?") else key))[2] == "yaml-key"


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("a: 1\nb: \x07\n", (2, 4), "U+0007"),
        ("é\ufeffb: 1\n", (1, 2), "U+FEFF"),
        ("a: \x00", (1, 4), "U+0000"),
        ("ééé: 1\nbé: \x9f", (2, 5), "U+009F"),
        ("a: b\u2028c", (1, 5), "U+2028 (line separator)"),
        ("a: '\x85'", (1, 5), "U+0085"),
    ],
)
def test_a_character_that_yaml_forbids_is_named_at_its_place(read, text, place, name):
    document, [(line, column, code, message)] = read(text)
    assert (document, (line, column), code) == (None, place, "yaml-syntax")
    assert name in message


def test_a_second_document_is_refused_where_it_starts(read):
    assert read("---\na: 1\n...\n") == ({"a": "1"}, [])
    assert refusal(read("a: 1\n---\nb: 2\n")) == (2, 1, "yaml-documents")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_and_a_record_has_room(read, opening):
    closing = {"[": "]", "{a: ": "}", "- ": ""}[opening]
    assert read(opening * 40 + "x" + closing * 40)[1] == []
    assert refusal(read(opening * 41 + "x" + closing * 41))[2] == "yaml-depth"
    assert refusal(read(opening * 20_000))[2] == "yaml-depth"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tree):
    document = tree("\ufeffa: 1\r\nb:\r\n  - x\r\n")
    assert (document.root, document.problems) == ({"a": "1", "b": ["x"]}, [])
    assert places(document, document.root) == {(): (1, 1), ("a",): (1, 1), ("b",): (2, 1), ("b", 0): (3, 5)}


def test_a_latin_1_byte_is_named_at_its_place(read):
    document, problems = read(b"a: 1\nb: caf" + b"\xe9\n")
    assert document is None
    assert problems == [(2, 7, "not-utf8", "byte 0xe9 is not UTF-8")]


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", "---\n", "~\n"])
def test_an_empty_file_is_nothing_without_a_problem(read, content):
    assert read(content) == (None, [])


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("absent.yaml", "there is no such file"),
        ("folder.yaml", "this is a folder"),
        ("file.yaml/inside.yaml", "Not a directory"),
        ("zero\0byte.yaml", "no file can have this name"),
        ("n" * 300, "too long"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_problem_of_the_whole_file(tmp_path, name, says):
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "file.yaml").write_text("a: 1\n")
    document, [problem] = read_yaml(tmp_path / name, name)
    assert (document, problem.file, problem.line, problem.column, problem.code) == (None, name, 0, 0, "missing-file")
    assert says in problem.message


@given(st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
def test_arbitrary_bytes_give_a_document_or_a_problem_and_never_raise(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "arbitrary.yaml"
    file.write_bytes(content)
    document, problems = read_yaml(file)
    assert document is None or not any(problem.code == "yaml-syntax" for problem in problems)


# Python's parser and LibYAML's.

WORDS = st.text(alphabet="abc é😀:#-'\"[]{}&*!|>%@`,?~\n0", max_size=8)
DOCUMENTS = st.recursive(
    st.none() | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


def by_both(monkeypatch, file: Path):
    assert hasattr(yaml, "CSafeLoader"), "PyYAML was installed without LibYAML, so this proves nothing"
    results = []
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        with monkeypatch.context() as patch:
            patch.setattr(nodes, "Loader", loader)
            document, problems = read_whole(file)
            results.append((document and (document.root, places(document, document.root)), problems))
    return results


@pytest.mark.parametrize("file", REAL_FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_both_parsers_read_the_real_files_alike(monkeypatch, file):
    libyaml, python = by_both(monkeypatch, file)
    assert libyaml == python
    assert libyaml[1] == []


@given(document=DOCUMENTS, flow=st.sampled_from([True, False, None]))
def test_both_parsers_read_any_well_formed_file_alike(tmp_path_factory, document, flow):
    file = tmp_path_factory.getbasetemp() / "alike.yaml"
    file.write_text(yaml.safe_dump(document, default_flow_style=flow, allow_unicode=True), encoding="utf-8")
    with pytest.MonkeyPatch.context() as monkeypatch:
        libyaml, python = by_both(monkeypatch, file)
    assert libyaml == python
