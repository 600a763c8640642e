"""Right values: what each is read as, and where exactly what it points at stands in the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from passerelles.library import Key
from passerelles.pipeline import Reading
from passerelles.problems import Place
from passerelles.records import Case, Date, Kind

PACTE = """\
titre: Un pacte pour le bois
resume: Une ville et sa campagne se chauffent ensemble.
statut: en_cours
territoires: [ville, campagne]
thematiques: [energie]
sources: [note-2019]
"""
KEYS = {
    "titre": "title",
    "resume": "summary",
    "statut": "status",
    "debut": "start",
    "fin": "end",
    "territoires": "territories",
    "acteurs": "actors",
    "thematiques": "themes",
    "dispositifs": "frameworks",
    "structures": "structures",
    "notions": "notions",
    "outils": "tools",
    "defis": "challenges",
    "gouvernance": "governance",
    "objectifs": "goals",
    "echanges": "exchanges",
    "moyens": "means",
    "chronologie": "timeline",
    "resultats": "results",
    "leviers": "levers",
    "freins": "brakes",
    "enseignements": "lessons",
    "transfert": "transfer",
    "liens": "links",
    "images": "images",
    "voir_aussi": "see_also",
    "sources": "sources",
    "fiche": "sheet",
    "anciens_identifiants": "former_ids",
}


@pytest.fixture
def case_of(library_of: Callable[..., Any]) -> Callable[..., Case]:
    """The case that the small base holds with some keys changed."""
    return lambda **keys: library_of({"cases/pacte.yml": keys}).cases["pacte"]


@pytest.fixture
def mentions_of(reading_of: Callable[..., Reading]) -> Callable[[str], list[tuple[str, str]]]:
    """What a case that ends with these lines mentions there, and the characters at each place."""

    def mentions(text: str) -> list[tuple[str, str]]:
        lines = (PACTE + text).split("\n")
        reading = reading_of({"cases/pacte.yml": PACTE + text})
        entry = reading.library.entries[Key(Kind.CASE, "pacte")]
        found = []
        for mention in entry.mentions:
            place = mention.place
            if place.line > PACTE.count("\n"):
                line = lines[place.line - 1]
                start = place.column - 1
                found.append((str(mention.value), line[start : start + place.length]))
        return found

    return mentions


def test_every_key_of_a_case_has_the_attribute_that_the_design_names() -> None:
    assert {key: name for name, key in Case.english().items()} == KEYS


@pytest.mark.parametrize(
    ("text", "year", "earliest"),
    [
        ("2016", 2016, date(2016, 1, 1)),
        ("2016-11", 2016, date(2016, 11, 1)),
        ("2020-02-29", 2020, date(2020, 2, 29)),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(
    case_of: Callable[..., Case], text: str, year: int, earliest: date
) -> None:
    start = case_of(debut=text).start
    assert start == Date(text)
    assert (str(start), start.year, start.earliest) == (text, year, earliest)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2016", "2017", True),
        ("2016", "2016", False),
        ("2016-11", "2016", False),
        ("2016", "2016-11", False),
        ("2016-10", "2016-11-03", True),
        ("2016-11-03", "2016-11", False),
        ("2017", "2016-11", False),
    ],
)
def test_a_date_is_before_another_only_if_it_certainly_is(
    one: str,
    other: str,
    before: bool,  # noqa: FBT001
) -> None:
    assert Date(one).before(Date(other)) is before


@pytest.mark.parametrize(
    ("text", "number"),
    [("40000", 40000), ("0", 0), ("12.5", 12.5), ("-3", -3), ("0.001", 0.001), ("'948'", 948)],
)
def test_a_number_is_read_from_its_text(
    reading_of: Callable[..., Reading], text: str, number: float
) -> None:
    lines = f"resultats:\n  - libelle: Ce qui a été obtenu\n    valeur: {text}\n"
    value = reading_of({"cases/pacte.yml": PACTE + lines}).library.cases["pacte"].results[0].value
    assert (value, type(value)) == (number, type(number))


@pytest.mark.parametrize("code", ["01053", "2A004", "97411"])
def test_an_official_code_keeps_its_zeros_and_letters(
    library_of: Callable[..., Any], code: str
) -> None:
    text = f"nom: Ici\ntype: commune\npays: FR\ncode_insee: {code}\n"
    assert library_of({"territories/ville.yml": text}).territories["ville"].insee == code


@pytest.mark.parametrize("word", ["non", "oui"])
def test_yes_and_no_are_words(library_of: Callable[..., Any], word: str) -> None:
    library = library_of({"glossary/energie.yml": {"lien_automatique": word}})
    assert library.concepts["energie"].linked == word


def test_a_territory_or_a_lever_may_be_given_by_its_identifier_alone(
    library_of: Callable[..., Any],
) -> None:
    lever = {"terme": "Se parler", "schema": "levier", "definition": "Dire ce que l’on veut."}
    case = library_of(
        {
            "cases/pacte.yml": {
                "territoires": ["ville", {"territoire": "campagne", "role": "rural"}],
                "leviers": ["se-parler"],
            },
            "glossary/se-parler.yml": lever,
        }
    ).cases["pacte"]
    first, second = case.territories
    assert (first.territory.id, first.role, second.territory.id) == ("ville", None, "campagne")
    assert second.role == "rural"
    assert (case.levers[0].concept.id, case.levers[0].text) == ("se-parler", None)


def test_a_line_of_text_has_single_spaces_and_joined_accents(case_of: Callable[..., Case]) -> None:
    assert case_of(titre="  Un   e\u0301te\u0301\n a\u0300 deux ").title == "Un été à deux"


def test_what_is_left_out_is_none_or_empty(case_of: Callable[..., Case]) -> None:
    case = case_of()
    assert (case.start, case.challenges, case.transfer, case.sheet) == (None, None, None, None)
    assert (case.actors, case.exchanges, case.former_ids) == ((), (), ())


@pytest.mark.parametrize(
    "lines",
    [
        "defis: Selon la [[energie]] et la [@note-2019 § 2]",
        'defis: "Selon la [[energie]] et la [@note-2019 § 2]"',
        "defis: 'L''essor de l''[[energie]] et la [@note-2019 § 2]'",
        "defis: |\n  Une ligne.\n\n  Puis [[energie]] et\n  la [@note-2019 § 2]",
        "defis: >\n  Une ligne\n  et l’[[energie|autre]] puis\n  la [@note-2019\n  § 2]",
        "defis: Une ligne,\n  puis l’[[energie]], puis\n  la [@note-2019 § 2]",
        'defis: "Une \\"ligne\\"\n\n  é [[energie]] \\\n  la [@note-2019 § 2]"',
        "defis: [[energie]] [@note-2019 § 2]".replace(": [[", ": |\n  [["),
        "enseignements:\n  - texte: La [[energie]]\n    source: note-2019 § 2",
        "enseignements: [{texte: 'La [[energie]]', source: note-2019 § 2}]",
        "defis: Selon la [[concept:energie]], cette e\u0301nergie [@note-2019 § 2]",
    ],
)
def test_what_a_text_mentions_is_placed_on_its_very_characters(
    mentions_of: Callable[[str], list[tuple[str, str]]], lines: str
) -> None:
    found = [("energie", "energie"), ("note-2019 § 2", "note-2019")]
    assert mentions_of(lines) == found
    assert mentions_of(lines.replace("\n", "\r\n")) == found


def test_the_same_mention_written_twice_has_two_places(reading_of: Callable[..., Reading]) -> None:
    text = PACTE + "defis: |\n  La [[energie]], puis la [[energie]].\n\n  Et la [[energie]].\n"
    entry = reading_of({"cases/pacte.yml": text}).library.entries[Key(Kind.CASE, "pacte")]
    places = [each.place for each in entry.mentions if each.field == "defis"]
    assert [(place.line, place.column) for place in places] == [(8, 8), (8, 29), (10, 11)]


def test_a_byte_order_mark_and_windows_line_ends_change_neither_values_nor_places(
    reading_of: Callable[..., Reading],
) -> None:
    plain = PACTE + "defis: |\n  Une ligne.\n\n  L’[[energie]].\n"
    windows = "\ufeff" + plain.replace("\n", "\r\n")
    one, other = (
        reading_of({"cases/pacte.yml": text}).library.entries[Key(Kind.CASE, "pacte")]
        for text in (plain, windows)
    )
    assert one.value == other.value
    assert one.mentions == other.mentions
    assert one.mentions[-1].place == Place("cases/pacte.yml", 10, 7, 7)


def test_mentions_come_in_the_order_of_the_file_with_their_path(
    reading_of: Callable[..., Reading],
) -> None:
    entry = reading_of().library.entries[Key(Kind.CASE, "pacte")]
    assert [(str(each.value), each.path[:2]) for each in entry.mentions] == [
        ("ville", ("territoires", 0)),
        ("campagne", ("territoires", 1)),
        ("energie", ("thematiques", 0)),
        ("note-2019", ("sources", 0)),
    ]


def test_the_keys_of_a_record_are_known_in_the_order_of_its_file(
    reading_of: Callable[..., Reading],
) -> None:
    text = "".join(reversed(PACTE.splitlines(keepends=True)))
    entry = reading_of({"cases/pacte.yml": text}).library.entries[Key(Kind.CASE, "pacte")]
    assert entry.keys[:2] == ("sources", "thematiques")
