"""Two records side by side, as others read it: lines, Markdown, JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..compare.changelog import code_span, escaped
from ..compare.describe import Names, one_line, quoted
from ..problems.report import counted
from .agreement import Agreement, Measure
from .differences import Difference
from .pairs import Cited

NAMED = 8  # documents that the summary names


def text_lines(found: Agreement, ours: str, theirs: str) -> list[str]:
    """What both share, how far they agree, where they differ, and what only one of them has."""
    lines = [*_summary(found, ours, theirs), ""]
    for title, rows in _differences(found):
        lines += [title, *(f"  {one.field}: {one.ours} | {one.theirs}" for one in rows)]
    for name, cited, names in _alone(found, ours, theirs):
        lines += ["", f"only in {name}: {counted(len(cited), 'claim')}"] if cited else []
        lines += [f"  {one.name} {names.claim(one.claim)}" for one in cited]
    return lines


def markdown(found: Agreement, ours: str, theirs: str) -> str:
    """The same as a document: the summary as a list, the differences as a table."""
    lines = ["## Two records of the same documents", ""]
    lines += [f"- {escaped(line)}" for line in _summary(found, ours, theirs)]
    if differing := list(_differences(found)):
        lines += [
            "",
            "### Differences",
            "",
            f"| where | on what | {_cell(ours)} | {_cell(theirs)} |",
            "| --- | --- | --- | --- |",
        ]
        for title, rows in differing:
            lines += [f"| {_cell(title)} | {one.field} | {_cell(one.ours)} | {_cell(one.theirs)} |" for one in rows]
    for name, cited, names in _alone(found, ours, theirs):
        lines += ["", f"### Only in {escaped(name)} ({len(cited)})", ""] if cited else []
        lines += [f"- {code_span(one.name)} {escaped(names.claim(one.claim))}" for one in cited]
    return "\n".join([*lines, ""])


def as_object(found: Agreement, ours: str, theirs: str) -> dict[str, object]:
    """JSON-ready, every pair listed, with an empty list where it agrees: `{ours, theirs, documents,
    passages: {both, ours, theirs}, agreement: {stance, status: {same, of, alpha}}, differing: {field: pairs},
    claims: [{ours, theirs, differences: [{field, ours, theirs}]}], events: like claims, only: {ours, theirs: [id]}}`.
    """
    both, only_ours, only_theirs = found.passages
    return {
        "ours": ours,
        "theirs": theirs,
        "documents": list(found.shared.documents),
        "passages": {"both": both, "ours": only_ours, "theirs": only_theirs},
        "agreement": {"stance": vars(found.stance), "status": vars(found.status)},
        "differing": found.differing,
        "claims": [
            {"ours": pair.ours.name, "theirs": pair.theirs.name, "differences": [vars(one) for one in rows]}
            for pair, rows in found.claims
        ],
        "events": [
            {"ours": pair.ours.id, "theirs": pair.theirs.id, "differences": [vars(one) for one in rows]}
            for pair, rows in found.events
        ],
        "only": {
            side: [one.name for one in cited] for side, cited in zip(("ours", "theirs"), _only(found), strict=True)
        },
    }


def _summary(found: Agreement, ours: str, theirs: str) -> Iterator[str]:
    both, only_ours, only_theirs = found.passages
    names = Names(found.shared.ours)
    documents = found.shared.documents
    named = ", ".join(names.value("source", key) for key in documents[:NAMED])
    more = f" and {len(documents) - NAMED} more" if len(documents) > NAMED else ""
    yield f"documents in both: {named + more or 'none'}"
    yield f"passages of these: {both} cited by both, {only_ours} only by {ours}, {only_theirs} only by {theirs}"
    yield f"claims on the same passage: {counted(len(found.claims), 'pair')}; stance: {_measured(found.stance)}"
    yield f"events with the same claims: {counted(len(found.events), 'pair')}; status: {_measured(found.status)}"
    differing = ", ".join(f"{name} {count}" for name, count in found.differing.items() if count)
    yield f"pairs that differ: {differing or 'none'}"


def _measured(one: Measure) -> str:
    alpha = f"Krippendorff’s alpha {one.alpha:.2f}" if one.alpha is not None else "alpha not defined: one value only"
    return f"{one.same} of {one.of} the same, {alpha}" if one.of else "nothing to compare"


def _differences(found: Agreement) -> Iterator[tuple[str, Sequence[Difference]]]:
    """What differs, under the names of both sides and what ours says."""
    names = Names(found.shared.ours)
    for events, event_rows in found.events:
        if event_rows:
            yield f"{_both(events.ours.id, events.theirs.id)} {quoted(names.text(events.ours.title))}", event_rows
    for pair, rows in found.claims:
        if rows:
            claim = pair.ours.claim
            where = f"paragraph {claim.passage}" if claim.passage else claim.locator or claim.url or ""
            place = ", ".join(filter(None, (names.value("source", claim.source), one_line(where))))
            yield f"{_both(pair.ours.name, pair.theirs.name)} ({place}): {quoted(names.text(claim.says))}", rows


def _both(ours: str, theirs: str) -> str:
    return ours if ours == theirs else f"{ours} | {theirs}"


def _only(found: Agreement) -> tuple[Sequence[Cited], Sequence[Cited]]:
    return found.only_ours, found.only_theirs


def _alone(found: Agreement, ours: str, theirs: str) -> Iterator[tuple[str, Sequence[Cited], Names]]:
    yield ours, found.only_ours, Names(found.shared.ours)
    yield theirs, found.only_theirs, Names(found.shared.theirs)


def _cell(text: str) -> str:
    return escaped(text).replace("\n", " ")
