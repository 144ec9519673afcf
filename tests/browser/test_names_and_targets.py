"""What is read on a button is in its name, what a thumb touches is large enough, and choices are heard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

# Words that are read on a control and are not in the name it has for assistive technology. Signs (←, ✕) are no words,
# and what stands in brackets nobody says.
UNNAMED = r"""() => [...document.querySelectorAll("button, a[href], summary, input, [role=slider]")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }))
  .map((node) => {
    const words = (text) => (text || "").replace(/\([^()]*\)/g, "").toLowerCase().match(/[\p{L}\d]+/gu) || [];
    const others = (node.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id));
    const name = node.ariaLabel || others.map((each) => each ? each.innerText : "").join(" ");
    const label = node.labels && node.labels[0] ? node.labels[0].innerText : "";
    const own = words(name), seen = words(node.innerText || label);
    const start = own.findIndex((_, at) => seen.every((word, index) => own[at + index] === word));
    return own.length && seen.length && start < 0 ? `${seen.join(" ")} | ${own.join(" ")}` : "";
  }).filter(Boolean)"""
# Controls of the page's frame and the parts that lie over it, below 44 px; the list and the panel have tests of theirs.
SMALL = """() => [...document.querySelectorAll("button, a.button, .skip-link, summary, label:has(input), "
    + "input:not([type=checkbox], [type=radio])")]
  .filter((node) => node.checkVisibility({ visibilityProperty: true }))
  .filter((node) => !node.closest("#event-list, #event-panel, #overview, .replay, label label"))
  .map((node) => {
    // What can be touched of a small button in a line of text reaches beyond what is seen.
    const around = getComputedStyle(node, "::after");
    const box = around.position === "absolute" && around.content !== "none" ?
      { width: parseFloat(around.width), height: parseFloat(around.height) } : node.getBoundingClientRect();
    return [node.outerHTML.slice(0, 100), box];
  })
  .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
  .map(([html, box]) => `${html} ${Math.round(box.width)}×${Math.round(box.height)}`)"""
TOUCH = {"has_touch": True, "is_mobile": True}


def open_part(page, part):
    if part == "filters":
        page.open_filters()
    elif part == "export":
        page.in_menu("#export").click()
        expect(page.at("#export-dialog")).to_be_visible()
    elif part:
        page.at(f"#{part}").click()


def with_each_part(page):
    """The name of each part that lies over the page, while it is open; `""` for the page alone."""
    for part in ("", "menu", "options", "filters", "export", "share"):
        open_part(page, part)
        yield part
        page.browser.keyboard.press("Escape")
        page.close_drawer()


@pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_visible_words_are_part_of_the_name(visit, lang, phone):
    """WCAG 2.5.3: who speaks to the page says what is read on it."""
    page = visit(f"kind=treaty&q=kim&lang={lang}", phone=phone)
    for part in with_each_part(page):
        assert page.browser.evaluate(UNNAMED) == [], part


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize(
    "query", ["view=list&kind=treaty", "view=sources", "view=disagreements", "view=numbers", "event=duma-vote", ""]
)
@pytest.mark.parametrize("phone", [False, True], ids=["wide", "phone"])
def test_they_are_in_every_view_too(look, query, lang, phone):
    assert look(f"{query}&lang={lang}".lstrip("&"), phone=phone).browser.evaluate(UNNAMED) == []


@pytest.mark.parametrize("size", [(360, 740), (768, 1024)], ids=["phone", "tablet"])
def test_targets_are_as_large_as_a_thumb(visit, size):
    page = visit("kind=treaty&q=kim", viewport={"width": size[0], "height": size[1]}, **TOUCH)
    for part in with_each_part(page):
        assert page.browser.evaluate(SMALL) == [], part


# What a finger can press by itself, below 44 px, by kind; a link within a sentence is as high as its line.
SLIGHT = """() => {
  const alone = (node) => {
    const around = node.closest("p, dd, figcaption") || node.parentElement;
    const rest = around.textContent.replace(node.textContent, "").replace(/[\\s·,;:()]/g, "");
    const link = node.tagName === "A" ? getComputedStyle(node).display === "inline" : node.matches("p > .link");
    return !link || rest.length < 8;
  };
  return [...new Set([...document.querySelectorAll("a[href], button, summary, label:has(input), [role=slider]")]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.matches(".skip-link") && alone(node))
    .filter((node) => {
      const around = getComputedStyle(node, "::after"), box = node.getBoundingClientRect();
      const reach = around.position === "absolute" && around.content !== "none" ? around : { width: 0, height: 0 };
      const [wide, high] = ["width", "height"].map((side) => Math.max(box[side], parseFloat(reach[side]) || 0));
      return box.width && (wide < 43.9 || high < 43.9);
    })
    .map((node) => `${node.parentElement.className} > ${node.tagName}.${node.className}`))];
}"""


@pytest.mark.parametrize("size", [(360, 740), (1024, 768)], ids=["phone", "tablet"])
@pytest.mark.parametrize(
    "query",
    ["", "view=list", "view=sources", "view=disagreements", "view=numbers", "event=arms-supplies", "asof=2024-10-24"],
)
def test_a_finger_finds_room_in_every_view(look, query, size):
    page = look(query, viewport={"width": size[0], "height": size[1]}, **TOUCH)
    page.browser.evaluate("document.querySelectorAll('#event-panel details').forEach((more) => { more.open = true; })")
    assert page.browser.evaluate(SLIGHT) == []


def test_a_heading_stands_before_the_chart(still_page):
    first = still_page.browser.evaluate("""() => [...document.querySelectorAll("#chart h2, #timeline")][0].tagName""")
    assert first == "H2"
    expect(still_page.browser.get_by_role("region", name="Timeline chart")).to_have_count(1)


@pytest.mark.parametrize("size", [(360, 640), (768, 1024), (1280, 800)], ids=str)
def test_the_order_of_the_keyboard_follows_the_eye(visit, size):
    """Up to the chart, each stop lies below the one before, or beside it on the right."""
    page = visit("kind=treaty&country=KP", viewport={"width": size[0], "height": size[1]})
    stops = []
    for _ in range(30):
        page.browser.keyboard.press("Tab")
        inside, *box = page.browser.evaluate("""() => {
          const node = document.activeElement, box = (node.closest("label") || node).getBoundingClientRect();
          return [!!node.closest("#chart"), box.left, box.top, box.bottom];
        }""")
        if inside:
            break
        stops.append(box)
    assert len(stops) > 8
    stops = stops[2:]  # the links that skip are seen only while they have the focus
    for (left, top, bottom), (next_left, next_top, _) in zip(stops, stops[1:], strict=False):
        assert next_top >= bottom - 4 or (next_left > left and abs(next_top - top) < 24)


@pytest.mark.parametrize(
    ("lang", "view", "group"),
    [("en", "View: List", "Group by: Actor"), ("fr", "Vue\u00a0: Liste", "Grouper par\u00a0: Acteur")],
)
def test_views_and_groups_are_heard(visit, lang, view, group):
    page = visit(f"lang={lang}")
    spoken = page.at("#spoken")
    expect(spoken).to_have_attribute("aria-live", "polite")
    expect(spoken).to_have_text("")
    page.option("group-by", "actor")
    expect(spoken).to_have_text(group, use_inner_text=False)
    page.choice("view-tabs", "list").click()
    expect(spoken).to_have_text(view, use_inner_text=False)


def test_chapters_are_heard_by_their_sentence(timeline_page, record):
    page = timeline_page
    page.choice("chapters", "signing").click()
    sentence = page.at("#chapter-sentence")
    expect(sentence).to_have_attribute("aria-live", "polite")
    expect(sentence).not_to_be_empty()
    page.choice("chapters", "start").click()
    expect(page.at("#spoken")).to_have_text(record.settings.subtitle["en"])
