"""Where marks and labels go, and how a view's figure is picked: the pure parts of the chart, on many random lanes."""

from __future__ import annotations

import json
import random
import unicodedata
from datetime import date, timedelta

import pytest

from timeline.view.figure import build_figure
from timeline.view.payload import build_payload

WORDS = "treaty signed in Pyongyang, ratified by the upper house: says who, since when – and how we know".split()
SETS = 250
ROUNDING = 1.01  # marks may touch within a pixel; that is what the layout itself counts as apart


@pytest.fixture(scope="module")
def run(modules):
    """run(function, argument) runs a JavaScript function of the modules `lanes` and `subset`, and an argument."""
    return modules("chart/lanes/lanes.js", "chart/figure/subset.js")


@pytest.fixture(scope="module")
def lanes(run):
    """lanes(cases) arranges each case {lanes, width, budget, widest} and returns what the layout says."""
    return lambda cases: run(
        """(lanes, subset, cases) => cases.map(({lanes: marks, titles, shorts = [], ...options}) =>
        lanes.arrange(marks, {
        ...options, measure: (text) => 1 + text.length * 7.3,
        label: (rows) => ({ text: rows.length > 1 ? `${titles[rows[0]]} (+${rows.length - 1})` : titles[rows[0]],
          short: rows.length > 1 ? undefined : shorts[rows[0]], rank: rows[0] % 4 }) }))""",
        cases,
    )


def random_mark(chance: random.Random, row: int, width: float) -> dict:
    """An instant, a whisker, a bar or an open end; most in one busy place, some out of sight."""
    at = chance.choice(
        [chance.uniform(-width, 2 * width), chance.uniform(0, width), chance.gauss(width / 2, width / 12)]
    )
    kind = chance.choice(["instant", "instant", "instant", "within", "bar", "open"])
    reach = chance.choice([3, 40, width])
    before = {"within": chance.uniform(0, reach), "open": chance.uniform(0, reach)}.get(kind, 0)
    after = {"within": before, "bar": chance.uniform(0, reach)}.get(kind, 0)
    return {"row": row, "x": at, "from": at - before, "to": at + after, "bar": kind == "bar"}


def random_case(seed: int) -> dict:
    chance = random.Random(seed)
    width = chance.choice([240, 320, 700, 1200, 1900])
    rows = iter(range(10_000))
    made = [
        sorted(
            (random_mark(chance, next(rows), width) for _ in range(chance.choice([1, 2, 8, 30, 80]))),
            key=lambda mark: mark["x"],
        )
        for _ in range(chance.randint(1, 6))
    ]
    count = sum(map(len, made))
    titles = [" ".join(chance.sample(WORDS, chance.randint(1, 8))) for _ in range(count)]
    return {
        "lanes": made,
        "width": width,
        "budget": chance.choice([0, 12, 24, 60]),
        "widest": chance.choice([150, 400]),
        "titles": titles,
        "shorts": [chance.choice([None, " ".join(title.split()[-3:])]) for title in titles],
    }


@pytest.fixture(scope="module")
def cases(record) -> list[dict]:
    """Random lanes, and the real record in windows of every size, all kinds in one lane and each in its own."""
    payload = build_payload(record)
    geometry, rows, titles = payload["geometry"], payload["rows"], [event["title"]["fr"] for event in payload["events"]]
    found = [random_case(seed) for seed in range(SETS)]
    chance = random.Random(2024)
    for _ in range(60):
        middle, span, width = (
            chance.choice(geometry["at"]),
            chance.choice([4, 30, 200, 2000, 24000]),
            chance.choice([300, 900, 1700]),
        )
        first = middle - span * chance.random()
        px = lambda day, first=first, span=span, width=width: (day - first) / span * width  # noqa: E731
        marks = [
            {"row": row, "x": px(at), "from": px(start) - pad, "to": px(end) + pad, "bar": bar}
            for row, (at, start, end, bar, pad) in enumerate(
                zip(*(geometry[part] for part in ("at", "from", "to", "bar", "pad")), strict=True)
            )
            if end >= first and start <= first + span
        ]
        marks.sort(key=lambda mark: mark["x"])
        kinds = sorted(set(rows["kind"]))
        split = [[mark for mark in marks if rows["kind"][mark["row"]] == kind] for kind in kinds]
        found += [
            {"lanes": found_lanes, "width": width, "budget": 26, "widest": 390, "titles": titles}
            for found_lanes in ([marks], split)
        ]
    return found


@pytest.fixture(scope="module")
def arranged(lanes, cases) -> list[tuple[dict, list]]:
    return list(zip(cases, lanes(cases), strict=True))


def each_line(result: list):
    """The marks of each line of each lane."""
    for lane in result:
        for line in range(lane["lines"]):
            yield [mark for mark in lane["marks"] if mark["line"] == line]


def apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[1] <= other[0] + ROUNDING or other[1] <= one[0] + ROUNDING


def test_no_two_marks_of_a_line_overlap(arranged):
    for case, result in arranged:
        for marks in each_line(result):
            boxes = sorted((mark["left"], mark["right"]) for mark in marks)
            for one, other in zip(boxes, boxes[1:], strict=False):
                assert apart(one, other), (case["width"], one, other)


def test_a_box_holds_the_whole_drawing_of_its_mark_and_the_mark_itself(arranged):
    for _, result in arranged:
        for mark in (mark for lane in result for mark in lane["marks"]):
            assert mark["left"] <= min(mark["from"], mark["x"] - 9) + 1e-6
            assert mark["right"] >= max(mark["to"], mark["x"] + 9) - 1e-6


def test_no_label_lies_on_a_mark_or_on_another_label(arranged):
    labels = 0
    for case, result in arranged:
        for marks in each_line(result):
            named = [mark for mark in marks if "label" in mark]
            labels += len(named)
            for mark in named:
                span = (mark["label"]["left"], mark["label"]["right"])
                for other in marks:
                    # A bar lies below its line, so its own label may stand above it, but not on its mark.
                    box = (
                        (other["x"] - 9, other["x"] + 9)
                        if other is mark and mark.get("bar")
                        else (other["left"], other["right"])
                    )
                    assert apart(span, box), (case["width"], span, box)
                    if other is not mark and "label" in other:
                        assert apart(span, (other["label"]["left"], other["label"]["right"]))
    assert labels > 1000


def test_labels_stay_within_the_plot(arranged):
    for case, result in arranged:
        for label in (mark["label"] for lane in result for mark in lane["marks"] if "label" in mark):
            assert -0.01 <= label["left"] < label["right"] <= case["width"] + 0.01


def instants(*places):
    return [{"row": row, "x": x, "from": x, "to": x, "bar": False} for row, x in enumerate(places)]


def test_a_label_alone_in_its_line_is_whole_however_long(lanes):
    title = "one event whose title is longer than the greatest width that labels begin with"
    [[lane]] = lanes([{"lanes": [instants(20)], "width": 900, "budget": 1, "widest": 150, "titles": [title]}])
    assert lane["marks"][0]["label"]["text"] == title


def test_a_long_label_leaves_the_others_of_its_line_their_room(lanes):
    titles = ["one event whose title is longer than the greatest width that labels begin with", "another one at last"]
    for places in ((20, 500), (500, 880)):
        [[lane]] = lanes([{"lanes": [instants(*places)], "width": 900, "budget": 1, "widest": 200, "titles": titles}])
        first, second = (mark["label"] for mark in lane["marks"])
        assert second["text"] == titles[1]
        assert first["text"].endswith("…") and first["right"] - first["left"] > 200


def test_a_label_is_the_title_or_the_short_one_or_its_first_words_with_an_ellipsis(arranged):
    for case, result in arranged:
        for mark in (mark for lane in result for mark in lane["marks"] if "label" in mark):
            text = mark["label"]["text"]
            lead = (mark.get("rows") or [mark["row"]])[0]
            title = case["titles"][lead]
            if mark["label"].get("brief"):
                assert text == case["shorts"][lead]
            elif text.endswith("…"):
                assert title.startswith(text[:-1]) or text[:-1].startswith(title)
            else:
                assert text == title or "rows" in mark and text == f"{title} (+{len(mark['rows']) - 1})"


def test_every_row_stands_exactly_once_as_a_mark_or_in_a_cluster(arranged):
    clusters = 0
    for case, result in arranged:
        assert len(result) == len(case["lanes"])
        for given, lane in zip(case["lanes"], result, strict=True):
            placed = [row for mark in lane["marks"] for row in (mark.get("rows") or [mark["row"]])]
            assert sorted(placed) == sorted(mark["row"] for mark in given)
            clusters += sum("rows" in mark for mark in lane["marks"])
            assert all(0 <= mark["line"] < lane["lines"] for mark in lane["marks"])
    assert clusters > 50


def clusters_of(lanes, *places):
    """The rows that stand together in a circle, of instants at some places of one lane."""
    titles = ["one"] * len(places)
    [[lane]] = lanes([{"lanes": [instants(*places)], "width": 900, "budget": 20, "widest": 200, "titles": titles}])
    return [mark["rows"] for mark in lane["marks"] if "rows" in mark]


def test_five_marks_close_together_stay_marks_and_six_are_a_circle(lanes):
    assert clusters_of(lanes, 100, 102, 104, 106, 108) == []
    assert clusters_of(lanes, 100, 102, 104, 106, 108, 110) == [[0, 1, 2, 3, 4, 5]]


def test_marks_are_close_together_within_26_px(lanes):
    assert clusters_of(lanes, 100, 102, 104, 106, 108, 126) == [[0, 1, 2, 3, 4, 5]]
    assert clusters_of(lanes, 100, 102, 104, 106, 108, 126.5) == []


def test_a_key_event_is_never_in_a_circle(lanes):
    marks = [{**mark, "key": mark["row"] in (2, 5)} for mark in instants(*[100] * 8)]
    [[lane]] = lanes([{"lanes": [marks], "width": 900, "budget": 20, "widest": 200, "titles": ["one"] * 8}])
    assert [mark["rows"] for mark in lane["marks"] if "rows" in mark] == [[0, 1, 3, 4, 6, 7]]
    assert {mark["row"] for mark in lane["marks"] if "row" in mark} == {2, 5}


def test_a_key_event_s_label_is_whole_where_the_plot_is_wide_enough_and_others_make_room(lanes):
    long = "a key event whose title is longer than the greatest width that labels begin with"
    marks = [{**mark, "key": mark["row"] == 1} for mark in instants(20, 60, 100, 140)]
    for width, whole in ((900, True), (500, False)):
        case = {"lanes": [marks], "width": width, "budget": 1, "widest": 200, "titles": ["one", long, "two", "three"]}
        [[lane]] = lanes([case])
        [label] = [mark["label"]["text"] for mark in lane["marks"] if mark["row"] == 1]
        assert (label == long) is whole and long.startswith(label.rstrip("…"))


def test_a_short_title_stands_where_the_title_has_no_room_and_there_alone(lanes):
    long, short = "a title that is much longer than what is free between the two marks", "a title"
    for place, says in ((300, short), (880, long)):
        case = {"lanes": [instants(20, place)], "width": 900, "budget": 1, "widest": 900, "titles": [long, "another"]}
        [[lane]] = lanes([{**case, "shorts": [short]}])
        assert lane["marks"][0]["label"]["text"] == says


def test_a_mark_comes_to_a_line_where_its_label_is_whole(lanes):
    titles = ["a title of some length", "one more of some length", "and the third of some length"]
    case = {"lanes": [instants(40, 60, 420)], "width": 700, "budget": 2, "widest": 400, "titles": titles}
    [[lane]] = lanes([case])
    assert [mark["label"]["text"] for mark in lane["marks"]] == titles


def test_a_label_that_keeps_less_than_its_share_of_a_title_is_dropped(lanes):
    title = "one event whose title is longer than there is room beside it"
    case = {"lanes": [instants(20)], "width": 220, "budget": 1, "widest": 400, "titles": [title]}
    texts = lambda least: [  # noqa: E731
        mark.get("label", {}).get("text") for lane in lanes([{**case, "least": least}])[0] for mark in lane["marks"]
    ]
    assert texts(0) == ["one event whose title…"] and texts(0.5) == [None]


@pytest.mark.parametrize(
    "title",
    [
        "日本国憲法が公布され、翌年の五月三日に施行された出来事の長い題名である",
        "中华人民共和国中央人民政府今天成立了这是一个很长的没有空格的标题",
        "ประเทศไทยเปลี่ยนชื่อจากสยามเป็นไทยอย่างเป็นทางการในปีพุทธศักราชสองพันสี่ร้อยแปดสิบสอง",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    ],
)
def test_a_text_without_spaces_is_cut_between_characters(lanes, title):
    [[lane]] = lanes([{"lanes": [instants(20)], "width": 230, "budget": 1, "widest": 400, "titles": [title]}])
    label = lane["marks"][0]["label"]["text"]
    assert label.endswith("…") and len(label) > 15 and title.startswith(label[:-1])
    assert unicodedata.category(title[len(label) - 1]) != "Mn", "a sign above a letter stays with it"


def test_circles_of_what_began_before_the_window_stand_at_its_edge(lanes):
    """Their lines reach into the window, their marks don't; a circle there could not be pressed."""
    for at, edge in ((-300, 18), (1200, 882)):
        marks = [{"row": row, "x": at, "from": -2000, "to": 3000, "bar": False} for row in range(9)]
        [[lane]] = lanes([{"lanes": [marks], "width": 900, "budget": 9, "widest": 400, "titles": ["one"] * 9}])
        assert [(mark["rows"], mark["x"]) for mark in lane["marks"]] == [(list(range(9)), edge)]


def test_spare_lines_are_given_out_and_never_more_than_one_a_mark(arranged):
    for case, result in arranged:
        lines = sum(lane["lines"] for lane in result)
        assert all(lane["lines"] <= max(1, len(lane["marks"])) for lane in result)
        if lines < case["budget"]:
            assert all(lane["lines"] == max(1, len(lane["marks"])) for lane in result)


def test_no_lanes_are_no_lanes(lanes):
    assert lanes([{"lanes": [], "width": 500, "budget": 20, "widest": 200, "titles": []}]) == [[]]
    assert lanes([{"lanes": [[]], "width": 500, "budget": 20, "widest": 200, "titles": []}]) == [
        [{"lines": 1, "marks": []}]
    ]


# The figure of a view

SUBSET = """(lanes, { subset }, [figure, lines, at, kinds, statuses]) => {
    const before = JSON.stringify(figure);
    const result = subset(figure, new Map(lines), at, kinds, statuses);
    return { result, untouched: JSON.stringify(figure) === before };
}"""


@pytest.fixture
def subset(run, apollo):
    """subset(lines) picks rows of the apollo figure, given as [[row, [y, …]], …], from what the page has of it; it
    checks that this is left as it was. It returns Python's whole figure as well.
    """
    payload = build_payload(apollo)

    def pick(lines):
        found = run(
            SUBSET,
            [
                payload["figures"]["light"],
                lines,
                payload["geometry"]["at"],
                payload["rows"]["kind"],
                payload["rows"]["status"],
            ],
        )
        assert found["untouched"]
        for trace in found["result"]["data"]:
            if trace["name"] == "marks":  # made in the browser, in ms; Python says days
                trace["x"] = [(date(1970, 1, 1) + timedelta(milliseconds=x)).isoformat() for x in trace["x"]]
        return json.loads(json.dumps(build_figure(apollo, "light"))), found["result"]

    return pick


def marks_of(figure: dict) -> dict:
    return next(trace for trace in figure["data"] if trace["name"] == "marks")


def test_a_subset_holds_only_the_points_of_its_rows_on_their_lines(subset):
    figure, view = subset([[3, [40]], [5, [80]]])
    whole, marks = marks_of(figure), marks_of(view)
    assert (marks["customdata"], marks["y"]) == ([3, 5], [40, 80])
    assert marks["x"] == [whole["x"][3], whole["x"][5]]
    for part in ("symbol", "color"):
        assert marks["marker"][part] == [whole["marker"][part][3], whole["marker"][part][5]]
    assert marks["marker"]["line"]["color"] == [whole["marker"]["line"]["color"][row] for row in (3, 5)]
    assert {row for trace in view["data"] for row in trace["customdata"]} == {3, 5}


def test_lines_are_picked_as_two_ends_and_a_gap(subset):
    _, view = subset([[3, [40]]])
    [bar] = [trace for trace in view["data"] if trace["name"].startswith("bar")]
    assert (bar["x"], bar["customdata"]) == (["1969-07-16", "1969-07-24", None], [3, 3, 3])
    assert bar["y"][0] == bar["y"][1] >= 40
    assert bar["y"][2] is None


def test_an_event_stands_once_on_each_of_its_lines(subset):
    _, view = subset([[4, [10, 50, 90]]])
    assert (marks_of(view)["customdata"], marks_of(view)["y"]) == ([4, 4, 4], [10, 50, 90])


def test_traces_without_a_point_are_left_out_and_the_layout_kept(subset):
    figure, view = subset([[1, [10]]])
    assert [trace["name"] for trace in view["data"]] == ["marks"]
    assert view["layout"] == figure["layout"]
    assert subset([])[1]["data"] == []


def test_all_rows_on_one_line_are_the_whole_figure(subset, apollo):
    figure, view = subset([[row, [0]] for row in range(len(apollo.events))])
    without_heights = [
        [{key: value for key, value in trace.items() if key != "y"} for trace in found["data"]]
        for found in (figure, view)
    ]
    assert without_heights[0] == without_heights[1]
