"""Questions on the command line: each answer is taken from the flags, or asked for until it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import click


class Questions:
    """Takes each answer from the flags, or asks for it until it is right; where it may not ask, notes what is missing.

    `given` holds the values of the flags by name: a text or None, or texts where a flag may be repeated.
    """

    def __init__(self, given: Mapping[str, Any], languages: tuple[str, ...], asking: bool):
        self.given, self.languages, self.asking = given, languages, asking
        self.missing: list[str] = []

    def one(
        self, flag: str, label: str, read: Callable[[str], object], default: str = "", optional: bool = False
    ) -> Any:
        """One answer as `read` makes it from a text (its ValueError says what is wrong); None where it is left out."""
        given = self.given[flag.replace("-", "_")]
        return self._answer(f"--{flag}", given, label, read, default, optional)

    def several(self, flag: str, field: str, label: str, read: Callable[[str], str], default: str = "") -> list[str]:
        """Words or names, asked for on one line; none may be given."""
        given = ", ".join(self.given[field]) or None
        answer = self._answer(f"--{flag}", given, label, lambda text: list(_each(text, read)), default, optional=True)
        return answer or []

    def texts(self, flag: str, label: str) -> dict[str, str]:
        """One text per language of the timeline."""
        given = dict(self._by_language(flag))
        return {
            language: self._answer(f"--{flag} {language}=…", given.get(language), f"{label} ({language})", read_text)
            for language in self.languages
        }

    def refuse_missing(self) -> None:
        """Name everything that was neither given nor asked for. Exit code 2."""
        if self.missing:
            raise click.UsageError(f"with --no-input these are needed too: {', '.join(self.missing)}")

    def _answer(
        self,
        flag: str,
        given: str | None,
        label: str,
        read: Callable[[str], object],
        default: str = "",
        optional: bool = False,
    ) -> Any:
        if given is not None:
            try:
                return read(given.strip())
            except ValueError as error:
                raise click.BadParameter(str(error), param_hint=flag) from None
        if not self.asking:
            self.missing += [] if optional else [flag]
            return None
        ask = lambda text: read(text.strip()) if text.strip() or not optional else None  # noqa: E731
        fallback = default or ("" if optional else None)
        return click.prompt(label, default=fallback, show_default=bool(default), value_proc=_said(ask))

    def _by_language(self, flag: str) -> Iterable[tuple[str, str]]:
        for text in self.given[flag]:
            language, equals, words = text.partition("=")
            if not equals or language not in self.languages:
                raise click.BadParameter(
                    f"`{text}` has to begin with a language of the timeline, such as "
                    f"`{self.languages[0]}=` ({', '.join(self.languages)})",
                    param_hint=f"--{flag}",
                )
            yield language, words


def _each(text: str, read: Callable[[str], str]) -> Iterator[str]:
    """What stands between commas, as `read` makes it: a name of several words, or else the words one by one."""
    for part in filter(None, map(str.strip, text.split(","))):
        try:
            yield read(part)
        except ValueError:
            words = part.split()
            if len(words) == 1 or not _is_good(words[0], read):
                raise
            yield from map(read, words)


def _is_good(text: str, read: Callable[[str], str]) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


def _said(read: Callable[[str], object]) -> Callable[[str], object]:
    """The same, with its ValueError as click shows one before it asks again."""

    def checked(text: str) -> object:
        try:
            return read(text)
        except ValueError as error:
            raise click.UsageError(str(error)) from None

    return checked


def read_text(text: str) -> str:
    """The text, which has to hold something."""
    if not text:
        raise ValueError("a text is needed")
    return text
