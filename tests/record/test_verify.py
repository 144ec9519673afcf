"""Every citation stands in the documents, and a citation that doesn't is found where it is.

The tests run on an invented record (tests/records/good/lighthouse) and on the real one, whose documents
are not part of the repository: where ../shared/seeds is missing, that half is skipped with a warning.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest

from timeline.record.load import load_record
from timeline.record.model.model import Claim
from timeline.record.problems.problem import Problem
from timeline.record.record import Record
from timeline.record.verify.digest import read_paragraphs
from timeline.record.verify.verification import Verification
from timeline.record.verify.verify import verify_record

ROOT = Path(__file__).resolve().parents[2]
LIGHTHOUSE = ROOT / "tests" / "records" / "good" / "lighthouse"
WORLDS = {"invented": (LIGHTHOUSE, LIGHTHOUSE / "documents"), "real": (ROOT / "data", ROOT.parent / "shared" / "seeds")}
WARNING = f"{WORLDS['real'][1]} is missing: the real record's digests, passages, quotes and figures were NOT checked"
OF_CLAIMS = {"verify-quote", "verify-figure", "verify-anchor"}


@dataclass
class World:
    """A record, and a copy of its documents that a test may change."""

    record: Record
    documents: Path

    def verify(self, record: Record | None = None) -> Verification:
        return verify_record(record or self.record, self.documents)

    def moved_on(self, paragraphs: int) -> Record:
        """The record with every claim on a passage citing a later paragraph of its document, after the last the
        first.
        """
        lengths = {key: len(seed.paragraphs) for key, seed in self.record.seeds.items()}
        document = self.record.documents.events

        def moved(claim: Claim) -> Claim:
            if not claim.passage:
                return claim
            passage = (claim.passage - 1 + paragraphs) % lengths[claim.source] + 1
            return claim.model_copy(update={"passage": passage})

        events = [event.model_copy(update={"claims": tuple(map(moved, event.claims))}) for event in document.value]
        return replace(self.record, documents=replace(self.record.documents, events=replace(document, value=events)))

    def file(self, source: str) -> Path:
        return self.documents / self.record.seeds[source].file

    def cited(self) -> list[tuple[int, int, Claim]]:
        """Claims on passages, each with the number of its event in the file and its own."""
        events = self.record.documents.events.value
        return [
            (e, c, claim) for e, event in enumerate(events) for c, claim in enumerate(event.claims) if claim.passage
        ]

    def citing(self, source: str, passage: int) -> tuple[str, ...]:
        """How problems name the claims on one passage."""
        events = self.record.documents.events.value
        return tuple(
            f"[{events[e].id}].claims[{claim.id}]."
            for e, _, claim in self.cited()
            if (claim.source, claim.passage) == (source, passage)
        )

    def with_claim(self, event: int, number: int, **fields) -> Record:
        """The record with one claim changed, as if its YAML said so."""
        return self.with_claims({(event, number): fields})

    def with_claims(self, changes: dict[tuple[int, int], dict]) -> Record:
        """The record with claims changed, as if its YAML said so: by the numbers of event and claim, the fields."""
        document = self.record.documents.events
        events = list(document.value)
        for (event, number), fields in changes.items():
            claims = list(events[event].claims)
            claims[number] = claims[number].model_copy(update=fields)
            events[event] = events[event].model_copy(update={"claims": tuple(claims)})
        return replace(self.record, documents=replace(self.record.documents, events=replace(document, value=events)))

    def places(self, claims: Iterable[tuple[int, int]]) -> list[str]:
        """How problems name claims, given by the numbers of event and claim; sorted."""
        events = self.record.documents.events.value
        return sorted(f"[{events[e].id}].claims[{events[e].claims[c].id}]" for e, c in claims)


@pytest.fixture(scope="module", params=WORLDS)
def loaded(request) -> tuple[Record, Path]:
    folder, documents = WORLDS[request.param]
    if not documents.is_dir():
        warnings.warn(WARNING, stacklevel=1)
        pytest.skip(WARNING)
    return load_record(folder), documents


@pytest.fixture
def world(loaded, tmp_path) -> World:
    record, documents = loaded
    return World(record, Path(shutil.copytree(documents, tmp_path / "documents")))


@pytest.fixture
def lighthouse(tmp_path) -> World:
    return World(load_record(LIGHTHOUSE), Path(shutil.copytree(LIGHTHOUSE / "documents", tmp_path / "documents")))


def found(result: Verification) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in result.problems]


def places_of(problems: Iterable[Problem]) -> list[str]:
    """The claims that the problems are about, once for each problem; sorted."""
    return sorted(re.match(r"\[.+?\]\.claims\[.+?\]", problem.path)[0] for problem in problems)


def line_of(problem) -> str:
    return Path(problem.file).read_text(encoding="utf-8").splitlines()[problem.line - 1][problem.column - 1 :]


def test_every_citation_is_proven(world):
    assert world.verify().problems == ()


def test_every_document_is_in_the_coverage_with_all_its_paragraphs(world):
    coverage = {part.source: part for part in world.verify().coverage}
    assert list(coverage) == list(world.record.seeds)
    for source, part in coverage.items():
        assert sorted(part.cited + part.uncited) == list(range(1, len(read_paragraphs(world.file(source))) + 1))
        assert set(part.cited) == {claim.passage for _, _, claim in world.cited() if claim.source == source}


def test_a_changed_word_is_found_in_its_document_and_paragraph_only(world):
    for source, seed in world.record.seeds.items():
        text = world.file(source).read_text(encoding="utf-8")
        paragraphs = read_paragraphs(world.file(source))
        for n, paragraph in enumerate(seed.paragraphs, 1):
            changed = [*paragraphs[: n - 1], re.sub(r"\S+", "Changed", paragraphs[n - 1], count=1), *paragraphs[n:]]
            world.file(source).write_text("\n".join(changed), encoding="utf-8")
            problems = world.verify().problems
            digests = [
                line_of(problem) for problem in problems if problem.code in ("verify-document", "verify-paragraph")
            ]
            assert digests == [f'sha256: "{seed.sha256}"', f'sha256: "{paragraph.sha256}"']
            claims = [problem.path for problem in problems if problem.code in OF_CLAIMS]
            assert len(digests) + len(claims) == len(problems)
            assert all(path.startswith(world.citing(source, n)) for path in claims)
        world.file(source).write_text(text, encoding="utf-8")
    assert world.verify().problems == ()


def test_a_quote_altered_by_one_letter_is_found(world):
    for event, number, claim in world.cited():
        if claim.quote:
            at = (
                re.search(r"[a-z]", claim.quote.text[len(claim.quote.text) // 2 :]).start() + len(claim.quote.text) // 2
            )
            text = claim.quote.text
            altered = text[:at] + ("y" if text[at] != "y" else "z") + text[at + 1 :]
            quote = claim.quote.model_copy(update={"text": altered})
            problems = world.verify(world.with_claim(event, number, quote=quote)).problems
            assert [problem.code for problem in problems] == ["verify-quote"], altered
            assert problems[0].path.endswith(f".claims[{claim.id}].quote")


def test_a_changed_figure_is_found(world):
    """One figure of every claim that has as many is changed at a time, in the same way."""
    others = (lambda n: n + 1, lambda n: n - 1, lambda n: n * 10, lambda n: n / 10, lambda n: n + 0.5)
    most = max(len(claim.amounts) for _, _, claim in world.cited())
    for index, name, other in product(range(most), ("value", "low", "high"), others):
        changes = {}
        for event, number, claim in world.cited():
            amounts = list(claim.amounts)
            if index < len(amounts) and (value := getattr(amounts[index], name)) is not None:
                amounts[index] = amounts[index].model_copy(update={name: other(value)})
                changes[event, number] = {"figures": tuple(amounts)} if claim.figures else {"figure": amounts[0]}
        problems = world.verify(world.with_claims(changes)).problems
        assert {problem.code for problem in problems} <= {"verify-figure"}
        assert places_of(problems) == world.places(changes)
        assert all(problem.path.endswith(f".{name}") for problem in problems)


def test_a_changed_passage_is_found(world):
    """One that the document doesn't have, and one that prints neither figure nor quote."""
    beyond, bare = {}, {}
    for event, number, claim in world.cited():
        paragraphs = read_paragraphs(world.file(claim.source))
        beyond[event, number] = {"passage": len(paragraphs) + 1}
        if claim.quote or claim.amounts:
            without = next(n for n, text in enumerate(paragraphs, 1) if not re.search(r"[0-9«»“”\"]", text))
            bare[event, number] = {"passage": without}
    problems = world.verify(world.with_claims(beyond)).problems
    assert {problem.code for problem in problems} == {"verify-passage"}
    assert places_of(problems) == world.places(beyond)
    problems = world.verify(world.with_claims(bare)).problems
    assert {problem.code for problem in problems} <= OF_CLAIMS
    assert sorted(set(places_of(problems))) == world.places(bare)


def test_no_claim_can_be_moved_to_another_paragraph_unnoticed(world):
    events = world.record.documents.events.value
    lengths = {source: len(seed.paragraphs) for source, seed in world.record.seeds.items()}
    for steps in range(1, max(lengths.values())):
        problems = world.verify(world.moved_on(steps)).problems
        noticed = {
            re.match(r"\[.+?\]\.claims\[.+?\]", problem.path)[0] for problem in problems if problem.code in OF_CLAIMS
        }
        moved = {
            f"[{events[event].id}].claims[{claim.id}]"
            for event, _, claim in world.cited()
            if steps % lengths[claim.source]
        }
        assert moved and moved - noticed == set(), steps


def test_an_anchor_that_the_passage_does_not_print_is_found_and_said_where_it_stands(lighthouse):
    event, number, claim = next(item for item in lighthouse.cited() if item[2].anchor)

    def problem(anchor: tuple[str, ...], passage: int = claim.passage) -> tuple[str, ...]:
        [problem] = lighthouse.verify(lighthouse.with_claim(event, number, anchor=anchor, passage=passage)).problems
        return problem.code, problem.path, problem.message, problem.hint

    place = ("verify-anchor", "[lamp-praised].claims[title].anchor")
    assert problem(claim.anchor, 2) == (*place, "paragraph 2 does not print `phare`", "paragraph 1 does")
    assert problem(("mèches", "gardien")) == (
        *place,
        "paragraph 1 does not print `mèches` and `gardien`",
        "paragraph 3 does",
    )
    assert problem(("phare", "gardien")) == (*place, "paragraph 1 does not print `gardien`", "")
    for other in (
        "Phare",
        "phar",
        "fare",
        "le phare",
        "phares",
    ):  # whole words, in the case and the letters of the passage
        assert problem((other,)) == (*place, f"paragraph 1 does not print `{other}`", "")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="Windows line ends"),
        pytest.param(lambda text: text.replace("\n", "\r"), id="old Mac line ends"),
        pytest.param(lambda text: text.replace("\n", " \t\u00a0\n"), id="trailing blanks"),
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param(lambda text: text.replace(" ", "\u202f "), id="narrow no-break spaces"),
        pytest.param(lambda text: "\n \n" + text.replace("\n", "\n\n\n"), id="more empty lines"),
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="decomposed accents"),
    ],
)
def test_what_an_editor_or_a_download_does_to_a_file_changes_nothing(world, spoil):
    spoiled = []
    for source in world.record.seeds:
        text = world.file(source).read_text(encoding="utf-8")
        spoiled.append(spoil(text) != text)
        world.file(source).write_bytes(spoil(text).encode())
    assert any(spoiled) and world.verify().problems == ()


def test_a_missing_document_is_a_problem_and_said_to_leave_claims_unchecked(world):
    source, seed = next(iter(world.record.seeds.items()))
    world.file(source).unlink()
    result = world.verify()
    assert [(problem.code, line_of(problem)) for problem in result.problems] == [
        ("verify-document", f"file: {seed.file}")
    ]
    count = sum(claim.source == source for _, _, claim in world.cited())
    assert any(
        line.startswith(f"not checked: {count} claims on documents that can't be read") for line in result.unchecked
    )


def test_a_document_that_is_no_text_is_a_problem(lighthouse):
    lighthouse.file("letter").write_bytes(b"caf\xe9")
    lighthouse.file("dispatch").unlink()
    lighthouse.file("dispatch").mkdir()
    assert [(problem.code, problem.message.split(" in ")[0]) for problem in lighthouse.verify().problems] == [
        ("verify-document", "there is no document `dispatch.txt`"),
        ("verify-document", "`letter.txt` is not UTF-8"),
    ]


def test_a_paragraph_too_many_or_too_few_is_found(lighthouse):
    text = lighthouse.file("letter").read_text(encoding="utf-8")
    lighthouse.file("letter").write_text(text + "\nYours faithfully\n", encoding="utf-8")
    assert found(lighthouse.verify()) == [("verify-document", "sha256"), ("verify-paragraph", "paragraphs")]
    lighthouse.file("letter").write_text(text[: text.index("More")], encoding="utf-8")
    assert sorted(found(lighthouse.verify())) == [
        ("verify-document", "sha256"),
        ("verify-paragraph", "paragraphs"),
        ("verify-passage", "[lamp-lasts].claims[ships].passage"),
    ]


def test_swapped_paragraphs_are_said_to_stand_elsewhere(lighthouse):
    one, two, three = read_paragraphs(lighthouse.file("letter"))
    lighthouse.file("letter").write_text("\n".join((two, one, three)), encoding="utf-8")
    hints = {problem.path: problem.hint for problem in lighthouse.verify().problems}
    assert hints == {
        "sha256": "",
        "paragraphs[0].sha256": "paragraph 2 does",
        "paragraphs[1].sha256": "paragraph 1 does",
        "[lamp-lasts].claims[lifetime].quote": "paragraph 1 does",
    }


def test_a_quote_outside_quotation_marks_is_found(lighthouse):
    file = lighthouse.file("dispatch")
    file.write_text(
        file.read_text(encoding="utf-8").replace("« merveille du siècle »", "merveille du siècle"), encoding="utf-8"
    )
    problem = next(problem for problem in lighthouse.verify().problems if problem.code == "verify-quote")
    assert "not within quotation marks" in problem.message


def test_words_of_a_figure_have_to_be_printed_in_the_language_of_the_document(lighthouse):
    event, number, claim = next(item for item in lighthouse.cited() if item[2].id == "ships")
    wait = claim.figures[2]

    def verified(words: dict[str, str]) -> Verification:
        amounts = (*claim.figures[:2], wait.model_copy(update={"words": words}))
        return lighthouse.verify(lighthouse.with_claim(event, number, figures=amounts))

    assert found(verified({"en": "a year and a half", "fr": "autre chose"})) == []
    assert found(verified({"en": "two years", "fr": "un an et demi"})) == [
        ("verify-figure", "[lamp-lasts].claims[ships].figures[2].words.en")
    ]
    unchecked = verified({"fr": "un an et demi"})
    assert found(unchecked) == [] and any("a figure without words in `en`" in line for line in unchecked.unchecked)


def test_what_was_not_checked_is_said(lighthouse):
    result = lighthouse.verify()
    assert result.unchecked == ("not fetched: 1 public page, on which 2 claims rest (0 quotes, 1 figure)",)
    event, number, _ = next(item for item in lighthouse.cited() if item[2].anchor)
    assert lighthouse.verify(lighthouse.with_claim(event, number, anchor=())).unchecked[1:] == (
        "not checked: the number of the passage of 1 claim without quote, figure or anchor",
    )
    assert result.lines()[1:] == [
        "dispatch (dispatch.txt): 5 of 6 paragraphs cited (5 claims, 2 quotes, 5 figures, 1 anchor); cited by "
        "nothing: 6",
        "letter (letter.txt): 2 of 3 paragraphs cited (2 claims, 1 quote, 3 figures, 0 anchors); cited by nothing: 1",
        "ok: 7 cited passages, 3 quotes, 8 figures and 1 anchor stand in 2 documents",
    ]


def test_problems_come_sorted_by_place(world):
    for source in world.record.seeds:
        world.file(source).write_text("Nothing of it.", encoding="utf-8")
    problems = world.verify().problems
    assert list(problems) == sorted(problems) and {problem.code for problem in problems} >= {
        "verify-passage",
        "verify-document",
    }
    assert all(problem.line and problem.column for problem in problems)
