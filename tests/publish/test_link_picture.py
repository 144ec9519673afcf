"""The picture for links: the events of any record on their scale, and words that its font can draw."""

from __future__ import annotations

import io
import json
from collections import Counter

import pytest
from PIL import Image

from timeline.publish.page.picture import SIZE, _drawable, _font, picture
from timeline.record.load import load_record
from timeline.view import overview


def colours(made: bytes) -> Counter:
    """How many pixels there are of each colour, as #rrggbb."""
    image = Image.open(io.BytesIO(made)).convert("RGB")
    assert image.size == SIZE
    return Counter({"#%02x%02x%02x" % colour: count for count, colour in image.getcolors(SIZE[0] * SIZE[1])})


def test_every_kind_of_event_is_in_it(record):
    found = colours(picture(record))
    assert {
        kind.light for kind in record.settings.kinds if any(event.kind == kind.id for event in record.events)
    } <= set(found)


@pytest.mark.parametrize("knots", [1, 3, 2000])
def test_a_scale_with_fewer_knots_than_days_places_every_event_all_the_same(apollo, monkeypatch, knots):
    """The scale of a record of thousands of days has a knot for every so many of them."""
    whole = colours(picture(apollo))
    monkeypatch.setattr(overview, "MOST", knots)
    made = colours(picture(apollo))
    for kind in apollo.settings.kinds:
        assert made[kind.light] == pytest.approx(whole[kind.light], rel=0.5)


@pytest.mark.parametrize(
    "words",
    [
        "L’éruption du Vésuve – œuvre, « ça »…",
        "Die alte Brücke, Größe: 5 m²",
        "Čeština, Łódź, Ő, ğ, ñ",
        "Русско-корейский договор",
        "Η γέφυρα",
        "Հայերեն",
        "ქართული",
    ],
)
def test_every_letter_of_europe_is_drawn(words):
    assert _drawable(words, _font(30)) == words
    assert _drawable("e\u0301", _font(30)) == "é"


@pytest.mark.parametrize(("title", "drawn"), [("A – B 月", "A – B"), ("E\u0301te\u0301 月", "Été")])
def test_letters_that_the_font_lacks_leave_no_box(write_record, title, drawn):
    def shown(words: str) -> bytes:
        return picture(
            load_record(
                write_record(settings=lambda text: text.replace("From the goal to the samples", json.dumps(words)))
            )
        )

    assert shown(title) == shown(drawn)
    assert shown(title) != shown("something else")
