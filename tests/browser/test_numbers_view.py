"""The numbers: every figure as its claimant gave it, in a plot and in a table that hold the same.

What is expected is read from the five documents: (document, paragraph) and what stands there.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

ROWS = """() => [...document.querySelectorAll("#numbers-view tbody tr")].map((row) => ({
  key: row.dataset.figure,
  cells: [...row.children].map((cell) => cell.textContent.replace(/\\u00a0|\\u202f/g, " ").trim()),
  events: [...row.querySelectorAll("[data-event-id]")].map((button) => button.dataset.eventId),
}))"""
# Every mark with the row of the table it belongs to: what Plotly drew, found again through its own data.
MARKS = """() => {
  const plot = document.querySelector("#numbers-view .js-plotly-plot");
  if (!plot || !plot.checkVisibility()) return [];
  const signs = {};
  for (const { name, customdata } of plot.data) for (const at of customdata || []) (signs[at] = signs[at] || new Set())
    .add(name);
  const found = [];
  for (const group of plot.querySelectorAll("g.scatterlayer > g.trace")) {
    const { trace } = group.__data__[0];
    if (!["marks", "words"].includes(trace.name)) continue;
    for (const node of group.querySelectorAll("path.point")) {
      const { i } = node.__data__;
      const { left, top, right, bottom } = node.getBoundingClientRect();
      found.push({ key: trace.customdata[i], trace: trace.name, symbol: trace.marker.symbol[i],
        signs: [...signs[trace.customdata[i]]].sort(), left, top, right, bottom });
    }
  }
  return found;
}"""
HEADINGS = """() => document.querySelector("#numbers-view .js-plotly-plot").layout.annotations.filter(({ name }) =>
  name === "heading")
  .map(({ text }) => text.replace(/<br>/g, " ").replace(/<.?b>/g, ""))"""
BOXES = """() => {
  const box = (node) => { const { left, top, right, bottom } = node.getBoundingClientRect();
    return { text: node.textContent, left, top, right, bottom }; };
  const plot = document.querySelector("#numbers-view .js-plotly-plot");
  return { labels: [...plot.querySelectorAll("g.textpoint text")].map(box),
    marks: [...plot.querySelectorAll("path.point")].map(box), plot: box(plot) };
}"""
PLOT = "#numbers-view .numbers-plot"


def rows_of(page) -> list[dict]:
    return page.browser.evaluate(ROWS)


def marks_of(page) -> list[dict]:
    return page.browser.evaluate(MARKS)


def row(page, source: str, amount: str, scope: str = "") -> dict:
    """The one row of the table with this source (its name, § and paragraph), figure and scope."""
    found = [
        r
        for r in rows_of(page)
        if source == r["cells"][5] and r["cells"][2] == amount and (not scope or r["cells"][3] == scope)
    ]
    assert len(found) == 1, found or [r["cells"] for r in rows_of(page)]
    return found[0]


def mark(page, key: str) -> dict:
    found = [m for m in marks_of(page) if m["key"] == key]
    assert len(found) == 1, found
    return found[0]


ENTREVUE_6 = "Entrevue, 12 Nov 2024 § 6"
# document and paragraph, unit, amount, scope, claimant, what is counted, day, the mark's signs
DOCUMENTS = [
    (
        "Unsigned digest, 9–11 Nov 2024 § 4",
        "soldiers",
        "at least 10,000 soldiers",
        "in Russia",
        ["United States", "South Korea", "Ukraine"],
        "North Korean soldiers",
        "November 2024",
        "at_least",
    ),
    (
        "Unsigned commentary, about 6 Nov 2024 § 3",
        "soldiers",
        "about 11,000 soldiers",
        "in Kursk region",
        ["Volodymyr Zelensky"],
        "North Korean soldiers",
        "6 November 2024",
        "about",
    ),
    (
        ENTREVUE_6,
        "soldiers",
        "about 11,000 soldiers",
        "in Russia",
        ["South Korea", "Ukraine"],
        "North Korean soldiers",
        "12 Nov 2024",
        "about",
    ),
    (
        "Unsigned digest, 25 Oct 2024 § 6",
        "soldiers",
        "thousands of soldiers",
        "in training",
        ["South Korea", "United States"],
        "North Korean soldiers",
        "25 Oct 2024",
        "words",
    ),
    (
        "Unsigned digest, 9–11 Nov 2024 § 5",
        "persons",
        "3,765 persons",
        "no scope given",
        ["Unsigned digest"],
        "entries into Russia for study",
        "November 2024",
        "exact",
    ),
    (
        "Unsigned commentary, about 6 Nov 2024 § 14",
        "km2",
        "about 500 km²",
        "October 2024",
        ["Unsigned commentary"],
        "territory gained",
        "6 November 2024",
        "about",
    ),
    (
        "Mondialisation.ca, 24 June 2024 § 8",
        "articles",
        "23 articles",
        "in the whole treaty",
        ["Mondialisation.ca"],
        "articles of the treaty",
        "24 Jun 2024",
        "exact",
    ),
    (
        "Unsigned digest, 25 Oct 2024 § 7",
        "months",
        "32 months",
        "no scope given",
        ["Unsigned digest"],
        "length of the war",
        "25 Oct 2024",
        "exact",
    ),
    (
        "Unsigned commentary, about 6 Nov 2024 § 4",
        "months",
        "more than a year and a half",
        "no scope given",
        ["Unsigned commentary"],
        "length of the war",
        "6 November 2024",
        "words",
    ),
    (
        "Mondialisation.ca, 24 June 2024 § 7",
        "years",
        "24 years",
        "no scope given",
        ["Mondialisation.ca"],
        "years since the last visit",
        "24 Jun 2024",
        "exact",
    ),
    (
        "Mondialisation.ca, 24 June 2024 § 15",
        "documents",
        "3 documents",
        "no scope given",
        ["Yury Ushakov"],
        "documents replaced",
        "24 Jun 2024",
        "exact",
    ),
]


@pytest.mark.parametrize(
    ("source", "unit", "amount", "scope", "who", "counted", "day", "sign"), DOCUMENTS, ids=[d[0] for d in DOCUMENTS]
)
def test_a_documents_figure_stands_in_table_and_plot(look, source, unit, amount, scope, who, counted, day, sign):
    page = look(f"view=numbers&unit={unit}")
    found = row(page, source, amount, scope)
    assert found["cells"][4] == counted and day in found["cells"][0]
    assert all(name in found["cells"][1] for name in who), found
    seen = mark(page, found["key"])
    assert seen["trace"] == ("words" if sign == "words" else "marks")
    bounds = {"about", "at_least", "at_most", "range"} & set(seen["signs"])
    assert bounds == ({sign} if sign in ("about", "at_least") else set())
    assert ("heads" in seen["signs"]) == (sign == "at_least")
    assert seen["symbol"].endswith("-open") == (sign in ("about", "words"))


def test_each_scope_has_a_band_and_things_counted_are_not_mixed(look):
    page = look("view=numbers")
    headings = page.browser.evaluate(HEADINGS)
    assert headings[:2] == ["In Russia", "In Kursk region"]
    assert {
        "In training",
        "Already moved",
        "Planned – North Korean soldiers expected",
        "In Kursk region – North Korean soldiers expected",
    } <= set(headings)
    assert len(set(headings)) == len(headings)
    # 10,000 in Russia (digest, 9 Nov) and 11,000 in Kursk (Zelensky) stand in bands one below the other, thousands in
    # training below both.
    keys = [row(page, source, amount, scope)["key"] for source, _, amount, scope, *_ in DOCUMENTS[:2]] + [
        row(page, DOCUMENTS[3][0], "thousands of soldiers")["key"]
    ]
    tops = [mark(page, key)["top"] for key in keys]
    assert tops == sorted(tops) and tops[1] - tops[0] > 40 and tops[2] - tops[1] > 40
    # In one band, what is more stands higher, and what is the same as high: 11,000 (Entrevue) above 10,000 (digest,
    # Patel).
    more = mark(page, row(page, ENTREVUE_6, "about 11,000 soldiers")["key"])
    ten = mark(page, keys[0])
    assert middle(more) < middle(ten) - 3
    patel = next(r for r in rows_of(page) if r["cells"][1] == "Vedant Patel")
    assert patel["cells"][2:4] == ["at least 10,000 soldiers", "in Russia"]
    assert abs(middle(mark(page, patel["key"])) - middle(ten)) < 2


SCALES = """() => {
  const { annotations } = document.querySelector("#numbers-view .js-plotly-plot").layout;
  const bands = [];
  for (const { name, text, y } of annotations) {
    if (name === "heading") bands.push({ heading: text.replace(/<br>/g, " ").replace(/<.?b>/g, ""), ticks: [] });
    if (name === "scale") bands.at(-1).ticks.push([Number(text.replace(/\\D/g, "")), y]);
  }
  return bands.filter(({ ticks }) => ticks.length > 1).map(({ heading, ticks: [[low, bottom], [high, top]] }) =>
    [heading, Math.round(((bottom - top) / (high - low)) * 1e7) / 1e7]);
}"""


@pytest.mark.parametrize(
    ("unit", "own", "sentence"),
    [
        ("soldiers", 0, "All bands have the same scale."),
        ("votes", 0, "All bands have the same scale."),
        ("entries", 2, "Bands have the same scale, except where “own scale” stands beside the heading."),
        ("persons", 2, "Bands have the same scale, except where “own scale” stands beside the heading."),
    ],
)
def test_bands_share_a_scale_or_say_that_they_do_not(look, unit, own, sentence):
    page = look(f"view=numbers&unit={unit}")
    scales = page.browser.evaluate(SCALES)
    shared = {px for heading, px in scales if "(own scale)" not in heading}
    assert len(shared) == 1, scales
    apart = {px for heading, px in scales if "(own scale)" in heading}
    assert len([1 for heading, _ in scales if "(own scale)" in heading]) == own and not shared & apart
    expect(page.at(".numbers-note")).to_contain_text(sentence)


def test_one_band_says_nothing_of_scales(look):
    expect(look("view=numbers&unit=years").at(".numbers-note")).not_to_contain_text("scale")


def middle(box: dict) -> float:
    return (box["top"] + box["bottom"]) / 2


@pytest.mark.everywhere
@pytest.mark.parametrize(
    "query",
    [
        "",
        "unit=persons",
        "unit=km2",
        "unit=missiles",
        "unit=shells",
        "unit=years",
        "source=entrevue",
        "asof=2024-10-25",
        "asof=2024-10-25&unit=months",
    ],
)
def test_the_table_holds_exactly_what_the_plot_draws(look, query):
    page = look(f"view=numbers&{query}".rstrip("&"))
    rows = [r["key"] for r in rows_of(page)]
    assert rows and sorted(rows) == sorted(m["key"] for m in marks_of(page))
    assert len(set(rows)) == len(rows)


def test_a_passage_cited_in_several_events_is_one_figure(look):
    page = look("view=numbers")
    found = row(page, "Unsigned digest, 9–11 Nov 2024 § 4", "at least 10,000 soldiers")
    assert (
        len(found["events"]) > 1
        and "rok-ministry-10000" in found["events"]
        and "zelensky-11000-kursk" in found["events"]
    )
    # « La Corée du Sud et les États-Unis affirment que des milliers … » is one figure of two, not one for each.
    assert sum("25 Oct 2024 § 6" in r["cells"][5] for r in rows_of(page)) == 1


def test_marks_tell_claimants_apart_without_colour(look):
    page = look("view=numbers")
    symbols: dict[str, set] = {}
    who = {r["key"]: r["cells"][1] for r in rows_of(page)}
    for seen in marks_of(page):
        if seen["trace"] == "marks":
            symbols.setdefault(who[seen["key"]], set()).add(seen["symbol"].removesuffix("-open"))
    assert all(len(own) == 1 for own in symbols.values())
    assert len({next(iter(own)) for own in symbols.values()}) == len(symbols)
    legend = page.at(".numbers-legend").inner_text()
    assert all(name in legend for name in symbols)
    # A claimant keeps its symbol when others are filtered out.
    before = symbols["Volodymyr Zelensky"]
    page = look("view=numbers&claimant=volodymyr-zelensky&source=commentary-6-nov")
    zelensky = row(page, DOCUMENTS[1][0], "about 11,000 soldiers")
    assert {mark(page, zelensky["key"])["symbol"].removesuffix("-open")} == before


@pytest.mark.everywhere
def test_the_unit_with_most_figures_comes_first_and_the_choice_stays_in_the_address(timeline_page):
    page = timeline_page
    page.choice("view-tabs", "numbers").click()
    expect(page.at("#numbers-unit input[value=soldiers]")).to_be_checked()
    assert "unit" not in page.query()
    page.choice("numbers-unit", "km2").click()
    expect(page.at("#numbers-view")).to_have_attribute("data-unit", "km2")
    assert page.query() == "view=numbers&unit=km2"
    assert {r["cells"][4] for r in rows_of(page)} == {"territory gained"}
    page.browser.reload()
    page.ready()
    expect(page.at("#numbers-unit input[value=km2]")).to_be_checked()


def test_units_are_chosen_by_keyboard_and_the_focus_stays(visit):
    page = visit("view=numbers")
    page.at("#numbers-unit input[value=soldiers]").focus()
    page.browser.keyboard.press("ArrowRight")
    assert (
        page.eventually("() => document.activeElement.name + ' ' + document.activeElement.checked", "unit true")
        == "unit true"
    )
    assert page.at("#numbers-view").get_attribute("data-unit") != "soldiers"


@pytest.mark.everywhere
def test_filters_leave_only_the_figures_of_the_events_shown(visit):
    page = visit("view=numbers")
    every = len(rows_of(page))
    page.choose("source", "entrevue")
    assert page.eventually("() => document.querySelectorAll('#numbers-view tbody tr').length < %d" % every, True)
    shown = set(page.shown_ids())
    assert all(set(r["events"]) <= shown for r in rows_of(page))
    row(page, ENTREVUE_6, "about 11,000 soldiers", "in Russia")


def test_only_figures_asserted_by_the_day(look):
    page = look("view=numbers&asof=2024-10-25")
    sources = " ".join(r["cells"][5] for r in rows_of(page))
    assert "25 Oct 2024 § 6" in sources
    assert "6 Nov 2024" not in sources and "Entrevue" not in sources
    assert not any("day not known" in r["cells"][0] for r in rows_of(page))


def test_words_where_there_is_no_figure(visit):
    page = visit("view=numbers&unit=metres&source=entrevue")
    expect(page.at(".numbers-none")).to_have_text("None of the events shown gives a figure in this unit (metres).")
    expect(page.at("#numbers-view table")).to_be_hidden()
    page = visit("view=numbers&q=nowhere-at-all")
    expect(page.at(".numbers-none")).to_have_text("None of the events shown gives a figure.")
    page.type("")
    expect(page.at("#numbers-view table")).to_be_visible()


def test_the_table_is_a_table_and_sorts_by_its_headers(visit):
    page = visit("view=numbers")
    expect(page.at("#numbers-view caption")).to_contain_text(f"{len(rows_of(page))} figures")
    assert (
        page.at("#numbers-view thead th:not([scope=col])").count() == 0
        and page.at("#numbers-view tbody th:not([scope=row])").count() == 0
    )
    headers = page.at("#numbers-view thead th[aria-sort]")
    assert (
        headers.all_inner_texts()[0].startswith("Asserted on")
        and headers.first.get_attribute("aria-sort") == "ascending"
    )
    value = page.at(
        "#numbers-view thead button",
    ).nth(2)
    value.focus()
    page.browser.keyboard.press("Enter")
    expect(page.at("#numbers-view thead th").nth(2)).to_have_attribute("aria-sort", "ascending")
    expect(value).to_be_focused()
    numbers = [amount(r) for r in rows_of(page)]
    assert numbers[-1] is None and numbers[:-1] == sorted(
        numbers[:-1]
    )  # what is given in words has no number, and comes last
    page.browser.keyboard.press("Enter")
    expect(page.at("#numbers-view thead th").nth(2)).to_have_attribute("aria-sort", "descending")
    numbers = [amount(r) for r in rows_of(page)]
    assert numbers[-1] is None and numbers[:-1] == sorted(numbers[:-1], reverse=True)
    page.at("#numbers-view thead button").nth(1).click()
    names = [r["cells"][1] for r in rows_of(page)]
    assert names[0] == "Antony Blinken" and names[-1] == "Volodymyr Zelensky"
    assert len(rows_of(page)) == len(marks_of(page))


def amount(found: dict) -> int | None:
    number = re.search(r"\d[\d,]*", found["cells"][2])
    return int(number[0].replace(",", "")) if number else None


@pytest.mark.everywhere
def test_a_mark_says_who_what_and_when_and_opens_its_event(visit):
    page = visit("view=numbers&source=commentary-6-nov")
    found = row(page, DOCUMENTS[1][0], "about 11,000 soldiers", "in Kursk region")
    page.at(PLOT).scroll_into_view_if_needed()
    box = mark(page, found["key"])
    place = (box["left"] + box["right"]) / 2, middle(box)
    page.browser.mouse.move(*place)
    tip = page.at(f"{PLOT} .tip")
    expect(tip).to_be_visible()
    for words in ("Volodymyr Zelensky", "about 11,000 soldiers, in Kursk region", "6 Nov 2024"):
        expect(tip).to_contain_text(words)
    expect(page.at("#numbers-view tr.pointed")).to_have_count(1)
    page.browser.mouse.click(*place)
    assert page.panel(found["events"][0]).is_visible()
    assert found["events"][0] == "zelensky-11000-kursk"


def test_keys_go_from_figure_to_figure(visit):
    page = visit("view=numbers&unit=articles")
    page.at(PLOT).focus()
    page.browser.keyboard.press("Home")
    expect(page.at("#spoken")).to_contain_text("23 articles")
    expect(page.at(f"{PLOT} .cursor")).to_be_visible()
    page.browser.keyboard.press("ArrowRight")
    expect(page.at("#spoken")).to_contain_text("Mondialisation.ca")
    page.browser.keyboard.press("Enter")
    assert page.panel("treaty-23-articles").is_visible()


def test_a_finger_reads_first_and_opens_then(visit):
    page = visit("view=numbers&unit=articles", phone=True)
    page.at(PLOT).scroll_into_view_if_needed()
    box = marks_of(page)[0]
    place = (box["left"] + box["right"]) / 2, middle(box)
    page.browser.touchscreen.tap(*place)
    expect(page.at(f"{PLOT} .tip")).to_contain_text("Tap again")
    assert page.panel_id() is None
    page.browser.touchscreen.tap(*place)
    assert page.panel("treaty-23-articles").is_visible()


def test_an_event_of_the_table_opens(visit):
    page = visit("view=numbers&unit=km2")
    button = page.at("#numbers-view tbody button").first
    button.click()
    assert page.panel("russia-october-gain").is_visible()
    expect(button).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize(
    ("language", "source", "amount", "scope", "note"),
    [
        ("en", ENTREVUE_6, "about 11,000 soldiers", "in Russia", "Figures are never averaged and never added."),
        (
            "fr",
            "Entrevue, 12 nov. 2024 § 6",
            "environ 11 000 soldats",
            "en Russie",
            "Les chiffres ne sont jamais moyennés ni additionnés.",
        ),
    ],
)
def test_both_languages(look, language, source, amount, scope, note):
    page = look(f"view=numbers&lang={language}")
    row(page, source, amount, scope)
    expect(page.at(".numbers-note")).to_contain_text(note)
    label = page.at(f"{PLOT} .plot[role=img]").get_attribute("aria-label")
    assert (
        "The table holds the same figures" if language == "en" else "Le tableau contient les mêmes chiffres"
    ) in label


@pytest.mark.everywhere
@pytest.mark.parametrize(
    ("width", "unit", "language"),
    [
        (360, "soldiers", "fr"),
        (360, "months", "en"),
        (768, "entries", "en"),
        (1280, "soldiers", "en"),
        (1920, "soldiers", "fr"),
        (1280, "persons", "fr"),
    ],
)
def test_labels_cover_nothing_and_the_page_does_not_scroll_sideways(visit, width, unit, language):
    page = visit(f"view=numbers&unit={unit}&lang={language}", viewport={"width": width, "height": 900})
    assert page.browser.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    boxes = page.browser.evaluate(BOXES)
    labels, marks, plot = boxes["labels"], boxes["marks"], boxes["plot"]
    assert labels
    for turn, label in enumerate(labels):
        assert label["left"] >= plot["left"] - 1 and label["right"] <= plot["right"] + 1, label["text"]
        for other in marks + labels[turn + 1 :]:
            over = (
                min(label["right"], other["right"]) - max(label["left"], other["left"]),
                min(label["bottom"], other["bottom"]) - max(label["top"], other["top"]),
            )
            assert over[0] <= 1 or over[1] <= 3, (label, other)
    for turn, one in enumerate(marks):
        for other in marks[turn + 1 :]:
            same = abs(one["left"] - other["left"]) < 1 and abs(one["top"] - other["top"]) < 1
            assert not same, "two marks lie on each other"


def test_the_table_stands_beside_the_plot_where_both_have_room(look):
    """Not on a projector, where both would be small, and the plot would say fewer names than on a laptop."""

    def places(width):
        page = look("view=numbers", viewport={"width": width, "height": 1080})
        return page.at(PLOT).bounding_box(), page.at(".numbers-table").bounding_box()

    plot, table = places(2560)
    assert table["x"] >= plot["x"] + plot["width"] and abs(table["y"] - plot["y"]) < 4
    for width in (1280, 1920):
        plot, table = places(width)
        assert table["y"] >= plot["y"] + plot["height"]


# ---- the pure parts, on figures made up for it ----

MADE_UP = """() => {
  const claim = (id, source, passage, until, figures, by = []) =>
    ({ id, source, passage, figures, by, shown: { until } });
  const troops = (more) => ({ quantity: "troops", unit: "soldiers", bound: "exact", shown: { en: JSON.stringify(more) },
    ...more });
  return [
    { claims: [claim("a", "one", 2, "2024-10-02", [troops({ value: 500, scope: "x" })], ["ann"]), claim("b", "one", 1,
      null, [troops({ value: 7 })])] },
    { claims: [claim("c", "one", 2, "2024-10-02", [troops({ value: 500, scope: "x" })], ["ann", "bob"]), claim("d",
      "two", 1, "2024-10-01", [troops({ low: 100, high: 900 })], ["bob"])] },
    { claims: [claim("e", "one", 2, "2024-10-02", [troops({ value: 500, scope: "y" })], ["ann"]), claim("f", "two", 2,
      "2024-10-03", [{ quantity: "troops", shown: { en: "thousands" } }]),
      claim("g", "two", 3, "2024-10-03", [{ quantity: "hopes", shown: { en: "many" } }]), claim("h", "two", 4,
        "2024-10-03", [{ quantity: "votes", unit: "votes", value: 0, shown: { en: "0 votes" } }])] },
  ];
}"""


@pytest.fixture(scope="module")
def shaped(modules):
    """shaped(expression): a JavaScript expression of `figures`, the module, and `all`, what it makes of the made-up
    events.
    """
    run = modules("model/numbers.js")
    return lambda expression: run(
        f"(figures) => {{ const all = figures.collect(({MADE_UP})(), [0, 1, 2]); return {expression}; }}"
    )


@pytest.fixture(scope="module")
def bands(modules):
    """bands(function, argument) runs a JavaScript function of the module that lays out the plot."""
    return modules("views/numbers/bands.js")


def test_a_figure_counts_once_however_often_it_is_cited(shaped):
    found = shaped(
        "all.map((f) => [f.voice, f.unit, f.value ?? f.low ?? null, f.scope, f.uses.map(({ row, claim }) => row + "
        "claim).sort().join(' ')])",
    )
    assert sorted(map(str, found)) == sorted(
        map(
            str,
            [
                ["ann+bob", "soldiers", 500, "x", "0a 1c"],  # ann alone, then ann and bob: one sentence
                ["ann", "soldiers", 500, "y", "2e"],  # another scope is another figure
                ["outlet:one", "soldiers", 7, "none", "0b"],
                ["bob", "soldiers", 100, "none", "1d"],
                ["outlet:two", "soldiers", None, "none", "2f"],  # in words, without its unit: that of its quantity
                ["outlet:two", "hopes", None, "none", "2g"],  # never given with a unit: counted in what it counts
                ["outlet:two", "votes", 0, "none", "2h"],  # nought is a number
            ],
        )
    )


def test_sorting_keeps_what_has_no_day_or_number_last(shaped):
    order = lambda by, down: shaped(
        f"figures.sorted(all.filter((f) => f.unit === 'soldiers'), '{by}', {down}).map((f) => f.uses.map((use) => "
        f"use.claim).sort()[0])",
    )  # noqa: E731
    assert order("day", "false") == ["d", "e", "a", "f", "b"]
    assert order("day", "true")[-1] == "b" and order("day", "true")[0] == "f"
    assert order("value", "false")[:2] == ["b", "d"] and order("value", "false")[-1] == "f"
    assert order("value", "true")[-1] == "f" and order("value", "true")[-2] == "b"


def test_units_bands_and_speakers(shaped):
    assert shaped("[...figures.unitCounts(all, ['votes', 'soldiers', 'metres'])]") == [
        ["soldiers", 5],
        ["votes", 1],
        ["hopes", 1],
    ]
    assert shaped(
        "figures.bands(all, ['y', 'x', 'none'], ['votes', 'troops']).map((b) => [b.scope, b.quantity, "
        "b.figures.length])",
    ) == [["y", "troops", 1], ["x", "troops", 1], ["none", "hopes", 1], ["none", "votes", 1], ["none", "troops", 3]]
    assert shaped("figures.voices(all)[0]") == "outlet:two"
    assert shaped("figures.mainQuantity(all)") == "troops"


def test_a_range_is_a_bar_from_one_number_to_the_other(visit_record, make_record):
    figure = {"quantity": "articles", "low": 10, "high": 20}
    claim = {
        "id": "c1",
        "source": "book",
        "locator": "p. 1",
        "asserted_on": "1969-07-20",
        "says": {"en": "It did"},
        "figure": figure,
    }
    small = make_record(
        {"date": "1969-07-20", "claims": [claim]},
        settings={"quantities": [{"id": "articles", "name": {"en": "Articles"}}]},
    )
    page = visit_record(small, "view=numbers")
    found = page.eventually(
        """() => {
      const trace = document.querySelector("#numbers-view .js-plotly-plot").data.find(({ name }) => name === "range");
      return trace ? [trace.y.length, trace.x[0] === trace.x[1], trace.y[0] > trace.y[1]] : null;
    }""",
        [3, True, True],
    )
    assert found == [3, True, True]


@pytest.mark.parametrize(
    ("top", "steps"),
    [(0, [0]), (24, [0, 10, 20]), (12000, [0, 5000, 10000]), (9000000, [0, 5000000]), (3, [0, 1, 2, 3])],
)
def test_scales_have_round_numbers(bands, top, steps):
    assert bands("({ steps }, top) => steps(top)", top) == steps


def test_marks_grow_with_the_type_beside_them(bands):
    """On a projector, whose type is twice as large, so are they: nobody sees marks of 13 px from the last row."""

    def box(font):
        laid = bands(
            """({ arrange }, font) => arrange(
              [{ heading: ["a"], max: 10, scale: "", figures: [
                { index: 0, voice: "a", bound: "about", values: [5], dated: true, x: 300, since: null }] }],
              { width: 900, strip: 0, line: 20, font, measure: () => 40, text: () => "a", wordsText: () => ["a"] })
            """,
            font,
        )
        return laid["marks"][0]["box"], laid["height"]

    (usual, low), (large, high) = box(13), box(30)
    assert large["right"] - large["left"] == 2 * (usual["right"] - usual["left"])
    assert high > low


def test_dates_on_the_axis(bands):
    day = date.fromisoformat

    def dates(first, last, room):
        ends = [(day(end) - day("1970-01-01")).days for end in (first, last)]
        found = bands("({ dates }, [first, last, room]) => dates(first, last, room)", [*ends, room])
        return [found["by"], [(day("1970-01-01") + timedelta(days=at)).isoformat() for at in found["days"]]]

    assert dates("2024-10-16", "2024-11-20", 5) == [
        "day",
        ["2024-10-21", "2024-10-28", "2024-11-04", "2024-11-11", "2024-11-18"],
    ]  # Mondays
    assert dates("2024-05-20", "2024-12-31", 40) == ["month", ["2024-07-01", "2024-09-01", "2024-11-01"]]
    assert dates("2019-05-20", "2025-12-31", 700) == ["year", ["2020-01-01", "2022-01-01", "2024-01-01"]]
