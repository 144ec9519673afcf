"""The bundles: what they hold, in which order, and that leaving comments out changes nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.publish.page.bundle import lean, scripts, styles
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


def test_our_scripts_come_in_the_order_of_their_names_and_then_dash_starts(bundles):
    text = bundles["timeline"].text
    parts = [
        "window.Timeline",
        "Timeline.query =",
        "Timeline.page =",
        "Timeline.chart =",
        "Timeline.app =",
        "new DashRenderer()",
    ]
    assert [text.index(part) for part in parts] == sorted(text.index(part) for part in parts)


def test_what_no_first_view_needs_comes_last(bundles):
    assert list(bundles) == ["dash", "timeline", "plotly", "codes"]
    assert "qrcode" in bundles["codes"].text and "trademark of DENSO WAVE" in bundles["codes"].text


def test_a_file_s_name_changes_with_its_content(bundles):
    assert len({bundle.path for bundle in bundles.values()}) == len(bundles)
    assert all(re.fullmatch(r"bundles/\w+\.[0-9a-f]{16}\.js", bundle.path) for bundle in bundles.values())


def test_comments_and_indentation_are_left_out_and_nothing_else():
    assert (
        lean("zero();\n/* a\n * b */\n  one(); // stays\n\n  // gone\n  /** gone */\n  two(`/* in words */`);\n")
        == "zero();\none(); // stays\ntwo(`/* in words */`);\n"
    )


@pytest.mark.parametrize("file", sorted([*ASSETS.glob("*.js"), *ASSETS.glob("*.css")]), ids=lambda file: file.name)
def test_no_string_reaches_over_the_end_of_a_line(file):
    """Else its indentation would be taken for the file's."""
    code = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    for line in code.splitlines():
        assert re.sub(r"\\.|/\[[^\]]*\][^/]*/", "", line).count("`") % 2 == 0, line
        assert not line.rstrip().endswith("\\"), line


def test_style_sheets_keep_every_rule():
    assert styles().text.count("{") == sum(file.read_text(encoding="utf-8").count("{") for file in ASSETS.glob("*.css"))
