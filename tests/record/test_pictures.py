"""Pictures stand beside the record: `check` says what is missing of one, and what a file should be instead."""

from __future__ import annotations

import os
import subprocess

import pytest
from click.testing import CliRunner
from pictured import FILE, drawn, put, yaml_of
from PIL import Image

from timeline.cli import main
from timeline.record.compare.diff import changes
from timeline.record.edit.canon import format_file
from timeline.record.load import load_record, read_record
from timeline.record.pictures import MOST_BYTES, PictureFile, read_pictures
from timeline.record.problems.codes import GROUPS
from timeline.record.problems.problem import Problem

CODES = {code.name: code for code in GROUPS["Pictures"]}
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def with_picture(text: str, lines: str | None = None) -> str:
    """The apollo record's events, the speech of 1961 with a picture."""
    before, its = text.split("- id: lunar-goal\n")
    return f"{before}- id: lunar-goal\n" + its.replace("  claims:\n", (lines or yaml_of()) + "  claims:\n", 1)


@pytest.fixture
def pictured(write_record):
    """A folder with the apollo record, one event of which has a picture."""
    folder = write_record(events=with_picture)
    put(folder)
    return folder


def problems_of(folder) -> list[Problem]:
    return read_record(folder, thorough=True)[1]


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


# ---- what a picture is ----


@pytest.mark.parametrize(
    ("name", "content", "wanted"),
    [
        pytest.param("a.png", drawn("PNG"), ("image/png", 40, 30), id="PNG"),
        pytest.param("a.jpg", drawn("JPEG"), ("image/jpeg", 40, 30), id="JPEG"),
        pytest.param("A.JPEG", drawn("JPEG"), ("image/jpeg", 40, 30), id="JPEG in capitals"),
        pytest.param("a.webp", drawn("WEBP"), ("image/webp", 40, 30), id="WebP"),
        pytest.param("a.jpg", drawn("JPEG", exif=turned(6)), ("image/jpeg", 30, 40), id="lying on its side"),
        pytest.param("of the bridge/le pont.png", drawn(), ("image/png", 40, 30), id="in a folder, with spaces"),
        pytest.param("a.png", drawn(size=(2400, 1)), ("image/png", 2400, 1), id="as large as can be"),
    ],
)
def test_a_picture_is_known_by_what_is_in_it(tmp_path, name, content, wanted):
    put(tmp_path, content, f"media/{name}")
    (found,) = read_pictures(tmp_path, [f"media/{name}"]).values()
    assert (found.type, found.width, found.height) == wanted
    assert found.content == content and found.address == f"media/{found.digest[:16]}.{found.type[6:]}"


@pytest.mark.parametrize(
    ("name", "content", "code", "says"),
    [
        pytest.param("a.svg", SVG, "picture-type", "this is an SVG, which can hold scripts", id="SVG"),
        pytest.param("a.png", SVG, "picture-type", "this is an SVG, which can hold scripts", id="SVG by another name"),
        pytest.param("a.png", b"<!DOCTYPE html>", "picture-type", "a web page, not the picture on it", id="web page"),
        pytest.param("a.gif", drawn("GIF"), "picture-type", "save the picture as PNG, JPEG or WebP", id="GIF"),
        pytest.param("a.jpg", drawn("PNG"), "picture-type", "of the type PNG; call it `.png`", id="wrong name"),
        pytest.param("a", drawn("PNG"), "picture-type", "of the type PNG; call it `.png`", id="no suffix"),
        pytest.param("a.png", b"", "picture-type", "this is no picture that a browser shows", id="empty"),
        pytest.param("a.png", drawn()[:-12], "picture-type", "the end of the picture is missing", id="cut PNG"),
        pytest.param("a.jpg", drawn("JPEG")[:-2], "picture-type", "the end of the picture is missing", id="cut JPEG"),
        pytest.param(
            "a.webp",
            drawn("WEBP", save_all=True, append_images=[Image.new("RGB", (40, 30), "red")]),
            "picture-type",
            "the picture moves; take a still one",
            id="animation",
        ),
        pytest.param("a.png", drawn(size=(2401, 9)), "picture-size", "has 2,401 × 9 px, and 2,400 on", id="too wide"),
        pytest.param("a.png", drawn(size=(20_000, 20_000)), "picture-size", "save it smaller: 1,600 px", id="bomb"),
        pytest.param(
            "a.png",
            drawn() + b"\0" * MOST_BYTES,
            "picture-size",
            "has 500 kB, and 500 are the most; save it smaller: 1,600 px wide",
            id="too many bytes",
        ),
    ],
)
def test_what_is_no_picture_is_refused_with_what_would_be_right(write_record, name, content, code, says):
    folder = write_record(events=lambda text: with_picture(text, yaml_of(file=f"media/{name}")))
    put(folder, content, f"media/{name}")
    record, (problem,) = read_record(folder, thorough=True)
    assert record is None and (problem.code, problem.path) == (code, "[lunar-goal].media.file")
    assert says in f"{problem.message}; {problem.hint}"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("media/mooon.png", "there is no file `media/mooon.png`; did you mean `media/moon.png`?"),
        ("https://example.org/moon.png", "a picture is no address: the page asks nothing of other sites; save it into"),
        ("data:image/png;base64,AAAA", "a picture is no address"),
        ("moon.png", "`moon.png` is no file in `media/`"),
        ("media/../settings.yaml", "`media/../settings.yaml` is no file in `media/`"),
        ("/etc/passwd", "`/etc/passwd` is no file in `media/`"),
        (r"media\moon.png", "is no file in `media/`"),
        ("media/", "`media/` is no file in `media/`"),
        (f"media/{'moon' * 70}.png", "can't be read (File name too long)"),
    ],
)
def test_a_picture_is_a_file_in_media_beside_the_record(pictured, name, says):
    events = pictured / "events.yaml"
    events.write_text(events.read_text(encoding="utf-8").replace(f"file: {FILE}", f"file: '{name}'"), encoding="utf-8")
    found = [problem for problem in problems_of(pictured) if problem.code == "picture-file"]
    assert [says in f"{one.message}; {one.hint}" for one in found] == [True]


@pytest.mark.filterwarnings("error")
def test_what_a_camera_wrote_badly_beside_a_picture_is_no_news(tmp_path):
    cut = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12\0\x03\0\0\0\x01\0\x06"
    put(tmp_path, drawn("JPEG", exif=cut), "media/a.jpg")
    (found,) = read_pictures(tmp_path, ["media/a.jpg"]).values()
    assert isinstance(found, PictureFile)


def test_a_link_out_of_media_is_no_picture(pictured, tmp_path):
    outside = put(tmp_path, drawn(), "elsewhere/secret.png")
    (pictured / FILE).unlink()
    (pictured / FILE).symlink_to(outside)
    (problem,) = problems_of(pictured)
    assert (problem.code, problem.hint) == ("picture-file", "put a copy there")


def test_a_file_that_nothing_shows_is_a_warning_and_hidden_ones_are_not(pictured):
    put(pictured, drawn(), "media/old.png")
    put(pictured, b"", "media/.gitkeep")
    (problem,) = problems_of(pictured)
    assert (problem.code, problem.severity) == ("unused-picture", "warning")
    assert problem.file.endswith("record/media/old.png")


def test_pictures_are_read_up_to_what_fits_into_memory(tmp_path, monkeypatch):
    monkeypatch.setattr("timeline.record.pictures.MOST_TOGETHER", 2 * len(drawn()))
    names = [f"media/{turn}.png" for turn in range(5)]
    for name in names:
        put(tmp_path, drawn(), name)
    found = read_pictures(tmp_path, names)
    assert [isinstance(one, PictureFile) for one in found.values()] == [True] * 3 + [False] * 2
    assert found[names[-1]].code == "picture-size"


def test_the_examples_in_the_rules_are_what_check_says(write_record):
    said = {code: set() for code in CODES}
    for name, content in (("mooon.png", None), ("a.svg", SVG), ("b.png", drawn(size=(2500, 10)))):
        folder = write_record(events=lambda text, name=name: with_picture(text, yaml_of(file=f"media/{name}")))
        if content:
            put(folder, content, f"media/{name}")
        for problem in problems_of(folder):
            said[problem.code].add(problem.message)
    assert all(code.says in said[name] for name, code in CODES.items())


# ---- what is said of it ----


@pytest.mark.parametrize("field", ["file", "alt", "by", "licence"])
def test_nothing_that_a_reader_needs_may_be_missing(write_record, field):
    lines = yaml_of().replace(
        "    alt:\n      en: A grey disc <on> black.\n      fr: Un disque gris sur fond noir.\n", ""
    )
    if field != "alt":
        lines = "".join(line for line in yaml_of().splitlines(True) if not line.startswith(f"    {field}:"))
    folder = write_record(events=lambda text: with_picture(text, lines))
    put(folder)
    found = {(problem.code, problem.path) for problem in problems_of(folder)}
    assert ("missing-field", f"[lunar-goal].media.{field}") in found or (
        "missing-field",
        "[lunar-goal].media",
    ) in found


def test_its_words_are_in_every_language(write_record):
    lines = yaml_of().replace("      fr: Un disque gris sur fond noir.\n", "")
    folder = write_record(events=lambda text: with_picture(text, lines))
    put(folder)
    assert [(one.code, one.path) for one in problems_of(folder)] == [("missing-language", "[lunar-goal].media.alt")]


def test_a_claim_may_have_one_too(write_record):
    before = "      says: {en: Sets the goal., fr: Fixe l’objectif.}\n"
    folder = write_record(events=lambda text: text.replace(before, before + yaml_of("      ")))
    put(folder)
    record, problems = read_record(folder, thorough=True)
    assert problems == [] and record.events[1].claims[1].media.by == "A. Painter"


# ---- how it lives with the rest of the record ----


def test_another_picture_by_the_same_name_is_another_record(pictured):
    before = load_record(pictured).hash
    put(pictured, drawn(colour="#999"))
    assert load_record(pictured).hash != before


def test_a_record_with_pictures_has_a_canonical_form(pictured):
    before = format_file(pictured / "events.yaml", ["en", "fr"])
    (pictured / "events.yaml").write_bytes(before.after)
    assert yaml_of() in before.after.decode() and not format_file(pictured / "events.yaml", ["en", "fr"]).changed


def test_what_changes_of_a_picture_is_said_in_sentences(pictured, write_record):
    new = load_record(pictured)
    old = load_record(write_record())
    (added,) = changes(old, new)
    assert str(added) == (
        "lunar-goal: picture added: media/moon.png “A grey disc <on> black.” (by A. Painter, CC BY 4.0)"
    )
    edited = yaml_of().replace("A grey", "A pale").replace("A. Painter", "B. Painter").replace("CC BY 4.0", "CC0")
    later = load_record(write_record(events=lambda text: with_picture(text, edited)))
    assert [one.words for one in changes(new, later)] == [
        "description of the picture (en) changed, unchanged in fr: "
        "“A grey disc <on> black.” → “A pale disc <on> black.”",
        "maker of the picture changed from A. Painter to B. Painter",
        "licence of the picture changed from “CC BY 4.0” to CC0",
    ]


def test_a_revision_brings_its_pictures(pictured, tmp_path):
    def git(*arguments: str) -> None:
        who = {f"GIT_{one}_{two}": "a@example.org" for one in ("AUTHOR", "COMMITTER") for two in ("NAME", "EMAIL")}
        subprocess.run(["git", "-C", pictured, *arguments], env={**os.environ, **who}, check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    put(pictured, drawn(colour="#999"))
    done = CliRunner().invoke(main, ["diff", "HEAD", "--data", str(pictured)])
    assert (done.exit_code, done.stdout) == (
        0,
        "lunar-goal: media/moon.png holds another picture\n1 event edited\n",
    ), done.stderr


def test_spreadsheets_hold_what_is_said_of_a_picture(pictured, tmp_path):
    events = pictured / "events.yaml"
    text = format_file(events, ["en", "fr"]).after.decode().replace("  media:\n", "  # drawn by hand\n  media:\n", 1)
    claim = "      says: {en: Sets the goal., fr: Fixe l’objectif.}\n"
    events.write_text(text.replace(claim, claim + yaml_of("      ")), encoding="utf-8")
    before = events.read_bytes()
    book = tmp_path / "book.xlsx"
    for command in (["export", "xlsx", "-o", book], ["import", book, "--remove"]):
        done = CliRunner().invoke(main, [*map(str, command), "--data", str(pictured)])
        assert done.exit_code == 0, done.output
    assert done.stdout.startswith("nothing changed in the record\n") and events.read_bytes() == before
