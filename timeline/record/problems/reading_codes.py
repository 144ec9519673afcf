"""The codes of what is wrong with a file and its fields: it can't be read, or a value is not what belongs there."""

from __future__ import annotations

from .code import Code

READING: dict[str, tuple[Code, ...]] = {
    "Reading a file": (
        Code(
            "missing-file",
            "there is no such file",
            "Name the file as it is called, relative to the data folder.",
            "Every file of the record is there and can be read.",
        ),
        Code(
            "events-twice",
            "there are events here and in `events/` too",
            "Move all of them to one of the two: the file `events.yaml`, or the files of the folder `events/`.",
            "Events stand in one file, or in the files of a folder.",
        ),
        Code(
            "file-too-big",
            "the file has 50.0 MB, and files of more than 40 MB are not read",
            "See whether it is the file you meant. A record of more than 40 MB is better told as two timelines.",
            "A file has at most 40 MB and 2.5 million fields and items, and a part of it (an event, the settings) "
            "100,000, so that checking ends soon and in bounded memory.",
        ),
        Code(
            "empty-file",
            "the file is empty",
            "Write the list or the map that belongs there; a list without entries is `[]`.",
            "A file holds something besides comments.",
        ),
        Code(
            "not-utf8",
            "byte 0xe9 is not UTF-8",
            "Save the file as UTF-8; editors offer it under “encoding”.",
            "Files are UTF-8. Line and column are those of the first byte that is not.",
        ),
        Code(
            "byte-order-mark",
            "the file begins with a byte order mark",
            "Run `python -m timeline fmt`, or save as “UTF-8 without BOM”.",
            "A file begins with its first character. Only `check` minds; `serve` and `fmt` read the file.",
        ),
        Code(
            "line-ends",
            "lines end with CR LF, as on Windows, not with LF alone",
            "Run `python -m timeline fmt`, and let git keep LF: `*.yaml text eol=lf` in `.gitattributes`.",
            "Lines end with LF, or every line of a pull request shows as changed. Only `check` minds.",
        ),
        Code(
            "yaml-syntax",
            "a merge conflict was left in the file",
            "Indent with spaces, put quotes around text that holds `: ` or starts with a sign, close what is open, and "
            "keep one side of a merge conflict.",
            "The file is YAML.",
        ),
        Code(
            "yaml-alias",
            "the alias `*a` is not allowed",
            "Write the value out at both places.",
            "A record has no aliases (`*name`): they hide what a line says, and a few can stand for gigabytes.",
        ),
        Code(
            "yaml-depth",
            "more than 40 levels are nested here",
            "Close the brackets that are open; a record needs fewer than ten levels.",
            "Maps and lists are nested at most 40 levels deep.",
        ),
        Code(
            "yaml-documents",
            "a second YAML document starts here",
            "Delete the `---`, or make two files.",
            "A file holds one YAML document.",
        ),
        Code(
            "yaml-key",
            "this key is not a word",
            "Write the name of a field before the colon.",
            "The keys of maps are the names of fields.",
        ),
        Code(
            "duplicate-key",
            "`kind` is given twice (first on line 6)",
            "Keep one of the two; YAML would silently take the last.",
            "A field is given once.",
        ),
    ),
    "Fields": (
        Code(
            "missing-field",
            "`status` is missing",
            "Add the field. docs/fields.md says what it holds.",
            "Fields that are required are given.",
        ),
        Code(
            "unknown-field",
            "there is no field `sumary`",
            "Correct the name, or delete the field.",
            "Fields have names that the record knows.",
        ),
        Code(
            "empty",
            "`kind` is empty",
            "Fill the field in, or delete its line.",
            "A field that is given holds something.",
        ),
        Code(
            "type",
            "`third` stands here, where a whole number belongs",
            "Write what belongs there; docs/fields.md has an example of each field.",
            "Fields hold what belongs in them: texts, numbers, lists, maps.",
        ),
        Code(
            "too-few",
            "`claims` needs at least 1, and has 0",
            "Add what is needed: an event without a claim is not known from anywhere.",
            "Lists that must not be empty are not.",
        ),
        Code(
            "unknown-word",
            "`establish` is not a status",
            "Take one of the words that the message names.",
            "Fields with a vocabulary of their own (status, stance, bound, type, symbol, …) hold one of its words.",
        ),
        Code(
            "date",
            "`1969-13`: month `13` does not exist; months run from 01 to 12",
            "Write a date such as 2024-06-19, 2024-10, 1996, 2024-10-03~, 2024-07/2024-09 or 2024-09/..",
            "Dates are EDTF of levels 0 and 1 or its seasons, of days that exist. The message names what is wrong.",
        ),
        Code(
            "too-many",
            "1000 problems stand above, and the rest is not read",
            "Correct these first.",
            "After a thousand problems in the fields of one file it is read no further, and of a record no more are "
            "reported.",
        ),
        Code(
            "url",
            "`www.example.org` is not a web address: it lacks its beginning, https://",
            "Begin with https://, and write spaces as %20.",
            "Addresses of pages begin with https:// (or http://) and hold no space.",
        ),
        Code(
            "pattern",
            "`The Flight` is not a valid id",
            "Ids are small letters and digits, with single hyphens between: `the-flight`. Colours are `#` and six "
            "digits: `#3a49b8`.",
            "Ids, colours and digests have their form.",
        ),
    ),
}
