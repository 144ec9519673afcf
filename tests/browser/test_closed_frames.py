"""The page in a frame that is closed off (`sandbox`), and in one of a page on disk: it works, or says why not."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from timeline.publish.page.site import site_files, write_site

OPEN = (None, "allow-scripts", "allow-scripts allow-same-origin")  # what a frame may be where scripts run
HOST = '<!DOCTYPE html><meta charset="utf-8"><title>A lesson</title>{}'
FRAME = '<iframe src="{}" width="800" height="520"{}></iframe>'


def frame(address, sandbox):
    """The HTML of a page that has the timeline in a frame."""
    return HOST.format(FRAME.format(address, "" if sandbox is None else f' sandbox="{sandbox}"'))


def site_of(html):
    """A site (WSGI) that answers everything with this page."""

    def answer(environ, start):
        start("200 OK", [("Content-Type", "text/html")])
        return [html.encode()]

    return answer


@pytest.fixture
def host(browser, serving, tmp_path):
    """host(where, address, sandbox) opens a page of another `site`, or of a `file`, with a frame; gives the page."""
    context = browser.new_context(locale="en-GB", viewport={"width": 900, "height": 700})
    context.set_default_timeout(40_000)

    def opened(where, address, sandbox):
        html = frame(address, sandbox)
        if where == "file":
            (tmp_path / "lesson.html").write_text(html)
            home = (tmp_path / "lesson.html").as_uri()
        else:
            home = serving(site_of(html))
        page = context.new_page()
        page.errors = []
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("console", lambda line: page.errors.append(line.text) if line.type == "error" else None)
        page.goto(home)
        return page

    yield opened
    context.close()


def assert_works(page):
    """The timeline is drawn, an event opens and closes, and the window moves, with no error."""
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready=true]").wait_for()
    expect(inside.locator("#timeline .js-plotly-plot .main-svg").first).to_be_visible()
    expect(inside.locator(".embed-open")).to_be_visible()
    count = inside.locator("#event-list [data-event-id]").count()
    assert count > 10
    inside.locator("[data-event-id=duma-vote] .event-title").first.click()
    expect(inside.locator("#event-panel")).to_have_attribute("data-event-id", "duma-vote")
    inside.locator(".panel-close").click()
    expect(inside.locator("#event-panel")).to_be_hidden()
    inside.locator("[data-key=zoom_in]").click()
    assert page.errors == []


@pytest.mark.parametrize("sandbox", OPEN)
@pytest.mark.parametrize("where", ["site", "file"])
def test_the_served_page_works_in_a_frame(host, live_server, where, sandbox):
    assert_works(host(where, f"{live_server}/?embed=1&lang=en", sandbox))


@pytest.mark.parametrize("sandbox", OPEN)
def test_the_offline_file_works_in_a_frame_of_another_file(host, offline_file, sandbox):
    assert_works(host("file", f"{offline_file}#embed=1&lang=en", sandbox))


@pytest.mark.parametrize("view", ["sources", "map", "clocks", "numbers", "compare"])
def test_parts_that_come_on_demand_come_in_a_closed_frame(host, live_server, view):
    page = host("site", f"{live_server}/?embed=1&lang=en&view={view}", "allow-scripts")
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready=true]").wait_for()
    expect(inside.locator(f"#{view}-view")).to_be_visible()
    assert page.errors == []


def test_a_story_is_read_in_a_closed_frame(host, live_server):
    page = host("site", f"{live_server}/?embed=1&lang=fr&lesson=how-many-soldiers", "allow-scripts")
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready=true]").wait_for()
    expect(inside.locator(".story-head")).to_contain_text("soldats")
    assert page.errors == []


@pytest.mark.parametrize(
    ("language", "words"), [("en", "This timeline needs JavaScript"), ("fr", "Cette frise a besoin de JavaScript")]
)
@pytest.mark.parametrize("place", ["served", "offline"])
def test_a_frame_without_scripts_shows_the_list_in_words(host, live_server, offline_file, place, language, words):
    if place == "served":
        page = host("site", f"{live_server}/?embed=1&lang={language}", "")
    else:
        page = host("file", f"{offline_file}#outline-{language}", "")
    inside = page.frame_locator("iframe")
    section = inside.locator(f"#outline-{language}")
    expect(section).to_contain_text(words)
    expect(section.locator("li").first).to_be_visible()
    expect(inside.locator(".unloaded").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("sandbox", [None, "allow-scripts"])
def test_the_whole_page_in_another_site_s_frame_is_the_compact_one(host, live_server, sandbox):
    page = host("site", f"{live_server}/?lang=fr&kind=ratification", sandbox)
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready=true]").wait_for()
    expect(inside.locator(".embed-open")).to_have_attribute("href", f"{live_server}/?kind=ratification&lang=fr")
    assert page.errors == []


def test_a_page_within_a_closed_frame_may_have_the_timeline_in_a_frame_of_its_own(host, live_server, serving):
    """As where a learning platform closes off what a teacher writes."""
    html = frame(f"{live_server}/?embed=1&lang=en", None)
    page = host("site", serving(site_of(html)), "allow-scripts")
    page.frame_locator("iframe").frame_locator("iframe").locator("html[data-ready=true]").wait_for()


@pytest.mark.parametrize(("language", "words"), [("en", "Copy the address instead"), ("fr", "Copiez plutôt l’adresse")])
def test_a_link_that_a_frame_may_not_open_is_shown_to_be_copied(host, live_server, language, words):
    page = host("site", f"{live_server}/?embed=1&lang={language}", "allow-scripts")
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready=true]").wait_for()
    inside.locator(".embed-open").click()
    notice = inside.locator("#notice")
    expect(notice).to_contain_text(words)
    expect(notice).to_contain_text(f"{live_server}/?lang={language}")
    expect(notice).to_be_in_viewport()


def test_a_link_opens_where_the_frame_may_open_pages(host, live_server):
    page = host("site", f"{live_server}/?embed=1&lang=en", "allow-scripts allow-popups allow-popups-to-escape-sandbox")
    inside = page.frame_locator("iframe")
    inside.locator("html[data-ready=true]").wait_for()
    with page.context.expect_page() as opened:
        inside.locator(".embed-open").click()
    opened.value.locator("html[data-ready=true]").wait_for()
    assert opened.value.url == f"{live_server}/?lang=en"
    assert opened.value.evaluate("[self.origin, window.opener]") == [live_server, None]
    expect(inside.locator("#notice")).to_be_empty()


# ---- the static site, whose server says who may read its files ----


@pytest.fixture(scope="module")
def folder(record, tmp_path_factory):
    folder = tmp_path_factory.mktemp("www") / "site"
    write_site(folder, site_files(record))
    return folder


@pytest.fixture
def web_space(folder):
    """web_space(headers) is the address of a plain file server that sends these headers."""
    running = []

    def address(headers):
        class Files(SimpleHTTPRequestHandler):
            def log_message(self, *args):
                """Nothing is to be said of what is asked for."""

            def end_headers(self):
                for name, value in headers.items():
                    self.send_header(name, value)
                super().end_headers()

        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield address
    for server in running:
        server.shutdown()
        server.server_close()


def test_a_site_whose_server_lets_its_files_be_read_works_in_a_closed_frame(host, web_space):
    assert_works(host("site", f"{web_space({'Access-Control-Allow-Origin': '*'})}/?embed=1&lang=en", "allow-scripts"))


@pytest.mark.parametrize(
    ("language", "words", "listed"),
    [
        ("en", "Its files did not come", "The Russia–North Korea treaty enters into force"),
        ("fr", "Ses fichiers ne sont pas arrivés", "Le traité russo-nord-coréen entre en vigueur"),
    ],
)
def test_a_site_whose_server_does_not_says_so_and_lists_the_events(host, web_space, language, words, listed):
    home = web_space({})
    page = host("site", f"{home}/?embed=1&lang={language}", "allow-scripts")
    inside = page.frame_locator("iframe")
    section = inside.locator(f"#outline-{language}")
    expect(section.locator(".unloaded")).to_contain_text(words)
    expect(section.locator(".unloaded")).to_be_in_viewport()
    expect(inside.locator("h1")).to_be_visible()
    expect(section.locator(".unloaded a")).to_have_text(f"{home}/?lang={language}")
    expect(section.locator("li", has_text=listed).first).to_be_visible()


def test_what_was_said_goes_when_the_data_come_after_all(visit):
    page = visit()
    page.refuse("**/bundles/record.*", 2)  # the preload and the page's own question
    page.browser.goto(page.address("lang=en"))
    expect(page.at("#outline-en .unloaded")).to_be_visible()
    page.ready()
    expect(page.at(".unloaded")).to_have_count(0)
    page.errors.clear()


# ---- a browser that lets nobody write the address, as some do in a closed frame ----


def test_the_view_changes_where_the_address_may_not_be_written(browser, live_server):
    context = browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    context.add_init_script(
        "for (const name of ['pushState', 'replaceState'])"
        " history[name] = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };"
    )
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{live_server}/?lang=en")
    page.locator("html[data-ready=true]").wait_for()
    page.locator("#view-tabs label:has(input[value=list])").click()
    expect(page.locator("html")).to_have_attribute("data-view", "list")
    page.locator("#share").click()
    expect(page.locator("#share-link")).to_have_value(f"{live_server}/?view=list&lang=en")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    expect(page.locator("#present")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#present")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("data-view", "list")
    assert errors == []
    context.close()


def test_back_leads_back_after_the_address_could_not_be_written_once(timeline_page):
    """Browsers refuse for a while what is written very often."""
    page = timeline_page
    page.browser.evaluate("""() => {
      const write = history.pushState;
      history.pushState = () => {
        history.pushState = write;
        throw new DOMException('Too many calls.', 'SecurityError');
      };
    }""")
    view = page.at("html")
    for name in ("list", "sources", "numbers"):
        page.choice("view-tabs", name).click()
        expect(view).to_have_attribute("data-view", name)
    page.browser.go_back()
    expect(view).to_have_attribute("data-view", "sources")


def test_a_relation_in_a_closed_frame_opens_its_event_there_and_nothing_else(host, live_server):
    page = host("site", f"{live_server}/?embed=1&lang=en&event=treaty-2000&scope=all", "allow-scripts")
    inside = page.frame_locator("iframe")
    inside.locator(".related a.link").first.click()
    expect(inside.locator("#event-panel")).not_to_have_attribute("data-event-id", "treaty-2000")
    expect(inside.locator("#notice")).to_be_hidden()
