"""The bundles: what they hold, and in which order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.publish.page import bundle
from timeline.publish.page.bundle import built, dash_script, modules, plotly_script, qrcode_script, sheets, styles
from timeline.publish.page.page import linked_page
from timeline.view.app import build_app

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.fixture(scope="module")
def dash(apollo):
    return dash_script(build_app(apollo))


def test_dash_is_there_without_what_the_page_does_not_use(dash):
    text = dash.text
    assert "DashRenderer" in text and "dash_html_components" in text and "regeneratorRuntime" in text
    assert "window.dash_core_components=" not in text and "window.dash_table=" not in text
    assert text.index("regeneratorRuntime=") < text.index("DashRenderer")


def test_our_script_is_what_was_built_and_starts_dash():
    text = modules().first.text
    assert text == (ASSETS / "dist" / "modules" / "timeline.js").read_text(encoding="utf-8").rstrip()
    assert "new DashRenderer" in text


def test_the_first_script_needs_no_other_and_is_a_good_deal_smaller_than_all():
    ours = modules()
    assert not re.search(r"\bimport[\s\"'{*]", ours.first.text), "the first script loads others before it runs"
    assert len(ours.first.text) < 0.75 * len(built("timeline.js"))


def test_every_module_on_demand_is_in_files_that_there_are():
    ours = modules()
    there = {file.path for file in ours.others}
    assert {"views/sources/sources.js", "export/menu.js", "share/print.js"} <= set(ours.wanted)
    assert {path for paths in ours.wanted.values() for path in paths} == there


def test_what_is_fetched_ahead_for_an_address_is_a_module_on_demand_and_a_sheet_on_demand():
    rows = re.search(r"AT_ONCE = \[\n(.+?)\n\];", (ASSETS / "src/boot/files.js").read_text("utf-8"), re.DOTALL)[1]
    table = [re.findall(r'"([^"]*)"', row) for row in rows.splitlines()]
    assert {row[2] for row in table} <= set(modules().wanted)
    assert {row[3] for row in table if len(row) > 3} <= {sheet.name for sheet in sheets()}


def test_codes_are_made_by_a_script_of_somebody_else():
    assert "qrcode" in qrcode_script().text and "trademark of DENSO WAVE" in qrcode_script().text


def test_a_file_s_name_changes_with_its_content(dash):
    ours = modules()
    single = [dash, plotly_script(), qrcode_script(), *sheets()]
    assert all(re.fullmatch(r"bundles/\w+\.[0-9a-f]{16}\.(js|css)", file.path) for file in single)
    # Modules name one another, and so can't have a name that each other's content decides.
    folders = {file.path.rpartition("/")[0] for file in (ours.first, *ours.others)}
    assert len(folders) == 1 and re.fullmatch(r"bundles/[0-9a-f]{16}", folders.pop())


def test_the_style_sheet_is_what_was_built_and_every_other_comes_on_demand():
    text = styles().text
    assert text == (ASSETS / "dist" / "timeline.css").read_text(encoding="utf-8").rstrip()
    index = (ASSETS / "css" / "index.css").read_text(encoding="utf-8")
    parts = {file.name for file in (ASSETS / "css").glob("*.css")} - {"index.css"}
    on_demand = {f"{sheet.name}.css" for sheet in sheets()}
    assert set(re.findall(r'@import "./([\w-]+\.css)"', index)) == parts - on_demand


def test_scripts_of_the_document_can_stand_in_it():
    """They stand between `<script>` tags, where nothing in them may end the element."""
    for file in (ASSETS / "dist").glob("boot-*.js"):
        assert not re.search(r"</script|<!--", built(file.name), re.IGNORECASE), file.name


def test_scripts_and_sheets_are_compressed_once_for_all_records(apollo, vesuvius, monkeypatch):
    """Live editing makes a page of every save, and would still be compressing for the last ones."""
    pages = [linked_page(record, build_app(record)) for record in (apollo, vesuvius)]
    before = [file.brotli for file in pages[0].files]
    monkeypatch.setattr(bundle, "_brotli", lambda _, quality: quality)
    assert len(before) > 8
    anew = [file for file in pages[1].files if file.brotli not in before]
    assert [file.suffix for file in anew] == ["json"] and anew[0].brotli == bundle.SCRIPTS_QUALITY  # a small record
