"""What stands before and after each record, by one rule for each kind."""

from __future__ import annotations

from collections.abc import Callable

from passerelles import pipeline
from passerelles.library import Key, Library
from passerelles.records import Kind, Scheme

LibraryOf = Callable[..., Library]


def names(library: Library, key: Key) -> tuple[object, str | None, str | None]:
    """What a record shares with its neighbours, and their identifiers."""
    near = library.neighbours[key]
    return near.shared, near.before and near.before.id, near.after and near.after.id


def case(title: str, *themes: str) -> dict[str, object]:
    return {
        "titre": title,
        "resume": "Un essai.",
        "statut": "en_cours",
        "territoires": ["campagne"],
        "thematiques": list(themes),
        "sources": ["note-2019"],
    }


def test_a_case_stands_with_those_of_its_first_theme_that_others_have(
    library_of: LibraryOf,
) -> None:
    eau = {"terme": "Eau", "schema": "thematique", "definition": "Ce qui coule."}
    library = library_of(
        {
            "glossary/eau.yml": eau,
            "cases/abeilles.yml": case("Écluses", "agriculture"),
            "cases/zones.yml": case("Zones", "eau", "energie", "agriculture"),
        }
    )
    agriculture, energie = Key(Kind.CONCEPT, "agriculture"), Key(Kind.CONCEPT, "energie")
    assert names(library, Key(Kind.CASE, "abeilles")) == (agriculture, None, "foire")
    assert names(library, Key(Kind.CASE, "foire")) == (agriculture, "abeilles", "zones")
    assert names(library, Key(Kind.CASE, "zones")) == (energie, "pacte", None)


def test_a_case_whose_themes_nobody_shares_stands_alone(library_of: LibraryOf) -> None:
    assert Key(Kind.CASE, "pacte") not in library_of().neighbours


def test_a_concept_stands_in_the_alphabet_of_its_scheme(library_of: LibraryOf) -> None:
    mot = {"terme": "Élan", "schema": "thematique", "definition": "Un mot."}
    notion = {"terme": "Don", "schema": "notion", "definition": "Un mot."}
    library = library_of({"glossary/elan.yml": mot, "glossary/don.yml": notion})
    assert names(library, Key(Kind.CONCEPT, "elan")) == (Scheme.THEME, "agriculture", "energie")
    assert Key(Kind.CONCEPT, "don") not in library.neighbours


def test_territories_stand_in_the_alphabet(library_of: LibraryOf) -> None:
    library = library_of()
    assert names(library, Key(Kind.TERRITORY, "campagne")) == (None, None, "ville")


def test_documents_and_sessions_stand_by_date(library_of: LibraryOf) -> None:
    lettre = {"titre": "A", "editeur": "B", "date": "2018-03", "type": "lettre"}
    journees = {
        f"sessions/{name}.yml": {"titre": name, "date": date}
        for name, date in (("a", "2020-09-08"), ("b", "2019"))
    }
    library = library_of({"sources/zz.yml": lettre, **journees})
    assert names(library, Key(Kind.SOURCE, "note-2019")) == (None, "zz", None)
    assert names(library, Key(Kind.SESSION, "b")) == (None, None, "a")


def test_a_page_stands_with_those_below_the_same(library_of: LibraryOf) -> None:
    texts = {
        f"content/{name}.md": f"# {title}\n\nUn texte.\n"
        for name, title in (("agir", "Agir"), ("agir-un", "Vite"), ("agir-deux", "Bien"))
    }
    library = library_of(texts)
    assert names(library, Key(Kind.PAGE, "agir-deux")) == (Key(Kind.PAGE, "agir"), None, "agir-un")
    assert Key(Kind.PAGE, "agir") not in library.neighbours


def test_from_each_record_of_the_shipped_base_one_comes_back(shipped: pipeline.Reading) -> None:
    near = shipped.library.neighbours
    for key, found in near.items():
        if key.kind is not Kind.CASE and found.after:  # a case may follow in a row not its own
            assert near[found.after].before == key
