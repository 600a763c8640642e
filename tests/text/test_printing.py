"""How a rich text is printed as HTML, whatever stands in it."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from passerelles.text.blocks import Words
from passerelles.text.printing import Ink, to_html
from passerelles.text.rich import is_link, parse, to_text

INK = Ink(
    link=lambda target, text: Markup('<a href="https://fiche.fr">{}</a>').format(text or target),
    cite=lambda source, where: Markup("<sup>{}</sup>").format(f"{source}/{where}"),
    words=lambda text: Markup("<span>{}</span>").format(text) if text.strip() else escape(text),
    elsewhere=Markup("<sup>«{}»</sup>").format,
)
"""Prints running text in a `<span>`, so that one sees where a term might be linked."""

ATTRIBUTES = {
    **dict.fromkeys(["p", "em", "strong", "blockquote", "ul", "li", "br", "hr", "sup"], ()),
    **dict.fromkeys(["span", "table", "thead", "tbody", "tr"], ()),
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], ("id",)),
    "th": ("class",),
    "td": ("class", "data-colonne"),
    "a": ("href", "title"),
    "div": ("class", "tabindex"),
    "ol": ("start",),
    "code": ("class",),
    "pre": (),
}
"""The elements that a rich text may become, and their attributes."""

PIECES = st.one_of(
    st.sampled_from(["[[tera]]", "[[tera|<b>]]", "[@note § 2]", "[[", "# ", "\n", "\n\n", "> "]),
    st.sampled_from(["- ", "1. ", "```a\n", "`", "**", "*", "[x](http://a.fr 'b')", "<i>", "<!--"]),
    st.sampled_from(["| a | b |\n|--:|---|\n", "<script>alert(1)</script>", "<http://a.fr>", "\\"]),
    st.sampled_from(["[", "](http://a.fr)", "](<javascript:alert(1)>)"]),
    st.sampled_from([*"<>&\"'[]()|!", "&lt;", "&#60;", "mot", "[x](javascript:alert(1))", "\x00"]),
    st.text(max_size=5),
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def printed(source: str, *, heading: int = 3, inline: bool = False, tables: bool = False) -> str:
    return str(to_html(parse(source, tables=tables), INK, heading=heading, inline=inline))


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("Un *mot* **fort**.", "<p><span>Un </span><em><span>mot</span></em>"),
        ("Voir [[tera]]", '<p><span>Voir </span><a href="https://fiche.fr">tera</a></p>'),
        ("[[tera|la <b>ville</b>]]", ">la &lt;b&gt;ville&lt;/b&gt;</a>"),
        ("Dit [@note § 2].", "<span>Dit</span><sup>note/§ 2</sup><span>.</span>"),
        ("Dit\n[@note § 2]", "<span>Dit</span><sup>note/§ 2</sup>"),
        ("Dit **fort** [@note]", "</strong><sup>note/None</sup>"),
        ("Dit [@a] [@b]", "<sup>a/None</sup><sup>b/None</sup>"),
        ("a < b & c > d", "<span>a &lt; b &amp; c &gt; d</span>"),
        ("un `<b>` là", "<code>&lt;b&gt;</code>"),
        ("1. un\n2. deux", "<ol>\n<li><span>un</span></li>"),
        ("une ligne\nune autre", "<span>une ligne</span>\n<span>une autre</span>"),
    ],
)
def test_a_text_is_printed_with_what_the_page_gives(source: str, html: str) -> None:
    assert html in printed(source)


@pytest.mark.parametrize(
    "source", ["<b>gras</b>", "<script>\nalert(1)\n</script>", "<!-- mot -->", "<img src=x>"]
)
def test_html_is_printed_as_text(html: Callable[[str], Element], source: str) -> None:
    body = html(printed(source))
    assert {element.tag for element in body.iter()} <= {"body", "p", "span"}
    assert "".join(body.itertext()) == source


@pytest.mark.parametrize(
    ("heading", "levels"), [(1, ["h2", "h2", "h6"]), (3, ["h3", "h4", "h6"]), (6, ["h6"] * 3)]
)
def test_headings_are_shifted_below_the_title_and_never_below_the_sixth_level(
    html: Callable[[str], Element], heading: int, levels: list[str]
) -> None:
    body = html(printed("# un\n\n## deux\n\n###### six", heading=heading))
    assert [element.tag for element in body] == levels
    assert [element.get("id") for element in body] == ["un", "deux", "six"]


@pytest.mark.parametrize("source", ["# terme", "> terme", "[terme](https://a.fr)", "> - **terme**"])
def test_no_term_is_linked_in_headings_quotes_and_links(source: str) -> None:
    assert "terme" in printed(source)
    assert "<span>" not in printed(source)


@pytest.mark.parametrize("source", ["terme", "- terme", "**terme**", "> cité\n\nterme", "1. terme"])
def test_terms_are_linked_in_running_text(source: str) -> None:
    assert "<span>terme</span>" in printed(source)


def test_terms_are_linked_again_after_a_link() -> None:
    html = '<p><a href="https://a.fr">a</a><sup>«https://a.fr»</sup><span> b</span></p>'
    assert printed("[a](https://a.fr) b") == html


@pytest.mark.parametrize("source", ["<https://a.fr>", "[a](mailto:a@a.fr)", "[[tera]]"])
def test_a_link_that_shows_its_address_or_does_not_lead_out_has_nothing_after_it(
    source: str,
) -> None:
    assert printed(source).endswith("</a></p>")


def test_the_links_within_a_text_are_each_followed_by_their_own_address() -> None:
    html = printed("[a](https://a.fr), <https://b.fr>, [c](https://c.fr)")
    assert re.findall("«(.*?)»", html) == ["https://a.fr", "https://c.fr"]


def test_what_no_term_is_linked_in_has_its_typography_all_the_same() -> None:
    assert printed("# Pourquoi ?") == '<h3 id="pourquoi">Pourquoi\u202f?</h3>'
    assert "l’été\u202f!</a>" in printed("[l'été !](https://a.fr/l'été)")


def test_addresses_and_code_keep_their_characters() -> None:
    assert "<code>a ? b : 'c'</code>" in printed("`a ? b : 'c'`")
    assert 'href="https://a.fr/?b=1;c:d"' in printed("[x](https://a.fr/?b=1;c:d)")


def test_a_text_of_one_paragraph_is_printed_without_it_where_it_stands_in_a_line() -> None:
    assert printed("un [[tera]]", inline=True).startswith("<span>un </span><a")
    assert printed("un\n\ndeux", inline=True).count("<p>") == 2
    assert printed("- un", inline=True).startswith("<ul>")


def test_a_table_is_printed_with_its_head_and_its_sides(html: Callable[[str], Element]) -> None:
    body = html(printed("| a | b |\n|--:|---|\n| `c` | [[tera]] |", tables=True))
    assert [cell.tag for cell in body.iter() if cell.tag in {"th", "td"}] == [
        "th",
        "th",
        "td",
        "td",
    ]
    assert body.find(".//td/a[@href]") is not None
    assert [(each.tag, each.attrib) for each in body] == [
        ("div", {"class": "tableau", "tabindex": "0"})
    ]
    sides = [cell.attrib for cell in body.iter() if cell.tag in {"th", "td"}]
    assert sides == [{"class": "a-droite"}, {}] * 2
    assert 'class="au-centre"' in printed("| a |\n|:-:|", tables=True)
    assert "<th>" in printed("| a |\n|:--|", tables=True)
    html_of_rows = printed("| a |\n|---|\n| b |", tables=True)
    assert html_of_rows.startswith('<div class="tableau" tabindex="0">\n<table>\n<thead>')
    assert html_of_rows.endswith("</tbody>\n</table>\n</div>")


def test_three_columns_of_phrases_name_themselves_for_a_phone() -> None:
    row = "| [[tera]] | une phrase qui demande de la place | 2015 |"
    phrases = printed(f"| Cadre | Ce qu’il *permet* | Repère |\n|-|-|-:|\n{row}", tables=True)
    assert phrases.startswith('<div class="tableau en-phrases" tabindex="0">')
    assert '<td data-colonne="Ce qu’il permet">' in phrases
    assert '<td class="a-droite" data-colonne="Repère">' in phrases
    assert phrases.count("data-colonne") == 2
    for narrow in ("| a | b | c |\n|-|-|-|\n| oui | – | oui |", f"| a | b |\n|-|-|\n{row}"):
        assert "data-colonne" not in printed(narrow, tables=True)


def test_a_text_is_printed_below_two_levels_of_titles_with_its_paragraph() -> None:
    html = '<h3 id="un">un</h3>\n<p><span>deux</span></p>'
    assert to_html(parse("# un\n\ndeux"), INK) == html
    assert to_html(parse("deux"), INK) == "<p><span>deux</span></p>"


def test_headings_have_no_anchor_where_several_texts_stand_on_a_page() -> None:
    assert to_html(parse("# un"), INK, anchors=False) == "<h3>un</h3>"


@settings(max_examples=10 * settings().max_examples)
@given(source=TEXTS, inline=st.booleans(), tables=st.booleans())
def test_any_text_becomes_well_nested_html_of_admitted_elements_only(
    html: Callable[[str], Element], *, source: str, inline: bool, tables: bool
) -> None:
    text = parse(source, tables=tables)
    body = html(str(to_html(text, INK, inline=inline)))
    for element in list(body.iter())[1:]:
        if element.tag == "img":
            assert text.faults
            continue
        assert element.tag in ATTRIBUTES
        assert set(element.attrib) <= set(ATTRIBUTES[element.tag])
        if element.tag == "a" and not text.faults:
            assert is_link(element.attrib["href"])


@settings(max_examples=5 * settings().max_examples)
@given(st.text())
@example("<TITLE")
def test_no_character_of_a_text_without_marks_is_lost(source: str) -> None:
    text = parse(source)
    marks = "".join(block.before for block in text.blocks) + text.after
    pieces = [piece for block in text.blocks for piece in block.pieces]
    if text.faults or re.search("<(?!/?p>)", marks):
        return
    if not all(isinstance(piece, Words) for piece in pieces):
        return
    reader = HTMLParser()
    data: list[str] = []
    reader.handle_data = data.append  # type: ignore[method-assign]
    reader.feed(str(to_html(text, INK)))
    reader.close()
    assert " ".join("".join(data).split()) == to_text(text)
