"""The static site as a plain file server gives it out, under a path of its own."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from page import TimelinePage

from timeline.publish.page.site import site_files, write_site


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Nothing is to be said of what is asked for."""


@pytest.fixture(scope="module")
def site(record, tmp_path_factory):
    """The address of the site, two folders below the root of its server."""
    root = tmp_path_factory.mktemp("www")
    (root / "a").mkdir()
    write_site(root / "a" / "frise", site_files(record))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=root))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/a/frise"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_works_under_any_path(browser, site, expected, language):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    page = TimelinePage(context.new_page(), site)
    page.open(f"kind=ratification&lang={language}")
    assert page.ids_become(expected.listed("kind=ratification")) == expected.listed("kind=ratification")
    page.choose("country", "KP")
    wanted = expected.listed("kind=ratification&country=KP")
    assert page.ids_become(wanted) == wanted
    page.browser.reload()
    page.ready()
    assert page.ids_become(wanted) == wanted
    page.open_event(wanted[0])
    assert page.panel_id() == wanted[0]
    page.at("html[lang=%s]" % language).wait_for()
    assert page.errors == []
    assert page.foreign() == []
    context.close()


def test_its_links_lead_to_files(browser, site, record):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}/")
    page.locator("html[data-ready=true]").wait_for()
    answer = context.request.get(f"{site}/{page.locator('footer a', has_text='JSON').get_attribute('href')}")
    assert len(answer.json()["events"]) == len(record.events)
    sources = page.locator("footer a", has_text="About the sources").get_attribute("href")
    assert "Mondialisation.ca" in context.request.get(f"{site}/{sources}").text()
    assert context.request.get(f"{site}/404.html").status == 200
    context.close()
