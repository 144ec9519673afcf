"""Any table with a date and a title: its columns by their heads, in English or French, or as they are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..record.folding import letters
from ..record.problems.problem import clipped
from ..record.read.synonyms import synonyms
from .found import Findings, Found, clean, edtf_of, parts_date, plain

FIELDS = "date end year month title text link source place lat lon kind".split()
CALLED = {"text": "summary", "link": "url"}  # the fields that the record calls otherwise, where heads are called alike
NEEDED = ("date", "title")


class ColumnsWanted(ValueError):
    """A table whose heads don't tell the columns of dates or titles: `missing` names them, `heads` are its own."""

    def __init__(self, missing: Sequence[str], heads: Sequence[str]):
        self.missing, self.heads = missing, heads
        listed = ", ".join(f"`{clipped(head)}`" for head in heads)
        words = " and ".join(f"--column {field}=HEAD" for field in missing)
        super().__init__(
            f"which column holds the {' and the '.join(missing)}? Say so with {words}; there are: {listed}"
        )


def from_table(
    head: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]], named: Mapping[str, str] | None = None
) -> Findings:
    """What a table holds; `named` gives the head of the column of a field. Raises ColumnsWanted."""
    found = Findings()
    places, language = _columns(head, named or {})
    missing = [field for field in NEEDED if field not in places and not (field == "date" and "year" in places)]
    if missing:
        raise ColumnsWanted(missing, [cell for cell in head if cell.strip()])
    found.language = language
    used = set(places.values())
    for place, cell in enumerate(head):
        if cell.strip() and place not in used:
            found.leave("the column", f"`{clipped(cell)}`")
    for number, cells in rows:
        row = {field: cells[place].strip() if place < len(cells) else "" for field, place in places.items()}
        if any(row.values()):
            _add(found, f"row {number}", row)
    return found


def _columns(head: Sequence[str], named: Mapping[str, str]) -> tuple[dict[str, int], str]:
    """Which column holds which field, and the language of the heads, "" where they don't tell."""
    plainly = [letters(cell) for cell in head]
    places: dict[str, int] = {}
    for field, wanted in named.items():
        if letters(wanted) not in plainly:
            raise ColumnsWanted([field], [cell for cell in head if cell.strip()])
        places[field] = plainly.index(letters(wanted))
    told = {"en": 0, "fr": 0}
    for field in FIELDS:
        for language, heads in synonyms().items():
            words = heads.get(CALLED.get(field, field), ())
            here = (plainly.index(word) for word in words if word in plainly)
            place = next((place for place in here if place not in places.values()), None)
            if place is not None and field not in places:
                places[field] = place
                told[language] += field not in ("date", "source")
    if told["en"] == told["fr"]:
        return places, ""
    return places, max(told, key=lambda language: told[language])


def _add(found: Findings, where: str, row: Mapping[str, str]) -> None:
    title, links = plain(row.get("title", ""))
    text, more = plain(row.get("text", ""))
    if not title:
        found.leave(where, "it has no title")
        return
    try:
        first = row.get("date", "") or parts_date(row.get("year", ""), row.get("month", ""))
        date = edtf_of(first, row.get("end", ""))
    except ValueError as reason:
        found.leave(f"{where} ({title})", str(reason))
        return
    at = None
    if row.get("lat") and row.get("lon"):
        try:
            at = (float(row["lat"].replace(",", ".")), float(row["lon"].replace(",", ".")))
        except ValueError:
            found.leave(f"{where} ({title})", f"the coordinates {row['lat']}, {row['lon']}")
    found.events.append(
        Found(
            where,
            date,
            title,
            text,
            row.get("link", "") or next(iter([*links, *more]), ""),
            clean(row.get("source", "")),
            clean(row.get("kind", "")),
            clean(row.get("place", "")),
            at,
        )
    )
