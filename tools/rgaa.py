"""Reduce the criteria of the RGAA to the small file that the package ships.

    .venv/bin/python tools/rgaa.py criteres.json

The Référentiel général d’amélioration de l’accessibilité is published by the DINUM; its criteria
stand as JSON in the repository of its site, at the address below (Licence Ouverte 2.0). Download
that file once; it is compared with the digest below. What is kept of it (numbers, themes, titles
without their links to the RGAA's glossary) is written to `plugins/passerelles/records/rgaa/` as
TSV, the same bytes each time.

To take a new version: change VERSION, PUBLISHED, COMMIT and SHA256, run this script, and read what
`git diff` says of the criteria: an audit speaks of one version.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VERSION = "4.1.2"
PUBLISHED = "18 avril 2023"
COMMIT = "95d5ef33df9efe7c862da02ea98c6b8c02909007"
SHA256 = "25f71c18150d15514253badd883d0c62e329bc3928814779dc4b41497002a13a"
REPOSITORY = "https://github.com/DISIC/accessibilite.numerique.gouv.fr"

RGAA = Path(__file__).parent.parent / "plugins/passerelles/records/rgaa"

ORIGIN = f"""\
# Critères du RGAA

`criteres.tsv` : les {{count}} critères du Référentiel général d’amélioration de l’accessibilité,
version {VERSION}, publiée le {PUBLISHED}.

- **Origine** : fichier `RGAA/criteres.json` du dépôt {REPOSITORY}
  de la Direction interministérielle du numérique (DINUM), au commit
  `{COMMIT}`.
- **Licence** : [Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence).
- **Ce qui a été fait** : seuls sont gardés les numéros, les thématiques et les énoncés, sans leurs
  liens vers le glossaire du RGAA ni leurs tests.
- **Régénérer** : `.venv/bin/python tools/rgaa.py criteres.json`, qui vérifie l’empreinte du
  fichier. Ne pas modifier `criteres.tsv` à la main.
"""


def main() -> None:
    """Check the file, write the criteria and where they come from."""
    parser = argparse.ArgumentParser(description="Réduit les critères du RGAA à ce qui est livré.")
    parser.add_argument("file", type=Path, metavar="criteres.json", help="le fichier de la DINUM")
    data = parser.parse_args().file.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        sys.exit("Ce fichier n’est pas celui de la version attendue.")
    rows = list(criteria(json.loads(data)))
    table = ["numero\tthematique\tenonce", *("\t".join(row) for row in rows)]
    write("criteres.tsv", "\n".join(table) + "\n")
    write("ORIGINE.md", ORIGIN.format(count=len(rows)))


def criteria(document: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Number, theme and wording of each criterion, in the order of the RGAA."""
    for topic in document["topics"]:
        for item in topic["criteria"]:
            criterion = item["criterium"]
            title = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", criterion["title"])
            number = f"{topic['number']}.{criterion['number']}"
            yield number, topic["topic"], " ".join(title.replace("`", "").split())


def write(name: str, text: str) -> None:
    """Write one file, with the line ends of the repository."""
    (RGAA / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
