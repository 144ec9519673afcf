"""French has no-break spaces beside its signs, whatever an editor types there; other languages stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.folding import fold, normalised
from timeline.record.typography import typeset

NARROW, FULL = "\u202f", "\u00a0"


@pytest.mark.parametrize("typed", [" ", "\u00a0", "\u202f", "\u2009"])
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Qui le dit_?", f"Qui le dit{NARROW}?"),
        ("Vrai_; faux_!", f"Vrai{NARROW}; faux{NARROW}!"),
        ("«_Oui_», dit-il", f"«{NARROW}Oui{NARROW}», dit-il"),
        ("Séoul_: 50_%", f"Séoul{FULL}: 50{NARROW}%"),
        ("Séoul_: oui", f"Séoul{FULL}: oui"),
        ("sous Auguste av._J.-C.", f"sous Auguste av.{FULL}J.\u2011C."),
        ("44 av._J.-C., 9 ap._J.-C.", f"44 av.{FULL}J.\u2011C., 9 ap.{FULL}J.\u2011C."),
        ("11_000 soldats, 1_200_000 hommes", f"11{NARROW}000 soldats, 1{NARROW}200{NARROW}000 hommes"),
    ],
)
def test_the_space_that_belongs_there(words, wanted, typed):
    assert typeset(words.replace("_", typed), "fr") == wanted


@pytest.mark.parametrize(
    "words", ["En 2024 300 soldats", "à 12:30", "https://a.example/?q=1", "« »".replace(" ", ""), "3 000, or 50 %"]
)
def test_other_spaces_stay(words):
    assert typeset(words, "en") == words
    if "000" not in words:
        assert typeset(words, "fr") == words


@given(st.text(alphabet="aé1203 \u00a0\u202f:;?!%«».,\n"))
def test_nothing_but_spaces_changes_and_once_is_enough(text):
    done = typeset(text, "fr")
    assert typeset(done, "fr") == done
    assert "".join(done.split()) == "".join(text.split())
    assert fold(normalised(done)) == fold(normalised(text))


def test_the_record_has_them_wherever_its_readers_read_french(record):
    def french(part):
        if isinstance(part, dict):
            for key, value in part.items():
                yield from [value] if key == "fr" and isinstance(value, str) else french(value)
        elif isinstance(part, (list, tuple)):
            for value in part:
                yield from french(value)

    parts = (record.settings, *record.actors.values(), *record.sources.values(), *record.seeds.values(), *record.events)
    texts = [text for part in parts for text in french(part.model_dump(mode="json"))]
    assert len(texts) > 500
    assert [text for text in texts if text != typeset(text, "fr")] == []
    assert any(NARROW in text for text in texts)
