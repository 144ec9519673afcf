"""What is known of the code of a problem, wherever it is reported."""

from __future__ import annotations

from dataclasses import dataclass

from .problem import ERROR


@dataclass(frozen=True)
class Code:
    """`says` is an example of the message, `right` what to do, `means` the rule where no docstring has it."""

    name: str
    says: str
    right: str
    means: str = ""
    severity: str = ERROR
