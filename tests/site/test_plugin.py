"""The plugin in the hands of the real `mkdocs build`, on small bases."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from .conftest import CONFIG, ROOT, Run, contents, python

LOST = {
    "cases/pacte.yml": """\
titre: Un pacte
resume: Une ville et sa campagne se chauffent ensemble.
statut: en_cours
territoires: [ville, campagne]
thematiques: [energi]
sources: [note-2019]
"""
}
"""A case that names a concept that is not there."""
UNUSED = {
    "glossary/sobriete.yml": {"terme": "Sobriété", "schema": "notion", "definition": "Faire moins."}
}
"""A concept that nothing names, which is worth a warning."""


def mkdocs(root: Path, *options: str) -> Run:
    return python("mkdocs", "build", *options, cwd=root)


def text(page: Element) -> str:
    return " ".join("".join(page.itertext()).split())


@pytest.fixture
def published(small_base: Callable[..., Path]) -> Callable[..., tuple[Run, Path]]:
    """Build the small base with changes; its run and the folder of its site."""

    def publish(changes: Mapping[str, object] | None = None, *options: str) -> tuple[Run, Path]:
        root = small_base(changes)
        return mkdocs(root, *options), root / "site"

    return publish


def test_a_correct_base_is_published_without_a_remark(published: Callable[..., tuple]) -> None:
    run, site = published(None, "--strict")
    assert run.code == 0
    cleaning, building, placing, done = run.output.splitlines()
    assert cleaning == "INFO    -  Cleaning site directory"
    assert building.startswith(f"INFO    -  Building documentation to directory: {site.parent}")
    assert placing == f"INFO    -  mkdocs_passerelles: Le site est dans {site}"
    assert done.startswith("INFO    -  Documentation built in ")


def test_an_error_is_explained_at_its_place(published: Callable[..., tuple]) -> None:
    run, site = published(LOST)
    assert run.code == 1
    assert "ERROR   -  mkdocs_passerelles: cases/pacte.yml:5:15: reference-inconnue " in run.output
    excerpt = "  5 | thematiques: [energi]\n    |               ^^^^^^\naide : "
    mend = "\n    thematiques: [energie]\nvoir : https://exemple.fr/base/aide/messages/"
    assert excerpt in run.output
    assert mend in run.output
    assert "Rien n’a été publié" in run.output
    assert "Traceback" not in run.output
    assert not site.exists()


def test_every_error_of_every_file_is_told_in_one_run(published: Callable[..., tuple]) -> None:
    run, _ = published(LOST | {"cases/foire.yml": {"titres": "x"}, "sources/note-2019.yml": ""})
    told = [line for line in run.output.splitlines() if "mkdocs_passerelles: " in line]
    files = [line.split("mkdocs_passerelles: ")[1].split(":")[0] for line in told]
    assert {"cases/foire.yml", "cases/pacte.yml", "sources/note-2019.yml"} <= set(files)
    assert files == sorted(files)


def test_an_error_leaves_the_published_site_byte_for_byte_as_it_was(
    small_base: Callable[..., Path],
) -> None:
    root = small_base()
    assert mkdocs(root).code == 0
    before = contents(root / "site")
    (root / "cases/pacte.yml").write_text("titre: Un pacte : le bois\n", "utf-8")
    assert mkdocs(root).code == 1
    assert contents(root / "site") == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("donnees/cas.json", "{}\n"),
        ("assets/passerelles/passerelles.css", "p {}\n"),
    ],
)
def test_a_file_at_the_place_of_a_page_is_refused_before_the_published_site_is_touched(
    small_base: Callable[..., Path], name: str, content: str
) -> None:
    root = small_base()
    assert mkdocs(root).code == 0
    before = contents(root / "site")
    (root / "content" / name).parent.mkdir(parents=True)
    (root / "content" / name).write_text(content, "utf-8")
    run = mkdocs(root)
    assert run.code == 1
    assert f"« {name} » prend la place d’une page du site : renommez ce fichier" in run.output
    assert contents(root / "site") == before


def test_a_warning_lets_a_build_pass_and_a_strict_one_fail(
    published: Callable[..., tuple],
) -> None:
    run, site = published(UNUSED)
    assert run.code == 0
    assert "WARNING -  mkdocs_passerelles: glossary/sobriete.yml:1:" in run.output
    assert "concept-inutilise" in run.output
    assert (site / "glossaire/sobriete/index.html").is_file()
    assert published(UNUSED, "--strict")[0].code == 1


def test_what_time_has_brought_about_is_told_and_no_reason_not_to_publish(
    published: Callable[..., tuple],
) -> None:
    audit = (ROOT / "accessibilite.yml").read_text("utf-8")
    three_years_ago = re.sub(r"(?m)^date:.*$", "date: 2016-11-21", audit)
    sheet = {"fiche": {"etat": "complete", "creee": "2018", "a_revoir": "2019-11"}}
    changes = {"accessibilite.yml": three_years_ago, "cases/pacte.yml": sheet}
    run, site = published(changes, "--strict")
    assert run.code == 0, run.output
    assert re.search(r"accessibilite\.yml:\d+:\d+: audit-perime", run.output)
    assert re.search(r"cases/pacte\.yml:\d+:\d+: relecture-due", run.output)
    assert (site / "cas/pacte/index.html").is_file()


def test_the_records_may_stand_elsewhere_than_the_configuration(
    small_base: Callable[..., Path], tmp_path: Path
) -> None:
    root = small_base({"mkdocs.yml": None, "content/a-propos.md": None})
    (tmp_path / "fiches").symlink_to(root, target_is_directory=True)
    elsewhere = CONFIG.replace("- passerelles", "- passerelles:\n      root: fiches")
    (tmp_path / "mkdocs.yml").write_text(elsewhere, "utf-8")
    (tmp_path / "content").mkdir()
    run = mkdocs(tmp_path, "--strict")
    assert run.code == 0, run.output
    assert (tmp_path / "site/cas/pacte/index.html").is_file()


@pytest.mark.parametrize("place", ["fiches", "une base/fiches"])
def test_edit_links_lead_to_where_the_records_are(
    small_base: Callable[..., Path], html: Callable[[str], Element], tmp_path: Path, place: str
) -> None:
    root = small_base({"mkdocs.yml": None, "content/a-propos.md": None})
    (tmp_path / place).parent.mkdir(exist_ok=True)
    root.rename(tmp_path / place)
    (tmp_path / "content").mkdir()
    elsewhere = CONFIG.replace("- passerelles", f"- passerelles:\n      root: {place}")
    (tmp_path / "mkdocs.yml").write_text(elsewhere, "utf-8")
    assert mkdocs(tmp_path).code == 0
    page = html((tmp_path / "site/cas/pacte/index.html").read_text("utf-8"))
    links = [each.get("href") for each in page.iterfind(".//p[@class='corriger']/a")]
    expected = place.replace(" ", "%20")
    assert links == [f"https://forge.fr/essai/edit/main/{expected}/cases/pacte.yml"]


def test_a_configuration_without_repository_and_address_gives_no_dead_links(
    small_base: Callable[..., Path], html: Callable[[str], Element]
) -> None:
    bare = "site_name: Essai\ndocs_dir: content\ntheme: material\nplugins: [passerelles]\n"
    root = small_base({"mkdocs.yml": bare})
    assert mkdocs(root, "--strict").code == 0
    page = html((root / "site/cas/pacte/index.html").read_text("utf-8"))
    assert page.find(".//p[@class='corriger']") is None
    assert page.find(".//link[@rel='canonical']") is None
    assert page.find("html").get("lang") == "fr"


def test_pages_stay_out_of_the_navigation_of_the_theme(
    published: Callable[..., tuple], html: Callable[[str], Element]
) -> None:
    run, site = published(None, "--strict")
    assert "not included in the" not in run.output
    assert "nav" not in run.output
    page = html((site / "cas/pacte/index.html").read_text("utf-8"))
    assert [nav.get("aria-label") for nav in page.iter("nav")] == ["Rubriques", "Fil d’Ariane"]


def test_markdown_of_mkdocs_is_not_run_on_our_pages(
    published: Callable[..., tuple], html: Callable[[str], Element]
) -> None:
    case = {"titre": "Un *pacte* de `bois` \\* [ici](x)", "resume": "1. {: .note } *vrai*"}
    _, site = published({"cases/pacte.yml": case})
    page = html((site / "cas/pacte/index.html").read_text("utf-8"))
    assert text(page.find(".//h1")) == "Un *pacte* de `bois` \\* [ici](x)"
    assert text(page.find(".//*[@id='resume']")) == "1. {: .note } *vrai*"


def test_a_page_written_by_hand_has_links_notes_and_the_way_to_its_file(
    published: Callable[..., tuple], html: Callable[[str], Element]
) -> None:
    written = "# Mode d’emploi\n\nVoir [[pacte|ce pacte]]. [@note-2019 p. 3]\n\n## Après\n\nRien.\n"
    run, site = published({"content/mode-d-emploi.md": written}, "--strict")
    assert run.code == 0, run.output
    page = html((site / "mode-d-emploi/index.html").read_text("utf-8"))
    links = {text(each): each.get("href") for each in page.find(".//article").iter("a")}
    assert links["ce pacte"] == "../cas/pacte/"
    assert links["1"] == "#note-1"
    assert links["Note sur les échanges"] == "../sources/note-2019/"
    edit = "https://forge.fr/essai/edit/main/content/mode-d-emploi.md"
    assert links["Proposer une correction"] == edit
    assert text(page.find(".//title")) == "Mode d’emploi · Essai"


def test_a_mistake_in_a_page_written_by_hand_is_told_at_its_line(
    published: Callable[..., tuple],
) -> None:
    written = "# Mode d’emploi\n\nUn texte.\n\nVoir [[pact]] et [@note-2018 p. 3].\n"
    run, site = published({"content/mode-d-emploi.md": written})
    assert run.code == 1
    assert "content/mode-d-emploi.md:5:8: reference-inconnue" in run.output
    assert "content/mode-d-emploi.md:5:20: reference-inconnue" in run.output
    assert "  5 | Voir [[pact]] et [@note-2018 p. 3].\n    |        ^^^^\n" in run.output
    assert not site.exists()


def test_the_home_page_takes_the_text_that_is_written_for_it(
    published: Callable[..., tuple], html: Callable[[str], Element]
) -> None:
    run, site = published({"content/index.md": "# Bienvenue\n\nLe [[pacte]] et le reste.\n"}, "-s")
    assert run.code == 0, run.output
    page = html((site / "index.html").read_text("utf-8"))
    assert text(page.find(".//h1")) == "Bienvenue"
    assert page.find(".//a[@href='cas/pacte/']") is not None


def test_a_former_address_leads_to_the_page_that_holds_now(
    published: Callable[..., tuple], html: Callable[[str], Element]
) -> None:
    _, site = published({"cases/pacte.yml": {"anciens_identifiants": ["contrat-bois"]}}, "--strict")
    page = html((site / "cas/contrat-bois/index.html").read_text("utf-8"))
    refresh = page.find(".//meta[@http-equiv='refresh']").get("content")
    assert refresh == "0; url=../pacte/"
    assert page.find(".//article//a").get("href") == "../pacte/"
    assert len([each for each in site.glob("cas/*/") if each.is_dir()]) == 3


def test_pictures_beside_the_pages_are_published(published: Callable[..., tuple]) -> None:
    _, site = published({"content/images/pont.svg": "<svg/>\n", "content/notice.txt": "Lisez.\n"})
    assert (site / "images/pont.svg").is_file()
    assert (site / "notice.txt").is_file()


def test_nothing_of_the_theme_is_published_but_its_page(published: Callable[..., tuple]) -> None:
    _, site = published({"content/assets/plan.txt": "À voir.\n"}, "--strict")
    assert {path.name for path in (site / "assets").iterdir()} == {"passerelles", "plan.txt"}
    top = {path.name for path in site.iterdir() if path.is_file()}
    assert top == {"index.html", "404.html", "sitemap.xml"}


def test_a_theme_of_ones_own_keeps_its_files(
    small_base: Callable[..., Path], tmp_path: Path
) -> None:
    (tmp_path / "propre").mkdir()
    (tmp_path / "propre/robots.txt").write_text("User-agent: *\n", "utf-8")
    own = CONFIG.replace("  font: false\n", f"  font: false\n  custom_dir: {tmp_path}/propre\n")
    root = small_base({"mkdocs.yml": own})
    assert mkdocs(root, "--strict").code == 0
    assert (root / "site/robots.txt").is_file()


def test_a_page_that_the_base_does_not_read_is_refused(
    small_base: Callable[..., Path], tmp_path: Path
) -> None:
    root = small_base()
    elsewhere = CONFIG.replace("- passerelles", f"- passerelles:\n      root: {root}")
    (tmp_path / "mkdocs.yml").write_text(elsewhere, "utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/avis.md").write_text("# Un avis\n", "utf-8")
    run = mkdocs(tmp_path)
    assert run.code == 1
    place = f"celles de {root / 'content'}."
    assert f"« avis.md » n’est pas publié : les pages écrites à la main sont {place}" in run.output
    assert not (tmp_path / "site").exists()


def test_a_readme_beside_the_pages_stays_in_the_repository(
    published: Callable[..., tuple[Run, Path]],
) -> None:
    run, site = published({"content/README.md": "# Pour qui écrit ici\n"}, "--strict")
    assert run.code == 0, run.output
    assert "Pour qui écrit ici" not in (site / "index.html").read_text("utf-8")
