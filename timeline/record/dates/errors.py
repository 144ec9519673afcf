"""What is wrong with a text that is not a date, in words."""

from __future__ import annotations

import calendar
import re

OUTSIDE = "lies outside the years -9999 to 9999, which is all this timeline can draw"
LOST = "00:00:00"  # what the cell of a spreadsheet says that holds a day before 1900 as a number
SHAPE = "write a date such as 2024-06-19, 2024-10, 1996, 2024-10-03~, 2024-07/2024-09 or 2024-09/.."


class EdtfError(ValueError):
    """A text that is not an EDTF date of level 0 or 1, nor a season of level 2. The message names the wrong part."""


class Unrecognised(EdtfError):
    """A text that doesn't look like EDTF at all; it may be a date in another form."""


def level_2_message(text: str) -> str:
    """The message about a date of a level that timelines don't use."""
    return f"`{text}` is EDTF of level 2, of which only the seasons are used here; {SHAPE}"


def error_of(text: str) -> EdtfError:
    """What is wrong with a text that is not a date, and in which of its parts."""
    if not text.strip():
        return EdtfError(f"the date is empty; {SHAPE}")
    if text == LOST:
        return EdtfError(f"`{text}` is a time, or a day before 1900: format the cell as text, and type the day again")
    if text.startswith("-0000"):
        return EdtfError(f"`{text}`: there is no year `-0000`; the year before 0001 is `0000` (1 BC)")
    found = re.match(r"((?!-0000)-?\d{4})-(\d\d?)(?:-(\d\d?))?[?~%]?\Z", text, re.ASCII)
    if not found:
        return Unrecognised(f"`{text}` is not an EDTF date; {SHAPE}")
    year, month, day = found.groups()
    if len(month) == 1 or (day and len(day) == 1):
        padded = "-".join(part.zfill(2) for part in (year, month, day) if part)
        return EdtfError(f"`{text}` needs two digits for month and day; did you mean `{padded}`?")
    if not 1 <= int(month) <= 12 and not (21 <= int(month) <= 41 and not day):
        return EdtfError(f"`{text}`: month `{month}` does not exist; months run from 01 to 12")
    if int(month) > 12:
        return EdtfError(f"`{text}`: a season takes no `{text[-1]}`")
    last = calendar.monthrange(int(year), int(month))[1]
    return EdtfError(f"`{text}`: day `{day}` does not exist; {year}-{month} has {last} days")
