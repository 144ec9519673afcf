"""The picture of an event: in the panel, small in the list, in a presentation, and in a page that is a file."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from timeline.publish.page.single import single_file

# A picture as it is on the screen: whether it came, its box, and that of its place while it has not come.
SEEN = """async (img) => {
  img.scrollIntoView();
  await img.decode();
  const box = () => [img.offsetWidth, img.offsetHeight];
  const [came, shown] = [img.naturalWidth, box()];
  img.removeAttribute("src");
  return { came, shown, kept: box() };
}"""


@pytest.fixture
def cloud(vesuvius):
    """The one event of the example that has a picture."""
    return next(event for event in vesuvius.events if event.id == "cloud")


@pytest.mark.parametrize("phone", [False, True])
def test_the_panel_shows_it_with_who_made_it_and_it_moves_nothing_when_it_comes(visit_record, vesuvius, cloud, phone):
    page = visit_record(vesuvius, "lang=fr&event=cloud", phone=phone)
    figure = page.panel("cloud").locator("figure.picture")
    picture = figure.get_by_role("img", name=cloud.media.alt["fr"], exact=True)
    expect(figure.locator("figcaption")).to_contain_text(cloud.media.caption["fr"], use_inner_text=True)
    expect(figure.locator("small")).to_have_text("Image : The timeline maintainers, CC BY 4.0")
    seen = picture.evaluate(SEEN)
    assert seen["came"] == 1200 and seen["kept"] == seen["shown"]
    width, height = seen["shown"]
    assert abs(width / height - 1200 / 800) < 0.02 and 200 < width <= page.browser.viewport_size["width"]
    assert page.foreign() == []


def test_the_list_shows_it_small_when_it_comes_into_sight(visit_record, vesuvius, cloud):
    page = visit_record(vesuvius, "lang=en&view=list")
    picture = page.item("cloud").get_by_role("img", name=cloud.media.alt["en"], exact=True)
    expect(picture).to_have_attribute("loading", "lazy")
    seen = picture.evaluate(SEEN)
    assert seen["came"] == 1200 and seen["kept"] == seen["shown"] and max(seen["shown"]) < 100
    assert page.at("#event-list img").count() == 1


def test_a_page_as_of_a_day_keeps_it_for_later_as_it_does_the_summary(look_record, vesuvius):
    page = look_record(vesuvius, "lang=en&event=cloud&asof=0130-01-01")
    expect(page.panel("cloud").locator(".picture")).to_have_count(0)
    expect(page.item("cloud").locator("img")).to_be_hidden()


def test_a_presentation_shows_it(visit_record, vesuvius, cloud):
    page = visit_record(vesuvius, "lang=en&present=1&event=cloud")
    picture = page.at(".lesson-step figure.picture img")
    expect(picture).to_have_attribute("alt", cloud.media.alt["en"])
    assert picture.evaluate(SEEN)["came"] == 1200


def test_a_page_that_is_a_file_holds_it(visit_at, vesuvius, tmp_path):
    file = tmp_path / "vesuvius.html"
    file.write_bytes(single_file(vesuvius))
    page = visit_at(file.as_uri(), "lang=en&event=cloud")
    picture = page.panel("cloud").locator(".picture img")
    assert picture.get_attribute("src").startswith("data:image/webp;base64,")
    assert picture.evaluate(SEEN)["came"] == 1200
