"""What everything in the record is called, in each of its languages."""

from __future__ import annotations

from ..query.spec import units_of
from ..record.model.countries import country_name
from ..record.model.fields import STATUSES
from ..record.model.model import OUTLET
from ..record.record import Record
from .words import by_language, text


def names_of(record: Record) -> dict[str, dict]:
    """The names of everything that has an id, by what it is: `{"actor": {id: {language: name}}, "source": …}`."""
    languages = record.settings.languages
    countries = sorted({code for event in record.events for code in event.countries})
    return {
        "actor": {key: actor.name for key, actor in record.actors.items()},
        "source": {key: source.name for key, source in record.sources.items()},
        "claimant": {
            **{
                key: record.actors[key].name
                for event in record.events
                for key in event.claimants
                if key in record.actors
            },
            OUTLET: {lang: text("outlet_claimant", lang) for lang in languages},
        },
        "quantity": {term.id: term.name for term in record.settings.quantities},
        "scope": {**{term.id: term.name for term in record.settings.scopes}, **_no_scope(record)},
        "unit": _unit_names(record),
        "type": {key: by_language(f"type_{source.type}", languages) for key, source in record.sources.items()},
        "country": {code: {lang: country_name(code, lang) for lang in languages} for code in countries},
        "kind": {kind.id: kind.name for kind in record.settings.kinds},
        "status": {status: {lang: text(status, lang) for lang in languages} for status in STATUSES},
        "role": {key: actor.role for key, actor in record.actors.items() if actor.role},
    }


def _no_scope(record: Record) -> dict[str, dict]:
    """What a figure without a scope has for one, where the record doesn't say it in its own words (a scope `none`)."""
    own = any(term.id == "none" for term in record.settings.scopes)
    return {} if own else {"none": by_language("scope_none", record.settings.languages)}


def _unit_names(record: Record) -> dict[str, dict]:
    terms = {term.id: term.name for terms in (record.settings.quantities, record.settings.units) for term in terms}
    return {unit: terms[unit] for unit in units_of(record)}


def registry_rest(record: Record) -> dict[str, dict]:
    """What the registries say beside names, roles and the sources' types, for what leaves the page."""
    rest = lambda part, *known: part.model_dump(mode="json", exclude_none=True, exclude={"id", "name", *known})  # noqa: E731
    return {
        "actor": {key: rest(actor, "role") for key, actor in record.actors.items()},
        "source": {key: rest(source, "type") for key, source in record.sources.items()},
    }
