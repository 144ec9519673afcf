"""The bundles: what they hold, and in which order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.publish.page.bundle import built, scripts, styles
from timeline.view.app import build_app

ASSETS = Path(__file__).resolve().parents[2] / "assets"


@pytest.fixture(scope="module")
def bundles(apollo):
    return {bundle.name: bundle for bundle in scripts(build_app(apollo))}


def test_dash_is_there_without_what_the_page_does_not_use(bundles):
    text = bundles["dash"].text
    assert "DashRenderer" in text and "dash_html_components" in text and "regeneratorRuntime" in text
    assert "window.dash_core_components=" not in text and "window.dash_table=" not in text
    assert text.index("regeneratorRuntime=") < text.index("DashRenderer")


def test_our_script_is_what_was_built_and_starts_dash(bundles):
    text = bundles["timeline"].text
    assert text == (ASSETS / "dist" / "timeline.js").read_text(encoding="utf-8").rstrip()
    assert "new DashRenderer" in text


def test_what_no_first_view_needs_comes_last(bundles):
    assert list(bundles) == ["dash", "timeline", "plotly", "qrcode"]
    assert "qrcode" in bundles["qrcode"].text and "trademark of DENSO WAVE" in bundles["qrcode"].text


def test_a_file_s_name_changes_with_its_content(bundles):
    assert len({bundle.path for bundle in bundles.values()}) == len(bundles)
    assert all(re.fullmatch(r"bundles/\w+\.[0-9a-f]{16}\.js", bundle.path) for bundle in bundles.values())


def test_the_style_sheet_is_what_was_built_and_holds_every_part():
    text = styles().text
    assert text == (ASSETS / "dist" / "timeline.css").read_text(encoding="utf-8").rstrip()
    index = (ASSETS / "css" / "index.css").read_text(encoding="utf-8")
    parts = {file.name for file in (ASSETS / "css").glob("*.css")} - {"index.css"}
    assert set(re.findall(r'@import "./([\w-]+\.css)"', index)) == parts


def test_scripts_of_the_document_can_stand_in_it():
    """They stand between `<script>` tags, where nothing in them may end the element."""
    for file in (ASSETS / "dist").glob("boot-*.js"):
        assert not re.search(r"</script|<!--", built(file.name), re.IGNORECASE), file.name
