"""Write what follows from the model: `schemas/*.json` and the list of fields in CONTRIBUTING.md.

    .venv/bin/python tools/generate.py            # make schemas
    .venv/bin/python tools/generate.py --check    # says what is stale, writes nothing

A field is declared once, in `plugins/passerelles/records/models/`. From there come the schemas, by
which an editor's program completes and explains keys (`.vscode/settings.json` binds them to the
folders), and the list that stands in CONTRIBUTING.md between two markers. Both are in the
repository, so that they are there without an installation; a test keeps them fresh.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from passerelles.exports.json_schemas import schemas
from passerelles.pages.contexts import FieldRow, FieldTable
from passerelles.pages.help import field_tables
from passerelles.text import typeset

REPOSITORY = Path(__file__).parent.parent
GUIDE = "CONTRIBUTING.md"
START, END = "<!-- champs -->", "<!-- /champs -->"


def main() -> None:
    """Write what is stale, or only name it."""
    parser = argparse.ArgumentParser(
        description="Régénère schemas/ et la liste des champs de CONTRIBUTING.md."
    )
    parser.add_argument("--check", action="store_true", help="dire ce qui a vieilli, sans écrire")
    parser.add_argument("--root", type=Path, default=REPOSITORY, metavar="DOSSIER", help="le dépôt")
    wanted = parser.parse_args()
    changes = dict(stale(wanted.root))
    if wanted.check and changes:
        print(
            "Ces fichiers ne suivent plus le modèle :", *(f"- {name}" for name in changes), sep="\n"
        )
        sys.exit("Pour les mettre à jour : make schemas")
    for name, text in changes.items():
        replace(wanted.root / name, text)
        print(f"{name} : {'supprimé' if text is None else 'mis à jour'}")
    if not changes:
        print("Tout est à jour.")


def stale(root: Path) -> Iterator[tuple[str, str | None]]:
    """Each file that does not say what the model says, with its new text; None: no such schema."""
    wanted = {f"schemas/{name}": text for name, text in schemas().items()}
    for path in sorted((root / "schemas").glob("*.json")):
        if f"schemas/{path.name}" not in wanted:
            yield f"schemas/{path.name}", None
    for name, text in (wanted | {GUIDE: guide(root)}).items():
        path = root / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield name, text


def replace(path: Path, text: str | None) -> None:
    """Give a file its new text, or delete it."""
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def guide(root: Path) -> str:
    """CONTRIBUTING.md with a fresh list of fields between its markers."""
    before, start, rest = (root / GUIDE).read_text(encoding="utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        sys.exit(f"{GUIDE} a perdu l’un de ses repères « {START} » et « {END} ».")
    return before + "\n\n".join((START, *sections(), END)) + after


def sections() -> Iterator[str]:
    """The list of fields in Markdown: a part for each kind of record, a table for each mapping."""
    for folder, tables in groupby(field_tables(), key=lambda table: table.folder):
        whole, *inner = tables
        yield f"### Dossier `{folder}/`"
        yield f"{typeset(whole.title)}."
        yield table(whole.fields)
        for keys, fields in alike(inner, folder).items():
            yield f"#### Dans {keys}"
            yield table(fields)


def alike(tables: list[FieldTable], folder: str) -> Mapping[str, tuple[FieldRow, ...]]:
    """The tables by the keys that they belong to, those with the same fields as one."""
    keys: dict[tuple[FieldRow, ...], list[str]] = {}
    for each in tables:
        keys.setdefault(each.fields, []).append(f"`{each.key.removeprefix(f'{folder}-')}`")
    return {", ".join(names): fields for fields, names in keys.items()}


def table(fields: tuple[FieldRow, ...]) -> str:
    """One table, required fields in bold."""
    lines = ["| Champ | Ce qu’il contient | Exemple |", "|---|---|---|", *map(line, fields)]
    return "\n".join(lines)


def line(field: FieldRow) -> str:
    """The line of one field."""
    key = f"**`{field.key}`**" if field.required else f"`{field.key}`"
    says = typeset(field.help)
    if field.values:
        says += f" Au choix : `{field.values.replace(' · ', '` `')}`."
    example = field.example.removeprefix(f"{field.key}:").strip()
    cells = (key, says, f"`{example}`")
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


if __name__ == "__main__":
    main()
