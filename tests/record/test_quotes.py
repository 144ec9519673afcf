"""Whether a paragraph prints words, and whether it prints them within quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.record.folding import normalised
from timeline.record.verify.digest import document_digest, paragraph_digest, split_paragraphs
from timeline.record.verify.quotes import prints, prints_words, quotes

WITHIN = [
    ("Il parle de « lutte sacrée » ici.", "lutte sacrée"),
    ("Il parle de «lutte sacrée» ici.", "lutte sacrée"),
    ("Il parle de “lutte sacrée” ici.", "lutte sacrée"),
    ("Il parle d’„eine Tat“ ici.", "eine Tat"),
    ('Il parle de "lutte sacrée" ici.', "lutte sacrée"),
    ("He says ‘the keeper’s lamp’ here.", "the keeper's lamp"),
    ("Il dit : «une part de la lutte sacrée, bien sûr».", "lutte sacrée"),
    ('d\'"escalade supplémentaire" et de fait "grave"', "grave"),
    ("« jusqu’au jour »", "jusqu'au jour"),
    ("« jusqu'au jour »", "jusqu’au jour"),
    ("« le “document” nouveau »", "le « document » nouveau"),
    ("« lutte\N{NO-BREAK SPACE}sacrée »", "lutte sacrée"),
    ("« cafe\N{COMBINING ACUTE ACCENT} noir »", "café noir"),
    ("«Le texte commence ici et va plus loin", "va plus loin"),
    ("et il finit ici», stipule l’article.", "il finit ici"),
    ('une lampe de 5" et "une autre"', "une autre"),
]
NOT_WITHIN = [
    ("Il parle de lutte sacrée ici.", "lutte sacrée"),
    ('"Oui", dit-il de la lutte, "non".', "dit-il de la lutte"),
    ('une lampe de 5" pour lui et "une autre"', "pour lui"),
    ("«Oui» à la lutte «non»", "à la lutte"),
    ("“Oui” à la lutte “non”", "à la lutte"),
    ("« la lutte » sacrée", "lutte sacrée"),
    ("l’heure de la lutte’", "heure de la lutte"),
    ("« la lutte sacrée »", ""),
]
OTHER_WORDS = [
    ("« lutte sacrée »", "lutte sacré"),
    ("« lutte sacrée »", "utte sacrée"),
    ("« lutte sacrée »", "Lutte sacrée"),
    ("« lutte sacrée »", "lutte sacree"),
    ("« les nord-coréens »", "coréens"),
    ("« les nord-coréens »", "les nord"),
    ("« a.b »", "a b"),
]


@pytest.mark.parametrize(("paragraph", "words"), WITHIN)
def test_words_within_quotation_marks_are_quoted(paragraph, words):
    assert quotes(paragraph, words)


@pytest.mark.parametrize(("paragraph", "words"), NOT_WITHIN + OTHER_WORDS)
def test_words_outside_quotation_marks_and_other_words_are_not(paragraph, words):
    assert not quotes(paragraph, words)


@pytest.mark.parametrize(("paragraph", "words"), OTHER_WORDS)
def test_words_are_whole_and_letters_the_same(paragraph, words):
    assert not prints(paragraph, words)


def test_only_words_of_figures_may_start_a_sentence():
    assert prints_words("Des milliers de curieux", "des milliers de") and not prints(
        "Des milliers de curieux", "des milliers de"
    )
    assert not prints_words("Des milliers de curieux", "des millier")


PLAIN = st.text(alphabet="abcdé ’'\u00a0", min_size=1, max_size=30)


@given(PLAIN, PLAIN, PLAIN, st.sampled_from(["« {} »", "«{}»", "“{}”", '"{}"']))
def test_whatever_is_put_within_marks_is_found_there(before, words, after, marks):
    assert not normalised(words) or quotes(f"{before} {marks.format(words)} {after}", words)


def test_paragraphs_are_the_lines_that_hold_something():
    text = "one  two\t\r\n\r\n \N{NO-BREAK SPACE}\nthree\u2028four\rfive"
    assert split_paragraphs(text) == ("one two", "three four", "five")


def test_digests_are_those_of_sha256():
    """Values from `printf 'one two' | sha256sum` and `printf 'one two\\nthree' | sha256sum`."""
    assert paragraph_digest(" one \u00a0two") == "8ab63e29a4ba14e4e1688f9c15e5af90895421358c945b0431f85d66977bd3d2"
    assert document_digest(("one two", "three")) == "2e2bf529d7cf77cec165d750c66d6d1617d14adf8e9f4e483864ed0b6c89a221"
