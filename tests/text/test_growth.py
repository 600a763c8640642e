"""The time that a text takes grows as the text does, whatever it is made of.

What would make it grow with the square: expressions that start again at each character of a run,
brackets that are looked for to the end of the text each time. A text sixteen times as long may
take a hundred times as long, for other work may go on meanwhile; the square would be 256 times.
"""

from collections.abc import Callable
from time import process_time

import pytest

from passerelles.text import TermForm, Terms, fold, typeset
from passerelles.text.rich import RichText, headings, parse, to_text


def read(text: RichText) -> object:
    """Take from a rich text what pages and the index take."""
    return to_text(text), headings(text)


FORMS = [TermForm("pays", "a"), TermForm("territoire de projet", "b"), TermForm("R&D", "c")]
WORK: dict[str, Callable[[str], object]] = {
    "typography": typeset,
    "terms": Terms.of(FORMS).find,
    "rich text": lambda text: read(parse(text, tables=True)),
    "folding": fold,
}
UNITS = [
    *["[", "[[a|", "[@a ", "![", "[a](", "(", "«", "'", '"', "1 ", "1 000 ", " ", "\n", "a\n=\n"],
    *[
        "<a ",
        "`",
        "**a *b ",
        "> ",
        "#\n",
        "- a\n",
        "&a",
        "a@",
        "a/",
        "pays-",
        "territoire de ",
        "é",
    ],
]


def seconds(work: Callable[[str], object], text: str) -> float:
    """The least of three goes, in the time of this process alone."""
    found = []
    for _ in range(3):
        start = process_time()
        work(text)
        found.append(process_time() - start)
    return min(found)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_time_grows_with_the_text_up_to_fifty_kilobytes(
    work: Callable[[str], object], unit: str
) -> None:
    few = 3_000 // len(unit)
    assert seconds(work, unit * 16 * few) < 100 * seconds(work, unit * few) + 0.05
