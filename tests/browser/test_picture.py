"""Pictures of the chart and of the numbers: complete in themselves, sharp, and made in the browser alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageColor

SVG = "{http://www.w3.org/2000/svg}"


def saved(page, format: str) -> bytes:
    """The file that the export menu gives; afterwards the menu is closed again."""
    page.locator("#menu").click()
    page.locator("#export").click()
    with page.expect_download() as download:
        page.locator(f"#export-dialog [data-format={format}]").click()
    page.keyboard.press("Escape")
    return Path(download.value.path()).read_bytes()


def svg(page):
    return ElementTree.fromstring(saved(page, "svg"))


def png(page):
    return Image.open(BytesIO(saved(page, "png")))


def words(picture):
    """All texts of a picture; a text's lines are joined as they were before they were wrapped."""
    texts = [
        " ".join(line.text or "" for line in text.iter(f"{SVG}tspan"))
        if text.find(f"{SVG}tspan") is not None
        else "".join(text.itertext())
        for text in picture.iter(f"{SVG}text")
    ]
    return [" ".join(text.split(" ")) for text in texts]


@pytest.mark.parametrize(
    ("query", "title", "window", "line", "headings", "source"),
    [
        (
            "lang=en",
            "The 2024 Russia–North Korea treaty",
            "1 June 2024 – 20 December 2024",
            "92 of 104 in this period · outside this period: 11 earlier, 1 later",
            ["Kinds of events", "What the record supports", "How the date is known"],
            "Source: The 2024 Russia–North Korea treaty, record of 25 November 2026, version {hash}. Text: CC BY 4.0. "
            "{base}/?lang=en",
        ),
        (
            "lang=fr&kind=combat&kind=treaty&q=corée&from=2024-10-01&asof=2024-11-05&window=2024-10-01/2024-11-15",
            "Le traité russo-nord-coréen de 2024",
            "1er octobre 2024 – 15 novembre 2024",
            "{n} sur {total} dans cette période · Nature\u00a0: Combats ou Traité · Recherche\u00a0: "
            "«\u202fcorée\u202f» · Dates\u00a0: "
            "à partir du 1er octobre 2024 · Ce qu’on savait le 5 novembre 2024",
            ["Nature des événements", "Ce que le dossier permet d’affirmer", "Comment la date est connue"],
            "Source\u00a0: Le traité russo-nord-coréen de 2024, dossier du 25 novembre 2026, version {hash}. "
            "Texte\u00a0: CC BY 4.0. ",
        ),
    ],
)
def test_it_says_what_it_shows_and_where_it_comes_from(
    look, record, expected, live_server, query, title, window, line, headings, source
):
    page = look(query)
    found = words(svg(page.browser))
    total = len(expected.ids(f"asof={day}" if (day := expected.spec(query).get("asof")) else ""))
    count = len(page.shown_ids())
    line = line.replace("{n}", str(count)).replace("{total}", str(total))
    assert found[:2] == [title, window]
    assert found[2].startswith(line)
    assert set(headings) <= set(found)
    assert found[-1].startswith(source.format(hash=record.hash[:12], base=live_server))


def test_it_names_the_record_s_own_terms_or_none(visit_record, make_record):
    """A picture is passed on without the page: it may not promise terms that nobody gave."""
    for licence, end in (("CC0", "Text: CC0."), (None, "version {hash}.")):
        one = make_record({"date": "1969-07-20"}, settings={"licence": licence} if licence else {})
        page = visit_record(one).browser
        source = words(svg(page))[-1]
        assert end.format(hash=one.hash[:12]) in source
        assert ("Text:" in source) is bool(licence)


def test_its_legend_names_the_kinds_that_are_shown_and_every_status(look, record):
    found = words(svg(look("kind=treaty&kind=combat&lang=en").browser))
    assert {"Treaty", "Combat", "Established", "Reported", "Contested", "Predicted", "a day"} <= set(found)
    others = {kind.name["en"] for kind in record.settings.kinds} - {"Treaty", "Combat"}
    assert not others & set(found)


def test_its_legend_explains_the_lines_that_the_chart_draws_and_no_others(look):
    whole = set(words(svg(look("lang=en").browser)))
    assert {
        "from one day to another",
        "some day within",
        "on or about (not to scale)",
        "since; end not known",
        "several events",
    } <= whole
    few = set(words(svg(look("kind=ratification&lang=en").browser)))
    assert "from one day to another" not in few and "several events" not in few and "a day" in few


def test_its_marks_are_the_chart_s_own(look):
    """The established mark of a kind in the legend has the same outline as in the chart."""
    page = look("kind=ratification&lang=en").browser
    picture = svg(page)
    legend = next(node for node in picture.iter(f"{SVG}g") if node.get("class") == "picture-legend")
    drawn = {path.get("d") for path in picture.iter(f"{SVG}path") if "point" in (path.get("class") or "").split()}
    marks = [sign for sign in legend.iter() if sign.get("transform")]
    assert len(marks) == 1 + 4
    assert marks[0].get("d") in drawn


def test_the_same_events_are_drawn_as_on_the_page(look):
    page = look("kind=ratification&window=2024-10-01/2024-11-20&lang=en&event=duma-vote")
    labels = {label["text"] for label in page.label_boxes()}
    found = set(words(svg(page.browser)))
    assert labels and sum(label in found for label in labels) >= len(labels) * 0.8


@pytest.mark.parametrize("options", [{}, {"phone": True}])
def test_it_can_be_read_and_is_as_wide_on_a_phone(look, options):
    picture = svg(look("lang=en", **options).browser)
    assert picture.get("width") == "1200"
    sizes = [float(size) for node in picture.iter() if (size := node.get("font-size"))]
    assert min(sizes) >= 12 and max(sizes) >= 30
    assert {node.tag for node in picture.iter()}.isdisjoint(
        {f"{SVG}{tag}" for tag in ("foreignObject", "image", "script", "a")}
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_png_is_twice_as_large_and_in_the_theme_of_the_page(look, record, theme):
    page = look(f"theme={theme}&lang=en").browser
    drawn, picture = svg(page), png(page).convert("RGB")
    assert picture.size == (2 * int(drawn.get("width")), 2 * int(drawn.get("height")))
    assert picture.getpixel((2, 2)) == ImageColor.getrgb({"light": "#fbfaf6", "dark": "#15181d"}[theme])
    colours = {colour for _, colour in picture.getcolors(2**24)}
    assert {ImageColor.getrgb(getattr(kind, theme)) for kind in record.settings.kinds} <= colours


def test_a_view_without_events_makes_a_picture_that_says_so(look):
    page = look("q=zzzz&lang=en").browser
    found = words(svg(page))
    assert "No event in this period" in found
    assert any(text.startswith("No event matches · Search: “zzzz”") for text in found)
    assert png(page).size[0] == 2400


@pytest.mark.parametrize(
    ("query", "language"), [("view=numbers&kind=deployment", "en"), ("view=numbers&unit=km2&theme=dark", "fr")]
)
def test_in_the_view_of_numbers_it_is_their_plot(look, query, language):
    page = look(f"{query}&lang={language}")
    heading = page.at("#numbers-view h2").inner_text()
    voices = page.at(".numbers-legend ul").last.locator("li").all_inner_texts()
    bounds = page.at(".numbers-legend ul").first.locator("li").all_inner_texts()
    picture = svg(page.browser)
    found = words(picture)
    assert found[1] == heading
    assert page.at(".numbers-note").inner_text() in found
    assert {text.strip() for text in [*voices, *bounds]} <= set(found)
    marks = len(page.at("#numbers-view g.trace path.point").all())
    drawn = [path for path in picture.iter(f"{SVG}path") if "point" in (path.get("class") or "").split()]
    assert len(drawn) == marks > 3
    assert png(page.browser).size[0] == 2400


def test_in_the_view_of_the_two_clocks_it_is_their_drawing(look):
    picture = svg(look("view=clocks&lang=en&theme=light").browser)
    found = words(picture)
    assert {"said beforehand", "when it happened →", "Predicts"} <= set(found)
    marks = [node for node in picture.iter(f"{SVG}g") if "clocks-mark" in (node.get("class") or "")]
    assert len(marks) > 50
    colours = {node.get("fill") for mark in marks for node in mark}
    assert "rgb(29, 107, 69)" in colours  # the colours stand in the file, not in a style sheet


@pytest.mark.parametrize(
    ("query", "period"),
    [
        ("&window=2024-10-01/2024-11-15", "1 October 2024 – 15 November 2024"),
        ("&scope=all", "Whole timeline; quiet times are drawn short"),
    ],
)
def test_the_two_clocks_name_the_days_that_they_show(look, query, period):
    found = words(svg(look(f"view=clocks&lang=en{query}").browser))
    assert found[1] == "When it happened, and when it was said"
    assert found[2].startswith(f"{period} · ")
    assert "outside this period" not in found[2]


def test_in_the_view_of_the_map_it_is_the_map(look, record):
    page = look("view=map&lang=en&theme=light")
    picture = svg(page.browser)
    found = words(picture)
    assert found[1] == "Where it happened"
    assert found[2] == "Whole timeline · 104 events"
    assert {"Pyongyang +4", "a region", "a country", "Said to have moved"} <= set(found)
    [land] = [text for text in found if text.startswith("Land only, from Natural Earth. The map has no borders")]
    nowhere = page.at(".map-nowhere summary").inner_text()
    assert nowhere in land
    marks = [node for node in picture.iter(f"{SVG}text") if node.get("class") == "mark-count"]
    assert sum(int(mark.text) for mark in marks[:-1]) == 104 - int(nowhere.split()[0])
    [ground] = [node for node in picture.iter(f"{SVG}path") if len(node.get("d") or "") > 5000]
    assert ground.get("fill") == "rgb(224, 220, 207)"  # the colours stand in the file, not in a style sheet
    assert png(page.browser).size[0] == 2400


def test_a_map_that_somebody_moved_is_drawn_as_it_is_seen(visit):
    page = visit("view=map&lang=en")
    assert "Brussels" in words(svg(page.browser))
    page.at("[data-key=zoom_in]").click()
    page.at("[data-key=zoom_in]").click()
    assert "Brussels" not in words(svg(page.browser))


def test_numbers_that_are_not_there_make_a_picture_that_says_so(look):
    found = words(svg(look("view=numbers&q=zzzz&lang=en").browser))
    assert "None of the events shown gives a figure." in found


@pytest.mark.parametrize(
    ("view", "label", "part"),
    [
        ("numbers", "Picture of the numbers (PNG)", "-numbers"),
        ("clocks", "Picture of the two clocks (PNG)", "-clocks"),
        ("map", "Picture of the map (PNG)", "-map"),
        ("sources", "Picture of the timeline (PNG)", ""),
    ],
)
def test_the_menu_says_what_it_is_a_picture_of(visit, view, label, part):
    page = visit(f"view={view}&lang=en")
    page.in_menu("#export").click()
    button = page.at("[data-format=png]")
    assert button.inner_text() == f"↓ {label}"
    with page.browser.expect_download() as download:
        button.click()
    assert download.value.suggested_filename == f"the-2024-russia-north-korea-treaty{part}-en.png"


def test_making_one_leaves_the_page_as_it_was(timeline_page):
    count = "document.querySelectorAll('body *').length"
    png(timeline_page.browser)  # the menu itself stays in the page once it was open
    before = timeline_page.browser.evaluate(count)
    png(timeline_page.browser)
    assert timeline_page.eventually(f"() => {count}", before) == before


def test_it_can_be_made_from_a_file_on_disk(browser, offline_file):
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    page.goto(offline_file)
    page.locator("html[data-ready=true]").wait_for()
    source = words(svg(page))[-1]
    assert source.endswith("Texte\u00a0: CC BY 4.0.")  # a path on somebody's disk is no address
    assert png(page).size[0] == 2400
    context.close()


@pytest.mark.parametrize(("format", "start"), [("png", b"\x89PNG\r\n"), ("svg", b"<svg ")])
def test_the_export_menu_offers_it(visit, format, start):
    page = visit("kind=treaty&lang=fr")
    page.in_menu("#export").click()
    with page.browser.expect_download() as download:
        page.at(f"[data-format={format}]").click()
    assert download.value.suggested_filename.endswith(f".{format}")
    with open(download.value.path(), "rb") as file:
        assert file.read().startswith(start)
