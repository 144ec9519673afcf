"""CSV for spreadsheets and scripts (RFC 4180): a row an event, or a row a claim.

Where a decimal is written with a comma, spreadsheets part cells by semicolons: then numbers have that comma too.

The browser's twin is `assets/src/export/csv.js`.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

from ...query.clocks import side_of
from ...query.events import known_by_id
from ...query.forecasts import Forecast, forecasts
from ...record.model.model import Claim, Event
from ...view.wording import amount_text
from .selection import BETWEEN, Entry, Selection

BOM = b"\xef\xbb\xbf"  # lets Excel see that a file is UTF-8
# Spreadsheets calculate what begins so (https://owasp.org/www-community/attacks/CSV_Injection), the wide forms too; and
# one that splits lines at `;` begins a cell there.
SIGNS = frozenset("=+-@\t\r\n＝＋－＠")
WITHIN = re.compile(f';"?(?=[{re.escape("".join(SIGNS))}])')
ROWS = ("events", "claims", "forecasts")
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
EVENT_COLUMNS = (
    "id",
    "date",
    "start",
    "end",
    "date_words",
    "title",
    "summary",
    "kind",
    "status",
    "actors",
    "countries",
    "place",
    "lat",
    "lon",
    "sources",
    "claims",
    "permalink",
)
CLAIM_COLUMNS = (
    "event",
    "claim",
    "event_date",
    "event_title",
    "stance",
    "claimants",
    "asserted_on",
    "side",
    "says",
    "figures",
    "quote",
    "quote_language",
    "source",
    "paragraph",
    "url",
    "locator",
    "via",
    "note",
    "permalink",
)


FORECAST_COLUMNS = (
    "event",
    "claim",
    "asserted_on",
    "claimants",
    "says",
    "source",
    "how",
    "outcome",
    "outcome_dates",
    "outcome_titles",
    "outcome_statuses",
    "difference",
    "permalink",
)


def table_csv(selection: Selection, rows: str = "events", bom: bool = False, delimiter: str = "comma") -> bytes:
    """The events as CSV in UTF-8, with CRLF and a header; `rows` may be `claims` or `forecasts`, `delimiter` a key of
    DELIMITERS.

    Words are in the selection's language, dates EDTF, `start` and `end` ISO days, several names joined by `; `.
    A text that a spreadsheet would take for a formula has an apostrophe before it. `bom` puts a byte order mark first.
    """
    if rows == "claims":
        table = [
            CLAIM_COLUMNS,
            *(_claim(selection, event, claim) for event in selection.events for claim in event.claims),
        ]
    elif rows == "forecasts":
        found = forecasts(selection.events, known_by_id(selection.record, selection.spec))
        table = [FORECAST_COLUMNS, *(_forecast(selection, each) for each in found)]
    else:
        table = [EVENT_COLUMNS, *map(_event, selection.entries)]
    out = io.StringIO(newline="")
    point = "," if delimiter == "semicolon" else "."
    writer = csv.writer(out, delimiter=DELIMITERS[delimiter], lineterminator="\r\n")
    writer.writerows([cell(value, point) for value in row] for row in table)
    return (BOM if bom else b"") + out.getvalue().encode()


def cell(value: str | int | float | None, point: str = ".") -> str:
    """A value as it stands in a cell, before quoting: numbers with their decimal `point`, texts never a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        safe = f"'{value}" if value[:1] in SIGNS else value
        return WITHIN.sub(r"\g<0>'", safe) if ";" in safe else safe
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f").replace(".", point)


def _event(entry: Entry) -> list:
    return [
        entry.id,
        entry.edtf,
        entry.start,
        entry.end,
        entry.when,
        entry.title,
        entry.summary,
        entry.kind,
        entry.status,
        BETWEEN.join(entry.actors),
        BETWEEN.join(entry.countries),
        entry.place,
        entry.lat,
        entry.lon,
        BETWEEN.join(entry.sources),
        entry.claims,
        entry.link,
    ]


def _claim(selection: Selection, event: Event, claim: Claim) -> list:
    record, lang = selection.record, selection.language
    speakers = [record.actors[actor].name[lang] for actor in claim.by] or [selection.say("outlet_claimant")]
    amounts = [amount_text(amount, record.settings, lang) for amount in claim.amounts]
    quote = (claim.quote.text, claim.quote.lang) if claim.quote else ("", "")
    return [
        event.id,
        claim.id,
        event.date.text,
        event.title[lang],
        selection.say(f"stance_{claim.stance}"),
        BETWEEN.join(speakers),
        claim.asserted_on.text if claim.asserted_on else "",
        side_of(event, claim),
        claim.says[lang],
        BETWEEN.join(amounts),
        *quote,
        record.sources[claim.source].name[lang],
        claim.passage,
        claim.url,
        claim.locator,
        claim.via,
        claim.note[lang] if claim.note else "",
        selection.link(event.id),
    ]


def _forecast(selection: Selection, forecast: Forecast) -> list:
    record, lang, claim = selection.record, selection.language, forecast.claim
    speakers = [record.actors[actor].name[lang] for actor in claim.by] or [selection.say("outlet_claimant")]
    return [
        forecast.event.id,
        claim.id,
        claim.asserted_on.text if claim.asserted_on else "",
        BETWEEN.join(speakers),
        claim.says[lang],
        record.sources[claim.source].name[lang],
        forecast.how,
        BETWEEN.join(event.id for event in forecast.outcome),
        BETWEEN.join(event.date.text for event in forecast.outcome),
        BETWEEN.join(event.title[lang] for event in forecast.outcome),
        BETWEEN.join(selection.say(event.status) for event in forecast.outcome),
        forecast.point.sentence[lang] if forecast.point else "",
        selection.link(forecast.event.id),
    ]
