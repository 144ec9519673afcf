"""What stands before the chart: timeline/view/first_lanes.py arranges marks as assets/src/chart/lanes/lanes.js does."""

from __future__ import annotations

import random

import pytest

from timeline.view.first_lanes import (
    FEW,
    KEY,
    LANE_GAP,
    REACH,
    ROUGHLY,
    SCREENS,
    TOP,
    Look,
    Screen,
    Spot,
    arranged,
    spot,
)

MEASURES = """({ CLUSTER_REACH, CLUSTER_LIMIT }, { KEY }, { sizes }, screens) =>
  [CLUSTER_REACH, CLUSTER_LIMIT, KEY, screens.map(([outer, rem, tall]) => {
    const { narrow, line, head, mark, gutter, edge, budget } = sizes(outer, rem, 0.72 * tall);
    return { narrow, line, head, mark, width: outer - gutter - edge, budget };
  })]"""
# The chart's own layout, in a type whose letters are all as wide, and without labels but those of key events: for
# another label a mark may come to another line.
ARRANGE = """({ arrange }, [cases, { narrow, budget, letter, ...how }]) => cases.map((lanes) => {
  const forms = new Map(lanes.flat().map((mark) => [mark.row, mark.forms.map((letters) => "x".repeat(letters))]));
  const label = ([row]) => {
    const [text = "", short] = forms.get(row);
    return { text, short, rank: 0 };
  };
  const measure = (words) => words.length * letter;
  const shared = narrow ? budget - lanes.length : budget;
  return arrange(lanes, { ...how, widest: 400, budget: shared, label, measure }).map(({ lines, marks }) =>
    [lines, marks.map(({ row = -1, x, line }) => [row, x, line])]);
})"""


def test_both_have_the_same_measures(modules):
    run = modules("chart/lanes/lanes.js", "chart/lanes/mark.js", "chart/figure/figure.js")
    screens = [*SCREENS, *ROUGHLY]
    reach, few, key, sizes = run(MEASURES, [[screen.outer, screen.rem, screen.tall] for screen in screens])
    assert (reach, few, key) == (REACH, FEW, KEY)
    for screen, wanted in zip(screens, sizes, strict=True):
        budget = wanted.pop("budget")
        assert {name: getattr(screen, name) for name in wanted} == wanted
        assert screen.lines(6) == (24 - 6 if screen.narrow else max(18, budget))


def random_mark(chance: random.Random, screen: Screen, row: int) -> Spot:
    """An instant, a whisker or a bar, most in one busy place, some out of sight. A fifth of those in sight are key,
    some with a title that may fit on no side, and a short one; where labels have two rows, none of one word has."""
    at = chance.choice([chance.uniform(0, 1), chance.gauss(0.5, 0.05), chance.uniform(-0.5, 1.5)])
    kind = chance.choice(["instant", "instant", "within", "bar"])
    before, after = {"within": (0.1, 0.1), "bar": (0, 0.3)}.get(kind, (0, 0))
    titles = chance.choice(
        [(chance.randint(1, 4),), (chance.randint(150 if screen.narrow else 10, 200), chance.randint(1, 4))]
    )
    forms = titles if 0 <= at <= 1 and chance.random() < 0.2 else ()
    look = Look(pad=chance.choice([0, 18]) * (kind == "instant"), bar=kind == "bar", forms=forms)
    return spot(screen, (at, at - before, at + after), row, look)


def random_lanes(chance: random.Random, screen: Screen) -> list[list[Spot]]:
    rows = iter(range(1000))
    counts = [chance.choice([1, 3, 12, 40]) for _ in range(chance.randint(1, 5))]
    lanes = [[random_mark(chance, screen, next(rows)) for _ in range(count)] for count in counts]
    return [sorted(lane, key=lambda mark: mark.x) for lane in lanes]


def as_chart(mark: Spot, screen: Screen) -> dict:
    """The mark as the chart's layout has it."""
    look = {"key": bool(mark.forms), "wide": screen.mark * (KEY if mark.forms else 1), "forms": mark.forms}
    return {"row": mark.row, "x": mark.x, "from": mark.start, "to": mark.end, "bar": mark.label < mark.end, **look}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"from {screen.start} px")
def test_both_put_marks_on_the_same_lines(modules, screen):
    chance = random.Random(screen.start)
    cases = [random_lanes(chance, screen) for _ in range(60)]
    how = {"letter": screen.letter, "narrow": screen.narrow, "width": screen.width, "rows": 2 if screen.narrow else 1}
    given = [[[as_chart(mark, screen) for mark in lane] for lane in lanes] for lanes in cases]
    found = modules("chart/lanes/lanes.js")(ARRANGE, [given, {**how, "budget": screen.lines(0)}])
    for lanes, wanted in zip(cases, found, strict=True):
        placed, height = arranged(lanes, screen)
        top = float(TOP)
        for lane, (lines, marks) in zip(placed, wanted, strict=True):
            first = top + screen.head + screen.line / 2
            ours = [
                (-1 if mark.row is None else mark.row, round(mark.x, 3), (y - first) / screen.line) for mark, y in lane
            ]
            assert sorted(ours) == sorted((row, round(x, 3), line) for row, x, line in marks)
            top += screen.head + lines * screen.line + LANE_GAP
        assert height == top
