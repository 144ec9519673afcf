"""The canonical form: what it looks like, rule by rule."""

from __future__ import annotations

import pytest

from timeline.record.edit.canon import format_text
from timeline.record.model.model import Actor, Seed, Source
from timeline.record.model.settings import Settings

# Each rule by example: what is given => what it becomes.
RULES = r"""
## keys in the model's order, unknown ones last
- title: {fr: Un, en: One}
  zzz: 1
  date: '1996'
  id: a
=>
- id: a
  date: "1996"
  title:
    en: One
    fr: Un
  zzz: 1

## events in date order, those of one date as they were
- {id: c, date: 2024-06-19}
- {id: b, date: 2024-06}
- {id: d, date: 2024-06-19}
- {id: a, date: ../2023}
=>
- id: a
  date: "../2023"

- id: b
  date: "2024-06"

- id: c
  date: "2024-06-19"

- id: d
  date: "2024-06-19"

## an event without a date stays below the one it stands below
- {id: b, date: 2024}
- {id: x, date: soon}
- {id: a, date: 2023}
=>
- id: a
  date: "2023"

- id: b
  date: "2024"

- id: x
  date: "soon"

## claims and disagreements as they are
- claims:
  - {id: c2, says: {en: B}}
  - {id: c1, says: {en: A}}
=>
- claims:
    - id: c2
      says:
        en: B
    - id: c1
      says:
        en: A

## small maps and lists of words on one line
- id: a
  actors:
  - b
  - c
  place:
    lat: 39.90
    name:
      en: Here
  relates:
  - event: b
    type: follows
  claims:
  - figure:
      value: 11000
      quantity: troops
    quote: {lang: fr, text: 'oui, oui'}
=>
- id: a
  actors: [b, c]
  place: {name: {en: Here}, lat: 39.90}
  claims:
    - quote: {text: "oui, oui", lang: fr}
      figure: {quantity: troops, value: 11000}
  relates:
    - {type: follows, event: b}

## sides of a disagreement
- disagreements: [{sides: [{claims: [c1], holds: {fr: Oui, en: Indeed}}]}]
=>
- disagreements:
    - sides:
        - holds: {en: Indeed, fr: Oui}
          claims: [c1]

## a text that fits its line is plain, a longer one folded at 110
- summary:
    en: 'word word word word word word word word word word word word word word word word word word word abcdefg'
    fr: 'word word word word word word word word word word word word word word word word word word
      word word word word word word word end'
=>
- summary:
    en: word word word word word word word word word word word word word word word word word word word abcdefg
    fr: >-
      word word word word word word word word word word word word word word word word word word word word word
      word word word word end

## what YAML would take for something else is quoted
- id: a
  title:
    en: 1903
    fr: "1e3"
    no: ~
  countries:
  - NO
  - "KP"
=>
- id: a
  title:
    en: "1903"
    fr: "1e3"
    "no": null
  countries: ["NO", KP]

## numbers are plain
- claims:
  - passage: '3'
    figure: {value: "1500.5"}
=>
- claims:
    - passage: 3
      figure: {value: 1500.5}

## empty values
- {id: , actors: [], place: {}}
=>
- id: null
  actors: []
  place: {}

## markers, anchors and tags go
%YAML 1.1
---
- &x
  id: !!str a
...
=>
- id: a

## one blank line between events, none within
- id: a

  kind: b
- id: c



- id: d

=>
- id: a
  kind: b

- id: c

- id: d

## no event at all
# None yet
[]
=>
# None yet
[]

## several lines are literal
- summary:
    en: "one\ntwo"
=>
- summary:
    en: |-
      one
      two

## several paragraphs, one of them long, are folded
- summary:
    en: "word word word word word word word word word word word word word word word word word word
      word word word end\nnext"
=>
- summary:
    en: >-
      word word word word word word word word word word word word word word word word word word word word word
      end

      next

## what no block holds is escaped
- summary: {en: "one \ntwo", fr: " \t\u2028"}
=>
- summary:
    en: "one \ntwo"
    fr: " \t\u2028"

## quotes only where they are needed, single ones where they save escapes
- title:
    en: 'plain'
    fr: "l’accord : « oui »"
    a: 'it''s: here'
    b: "say \"no\": no"
    c: "#1"
    d: 'a, b'
=>
- title:
    en: plain
    fr: "l’accord : « oui »"
    a: "it's: here"
    b: 'say "no": no'
    c: "#1"
    d: a, b
"""


def examples():
    """(name, given, wanted) of every rule."""
    for rule in RULES.strip("\n").split("\n\n## "):
        name, _, texts = rule.removeprefix("## ").partition("\n")
        given, wanted = texts.split("=>\n")
        yield pytest.param(given, wanted.rstrip("\n") + "\n", id=name)


@pytest.mark.parametrize(
    "given, wanted",
    [
        *examples(),
        pytest.param(
            "\ufeff- id: a\r\n  date: 1996", '- id: a\n  date: "1996"\n', id="byte order mark, CRLF, no last line end"
        ),
        pytest.param(
            "- title: {en: 'A\u00a0: b\u202f; c'}\n", '- title:\n    en: "A\u00a0: b\u202f; c"\n', id="no-break spaces"
        ),
        pytest.param(
            f"- claims:\n  - url: >-\n      https://a.org/{'x' * 120}\n",
            f"- claims:\n    - url: https://a.org/{'x' * 120}\n",
            id="a long word stays on its line",
        ),
    ],
)
def test_canonical_form(given, wanted):
    assert format_text(given, languages=["en", "fr"]) == wanted
    assert format_text(wanted, languages=["en", "fr"]) == wanted


def test_a_map_that_does_not_fit_its_line_takes_one_of_its_own_or_several():
    words = "mot " * 9
    text = f"- claims:\n  - figure: {{quantity: troops, words: {{en: {words}end}}, unit: soldiers, scope: in}}\n"
    below = f"{{quantity: troops, words: {{en: {words}end}}, unit: soldiers, scope: in}}"
    assert format_text(text) == f"- claims:\n    - figure:\n        {below}\n"
    assert format_text(text.replace("in}", "in-the-whole-region}")) == (
        f"- claims:\n    - figure:\n        quantity: troops\n        words: {{en: {words}end}}\n"
        "        unit: soldiers\n        scope: in-the-whole-region\n"
    )


def test_texts_follow_the_timeline_s_own_languages():
    text = "- title: {de: Eins, en: One, uk: Один}\n"
    assert format_text(text, languages=["uk", "de"]) == "- title:\n    uk: Один\n    de: Eins\n    en: One\n"
    assert format_text(text) == "- title:\n    de: Eins\n    en: One\n    uk: Один\n"


@pytest.mark.parametrize(
    "kind, given, wanted",
    [
        (
            list[Actor],
            "# Who\n- type: group\n  name:\n    en: Us\n  id: us\n\n\n- id: a\n",
            "# Who\n- id: us\n  name: {en: Us}\n  type: group\n\n- id: a\n",
        ),
        (list[Source], "- language: [fr]\n  id: a\n- id: b\n", "- id: a\n  language: [fr]\n- id: b\n"),
        (
            Settings,
            "languages: [en]\n\n# The name\ntitle: {en: One}\nunits: [{name: {en: kg}, id: kg}]\n",
            "# The name\ntitle:\n  en: One\nlanguages: [en]\nunits:\n  - {id: kg, name: {en: kg}}\n",
        ),
        (
            Seed,
            "published: 2024\nid: a\nsha256: " + "0" * 64 + "\nparagraphs: [{gist: {en: G}, n: 1}]\n",
            'id: a\npublished: "2024"\nsha256: "' + "0" * 64 + '"\nparagraphs:\n  - n: 1\n    gist:\n      en: G\n',
        ),
    ],
)
def test_the_other_files_of_a_record(kind, given, wanted):
    assert format_text(given, kind) == wanted
    assert format_text(wanted, kind) == wanted


def test_comments_stay_with_what_they_stand_at():
    given = """\
# The head of the file
#  in two lines

# --- the nineties ---

# above the second event
- date: "1996"   # when
  # above the id
  id: b
  # above the claims
  claims:  # who says so
    # above the first claim
    - says:
        en: >-   # of a text
          Text
      id: c1
      # below the claim
    # below the claims
  # below the second event

# above the first event
- id: a # its id
  date: "1990"
  actors: [x, # not y
    z]
# the end of the file
"""
    wanted = """\
# The head of the file
#  in two lines

# --- the nineties ---

# above the first event
- id: a  # its id
  date: "1990"
  actors:
    - x  # not y
    - z

# above the second event
# above the id
- id: b
  date: "1996"  # when
  # above the claims
  claims:  # who says so
    # above the first claim
    - id: c1
      says:
        en: Text  # of a text
      # below the claim
    # below the claims
  # below the second event
# the end of the file
"""
    assert format_text(given) == wanted
    assert format_text(wanted) == wanted


def test_a_heading_moves_with_the_event_below_it():
    given = "# head\n\n- {id: z, date: 2020}\n# The nineties\n\n# of a\n- {id: a, date: 1990}\n"
    assert (
        format_text(given) == '# head\n\n# The nineties\n\n# of a\n- id: a\n  date: "1990"\n\n- id: z\n  date: "2020"\n'
    )
