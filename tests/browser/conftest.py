"""The browser of the browser tests, the server they visit, and the page as they handle it.

One browser and one server serve the whole run. Visits to the same address share a tab, and so its cache;
what the page remembers (local storage) is wiped after each test. Tests that only look share pages that stay
open. A test fails at its end when any of its pages logged an error or asked for something from another site.
"""

from __future__ import annotations

import functools
import os
import shutil
from urllib.parse import parse_qsl

import pytest
from expected import Expected
from page import PATIENCE, TimelinePage, modules_in
from playwright.sync_api import expect

from timeline.publish.page.single import single_file
from timeline.serve.server import create_app

QUIET = [
    # A container's /dev/shm is small.
    "--disable-dev-shm-usage",
    # Nothing is asked of other sites while tests run.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    # A tab is used for hundreds of visits, and need not keep them all.
    "--disable-back-forward-cache",
    "--no-first-run",
]
expect.set_options(timeout=PATIENCE)  # a loaded machine is slow without being wrong
# A tab that takes the whole screen can be given no other size. tests/browser/test_present.py has one that may.
NOT_FULL = "Object.defineProperty(Document.prototype, 'fullscreenEnabled', { get: () => false });"
DESKTOP = {"viewport": {"width": 1280, "height": 900}, "locale": "en-GB", "color_scheme": "light"}
PHONE = {**DESKTOP, "viewport": {"width": 360, "height": 740}, "has_touch": True}
# The options of a tab that can be changed while it is open.
SCREEN = ("viewport", "color_scheme", "forced_colors", "contrast", "reduced_motion")
MOST_TABS = 12  # that stay open, of each kind


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """What pytest-playwright starts the browser with."""
    # The headless shell is the same browser without its windows, and a third faster.
    chromium = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium's sandbox refuses to run as root
    args = {**browser_type_launch_args, "args": [*QUIET, *sandbox]}
    return {**args, "executable_path": chromium} if chromium else args


@pytest.fixture(scope="session")
def serve(serving):
    """serve(record) gives the address of a server that shows the record, the same one for the whole run."""
    addresses = {}

    def address(record):
        if record.hash not in addresses:
            addresses[record.hash] = serving(create_app(record).server)
        return addresses[record.hash]

    return address


@pytest.fixture(scope="session")
def live_server(serve, record):
    """The address of a server that shows the real record, for the whole run."""
    return serve(record)


@pytest.fixture(scope="session")
def offline_file(record, tmp_path_factory):
    """The address of the same timeline as one file on disk, as `export html` writes it."""
    file = tmp_path_factory.mktemp("offline") / "timeline.html"
    file.write_bytes(single_file(record))
    return file.as_uri()


@pytest.fixture(scope="session")
def place(request):
    """Where the page comes from: the server; for tests marked `everywhere` also the file, with the network off."""
    return getattr(request, "param", "server")


def pytest_generate_tests(metafunc):
    if "place" in metafunc.fixturenames and metafunc.definition.get_closest_marker("everywhere"):
        metafunc.parametrize("place", ["server", "file"], indirect=True, scope="session")


def pytest_collection_modifyitems(config, items):
    """Of each test against the file, keep the first of its parameters; the others are counted as deselected."""
    kept, left, seen = [], [], set()
    for item in items:
        test = (item.path, getattr(item, "originalname", item.name))
        at_file = getattr(item, "callspec", None) is not None and item.callspec.params.get("place") == "file"
        (left if at_file and test in seen else kept).append(item)
        if at_file:
            seen.add(test)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept


@pytest.fixture(scope="session")
def home(place, request):
    """The address of the page."""
    return request.getfixturevalue("offline_file" if place == "file" else "live_server")


class Tabs:
    """Tabs of the browser: the same one for the same address and options, so that its cache stays warm.

    Where many are open, the one that has been left alone for longest is closed for a new one.
    """

    def __init__(self, browser):
        self.browser, self.contexts, self.pages = browser, {}, {}

    def tab(self, home, options, apart=None):
        """A tab with Playwright's options; `apart` sets it apart from others that have the same.

        Those of `SCREEN` set none apart, since a tab can take others.
        """
        screen = {name: options[name] for name in SCREEN if name in options}
        other = {name: value for name, value in options.items() if name not in SCREEN}
        lasting = repr([home, *sorted(other.items())])
        page = self.pages.pop((lasting, apart), None)  # to be put behind all others
        if page is None or page.browser.is_closed():
            if len(self.pages) >= MOST_TABS:
                self.pages.pop(next(iter(self.pages))).browser.close()
            if lasting not in self.contexts:
                self.contexts[lasting] = self.browser.new_context(**other, offline=home.startswith("file:"))
                self.contexts[lasting].set_default_timeout(PATIENCE)
                self.contexts[lasting].add_init_script(NOT_FULL)
            page = TimelinePage(self.contexts[lasting].new_page(), home)
        self.pages[lasting, apart] = page
        page.begin(**screen)
        return page

    def close(self, page):
        """Close a tab, all that share its memory, and that memory."""
        self.contexts = {key: context for key, context in self.contexts.items() if context != page.browser.context}
        page.browser.context.close()

    def close_all(self):
        for context in self.contexts.values():
            context.close()


@pytest.fixture(scope="session")
def tabs(browser):
    """The tabs of the whole run."""
    tabs = Tabs(browser)
    yield tabs
    tabs.close_all()


@pytest.fixture
def visit_at(tabs):
    """visit_at(home, query, **options) opens the page at an address: on a desktop, with `phone=True` on a phone;
    options are Playwright's.

    Visits that differ in nothing but `SCREEN` use the same tab, one after the other.
    """
    pages = []

    def visit(home, query="", phone=False, **options):
        page = tabs.tab(home, {**(PHONE if phone else DESKTOP), **options})
        pages.append(page)
        return page.open(query)

    yield visit
    for page in pages:
        if not page.forget():
            tabs.close(page)
    assert_quiet(pages)


def assert_quiet(pages):
    for page in pages:
        assert page.errors == [], f"errors in the page: {page.errors}"
        assert page.foreign() == [], f"asked of other sites: {page.foreign()}"


@pytest.fixture
def visit(visit_at, home):
    """visit(query, **options) opens the page of the real record, like `visit_at`."""
    return functools.partial(visit_at, home)


@pytest.fixture(scope="session")
def tabs_to_look_at(browser):
    """Tabs whose page stays open from test to test."""
    tabs = Tabs(browser)
    yield tabs
    tabs.close_all()


@pytest.fixture
def look_at(tabs_to_look_at):
    """look_at(home, query, **options) has a view on the screen, like `visit_at`, for tests that do nothing there and
    only look.

    The page turns to the view as it does when one goes back, which takes a fifth of the time that loading takes.
    """
    pages = []

    def look(home, query="", phone=False, **options):
        # What stays on until another is asked for.
        lasting = {key: value for key, value in parse_qsl(query) if key in ("lang", "theme", "embed")}
        options = {**(PHONE if phone else DESKTOP), **options}
        screen = {name: options.get(name) for name in SCREEN}  # for which the page was made, not only changed
        page = tabs_to_look_at.tab(home, options, repr([lasting, screen]))
        pages.append(page)
        return page.show(query)

    yield look
    for page in pages:
        page.forget()  # the language of an address is remembered, and other tabs share the memory
    assert_quiet(pages)


@pytest.fixture
def look(look_at, home):
    """look(query, **options) has a view of the real record on the screen, like `look_at`."""
    return functools.partial(look_at, home)


@pytest.fixture
def still_page(look):
    """The page at its plain address, on a desktop, for tests that only look."""
    return look()


@pytest.fixture
def visit_record(visit_at, serve):
    """visit_record(record, query, **options) opens the page of any record, like `visit_at`."""
    return lambda record, *query, **options: visit_at(serve(record), *query, **options)


@pytest.fixture
def look_record(look_at, serve):
    """look_record(record, query, **options) has a view of any record on the screen, like `look_at`."""
    return lambda record, *query, **options: look_at(serve(record), *query, **options)


@pytest.fixture
def timeline_page(visit):
    """The page at its plain address, on a desktop."""
    return visit()


@pytest.fixture(scope="session")
def modules(browser):
    """modules(path, …) imports modules of `assets/src` in a page that has nothing else, or the HTML `body`. It gives
    run(function, argument), which calls a JavaScript function with the modules and an argument, both ways as JSON."""
    pages = []

    def imported(*paths, body=""):
        pages.append(browser.new_page())
        return modules_in(pages[-1], paths, body)

    yield imported
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def expected(record, frame):
    """What the page has to show, worked out from the record in Python."""
    return Expected(record, frame)
