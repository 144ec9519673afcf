"""Formatting never changes what a file says and keeps every comment: on generated records, and on the real ones."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline.installed import DATA
from timeline.record.edit.canon import EVENTS, date_key, format_file, format_text, record_files, record_languages
from timeline.record.read.nodes import read_yaml
from timeline.record.read.text import UNPRINTABLE

ROOT = Path(__file__).resolve().parents[2]
RECORDS = [DATA, *sorted(ROOT.glob("tests/records/good/*"))]

ODD = [
    "NO",
    "no",
    "1e3",
    "~",
    "",
    "null",
    "true",
    "2024-10-01",
    "12:30:45",
    "0o17",
    "1_000",
    ".5",
    "=",
    "<<",
    "-",
    "- a",
    "? b",
    "a: b",
    "a:",
    ":a",
    "a #b",
    "#a",
    "[a, b]",
    "{a: b}",
    "a, b",
    "&a",
    "*a",
    "!t",
    "%d",
    "@x",
    "`x`",
    "|",
    ">",
    "> q",
    "---",
    "...",
    "--- a",
    "{",
    "]",
    "http://a.b/#c",
    "it's",
    'say "no"',
    "back\\slash",
    "'\"\\",
    " leading",
    "trailing ",
    "  both  ",
    "a  b",
    "tab\tin",
    "\ttab",
    "two\nlines",
    "a\n\nb",
    "ends\n",
    "ends\n\n",
    "\nstarts",
    "a\n  indented\nb",
    "blank \nend",
    "a\r\nb",
    "\r",
    "🇰🇵 emoji 🚀",
    "« Où ? » ; l’«\u202famitié\u00a0» : oui\u00a0!",
    "\u00a0nbsp\u00a0",
    "x" * 300,
    ("mot " * 60).strip(),
    "w" * 108 + " " + "v" * 108,
    "é" * 111,
    "# " + "long comment-like " * 9,
]
WORDS = ["le", "traité", "the", "of", "Pyongyang", "»", "«", ":", ";", "#", "-", "1", "l’an"]
sentences = st.lists(st.sampled_from(WORDS), min_size=5, max_size=60).map(" ".join)
texts = st.one_of(
    st.sampled_from(ODD),
    sentences,
    st.lists(sentences, max_size=4).map("\n".join),
    # What no text may hold is refused, behind an escape too.
    st.text(st.characters(codec="utf-8"), max_size=40).filter(lambda text: not UNPRINTABLE.search(text)),
)
slugs = st.from_regex(r"[a-z]{1,9}(-[a-z0-9]{1,9}){0,2}", fullmatch=True)
both = st.fixed_dictionaries({"fr": texts, "en": texts})
dates = st.sampled_from(
    ["2024-06-19", "2024-10", "1996", "2024-10-03~", "2024-07/2024-09", "2024-09/..", "../2024-01", "soon"]
)
figures = st.fixed_dictionaries(
    {}, optional={"scope": slugs, "value": st.sampled_from(["11000", "1e3", "-.5"]), "quantity": slugs, "words": both}
)
claims = st.fixed_dictionaries(
    {"says": both, "source": slugs},
    optional={
        "by": st.lists(slugs, max_size=14),
        "asserted_on": dates,
        "figures": st.lists(figures, max_size=3),
        "id": slugs,
        "quote": st.fixed_dictionaries({"lang": st.just("no"), "text": texts}),
        "passage": st.just("3"),
        "via": texts,
        "note": both,
    },
)
sides = st.fixed_dictionaries({"claims": st.lists(slugs, min_size=1, max_size=3), "holds": both})
events = st.fixed_dictionaries(
    {"date": dates, "title": both},
    optional={
        "id": slugs,
        "claims": st.lists(claims, max_size=3),
        "countries": st.lists(st.sampled_from(["NO", "KP", "RU"]), max_size=3),
        "place": st.fixed_dictionaries({"name": both}, optional={"lat": st.just("39.90")}),
        "summary": both,
        "disagreements": st.lists(
            st.fixed_dictionaries({"about": st.just("date"), "sides": st.lists(sides)}), max_size=2
        ),
        "relates": st.lists(st.fixed_dictionaries({"event": slugs, "type": st.just("follows")}), max_size=3),
    },
)
# What loads, but is no record: a formatter meets it while somebody is at work.
keys = st.sampled_from(["id", "date", "title", "claims", "y", "n", "no", "0"]) | texts.filter(bool)
loose = st.recursive(
    st.none() | texts,
    max_leaves=12,
    extend=lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
)
documents = st.one_of(
    st.lists(events, min_size=1, max_size=4),
    st.lists(events | loose, max_size=3),
    loose.filter(lambda value: isinstance(value, (list, dict))),
)


class AnyStyle(yaml.SafeDumper):
    """Writes YAML in whatever style the dice say: flow and block, every kind of quotes, every width."""

    dice = random.Random()

    def ignore_aliases(self, data):
        return True

    def represent_text(self, text):
        style = self.dice.choice([None, None, "'", '"', "|", ">"])
        if set(text) & set("\x85\u2028\u2029"):
            style = '"'  # which escapes them: as they are they end a line for YAML only, and are refused
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def represent_list(self, items):
        return self.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=self.dice.random() < 0.4)

    def represent_dict(self, items):
        return self.represent_mapping("tag:yaml.org,2002:map", items.items(), flow_style=self.dice.random() < 0.3)


AnyStyle.add_representer(str, AnyStyle.represent_text)
AnyStyle.add_representer(list, AnyStyle.represent_list)
AnyStyle.add_representer(dict, AnyStyle.represent_dict)


def loaded(text: str, folder: Path):
    """What our loader makes of a text; fails where it doesn't load."""
    file = folder / "some.yaml"
    file.write_bytes(text.encode())
    nodes, problems = read_yaml(file)
    assert problems == []
    return nodes


def loads_as(text: str, data, folder: Path) -> bool:
    file = folder / "some.yaml"
    file.write_bytes(text.encode())
    return read_yaml(file) == (data, [])


def with_comments(text: str, dice: random.Random, folder: Path) -> tuple[str, list[str]]:
    """The text with comments strewn in wherever the loader doesn't mind, and the comments."""
    data, comments = loaded(text, folder), []
    for number in range(dice.randrange(9)):
        lines = text.split("\n")
        place = dice.randrange(len(lines))
        comment = f"#{dice.choice(['', ' ', ' - ', ': ', ' {'])}comment-{number}"
        if dice.random() < 0.4:
            lines[place] += f" {comment}"
        else:
            lines[place:place] = (
                [""] * dice.randrange(3) + [" " * dice.randrange(11) + comment] + [""] * dice.randrange(2)
            )
        if loads_as("\n".join(lines), data, folder):
            text = "\n".join(lines)
            comments.append(comment)
    return text, comments


def in_date_order(data):
    """Events as the canonical form sorts them, said in other words than there."""
    if not isinstance(data, list):
        return data
    last, keyed = date_key("-9999"), []  # before every date, open ones too
    last = (last[0], last[0])
    for item in data:
        date = item.get("date") if isinstance(item, dict) else None
        last = (date_key(date) if isinstance(date, str) else None) or last
        keyed.append((last, len(keyed), item))
    return [item for *_, item in sorted(keyed, key=lambda entry: entry[:2])]


@given(documents, st.randoms(use_true_random=False))
def test_formatting_never_changes_what_loads_and_keeps_every_comment(tmp_path_factory, data, dice):
    folder = tmp_path_factory.getbasetemp()
    AnyStyle.dice = dice
    text = yaml.dump(
        data,
        Dumper=AnyStyle,
        allow_unicode=dice.random() < 0.8,
        sort_keys=False,
        width=dice.choice([20, 80, 1000]),
        indent=dice.choice([2, 4]),
    )
    text, comments = with_comments(text, dice, folder)
    before = loaded(text, folder)
    formatted = format_text(text, languages=["en", "fr"])
    assert loaded(formatted, folder) == in_date_order(before)
    assert [comment for comment in comments if comment not in formatted] == []
    assert format_text(formatted, languages=["en", "fr"]) == formatted


@pytest.mark.parametrize("data", RECORDS, ids=lambda path: path.name)
def test_the_files_of_the_records_here_say_the_same_in_canonical_form(data, tmp_path):
    languages, files = record_languages(data), list(record_files(data))
    assert len(files) >= 4 and languages == ("en", "fr")
    for path, kind in files:
        result = format_file(path, languages, kind)
        text = result.after.decode()
        before = read_yaml(path)[0]
        assert loaded(text, tmp_path) == (in_date_order(before) if kind == EVENTS else before)
        assert format_text(text, kind, languages) == text
        assert max(len(line) for line in text.splitlines() if "://" not in line and "#" not in line) <= 110


def test_the_record_that_is_shipped_is_in_canonical_form():
    languages = record_languages(DATA)
    assert [path.name for path, kind in record_files(DATA) if format_file(path, languages, kind).changed] == []
