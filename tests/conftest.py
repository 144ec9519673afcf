"""What all tests share: the real record, its frame, and a small record on a harmless subject."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
import yaml
from hypothesis import settings
from waitress import create_server
from waitress.wasyncore import close_all

from timeline.query.frame import frame_of
from timeline.record.load import load_record
from timeline.record.record import Record

VESUVIUS = Path(__file__).parents[1] / "examples" / "vesuvius"
CALENDAR = Path(__file__).parents[1] / "examples" / "calendar"
APOLLO = Path(__file__).parent / "records" / "good" / "apollo"
ROME = Path(__file__).parent / "records" / "good" / "rome"

# Property tests vary their examples, not their time: no deadline, and nothing is kept between runs.
settings.register_profile("timeline", deadline=None, database=None, max_examples=150)
settings.load_profile("timeline")


@pytest.fixture(scope="session")
def record() -> Record:
    """The real record, as the program ships it."""
    return load_record()


@pytest.fixture(scope="session")
def frame(record) -> pd.DataFrame:
    """The real record's frame."""
    return frame_of(record)


@pytest.fixture(scope="session")
def serving() -> Iterator[Callable[..., str]]:
    """serving(application) gives the address of a server of a WSGI application, which runs to the end of the tests."""
    running = []

    def address(application: Callable) -> str:
        # A browser holds about five connections a tab, and waitress would answer a hundred.
        more = {"connection_limit": 900, "asyncore_use_poll": True}
        server = create_server(application, host="127.0.0.1", port=0, threads=8, **more)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{server.effective_port}"

    yield address
    for server, thread in running:
        # In the server's own thread, which waits for these sockets: no connection is left to be complained of.
        server.trigger.pull_trigger(partial(close_all, server._map))
        thread.join(timeout=5)
        server.task_dispatcher.shutdown()


@pytest.fixture(scope="session")
def apollo() -> Record:
    """The small record in tests/records/good/apollo: every date shape, status and stance that tests need."""
    return load_record(APOLLO)


@pytest.fixture(scope="session")
def vesuvius() -> Record:
    """The example record in examples/vesuvius: another subject, French first, no documents and no replay."""
    return load_record(VESUVIUS)


@pytest.fixture(scope="session")
def calendar() -> Record:
    """The example record in examples/calendar: made in a spreadsheet, most of it before the year 1, two languages."""
    return load_record(CALENDAR)


@pytest.fixture(scope="session")
def rome() -> Record:
    """The record in tests/records/good/rome: years before the year 1, and from there on after it."""
    return load_record(ROME)


@pytest.fixture
def make_record(tmp_path) -> Callable[..., Record]:
    """make_record(event, …, languages=["de"], settings={…}) loads a record with as little in it as can be.

    An event is a dict of what it has besides id, title, summary, kind, status and one claim, which stand for nothing.
    """

    def make(*events: dict, languages: tuple[str, ...] = ("en",), settings: dict | None = None) -> Record:
        say = lambda words: {language: f"{words} ({language})" for language in languages}  # noqa: E731
        days = {"start": "0001-01-01", "end": "9999-12-31"}
        files = {
            "settings": {
                "title": say("Small"),
                "subtitle": say("Very small"),
                "languages": list(languages),
                "updated": "2026-01-01",
                "window": "all",
                "presets": [{"id": "all", "name": say("All"), **days}],
                "kinds": [
                    {"id": "thing", "name": say("Thing"), "symbol": "star", "light": "#3a49b8", "dark": "#9aaaff"}
                ],
                **(settings or {}),
            },
            "actors": [{"id": "somebody", "name": say("Somebody"), "type": "person"}],
            "sources": [{"id": "book", "name": say("A book"), "type": "book"}],
            "events": [
                {
                    "id": f"event-{turn}",
                    "title": say(f"Event {turn}"),
                    "summary": say("It happened"),
                    "kind": "thing",
                    "status": "established",
                    "claims": [{"id": "c1", "source": "book", "locator": "p. 1", "says": say("It did")}],
                    **event,
                }
                for turn, event in enumerate(events, start=1)
            ],
        }
        for name, content in files.items():
            (tmp_path / f"{name}.yaml").write_text(
                yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8"
            )
        return load_record(tmp_path)

    return make


@pytest.fixture
def write_record(tmp_path) -> Callable[..., Path]:
    """write_record(events=…, settings=…) copies the apollo record to a folder, with some files changed.

    A file is named by its stem, a lesson as `lessons/walk`. It is given as text or bytes, as a function from its old
    text to its new one, or as None to leave it out.
    """

    def write(**overrides: str | bytes | Callable[[str], str] | None) -> Path:
        folder = tmp_path / "record"
        shutil.copytree(APOLLO, folder, dirs_exist_ok=True)
        for stem, content in overrides.items():
            file = folder / f"{stem}.yaml"
            file.parent.mkdir(exist_ok=True)
            if callable(content):
                old = file.read_text(encoding="utf-8")
                new = content(old)
                assert new != old, f"the change to {stem} changes nothing"
            else:
                new = content
            if new is None:
                file.unlink()
            else:
                file.write_bytes(new if isinstance(new, bytes) else new.encode())
        return folder

    return write
