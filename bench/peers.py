"""The same texts published by others: Hugo makes the pages, Pagefind the search.

Hugo is taken from the system (`apt install hugo`), and left out where it is missing; Pagefind is
fetched from PyPI. Hugo has one bare template and one taxonomy: less cannot be had.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from bench import pagefind
from passerelles import pipeline
from passerelles.records import Case
from passerelles.search.documents import document, numbered

PAGE = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    "<body><main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>"
)
LIST = PAGE.replace(" data-pagefind-body", "").replace(
    "{{ .Content }}",
    '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
)
SETTINGS = {
    "baseURL": "https://example.org/",
    "languageCode": "fr",
    "title": "Essai",
    "disableKinds": ["RSS"],
    "taxonomies": {"thematique": "thematiques"},
}


def command(base: Path, folder: Path) -> tuple[str, ...] | None:
    """What publishes the texts of a base with Hugo and Pagefind; None where Hugo is missing."""
    hugo = shutil.which("hugo")
    if not hugo:
        return None
    if not (folder / "lib").exists():
        pagefind.install(folder / "lib")
    source = folder / base.name
    _write(base, source)
    binary = folder / "lib" / "pagefind_bin_extended" / "pagefind_extended"
    steps = f'"{hugo}" --quiet --source "{source}" && "{binary}" --site "{source}/public"'
    return ("sh", "-c", f'rm -rf "{source}/public" && {steps}')


def _write(base: Path, source: Path) -> None:
    """A Markdown file for each record and page of the base, and the templates."""
    layouts = source / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(PAGE, "utf-8")
    (layouts / "list.html").write_text(LIST, "utf-8")
    (source / "config.json").write_text(json.dumps(SETTINGS), "utf-8")
    library = pipeline.read(base).library
    for key in numbered(library):
        title, *texts = document(library, key).texts
        record = library[key]
        themes = [str(theme) for theme in record.themes] if isinstance(record, Case) else []
        head = json.dumps({"title": title, "thematiques": themes}, ensure_ascii=False)
        file = source / "content" / key.kind / f"{key.id}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        paragraphs = [line for text in texts for line in text.split("\n")]
        file.write_text("\n\n".join((head, *paragraphs)) + "\n", "utf-8")
