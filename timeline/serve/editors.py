"""The addresses by which a page opens a line of a file in somebody's editor, where they have chosen one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

EDITORS = {
    "vscode": "vscode://file/{path}:{line}:{column}",
    "vscodium": "vscodium://file/{path}:{line}:{column}",
    "cursor": "cursor://file/{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
}


def line_address(editor: str, file: Path, line: int, column: int) -> str:
    """The address of a place in a file, for one of `EDITORS`; 1 stands for a place that is 0, the whole file."""
    path = quote(file.as_posix().removeprefix("/" if editor != "idea" else ""), safe="/")
    return EDITORS[editor].format(path=path, line=max(line, 1), column=max(column, 1))
