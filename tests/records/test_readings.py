"""What reading a file gives takes little memory, and is the same when it is read from a pack."""

from __future__ import annotations

import gc
import pickle
from pathlib import Path

from passerelles.records import Case, Kind
from passerelles.records.files import SourceText
from passerelles.records.loading import load
from passerelles.records.reader import read_tree


def biovallee(root: Path) -> SourceText:
    file = "cases/biovallee.yml"
    return SourceText(file, (root / "tests" / "base" / file).read_text("utf-8"))


def test_a_file_that_was_read_leaves_nothing_to_the_search_for_waste(root: Path) -> None:
    source = biovallee(root)
    read_tree(source)
    gc.collect()
    gc.disable()
    try:
        read_tree(source)
        waste = gc.collect()
    finally:
        gc.enable()
    assert waste == 0


def test_a_packed_record_is_the_same_and_knows_what_its_file_gives(root: Path) -> None:
    entry, _ = load(Kind.CASE, biovallee(root))
    again = pickle.loads(pickle.dumps(entry)).value  # noqa: S301 - packed right here
    assert isinstance(entry.value, Case)
    assert again == entry.value
    given = entry.value.model_dump(by_alias=True, exclude_unset=True)
    assert again.model_dump(by_alias=True, exclude_unset=True) == given
    assert set(given) < set(Case.keys())


def test_records_that_give_the_same_keys_share_what_tells_so(root: Path) -> None:
    entry, _ = load(Kind.CASE, biovallee(root))
    one, other = (pickle.loads(pickle.dumps(entry)).value for _ in range(2))  # noqa: S301
    assert one.model_fields_set is other.model_fields_set
