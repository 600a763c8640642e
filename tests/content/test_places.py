"""Every claim says where in its document it rests, and every place has one spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from passerelles import pipeline
from passerelles.records import Citation, Kind, Mention


@pytest.fixture(scope="session")
def cited(shipped: pipeline.Reading) -> list[tuple[Mention, Citation]]:
    """Everything that the base cites, with where it stands."""

    def found() -> Iterator[tuple[Mention, Citation]]:
        for entry in shipped.library.entries.values():
            for mention in entry.mentions:
                if isinstance(mention.value, Citation):
                    yield mention, mention.value

    return list(found())


def test_every_place_that_is_cited_is_one_of_those_of_its_document(
    cited: list[tuple[Mention, Citation]], places: Mapping[str, Any]
) -> None:
    strange = [
        f"{mention.place.file}:{mention.place.line}: {citation}"
        for mention, citation in cited
        if citation.where and citation.where not in places[citation.source]["lieux"]
    ]
    assert not strange, "\n".join(strange)


def test_only_the_list_of_sources_of_a_record_cites_a_document_as_a_whole(
    cited: list[tuple[Mention, Citation]],
) -> None:
    strange = [
        f"{mention.place.file}:{mention.place.line}: {citation}"
        for mention, citation in cited
        if not citation.where and mention.field != "sources"
    ]
    assert not strange, "\n".join(strange)


def test_every_document_has_its_places(
    shipped: pipeline.Reading, places: Mapping[str, Any]
) -> None:
    documents = {key.id for key in shipped.library.entries if key.kind is Kind.SOURCE}
    assert set(places) == documents


def test_a_place_without_heading_is_one_of_the_places(places: Mapping[str, Any]) -> None:
    for facts in places.values():
        assert set(facts.get("sans_titre", {})) <= set(facts["lieux"])


def test_the_passages_of_a_place_follow_each_other(places: Mapping[str, Any]) -> None:
    for facts in places.values():
        for passages in facts["lieux"].values():
            lines = [line for passage in passages for line in passage]
            assert lines == sorted(set(lines))
