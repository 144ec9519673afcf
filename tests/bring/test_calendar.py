"""The example of the calendar, which was made in a spreadsheet: its sheet gives the record."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.record.load import load_record

CALENDAR = Path(__file__).parents[2] / "examples" / "calendar"
SHEET = CALENDAR / "calendar.xlsx"


def run(*arguments: object):
    done = CliRunner().invoke(main, [*map(str, arguments)])
    assert done.exit_code == 0, done.output
    return done


def test_its_sheet_makes_the_record_in_a_folder_that_holds_what_no_sheet_can(calendar, tmp_path):
    shutil.copytree(CALENDAR / "media", tmp_path / "new" / "media")
    done = run("import", SHEET, "--data", tmp_path / "new")
    assert "a new record: 25 events" in done.stdout and "made up" not in done.stdout
    shutil.copytree(CALENDAR / "lessons", tmp_path / "new" / "lessons")
    assert load_record(tmp_path / "new").hash == calendar.hash
    run("check", "--strict", "--data", tmp_path / "new")


def test_its_sheet_changes_nothing_in_the_record(tmp_path):
    shutil.copytree(CALENDAR, tmp_path / "calendar")
    done = run("import", SHEET, "--data", tmp_path / "calendar", "--remove")
    assert done.stdout == "nothing changed in the record\n"


def test_it_has_what_an_example_of_dates_before_the_year_1_needs(calendar):
    dates = {event.id: event.date for event in calendar.events}
    assert sum(date.earliest.year <= 0 for date in dates.values()) >= 12
    across = dates["no-leap-day"]
    assert across.earliest.year <= 0 < across.latest.year
    assert {date.shape for date in dates.values()} == {"instant", "range", "within"}
    assert any(
        claim.asserted_on and claim.asserted_on.precision == "season"
        for event in calendar.events
        for claim in event.claims
    )
    assert 5 <= len(calendar.settings.chapters) <= 6 and calendar.settings.languages == ("en", "fr")
    assert {"asserts", "denies", "predicts"} <= {claim.stance for event in calendar.events for claim in event.claims}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_of_its_claims_names_where_it_can_be_read(calendar, language):
    for event in calendar.events:
        for claim in event.claims:
            assert claim.url or claim.locator, (event.id, claim.id)
            assert claim.says[language]
