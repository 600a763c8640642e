"""What is proposed in place of a value that is refused, and where guessing would mislead."""

import pytest

from passerelles.records import meant
from passerelles.records.identifiers import meant_citation, meant_identifier, slug


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3 057,5 €", "3057.5"),
        ("3 000 000 habitants", "3000000"),
        ("40'000", "40000"),
        ("1.000.000", "1000000"),
        ("1.234.567 €", "1234567"),
        ("3,5.", "3.5"),
        ("007", "7"),
        ("0", "0"),
        ("−3,5", "-3.5"),  # noqa: RUF001 - the minus sign is meant
        ("- 5", "-5"),
        ("12 k€", "12000"),
        ("0,5 million", "500000"),
        ("1,5 M€", "1500000"),
        ("2 Md€", "2000000000"),
    ],
)
def test_a_number_is_told_from_how_it_is_written_in_french(text: str, number: str) -> None:
    assert meant.number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "environ 3", "1.5.2", "1.234.56", "1234.567.890", "1 million 2", "²", "٣", "1" * 16],
)
def test_no_number_is_guessed(text: str) -> None:
    assert meant.number(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("08/09/2020", "2020-09-08"),
        ("1/1/2020", "2020-01-01"),
        ("31/12/2020", "2020-12-31"),
        ("01/2020", "2020-01"),
        ("12/2020", "2020-12"),
        ("2020/9/8", "2020-09-08"),
        ("2020.12", "2020-12"),
        ("2020 mai 3", "2020-05-03"),
        ("8 septembre 2020", "2020-09-08"),
        ("le 1er février 2019", "2019-02-01"),
        ("sept. 2020", "2020-09"),
        ("juil. 2020", "2020-07"),
        ("Août 2020", "2020-08"),
        ("mar 2020", "2020-03"),
        ("29 février 2020", "2020-02-29"),
    ],
)
def test_a_date_is_told_from_how_it_is_written_elsewhere(text: str, date: str) -> None:
    assert meant.date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        *["2020", "le 2020", "mai", "8 septembre", "8/9/20", "8/9/3020", "1/1/1/2020"],
        *["2020/13", "0/2020", "00/05/2020", "32/01/2020", "30/02/2020", "29 février 2019"],
        *["ma 2020", "jui 2020", "printemps 2020", "lundi 3 mai 2020", "٨/٩/2020", "3/05/٢٠٢٠"],
        *[
            "٢٠٢٠/05",
            "2\u0661\u0661\u0661/05",
            "05/2\u0661\u0661\u0661",
            "08/008/2020",
            "er8/09/2020",
        ],
    ],
)
def test_no_date_is_guessed(text: str) -> None:
    assert meant.date(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("08/09/2020", "2020"),
        ("en 2016", "2016"),
        ("2016-2018", None),
        ("16", None),
        ("12016", None),
        ("20166", None),
        ("٢٠١٦", None),
        ("2\u0661\u0661\u0661", None),
        ("3016", None),
    ],
)
def test_a_year_is_told_from_a_date_that_names_one(text: str, year: str | None) -> None:
    assert meant.year(text) == year


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("www.exemple.fr", "https://www.exemple.fr"),
        ("exemple.fr/une-page?a=b#c", "https://exemple.fr/une-page?a=b#c"),
        ("http:/exemple.fr", "https://exemple.fr"),
        ("http//exemple.fr", "https://exemple.fr"),
        ("https:exemple.fr", "https://exemple.fr"),
        ("//exemple.fr", "https://exemple.fr"),
        ("exemple", None),
        ("exemple.fr/une page", None),
        ("exemple..fr", None),
        ("mailto:x@y.fr", None),
    ],
)
def test_an_address_is_told_where_its_beginning_lacks(text: str, url: str | None) -> None:
    assert meant.url(text) == url


@pytest.mark.parametrize(
    ("text", "known", "choice"),
    [
        ("no", ["oui", "non"], "non"),
        ("FAUX", ["oui", "non"], "non"),
        ("vrai ", ["oui", "non"], "oui"),
        ("no", ["projet"], None),
        ("peut-être", ["oui", "non"], None),
    ],
)
def test_yes_and_no_are_told_where_they_may_be_said(
    text: str, known: list[str], choice: str | None
) -> None:
    assert meant.choice(text, known) == choice


@pytest.mark.parametrize(
    ("text", "pattern", "code"),
    [
        ("fr", "[A-Z]{2}", "FR"),
        ("France", "[A-Z]{2}", "FR"),
        ("FR", "[a-z]{2}", "fr"),
        ("Français", "[a-z]{2}", "fr"),
        ("€", "[A-Z]{3}", "EUR"),
        ("Francs suisses ", "[A-Z]{3}", "CHF"),
        ("Atlantide", "[A-Z]{2}", None),
        ("éé", r"\w{2}", None),
    ],
)
def test_a_code_is_told_from_a_name(text: str, pattern: str, code: str | None) -> None:
    assert meant.code(text, pattern) == code


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Ville & campagne", "ville-campagne"),
        ("  L’Été à Brest ! ", "l-ete-a-brest"),
        ("cas:Pays de Brest", "pays-de-brest"),
        ("-a-", "a"),
    ],
)
def test_an_identifier_is_told_from_a_title(text: str, identifier: str) -> None:
    assert meant_identifier(text) == identifier


@pytest.mark.parametrize("text", ["", "…", "a/b", "énergie, eau", "énergie ; eau"])
def test_several_names_or_none_are_no_identifier(text: str) -> None:
    assert meant_identifier(text) is None


def test_a_file_without_any_name_has_a_name_proposed_all_the_same() -> None:
    assert slug("…") == "nom-de-la-fiche"


def test_an_identifier_that_is_proposed_is_no_longer_than_admitted() -> None:
    assert slug("a" * 81) == "a" * 80
    assert slug("a" * 79 + " b") == "a" * 79


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("Cap Rural 2019, § 3.2", "cap-rural-2019 § 3.2"),
        ("Cap Rural 2019", "cap-rural-2019"),
        ("Cap Rural, p. 5", "cap-rural p. 5"),
        ("RTES ; page 12", "rtes page 12"),
        ("Cap Rural", "cap-rural"),
        ("§ 3.2", None),
        ("…", None),
    ],
)
def test_a_reference_is_told_from_a_document_and_a_place(text: str, citation: str | None) -> None:
    assert meant_citation(text) == citation
