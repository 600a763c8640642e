"""Hand-written pages: Markdown files of `content/`, in the same rich text as the records."""

from __future__ import annotations

from passerelles.problems import Place, Problem
from passerelles.records.entry import Entry, HandwrittenPage
from passerelles.records.files import SourceText
from passerelles.records.findings import Findings, collect, too_long
from passerelles.records.identifiers import is_identifier, slug
from passerelles.records.kinds import Kind
from passerelles.records.tree import Origin, Text
from passerelles.text import rich


def load_page(source: SourceText) -> tuple[Entry, tuple[Problem, ...]]:
    """Read one page; its name is its identifier, as with records."""
    name = source.file.rpartition("/")[2].removesuffix(".md")
    problems: list[Problem] = []
    if not is_identifier(name):
        facts = {"nom": f"{name}.md", "propose": f"{slug(name)}.md"}
        problems.append(Problem("nom-de-fichier", Place(source.file), facts))
        name = slug(name)
    first, *rest = source.lines
    if not first.startswith("# "):
        problems.append(Problem("page-sans-titre", Place(source.file, 1, 1, len(first))))
    body = Text("\n".join(rest))
    body.origin = Origin(Place(source.file, 2, 1), len(source.lines), ("texte",))
    if lengths := too_long(body):
        problems.append(Problem("texte-trop-long", Place(source.file, 2), lengths))
        return Entry(Kind.PAGE, name, source.file), tuple(problems)
    parsed = rich.parse(body, tables=True)
    findings = Findings(source.file, source.lines)
    collect(parsed, body, findings)
    problems += findings.problems
    mentions = tuple(sorted(findings.mentions, key=lambda mention: mention.place))
    page = None if problems else HandwrittenPage(first.removeprefix("# ").strip(), parsed)
    return Entry(Kind.PAGE, name, source.file, page, mentions), tuple(problems)
