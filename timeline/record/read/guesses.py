"""What somebody may have meant by a number or an address that is written differently: `11 000`, `www.example.org`.

Only guesses, for a message to offer; nothing here changes a record.
"""

from __future__ import annotations

import re

from ..model.fields import URL, can_be_split
from ..numerals import number_of, printed_numbers
from ..problems.problem import HIDDEN, LONGEST

# Words before a number, in small letters, by the bound that says the same.
BOUNDS = {
    "about": (
        r"(?:about|around|approximately|approx\.?|some|roughly|circa|ca\.?|environ|quelque|près de|autour de)\s|[~≈±]"
    ),
    "at_least": r"(?:at least|more than|over|no fewer than|no less than|au moins|plus de)\s|[>≥]=?",
    "at_most": r"(?:at most|less than|fewer than|under|up to|au plus|moins de|jusqu['’]à)\s|[<≤]=?",
}
RANGE = re.compile(r"(?:from |between |de |entre )?(.+?)(?:\s?[-–—]\s?| to | and | à | et )(.+)")
DEGREES = re.compile(r"([0-9.]+)\s?°\s?(?:([0-9.]+)\s?[′'’]\s?)?(?:([0-9.]+)\s?[″\"”]\s?)?([nsewo])?")
AROUND = re.compile(r"^[\s<(\[“”„«»\"'‘’]+|[\s>)\]“”«»\"'‘’.,;]+$")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
SCHEME = re.compile(r"h{0,2}t{1,3}p(s?)[:;]?/{1,3}:?/{0,2}")
MOST = 500  # characters of what may be an address
RIGHT = "it starts with https:// and a host such as example.org, and holds no space"
DOI = re.compile(r"(?:doi:\s?|(?:https?://)?(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s<>\"]+)", re.IGNORECASE)
# What is wrong with an address, by what it looks like, the first that fits.
FAULTS = (
    (re.compile(r"(?=.*[A-Z])[Hh][Tt]{2}[Pp][Ss]?://"), "`http` stands in small letters"),
    (DOI, "a DOI needs the address that leads to it"),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"), "that is an e-mail address"),
    (re.compile(r"(?:[A-Za-z]:\\|file:|/|\.{1,2}/)"), "that is a file, which others don't have"),
    (
        re.compile(r"(?:ftp|sftp|gopher|mailto|javascript|data|urn|isbn|issn|ark|hdl):", re.I),
        "only http and https are links",
    ),
    (re.compile(r"https?://[^/?#]*@"), "a name before @ is no part of an address that others can open"),
    (re.compile(r"https?://[^/?#\s]*\\"), "it has a backslash"),
    (re.compile(r"https?://[^/?#]*:(?![0-9]{1,5}(?:[/?#]|$))"), "what follows the colon is no port"),
    (re.compile(r"https?://(?![^/?#\s]*\.)"), "its host has no dot"),
    (re.compile(r"https?://\S*\s"), "it holds a space"),
    (re.compile(r"[\[(<\"“«]"), "it is set in brackets or quotation marks"),
    (re.compile(r"(?!https?:)h{0,2}t{1,3}p[a-z]?[:;/]|https?(?!s?://)", re.I), "its beginning is mistyped"),
    (re.compile(r"(?:www\.|[^\W_][\w-]*(?:\.[\w-]+)+(?:/|$))"), "it lacks its beginning, https://"),
)
HOST = re.compile(r"[^\W_][\w-]*(\.[\w-]+)+([/?#:].*)?")


def meant_amount(text: str) -> str:
    """A hint at the fields of a figure: `did you mean `11000` with `bound: about`?`; "" if there is no number."""
    words, bound = " ".join(text.lower().split()), ""
    if len(words) > LONGEST:
        return ""
    for name, pattern in BOUNDS.items():
        if found := re.match(rf"(?:{pattern})\s?", words):
            words, bound = words[found.end() :], name
    if words.endswith("+"):
        words, bound = words[:-1], "at_least"
    if (one := _number(words)) is not None:
        return f"did you mean `{one}`{f' with `bound: {bound}`' if bound else ''}?"
    ends = [_number(part) for part in found.groups()] if (found := RANGE.fullmatch(words)) else [None]
    return "" if None in ends else f"did you mean `low: {ends[0]}` and `high: {ends[1]}`?"


def meant_degrees(text: str) -> str:
    """The same for a latitude or longitude: `55,75` and `55°45′N`."""
    words = " ".join(text.lower().split())[:LONGEST]
    if found := DEGREES.fullmatch(words):
        try:
            value = sum(float(part or 0) / 60**place for place, part in enumerate(found.groups()[:3]))
        except ValueError:
            return ""
        return f"did you mean `{-value if found[4] in ('s', 'w', 'o') else value:.6g}`?"
    value = _number(words)
    return f"did you mean `{value}`?" if value is not None else ""


def meant_whole(text: str) -> str:
    """The same for the number of a paragraph: `§ 3`, `p. 3`."""
    numbers = re.findall(r"[0-9]+", text[:LONGEST])
    if len(numbers) == 2:
        return "it is one number; what two paragraphs say makes two claims"
    return f"did you mean `{int(numbers[0])}`?" if len(numbers) == 1 else ""


def fault_of(address: str) -> str:
    """What is wrong with an address that is none, in words; "" where that is not plain."""
    bare = address.strip()[:MOST]
    if HIDDEN.search(bare):
        return "it holds a character that nobody sees"
    unlikely = "" if can_be_split(bare) else "its host holds a character that no host has"
    return next((words for shape, words in FAULTS if shape.match(bare)), unlikely)


def meant_address(text: str) -> str:
    """A hint at the address of a page, or at that which leads to a DOI."""
    if len(text) > MOST:
        return RIGHT
    if doi := DOI.fullmatch(text.strip()):
        return f"did you mean `https://doi.org/{doi[1]}`?"
    found = LINK.search(text)
    bare = AROUND.sub("", HIDDEN.sub("", found[1] if found else text))
    if len(re.findall(r"https?://", bare)) > 1 and re.search(r"\s", bare):
        return "it is one address; what two pages say makes two claims"
    secure = "s"
    while found := SCHEME.match(bare):
        bare, secure = bare[found.end() :], found[1]
    address = f"http{secure}://{bare.replace(' ', '%20')}"
    return f"did you mean `{address}`?" if HOST.fullmatch(bare) and re.match(URL, address) else RIGHT


def _number(words: str) -> str | None:
    """The number that stands here and nothing else: with separators, with `k` or a per cent sign, or in words."""
    found = re.fullmatch(r"(-?)([0-9][0-9 .,'’_]*)\s?(k|%)?", words)
    if found:
        value = number_of(found[2].replace("_", ""))
        return (
            None
            if value is None
            else f"{(-value if found[1] else value).normalize() * (1000 if found[3] == 'k' else 1):f}"
        )
    spelled = printed_numbers(words, "en") | printed_numbers(words, "fr")
    return f"{min(spelled):f}" if len(spelled) == 1 and not re.search("[0-9]", words) else None
