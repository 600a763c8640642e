"""A build that stands on the last one makes the same site as one that begins anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from tests.shelf import Shelf

from passerelles import pipeline
from passerelles.addresses import Addresses
from passerelles.pages import Frame
from passerelles.pages.frame import HOLES

ROOT = Path(__file__).parents[1]
FOLDERS = ("cases", "glossary", "territories", "sources", "sessions", "content")
LINKS = Addresses(site="https://exemple.fr/", source="https://forge.fr/")
FRAME = Frame.cut("".join(HOLES.values()))
STEPS = 25


class Builder:
    """Builds a base again and again, as `make site` does, or as `mkdocs serve`."""

    def __init__(self, root: Path, *, lives_on: bool = False) -> None:
        self.root = root
        self.lives_on = lives_on
        self.kept = pipeline.Kept(root / ".cache")
        self.site = Shelf()

    def build(self, links: Addresses = LINKS, frame: Frame = FRAME) -> Shelf | None:
        """The site, standing on the last; None where an error keeps it from being published."""
        if not self.lives_on:
            self.kept = pipeline.Kept(self.root / ".cache")
        made = _site(self.root, links, frame, self.site, self.kept)
        self.site = self.site if made is None else made
        return made


def _site(
    root: Path, links: Addresses, frame: Frame, before: Shelf, kept: pipeline.Kept | None
) -> Shelf | None:
    reading = pipeline.read(root, kept=kept)
    plain = reading if kept is None else pipeline.read(root)
    assert (reading.problems, reading.lines) == (plain.problems, plain.lines)
    if not reading.publishable:
        return None
    site = pipeline.publish(reading.library, links, kept)
    shelf = Shelf(before)
    for part in site.parts(frame):
        site.hear(site.write(part, shelf))
    site.keep()
    return shelf


def anew(root: Path, links: Addresses = LINKS, frame: Frame = FRAME) -> Shelf | None:
    """The site of a base, made without standing on anything."""
    return _site(root, links, frame, Shelf(), None)


def differing(one: Mapping[str, bytes] | None, other: Mapping[str, bytes] | None) -> list[str]:
    """The places at which two sites are not the same."""
    if one is None or other is None:
        return [] if one is other else ["everything"]
    return sorted(place for place in {*one, *other} if one.get(place) != other.get(place))


# ------------------------------------------------------------------------------- changes


def replace_word(root: Path, random: Random) -> str:
    """Write a word of a text otherwise, or twice."""
    path = random.choice(files(root))
    words = list(re.finditer(r"(?<=[ ’])[a-zéèêà]{4,}(?= )", path.read_text("utf-8")))
    if not words:
        return ""
    word, text = random.choice(words), path.read_text("utf-8")
    new = random.choice((f"{word[0]} {word[0]}", "tracteur", "[[energie]]"))
    path.write_text(f"{text[: word.start()]}{new}{text[word.end() :]}", "utf-8")
    return f"{path.name}: {word[0]} → {new}"


def swap_lines(root: Path, random: Random) -> str:
    """Put a line of a file where the next stands."""
    path = random.choice(files(root))
    lines = path.read_text("utf-8").split("\n")
    at = random.randrange(len(lines) - 1)
    lines[at : at + 2] = lines[at + 1], lines[at]
    path.write_text("\n".join(lines), "utf-8")
    return f"{path.name}: lines {at}"


def drop_line(root: Path, random: Random) -> str:
    """Leave out a line of a file."""
    path = random.choice(files(root))
    lines = path.read_text("utf-8").split("\n")
    del lines[random.randrange(len(lines))]
    path.write_text("\n".join(lines), "utf-8")
    return f"{path.name}: a line less"


def title(root: Path, random: Random) -> str:
    """Name a record otherwise."""
    path = random.choice(files(root))
    text = path.read_text("utf-8")
    new = re.sub(
        r"(?m)^(titre: |terme: |nom: |# )(.*)$", rf"\1\2 {random.randrange(99)}", text, count=1
    )
    path.write_text(new, "utf-8")
    return f"{path.name}: title"


def delete(root: Path, random: Random) -> str:
    """Delete a record."""
    path = random.choice(files(root))
    path.unlink()
    return f"{path.name}: gone"


def add(root: Path, random: Random) -> str:
    """Add a record that is like another."""
    path = random.choice(files(root))
    new = path.with_name(f"autre-{random.randrange(99)}{path.suffix}")
    shutil.copy(path, new)
    title_of = re.sub(
        r"(?m)^(titre: |terme: |# )(.*)$", r"\1Un autre \2", new.read_text("utf-8"), count=1
    )
    new.write_text(re.sub(r"(?ms)^(formes|anciens_identifiants):.*?(?=^\w)", "", title_of), "utf-8")
    return f"{new.name}: like {path.name}"


def rename(root: Path, random: Random) -> str:
    """Give a record another identifier, wherever it is named, with or without a redirection."""
    path = random.choice([path for path in files(root) if path.suffix == ".yml"])
    new = f"{path.stem}-bis"
    for each in files(root):
        text = re.sub(rf"(?<![\w-]){re.escape(path.stem)}(?![\w-])", new, each.read_text("utf-8"))
        each.write_text(text, "utf-8")
    if random.random() < 0.5:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(f"\nanciens_identifiants: [{path.stem}]\n")
    path.rename(path.with_stem(new))
    return f"{path.name}: → {new}"


def images(root: Path, random: Random) -> str:
    """Add a picture, or take one away."""
    path = root / "content" / "images" / f"{random.randrange(3)}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink() if path.exists() else path.write_bytes(b"picture")
    return f"{path.name}"


CHANGES = (replace_word, replace_word, replace_word, swap_lines, drop_line, title, delete, add)
CHANGES += (rename, images)


def files(root: Path) -> list[Path]:
    """Every record and hand-written page of a base."""
    found = (path for folder in FOLDERS for path in (root / folder).glob("*.*"))
    return sorted(path for path in found if path.suffix in {".yml", ".md"})


@pytest.fixture
def base(root: Path, tmp_path: Path) -> Path:
    """A base to be changed: that of the tests, with an audit and a few pages more."""
    there = shutil.copytree(root / "tests" / "base", tmp_path / "base")
    for name in ("index", "demarche-suite"):
        text = "# Une suite\n\nCe que dit la démarche de la [[reciprocite]], et de biovallee.\n"
        (there / "content" / f"{name}.md").write_text(text, "utf-8")
    shutil.copy(root / "accessibilite.yml", there)
    return there


# --------------------------------------------------------------------------------- tests


@pytest.mark.parametrize("lives_on", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_the_site_is_as_if_made_anew(
    base: Path,
    seed: int,
    lives_on: bool,  # noqa: FBT001 - pytest names it
) -> None:
    random = Random(seed)  # noqa: S311 - it keeps no secret
    builder = Builder(base, lives_on=lives_on)
    story, published = list[str](), 0
    assert builder.build()
    good = {path: path.read_bytes() for path in files(base)}
    for _ in range(STEPS):
        story.append(random.choice(CHANGES)(base, random))
        made = builder.build()
        assert not differing(made, anew(base)), story
        if made:
            published += 1
            good = {path: path.read_bytes() for path in files(base)}
        elif random.random() < 0.7:  # or let the next build find two changes
            for path in {*good, *files(base)}:
                path.write_bytes(good[path]) if path in good else path.unlink()
    assert published > STEPS / 4


def test_what_has_not_changed_is_taken_over(base: Path) -> None:
    builder, pictures = Builder(base), replace(LINKS, previews=True)
    first = builder.build(pictures)
    again = builder.build(pictures)
    assert first
    assert again == first
    assert not pages_in(again.written)
    case = base / "cases" / "biovallee.yml"
    case.write_text(case.read_text("utf-8").replace("resume: ", "resume: Encore. ", 1), "utf-8")
    edited = builder.build(pictures)
    assert edited
    assert not differing(edited, anew(base, pictures))
    assert "cas/biovallee/index.html" in edited.written
    assert "cas/brest-cob/index.html" not in edited.written
    assert len(pages_in(edited.written)) < len(pages_in(edited)) / 3


@pytest.mark.parametrize(
    ("file", "old", "new", "beside"),
    [
        ("territories/brest-metropole.yml", "nom: ", "nom: Zone de ", "vallee-de-la-drome"),
        ("sources/cap-rural-2019.yml", "date: 2019", "date: 2022", "rtes-2020"),
        ("glossary/transaction.yml", "schema: notion", "schema: outil", "parcel"),
    ],
)
def test_what_moves_in_its_row_is_named_by_those_beside_which_it_then_stands(
    base: Path, file: str, old: str, new: str, beside: str
) -> None:
    builder = Builder(base)
    builder.build()
    path = base / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    edited = builder.build()
    assert edited
    assert not differing(edited, anew(base))
    assert any(f"/{beside}/" in place for place in edited.written)


def pages_in(places: Iterable[str]) -> set[str]:
    """The pages among files, and their pictures."""
    return {place for place in places if place.endswith((".html", ".png"))}


def test_another_theme_or_another_address_changes_every_page(base: Path) -> None:
    builder = Builder(base)
    builder.build()
    frame = Frame.cut("un autre thème".join(HOLES.values()))
    for links in (LINKS, replace(LINKS, site="https://ailleurs.fr/"), LINKS):
        for theme in (FRAME, frame):
            made = builder.build(links, theme)
            assert made
            assert not differing(made, anew(base, links, theme))


def test_a_page_that_somebody_has_changed_or_deleted_is_made_again(base: Path) -> None:
    builder = Builder(base)
    first = builder.build()
    assert first
    builder.site["cas/index.html"] = b"changed"
    del builder.site["glossaire/energie/index.html"]
    assert builder.build() == anew(base)


def test_a_damaged_or_foreign_cache_is_nothing(base: Path) -> None:
    builder = Builder(base)
    builder.build()
    assert builder.kept.store.folder
    for pack in ("fiches*", "pages*"):
        (path,) = builder.kept.store.folder.glob(pack)
        whole = path.read_bytes()
        at = len(whole) // 2
        for content in (b"", whole[:at], whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]):
            path.write_bytes(content)
            assert not differing(builder.build(), anew(base))
