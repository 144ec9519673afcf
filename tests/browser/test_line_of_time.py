"""The line of time beside what is presented: what it shows of the days around a step, by numbers alone."""

from __future__ import annotations

import pytest

DAY, MONTH, YEAR = 1, 30.44, 365.25


@pytest.fixture(scope="module")
def scale(modules):
    return modules("classroom/present/scale.js")


def test_both_neighbours_are_in_sight_and_the_step_in_the_middle(scale):
    for middle, others in ((20_000, [19_990, 20_003]), (20_000, [2_000]), (20_000, []), (-700_000, [-699_999])):
        span = scale("(scale, [middle, others]) => scale.around(middle, others)", [middle, others])
        places = scale("(scale, [days, span]) => days.map((day) => scale.share(day, span))", [[middle, *others], span])
        assert places[0] == pytest.approx(0.5)
        assert all(0 < place < 1 for place in places)


@pytest.mark.parametrize("length", [8, 20, 60, 200, 2 * YEAR, 80 * YEAR, 900 * YEAR, 9000 * YEAR])
def test_a_few_days_are_named_and_all_of_them_lie_on_the_line(scale, length):
    first = 19_000.3 - length / 2
    found = scale("(scale, span) => scale.ticks(span, 5)", [first, first + length])
    days = found["days"]
    assert 1 <= len(days) <= 6
    assert days == sorted(set(days)) and all(first <= day <= first + length for day in days)
    assert found["unit"] == ("day" if length < 3 * MONTH else "month" if length < 2 * YEAR + 1 else "year")
