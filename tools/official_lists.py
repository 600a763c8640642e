"""Reduce the official lists of French territories to the small files that the package ships.

    .venv/bin/python tools/official_lists.py

The lists come from the npm package `@etalab/decoupage-administratif`, in which Etalab puts together
the Code officiel géographique of the INSEE and the list of the EPCI of the DGCL (Licence Ouverte).
It is fetched with the npm of the development environment (`make .venv/dev` makes it) and compared
with the digest below. What is kept of it is written to `plugins/passerelles/records/official/` as
TSV: one line per code, sorted by code, UTF-8, the same bytes each time.

To take a new year: change VERSION, SHA512 (`npm view <package>@<version> dist.integrity`),
YEAR and DATED, run this script, and read what `git diff` says of the territories.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

PACKAGE = "@etalab/decoupage-administratif"
VERSION = "6.0.0"
SHA512 = "XavYsFlbcM/prKr8hNHPKER94IHw/dsxNM4nxjWMYk6PLFACpEedvn/7wK8Baozm0dCYhWWcf+7bcWpA5pmCaQ=="
YEAR = 2026
DATED = "2026-03-09"  # the files in the archive

OFFICIAL = Path(__file__).parent.parent / "plugins/passerelles/records/official"

# Old communes that live on inside another ("déléguée", "associée") have no code of their own today.
TODAY = {"commune-actuelle", "arrondissement-municipal"}

ORIGIN = f"""\
# Listes officielles des territoires

| fichier | contenu | lignes |
|---|---|---|
{{table}}
- **Origine** : paquet npm `{PACKAGE}` {VERSION}, millésime {YEAR}, fichiers datés du
  {DATED}, réunis par Etalab d’après le Code officiel géographique de l’INSEE et la liste des
  EPCI à fiscalité propre de la DGCL.
- **Licence** : [Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence).
- **Ce qui a été fait** : seuls les codes et les noms sont gardés (et le type des EPCI) ; les
  communes déléguées et associées sont laissées de côté ; les lignes sont triées par code.
- **Régénérer** : `.venv/bin/python tools/official_lists.py`, qui vérifie l’empreinte du paquet.
  Ne pas modifier ces fichiers à la main.
"""


def main() -> None:
    """Fetch the package, check it, write the lists and where they come from."""
    with tempfile.TemporaryDirectory() as folder:
        archive = fetch(Path(folder))
        check(archive)
        communes = (item for item in read(archive, "communes") if item["type"] in TODAY)
        epci = read(archive, "epci")
        table = [
            write("communes", "Communes et arrondissements municipaux", ["code", "nom"], communes),
            write("epci", "EPCI à fiscalité propre", ["code", "nom", "type"], epci),
            write("departements", "Départements", ["code", "nom"], read(archive, "departements")),
            write("regions", "Régions", ["code", "nom"], read(archive, "regions")),
        ]
    text = ORIGIN.format(table="".join(table))
    (OFFICIAL / "ORIGINE.md").write_text(text, encoding="utf-8", newline="\n")


def fetch(folder: Path) -> Path:
    """Download the archive of the package into `folder`."""
    npm = Path(sys.executable).parent / "npm"
    subprocess.run(
        [npm, "pack", "--silent", f"--pack-destination={folder}", f"{PACKAGE}@{VERSION}"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return next(folder.glob("*.tgz"))


def check(archive: Path) -> None:
    """Stop unless the archive is, byte for byte, the one that was pinned."""
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != SHA512:
        sys.exit(f"L’archive n’est pas celle attendue.\nattendu : {SHA512}\ntrouvé :  {found}")


def read(archive: Path, listing: str) -> list[dict[str, Any]]:
    """One list of the package, as its JSON gives it."""
    with tarfile.open(archive) as tar:
        content = tar.extractfile(f"package/data/{listing}.json")
        if content is None:
            sys.exit(f"L’archive ne contient pas la liste « {listing} ».")
        items: list[dict[str, Any]] = json.load(content)
        return items


def write(listing: str, label: str, columns: Sequence[str], items: Iterable[dict[str, Any]]) -> str:
    """Write one list, sorted by code, and return its line for the table of ORIGINE.md."""
    # Some names hold two spaces in a row; splitting and joining also keeps tabs out.
    rows = sorted([" ".join(item[column].split()) for column in columns] for item in items)
    lines = ["\t".join(row) for row in [columns, *rows]]
    path = OFFICIAL / f"{listing}.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return f"| `{path.name}` | {label} | {len(rows)} |\n"


if __name__ == "__main__":
    main()
