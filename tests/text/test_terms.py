"""Which terms are found in a text: examples as data in `terms.yml`, and what always holds."""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from passerelles.text import TermForm, Terms, TermSpan, clashes

GOLDEN = yaml.safe_load(Path(__file__).with_name("terms.yml").read_text("utf-8"))
ROWS = [
    pytest.param(rule, text, id=f"{rule['regle']}: {text}")
    for rule in GOLDEN
    for text in rule["textes"]
]

FORMS = [
    *["contrat de réciprocité", "réciprocité", "contrat", "contrats", "pôle métropolitain"],
    *["PETR", "petr", "pays d'art", "art", "court-circuit", "circuit court", "cœur", "R&D", "1 4"],
]
FORM_LISTS = st.lists(
    st.builds(TermForm, st.sampled_from(FORMS), st.sampled_from(["a", "b", "c"])), max_size=12
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from([*FORMS, "contrats", "métropolitains", "de", "pôles", "CŒURS", "PETR"]),
        st.sampled_from([*" -'’.…/\n\u00a0\u00ad\u0301¼,", "l'", " ", " ", "http://", "-là"]),
        st.characters(),
    ),
    max_size=20,
).map("".join)


def forms_of(rule: dict[str, dict[str, list[str]]]) -> list[TermForm]:
    return [TermForm(form, concept) for concept, forms in rule["formes"].items() for form in forms]


def read_marks(marked: str, only_concept: str) -> tuple[str, list[TermSpan]]:
    """Return a text without its marks, and the spans that they mark."""
    text, spans = "", []
    for plain, shown, concept in re.findall(r"([^{]*)(?:\{([^|}]*)\|?([^}]*)\})?", marked):
        text += plain
        if shown:
            spans.append(TermSpan(len(text), len(text + shown), concept or only_concept))
            text += shown
    return text, spans


@pytest.mark.parametrize(("rule", "marked"), ROWS)
def test_terms_are_found_as_the_table_says(
    rule: dict[str, dict[str, list[str]]], marked: str
) -> None:
    text, expected = read_marks(marked, only_concept=next(iter(rule["formes"])))
    found = Terms.of(forms_of(rule)).find(text, skip=rule.get("sauf", ()))
    assert [(text[span.start : span.end], span) for span in found] == [
        (text[span.start : span.end], span) for span in expected
    ]


@pytest.mark.parametrize(("rule", "marked"), ROWS)
def test_the_same_is_found_where_accents_are_written_apart(
    rule: dict[str, dict[str, list[str]]], marked: str
) -> None:
    apart = unicodedata.normalize("NFD", marked)
    test_terms_are_found_as_the_table_says(rule, apart)


@settings(max_examples=5 * settings().max_examples)
@given(FORM_LISTS, TEXTS)
def test_spans_stand_in_order_inside_the_text_and_do_not_overlap(
    forms: list[TermForm], text: str
) -> None:
    place = 0
    for span in Terms.of(forms).find(text):
        assert place <= span.start < span.end <= len(text)
        place = span.end


@settings(max_examples=5 * settings().max_examples)
@given(FORM_LISTS, TEXTS)
def test_what_is_found_is_found_again_where_it_stands_alone(
    forms: list[TermForm], text: str
) -> None:
    terms = Terms.of(forms)
    for span in terms.find(text):
        alone = text[span.start : span.end]
        assert terms.find(alone) == (TermSpan(0, len(alone), span.concept),)


@settings(max_examples=5 * settings().max_examples)
@given(st.data(), FORM_LISTS, TEXTS)
def test_the_order_and_repetition_of_forms_do_not_matter(
    data: st.DataObject, forms: list[TermForm], text: str
) -> None:
    shuffled = data.draw(st.permutations(forms + forms[:3]))
    assert Terms.of(forms) == Terms.of(shuffled)
    assert Terms.of(forms).find(text) == Terms.of(shuffled).find(text)
    assert clashes(forms) == clashes(shuffled)


@settings(max_examples=5 * settings().max_examples)
@given(FORM_LISTS, TEXTS)
def test_skipping_a_concept_is_leaving_its_forms_out(forms: list[TermForm], text: str) -> None:
    others = [form for form in forms if form.concept != "a"]
    assert Terms.of(forms).find(text, skip={"a"}) == Terms.of(others).find(text)


@given(st.text())
def test_without_forms_nothing_is_found(text: str) -> None:
    assert Terms.of([]).find(text) == ()


def test_a_form_without_letters_or_digits_is_found_nowhere() -> None:
    assert Terms.of([TermForm("", "a"), TermForm(" – ", "b")]).find("un – deux") == ()


def test_a_place_inside_what_one_character_became_is_no_border_of_a_term() -> None:
    # « ¼ » folds to 1, a fraction slash, 4.
    assert Terms.of([TermForm("1", "a"), TermForm("4", "b")]).find("¼") == ()
    # « … » folds to three points, of which the longer form would take one.
    forms = [TermForm("etc.", "a"), TermForm("etc", "b")]
    assert Terms.of(forms).find("etc…") == (TermSpan(0, 3, "b"),)


@pytest.mark.parametrize(
    "unit", ["pays ", "territoire de ", "l'", "pays-", "\u00ad", "e\u0301", "œ", "a@", "www."]
)
def test_a_hundred_kilobytes_of_the_same_are_searched_without_going_astray(unit: str) -> None:
    terms = Terms.of([TermForm("pays", "a"), TermForm("territoire de projet", "b")])
    text = unit * (100_000 // len(unit)) + " territoire de projet"
    assert terms.find(text)[-1] == TermSpan(len(text) - 20, len(text), "b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("moyen", "moyens"),
        ("Réciprocité", "reciprocite"),
        ("territoire de projets", "territoire de projet"),
        ("cœur", "coeur"),
        ("PNR", "PNR"),
        ("pays d'art", "pays d’art"),
    ],
)
def test_forms_of_two_concepts_that_one_text_can_show_clash(one: str, other: str) -> None:
    pair = TermForm(one, "a"), TermForm(other, "b")
    assert clashes([*pair, TermForm("alliance", "c")]) == (tuple(sorted(pair)),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PACTE", "pacte"),
        ("circuit court", "court circuit"),
        ("circuit court", "circuit-court"),
        ("circuit court", "circuit"),
        ("régional", "régionale"),
        ("PNR", "PNRs"),
        ("", ""),
    ],
)
def test_forms_that_no_text_shows_alike_do_not_clash(one: str, other: str) -> None:
    assert clashes([TermForm(one, "a"), TermForm(other, "b")]) == ()


def test_forms_of_the_same_concept_do_not_clash() -> None:
    assert clashes([TermForm("moyen", "a"), TermForm("moyens", "a")]) == ()


def test_each_clash_is_told_once() -> None:
    forms = [TermForm("projet", "a"), TermForm("projet", "b"), TermForm("projets", "c")]
    assert clashes(forms + forms) == (
        (forms[0], forms[1]),
        (forms[0], forms[2]),
        (forms[1], forms[2]),
    )
