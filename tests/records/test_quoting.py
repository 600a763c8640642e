"""How a text that YAML misreads is written so that YAML reads it as it was meant."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from passerelles.records.quoting import as_block, as_value, in_quotes, with_backslashes

PRINTABLE = st.characters(exclude_categories=["C", "Zl", "Zp"])


def read_as_text(text: str) -> Any:
    """Read YAML as the base is read: every value stays a text."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - it makes texts only


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ville : pacte", "Ville : pacte"),
        ('"Pacte" entre la ville et la campagne', "« Pacte » entre la ville et la campagne"),
        ('"Pacte" et "contrat" : deux mots', "« Pacte » et « contrat » : deux mots"),
        ('"Un "pacte" : lequel"', "Un « pacte » : lequel"),
        ("“Pacte : lequel”", "Pacte : lequel"),
        ("“Pacte : lequel", "Pacte : lequel"),
        ("„Pacte“ : lequel", "„Pacte“ : lequel"),
        ("“Pacte” et “contrat” : deux mots", "“Pacte” et “contrat” : deux mots"),
        ("'L'eau : bien commun'", "L'eau : bien commun"),
        ("'Pacte' : lequel", "'Pacte' : lequel"),
        ("'Pacte' et 'contrat' : deux mots", "'Pacte' et 'contrat' : deux mots"),
        ('"Pacte', "Pacte"),
        ("'Pacte", "Pacte"),
        ("'Aujourd'hui : un pacte", "Aujourd'hui : un pacte"),
        ('"Pacte : "lequel"', 'Pacte : "lequel'),
        ('Un écran de 15" : lequel', 'Un écran de 15" : lequel'),
        ("C:\\notes : lesquelles", "C:\\notes : lesquelles"),
        ("", ""),
        ('"', ""),
        ("'", ""),
        ("''a", "'a"),
    ],
)
def test_a_text_between_quotes_reads_as_it_was_meant(written: str, meant: str) -> None:
    assert yaml.safe_load(in_quotes(written)) == meant


@given(st.text(PRINTABLE, max_size=30))
def test_any_text_between_quotes_is_read_with_its_letters(text: str) -> None:
    read = yaml.safe_load(in_quotes(text))
    assert [sign for sign in read if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


@given(st.text(PRINTABLE, max_size=30).filter(lambda text: not set(text) & set("\"'“”„")))
def test_any_text_without_quotes_is_read_as_it_is(text: str) -> None:
    assert yaml.safe_load(in_quotes(text)) == text


@pytest.mark.parametrize("text", ["pacte", "Un pacte", "12:30", "a#b", "l’eau (1)", "été - hiver"])
def test_a_text_that_stands_for_itself_has_no_quotes(text: str) -> None:
    assert as_value(text) == text


@pytest.mark.parametrize(
    "text",
    ["a: b", "a:", "a #b", "a [b]", "{a}", "a, b", "- a", "@a", "«a»", "", "* a", "a]", 'l"eau'],
)
def test_a_text_that_would_not_stand_for_itself_has_quotes(text: str) -> None:
    assert as_value(text) == in_quotes(text)


@given(st.text(PRINTABLE, max_size=30).filter(lambda text: text == text.strip(" ")))
def test_any_value_proposed_is_read_as_one_text_in_a_list_between_brackets(text: str) -> None:
    (read,) = read_as_text(f"[{as_value(text)}]")
    assert isinstance(read, str)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'"C:\Users\notes\Projets"', r"C:\Users\notes\Projets"),
        (r'"C:\Rapports\photos\Annexes"', r"C:\Rapports\photos\Annexes"),
        (r'"\d et \\d"', r"\d et \d"),
        (r'"\\\d"', r"\\d"),
        (r'"\x41 \x4 \u00e9 \u00e \U0001F332 \U1"', "A \\x4 é \\u00e 🌲 \\U1"),
        (r'"\"pacte\" \/ "', '"pacte" / '),
    ],
)
def test_a_backslash_that_begins_no_escape_is_read_as_such(written: str, read: str) -> None:
    assert read_as_text(with_backslashes(written)) == read


def test_a_text_of_several_lines_stands_under_its_key() -> None:
    block = as_block("  titre: ", ["Un pacte :", "   lequel"], 4)
    assert block == "  titre: >\n    Un pacte :\n    lequel"
    assert yaml.safe_load(block) == {"titre": "Un pacte : lequel"}
