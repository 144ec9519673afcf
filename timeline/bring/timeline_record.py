"""Another timeline as a new record: a draft that `check` accepts, with one claim for each event.

The source of a claim is what the file names: a source, or the site of a link, or else the file itself, with the place
in it. Statuses are `reported`, since that is all that is known.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ..record.edit.skeleton import free_id
from ..record.edit.tree import Twig, tree_of
from ..record.folding import slug_of
from ..record.model.fields import SLUG, URL, can_be_split
from ..record.places import Node
from ..record.problems.problem import HIDDEN, clipped
from ..record.sheets.sheet import Complaint
from .draft import Draft, checked
from .errors import BringError
from .found import Findings, Found
from .new_record import complete_settings
from .result import Brought


def bring_timeline(draft: Draft, findings: Findings, file: Path, language: str = "") -> Brought:
    """Write what was found into the draft of a new record, and check that. Raises BringError for a record that is
    there already, and where no event was found.
    """
    if not draft.is_new:
        raise BringError(f"another timeline becomes a new record; name a new folder with --data, not `{draft.folder}`")
    if not findings.events:
        reasons = "".join(f"\n  {reason}" for reason in findings.left[:5])
        raise BringError(f"{file} has no event that can be brought{reasons}")
    spoken = language or findings.language or "en"
    writer = _Writer(file, spoken, findings)
    draft.roots["events"].parts = [Twig(None, tree_of(writer.event(found))) for found in findings.events]
    draft.roots["sources"].parts = [Twig(None, tree_of(source)) for source in writer.sources.values()]
    made = complete_settings(
        draft, findings.title or file.stem.replace("_", " "), file.name, [spoken], date.today(), writer.kinds
    )
    with checked(draft, ["events", "sources"]) as checked_draft:
        complaints = [Complaint(problem) for problem in checked_draft.problems]
    if not (language or findings.language):
        findings.left.append(f"the language: texts are taken for `{spoken}`; --lang names another")
    return Brought(checked_draft.record, complaints, made=made, left=findings.left)


class _Writer:
    """Makes events of what was found, and the sources and kinds that they name."""

    def __init__(self, file: Path, language: str, findings: Findings):
        self.file, self.language, self.findings = file, language, findings
        self.ids: set[str] = set()
        self.sources: dict[str, dict[str, object]] = {}
        self.kinds: dict[str, str] = {}

    def event(self, found: Found) -> dict[str, object]:
        """An event as it stands in YAML."""
        text = found.text or found.title
        event: dict[str, object] = {
            "id": self._id(found),
            "date": found.date,
            "title": {self.language: found.title},
            "summary": {self.language: text},
            "kind": self._kind(found.kind),
            "status": "reported",
        }
        if place := self._place(found):
            event["place"] = place
        event["claims"] = [{"id": "c1", **self._cited(found), "says": {self.language: text}}]
        return event

    def _id(self, found: Found) -> str:
        if re.fullmatch(SLUG, found.key) and found.key not in self.ids:
            own = found.key
        else:
            own = free_id(found.title, found.date, self.ids)
        self.ids.add(own)
        return own

    def _kind(self, name: str) -> str:
        own = slug_of(name) or "event"
        self.kinds.setdefault(own, name or "Event")
        return own

    def _place(self, found: Found) -> Node:
        if not found.place:
            if found.at:
                self.findings.leave(found.where, f"the place {found.at[0]}, {found.at[1]}, which has no name")
            return None
        degrees = {"lat": str(found.at[0]), "lon": str(found.at[1])} if found.at else {}
        return {"name": {self.language: found.place}, **degrees}

    def _cited(self, found: Found) -> dict[str, object]:
        """Where the claim stands: a page, or a place in the file."""
        link = found.link.strip()
        host = _host(link)
        if link and not host:
            self.findings.leave(found.where, f"the link `{clipped(link)}`, which is not a web address")
            link = ""
        source = self._source(found.source or host or self.file.name)
        return {"source": source, **({"url": link} if link else {"locator": found.where})}

    def _source(self, name: str) -> str:
        own = slug_of(name) or "source"
        self.sources.setdefault(own, {"id": own, "name": {self.language: name}, "type": "reference"})
        return own


def _host(link: str) -> str:
    """The site of a web address; "" of what is none."""
    if not re.match(URL, link) or not can_be_split(link) or HIDDEN.search(link):
        return ""
    return (urlsplit(link).hostname or "").removeprefix("www.")
