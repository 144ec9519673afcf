"""The templates of this folder, filled in. What is put into them is text and escaped, save what is marked as markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

FOLDER = Path(__file__).with_name("templates")


def render(name: str, **values: object) -> Markup:
    """The template `name` with its values: markup that another template may hold. Raises UndefinedError where a value
    is missing.
    """
    return Markup(templates_in(FOLDER).get_template(name).render(values))


def document(name: str, **values: object) -> str:
    """The same as a whole file, which ends with the end of a line."""
    return render(name, **values).rstrip("\n") + "\n"


@cache
def templates_in(folder: Path) -> Environment:
    """The templates of a folder, which escape what is put into them and want every value."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
