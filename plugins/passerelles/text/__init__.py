"""French text: normalisation, typography, figures, glossary terms, rich text."""

from passerelles.text.ambiguity import clashes
from passerelles.text.figures import (
    agreed,
    amount,
    count,
    french_date,
    french_number,
    letters,
    period,
    quantity,
)
from passerelles.text.forms import TermForm
from passerelles.text.nearest import nearest
from passerelles.text.normalise import fold
from passerelles.text.shortening import opening, shortened
from passerelles.text.terms import Terms, TermSpan
from passerelles.text.typography import typeset

__all__ = [
    "TermForm",
    "TermSpan",
    "Terms",
    "agreed",
    "amount",
    "clashes",
    "count",
    "fold",
    "french_date",
    "french_number",
    "letters",
    "nearest",
    "opening",
    "period",
    "quantity",
    "shortened",
    "typeset",
]
