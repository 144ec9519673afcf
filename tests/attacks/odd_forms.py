"""What `check` accepts, every answer and every export can show: for odd records in any number."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

from hypothesis import HealthCheck, Phase, given, settings

from timeline.publish.exports.formats import FORMATS
from timeline.publish.page.picture import picture
from timeline.publish.page.single import single_file
from timeline.publish.page.site import site_files
from timeline.record.load import read_record
from timeline.record.record import Record
from timeline.serve.server import create_app

from .full_record import write
from .odd_records import odd_records
from .rows import Row

QUERIES = ("", "?lang=fr", "?asof=2001-02-04", "?from=9999-12-31", "?q=a")


def read(content: dict[str, Any]) -> Record | None:
    """The record of these contents; None where `check` refuses it."""
    with TemporaryDirectory() as folder:
        record, problems = read_record(write(content, Path(folder)), thorough=True)
    assert record is not None or problems
    return record


def show(record: Record) -> None:
    """Everything that the server gives of a record, asked of its application."""
    client = create_app(record).server.test_client()
    for path in ("/", "/sources.html", "/schema/event.json", "/healthz", "/?lang=fr"):
        assert client.get(path).status_code == 200, path
    for query in QUERIES:
        json.loads(client.get(f"/api/events.json{query}").data, parse_constant=_no_number)
        for form in FORMATS.values():
            answer = client.get(f"/export/events.{form.extension}{query}")
            assert answer.status_code == 200, form.extension
            if form.extension == "atom":
                ElementTree.fromstring(answer.data)
            if form.extension.endswith("json"):
                json.loads(answer.data, parse_constant=_no_number)


def take_away(record: Record) -> None:
    """Everything that is made of a record to be put elsewhere: the picture for links, the one file, the static site."""
    assert picture(record).startswith(b"\x89PNG")
    assert b"</html>" in single_file(record)
    assert "index.html" in site_files(record)


def _no_number(name: str) -> NoReturn:
    raise AssertionError(f"{name} is no number of JSON")


def shown(count: int) -> Row:
    """Odd records through every answer, every export, the picture, the one file and the site."""
    row = Row("odd records that `check` accepts", "every answer, export, picture, file and site can be made of them")
    found: Counter[bool] = Counter()

    @settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(odd_records())
    def run(content: dict[str, Any]) -> None:
        record = read(content)
        found[record is not None] += 1
        if record:
            show(record)
            take_away(record)

    try:
        run()
    except Exception as error:  # of the smallest record that fails
        row.failed.append(repr(error))
    row.count = found[True]
    return row
