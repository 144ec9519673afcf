"""Exercises for learning platforms: GIFT and QTI ask what the page asks, and say what is right and why.

Every element of a package is held to what its schema says of it (grammar.py).
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from grammar import ADL, GRAMMAR, PACKAGING, bare, wrong_in

from timeline.cli import main
from timeline.publish.exports.formats import FORMATS
from timeline.publish.exports.gift import gift_text
from timeline.publish.exports.qti import qti_package
from timeline.publish.exports.quiz import quiz_of
from timeline.publish.exports.selection import select_view
from timeline.record.model.lesson import EXERCISE_TYPES
from timeline.record.typography import typeset
from timeline.serve.server import create_app
from timeline.view.exercises.words import BOOK

QTI, CP = "{http://www.imsglobal.org/xsd/imsqti_v2p1}", "{http://www.imsglobal.org/xsd/imscp_v1p1}"
SHIPPED = pytest.mark.parametrize("shipped", ["record", "vesuvius", "calendar"])


def view(record, query="", language="en"):
    return select_view(record, query, language)


# What is asked


@SHIPPED
def test_without_a_kind_there_is_one_exercise_of_each(request, shipped):
    record = request.getfixturevalue(shipped)
    assert {question.kind for question in quiz_of(view(record)).questions} == set(EXERCISE_TYPES)


def test_the_address_of_an_exercise_is_what_is_asked(record):
    query = "exercise=claimant&seed=7&kind=deployment"
    quiz = quiz_of(view(record, query))
    assert {question.kind for question in quiz.questions} == {"claimant"} and quiz.seed == 7
    assert quiz != quiz_of(view(record, query.replace("7", "8")))


# GIFT, read by its own rules


def unescaped(text):
    return re.sub(r"\\([~=#{}:\\n])", lambda sign: "\n" if sign[1] == "n" else sign[1], text)


def gift_questions(text):
    """[(name, asked, [(sign, answer, match)], feedback)] of a GIFT file."""
    found = []
    for block in text.split("\n\n")[2:]:
        name, asked, body = re.fullmatch(r"::(.+?)(?<!\\)::\[plain\](.+?) \{\n(.+)\n\}\n?", block, re.DOTALL).groups()
        *answers, feedback = body.split("\n")
        assert feedback.startswith("####")
        split = [(line[0], *map(unescaped, line[1:].partition(" -> ")[::2])) for line in answers]
        assert all(sign in "=~" for sign, *_ in split)
        bare = re.sub(r"\\[~=#{}:\\n]", "", "".join([name, asked, *(line[1:] for line in answers), feedback[4:]]))
        assert not re.search("[~=#{}:]", bare), "a sign of GIFT's own stands in a text"
        found.append((unescaped(name), unescaped(asked), split, unescaped(feedback[4:])))
    return found


@SHIPPED
@pytest.mark.parametrize("language", ["en", "fr"])
def test_gift_has_every_question_with_its_right_answer_and_why(request, shipped, language):
    selection = view(request.getfixturevalue(shipped), "seed=3", language)
    read = gift_questions(gift_text(selection).decode())
    questions = quiz_of(selection).questions
    assert len(read) == len(questions)
    for (_, asked, answers, feedback), question in zip(read, questions, strict=True):
        assert question.ask in asked and question.about in asked
        assert all(str(reason) in feedback for reason in question.why)
        if question.form == "choice":
            assert [answer for _, answer, _ in answers] == list(question.options)
            assert [answer for sign, answer, _ in answers if sign == "="] == [question.options[question.right[0]]]
        elif question.form == "match":
            pairs = zip(question.parts, question.right, strict=True)
            assert [tuple(rest) for _, *rest in answers] == [(part, question.options[at]) for part, at in pairs]
        else:
            order = sorted(answers, key=lambda answer: int(answer[2]))
            assert [answer for _, answer, _ in order] == [question.options[at] for at in question.right]


def test_what_texts_hold_is_no_gift(make_record):
    title = {"de": "A {=b} ~c #d: 100% -> e ::f \\ g"}
    record = make_record(
        *({"title": {"de": f"{title['de']} {n}"}, "date": f"2001-01-0{n}"} for n in range(1, 5)), languages=["de"]
    )
    ((_, _, answers, _),) = gift_questions(gift_text(view(record, "exercise=order", "de")).decode())
    assert {answer for _, answer, _ in answers} == {f"{title['de'].replace('->', '→')} {n}" for n in range(1, 5)}


# QTI


def opened(content):
    package = zipfile.ZipFile(io.BytesIO(content))
    assert package.testzip() is None
    return {name: ElementTree.fromstring(package.read(name)) for name in package.namelist()}


@pytest.fixture(scope="module")
def package(record):
    return opened(qti_package(view(record, "seed=3")))


def test_the_manifest_and_the_test_are_called_by_a_name_that_xml_knows(record, monkeypatch):
    selection = view(record, "seed=3")
    monkeypatch.setattr(type(selection), "name", "2024-06")  # an xs:ID begins with no digit
    package = opened(qti_package(selection))
    called = [package[name].get("identifier") for name in ("imsmanifest.xml", "test.xml")]
    assert called == ["timeline-2024-06-3-package", "timeline-2024-06-3"]


def test_the_manifest_names_every_file_once_and_the_test_every_item(package):
    manifest, test = package["imsmanifest.xml"], package["test.xml"]
    resources = {each.get("identifier"): each for each in manifest.iter(f"{CP}resource")}
    files = [each.get("href") for each in manifest.iter(f"{CP}file")]
    assert sorted(files) == sorted(set(package) - {"imsmanifest.xml"})
    assert {each.get("type") for each in resources.values()} == {"imsqti_test_xmlv2p1", "imsqti_item_xmlv2p1"}
    items = {each.get("identifier"): each.get("href") for each in test.iter(f"{QTI}assessmentItemRef")}
    assert items == {key: each.get("href") for key, each in resources.items() if key != "test"}
    assert {each.get("identifierref") for each in resources["test"].iter(f"{CP}dependency")} == set(items)


@SHIPPED
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_element_of_a_package_is_as_its_schema_has_it(request, shipped, language):
    package = opened(qti_package(view(request.getfixturevalue(shipped), "seed=8", language)))
    grammars = {name: PACKAGING if tree.tag.startswith(CP) else GRAMMAR for name, tree in package.items()}
    assert {name: wrong for name, tree in package.items() if (wrong := wrong_in(tree, grammars[name]))} == {}


def test_a_mistake_in_a_package_is_found(package):
    item = copy.deepcopy(next(tree for name, tree in package.items() if name.startswith("items/")))
    body, response = item.find(f"{QTI}itemBody"), item.find(f"{QTI}responseDeclaration")
    response.set("cardinality", "several")
    item.remove(body)
    item.insert(0, body)
    body.append(ElementTree.Element(f"{QTI}p", {"href": "#"}))
    wrong = wrong_in(item, GRAMMAR)
    assert [words.partition(":")[0] for words in wrong] == ["assessmentItem", "p", "responseDeclaration cardinality"]


def test_identifiers_are_given_once(package):
    """Those of a test and of a manifest, and in an item those that are declared (an xs:ID)."""
    for name, tree in package.items():
        declared = ("responseDeclaration", "outcomeDeclaration")
        some = [each for each in tree.iter() if not name.startswith("items/") or bare(each.tag) in declared]
        given = [each.get("identifier") for each in some if each.get("identifier")]
        assert len(given) == len(set(given)), name


FORMS = {"choice": ("choiceInteraction", "single"), "order": ("orderInteraction", "ordered")}
FORMS["match"] = ("matchInteraction", "multiple")


def test_an_item_asks_its_question_and_knows_its_answer(package, record):
    questions = quiz_of(view(record, "seed=3")).questions
    items = [package[name] for name in sorted(package) if name.startswith("items/")]
    for item, question in zip(items, questions, strict=True):
        interaction, cardinality = FORMS[question.form]
        response = item.find(f"{QTI}responseDeclaration")
        assert (response.get("identifier"), response.get("cardinality")) == ("RESPONSE", cardinality)
        (asked,) = item.iter(f"{QTI}{interaction}")
        assert asked.get("responseIdentifier") == "RESPONSE" and asked[0].tag == f"{QTI}prompt"
        identifiers = [each.get("identifier") for each in asked.iter() if each.get("identifier")]
        assert len(identifiers) == len(set(identifiers))
        words = {each.get("identifier"): each.text for each in asked.iter() if each.get("identifier")}
        right = [value.text for value in response.iter(f"{QTI}value")]
        if question.form == "match":
            pairs = [tuple(words[end] for end in pair.split(" ")) for pair in right]
            assert pairs == [
                (part, question.options[at]) for part, at in zip(question.parts, question.right, strict=True)
            ]
            shares = [float(entry.get("mappedValue")) for entry in response.iter(f"{QTI}mapEntry")]
            assert sum(shares) == pytest.approx(1, abs=1e-4)
        else:
            assert [words[key] for key in right] == [question.options[at] for at in question.right]
        feedback = "".join(item.find(f"{QTI}modalFeedback").itertext())
        assert all(str(reason) in feedback for reason in question.why)


def test_outcomes_that_are_set_are_declared(package):
    for name, item in package.items():
        if name.startswith("items/"):
            declared = {each.get("identifier") for each in item.findall(f"{QTI}outcomeDeclaration")}
            assert {each.get("identifier") for each in item.iter(f"{QTI}setOutcomeValue")} == declared
            assert item.find(f"{QTI}modalFeedback").get("outcomeIdentifier") in declared


def test_a_package_is_the_same_bytes_each_time(record):
    assert qti_package(view(record, "seed=3")) == qti_package(view(record, "seed=3"))


# Ways out


def test_the_command_line_and_the_server_give_the_same_file(record, tmp_path):
    client = create_app(record).server.test_client()
    for form, name in (("gift", "events.gift.txt"), ("qti", "events.qti.zip")):
        out = tmp_path / name
        asked = ["--exercise", "claimant", "--seed", "5", "--filter", "kind=deployment", "--lang", "fr"]
        assert CliRunner().invoke(main, ["export", form, *asked, "-o", str(out)]).exit_code == 0
        answer = client.get(f"/export/{name}?kind=deployment&exercise=claimant&seed=5&lang=fr")
        assert answer.status_code == 200 and answer.data == out.read_bytes()
        assert answer.mimetype == FORMATS[form].mimetype.split(";")[0]


def test_a_seed_or_a_kind_that_is_none_is_wrong_usage():
    for wrong in (["--seed", "0"], ["--exercise", "quiz"]):
        assert CliRunner().invoke(main, ["export", "gift", *wrong]).exit_code == 2


def test_the_words_have_the_spaces_of_their_language_and_both_languages_the_same_keys_and_parts():
    books = BOOK.languages
    assert set(books["en"]) == set(books["fr"])
    for key, words in books["fr"].items():
        assert typeset(words, "fr") == words
        assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", books["en"][key])), key


# A lesson as SCORM 1.2

SCORM = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"


def test_a_lesson_is_a_package_that_starts_with_its_page(record, tmp_path):
    out = tmp_path / "lesson.zip"
    asked = ["export", "scorm", "--lesson", "how-many-soldiers", "--lang", "fr", "-o", str(out)]
    assert CliRunner().invoke(main, asked).exit_code == 0
    package = zipfile.ZipFile(out)
    manifest = ElementTree.fromstring(package.read("imsmanifest.xml"))
    assert wrong_in(manifest, PACKAGING) == []
    assert [manifest.find(f"{SCORM}metadata/{SCORM}{name}").text for name in ("schema", "schemaversion")] == [
        "ADL SCORM",
        "1.2",
    ]
    (organization,) = manifest.iter(f"{SCORM}organization")
    assert manifest.find(f"{SCORM}organizations").get("default") == organization.get("identifier")
    assert organization.find(f"{SCORM}title").text == record.lessons["how-many-soldiers"].title["fr"]
    (resource,) = manifest.iter(f"{SCORM}resource")
    assert organization.find(f"{SCORM}item").get("identifierref") == resource.get("identifier")
    assert (resource.get(f"{ADL}scormtype"), resource.get("href")) == ("sco", "index.html")
    files = [each.get("href") for each in resource.iter(f"{SCORM}file")]
    assert sorted(package.namelist()) == sorted([*files, "imsmanifest.xml"])
    start = package.read("index.html").decode()
    assert 'data-steps="15"' in start and 'data-points="5"' in start and '<script src="scorm.js">' in start
    client = create_app(record).server.test_client()
    assert client.get("/lessons/how-many-soldiers.fr.scorm.zip").data == out.read_bytes()
    assert client.get("/lessons/none.fr.scorm.zip").status_code == 404


def test_a_lesson_that_is_not_there_is_wrong_usage():
    said = CliRunner().invoke(main, ["export", "scorm", "--lesson", "how-many-soldier"])
    assert said.exit_code == 2 and "how-many-soldiers" in said.output
