"""What a rich text mentions, what is wrong in it, its headings and its plain words."""

from copy import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from passerelles.text import rich
from passerelles.text.blocks import CitationMention, LinkMention
from passerelles.text.rich import PLAIN, headings, is_link, parse, to_text

MARKS = ["[[tera]]", "[[cas:tera|Tera]]", "[@note-2019 § 2]", "[@note-2019]", "[[", "]]", "[@", "|"]
TEXTS = st.lists(
    st.one_of(
        st.sampled_from([*MARKS, "# ", "\n", "\n\n", "> ", "- ", "`", "```\n", "**", "![", "](x)"]),
        st.sampled_from([*"<>&\"'[]()|*_`#\\ ", "<b>", "http://a.fr", "| a |\n|---|\n", "mot"]),
        st.text(max_size=5),
    ),
    max_size=20,
).map("".join)


def shown(source: str) -> list[str]:
    return [each.snippet for each in parse(source).mentions]


def faults(source: str) -> list[tuple[str, str]]:
    return [(fault.code, fault.snippet) for fault in parse(source).faults]


def test_links_and_citations_are_mentioned_in_their_order_with_what_is_written() -> None:
    first, second, third = parse("Voir [[tera]], [[cas:tera|ce cas]] [@note-2019 § 3.2].").mentions
    assert isinstance(first, LinkMention)
    assert (first.target, first.snippet) == ("tera", "[[tera]]")
    assert isinstance(second, LinkMention)
    assert (second.target, second.snippet) == ("cas:tera", "[[cas:tera|ce cas]]")
    assert isinstance(third, CitationMention)
    assert (third.source, third.where) == ("note-2019", "§ 3.2")
    assert third.snippet == "[@note-2019 § 3.2]"


def test_a_citation_need_not_say_where() -> None:
    (mention,) = parse("[@note-2019]").mentions
    assert (mention.source, mention.where) == ("note-2019", None)


def test_the_place_in_a_document_may_run_over_a_line_end() -> None:
    (mention,) = parse("[@note-2019 La coopération\nentre les territoires]").mentions
    assert mention.where == "La coopération entre les territoires"


def test_the_same_mark_written_twice_is_mentioned_twice() -> None:
    assert shown("[[a]] [[b]] [[a]]") == ["[[a]]", "[[b]]", "[[a]]"]


@pytest.mark.parametrize(
    "source",
    ["# [[a]]", "> [[a]]", "- [[a]]", "**[[a]]**", "1. *x [[a]]*", "[x [[a]]](http://a.fr)"],
)
def test_marks_are_read_wherever_text_stands(source: str) -> None:
    assert shown(source) == ["[[a]]"]


@pytest.mark.parametrize(
    "source", ["`[[a]] [@b]`", "```\n[[a]] [@b]\n```", "    [[a]] [@b]", r"\[[a]]"]
)
def test_code_and_what_is_escaped_mention_nothing(source: str) -> None:
    assert shown(source) == []
    assert faults(source) == []


def test_a_table_is_read_where_tables_are_admitted_only() -> None:
    source = "| a |\n|---|\n| [[b]] |"
    assert "td" in {block.kind for block in parse(source, tables=True).blocks}
    assert "td" not in {block.kind for block in parse(source).blocks}
    assert parse(source, tables=True).mentions == parse(source).mentions


@pytest.mark.parametrize(
    ("source", "code", "snippet"),
    [
        ("Un <br> mot", "html-interdit", "<br>"),
        ("Un <b>mot</b> gras", "html-interdit", "<b>"),
        ("<p>\n\nmot\n\n</p>", "html-interdit", "<p>\n"),
        ("mot</b>", "html-interdit", "</b>"),
        ("Un <!-- mot --> caché", "html-interdit", "<!-- mot -->"),
        ("<div>\nmot\n</div>", "html-interdit", "<div>\nmot\n</div>"),
        ("![vue](carhaix.jpg)", "image-dans-texte", "vue"),
        ("![](carhaix.jpg)", "image-dans-texte", "carhaix.jpg"),
        ("[x](javascript:alert(1))", "lien-interdit", "javascript:alert(1)"),
        ("[x](JavaScript:alert(1))", "lien-interdit", "JavaScript:alert(1)"),
        ("[x](java&#115;cript:alert(1))", "lien-interdit", "javascript:alert(1)"),
        ("<javascript:alert(1)>", "lien-interdit", "javascript:alert(1)"),
        ("[x]\n\n[x]: javascript:alert(1)", "lien-interdit", "javascript:alert(1)"),
        ("[x](data:text/html,x)", "lien-interdit", "data:text/html,x"),
        ("[x](../cas/tera/)", "lien-interdit", "../cas/tera/"),
        ("[x](//exemple.fr/a)", "lien-interdit", "//exemple.fr/a"),
        ("[x](https://)", "lien-interdit", "https://"),
        ("Voir [[tera", "lien-mal-ecrit", "[[tera"),
        ("Voir [[tera] et plus loin", "lien-mal-ecrit", "[[tera] et plus loin"),
        ("Dit [@note-2019\n\nFin", "citation-mal-ecrite", "[@note-2019"),
    ],
)
def test_what_is_not_admitted_is_one_fault_with_the_characters_at_fault(
    source: str, code: str, snippet: str
) -> None:
    assert faults(source) == [(code, snippet)]


@pytest.mark.parametrize(
    "source",
    [
        "[x](https://www.exemple.fr/a?b=c#d)",
        "[x](http://exemple.fr)",
        "[x](mailto:ddtm@calvados.gouv.fr)",
        "<https://exemple.fr>",
        "<ddtm@calvados.gouv.fr>",
        "a < b et c > d, R&D, x &amp; y",
        "Un [mot] et [un autre] [x]",
    ],
)
def test_what_is_admitted_is_no_fault(source: str) -> None:
    assert faults(source) == []


@pytest.mark.parametrize(
    ("url", "leads_out"),
    [
        ("https://exemple.fr", True),
        ("mailto:a@b.fr", True),
        ("http:exemple.fr", False),
        ("ftp://exemple.fr", False),
        ("exemple.fr", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_a_link_leads_out_by_http_or_mail(url: str, leads_out: bool) -> None:  # noqa: FBT001
    assert is_link(url) is leads_out


def test_headings_have_their_level_their_anchor_and_their_words() -> None:
    text = parse("# L’été à [[tera|Tera]]\n\nmot\n\n## Et `après` ? [@note-2019]")
    assert headings(text) == ((1, "l-ete-a-tera", "L’été à Tera"), (2, "et-apres", "Et après ?"))


def test_a_heading_without_letters_has_an_anchor_too() -> None:
    assert headings(parse("# …!")) == ((1, "section", "…!"),)


def test_headings_of_the_same_words_are_numbered() -> None:
    anchors = [anchor for _, anchor, _ in headings(parse("# A\n\n# à\n\n# A !\n\n# A 2"))]
    assert anchors == ["a", "a-2", "a-3", "a-2-2"]


@pytest.mark.parametrize("title", ["Contenu", "Notes", "Définitions", "Bulle", "Note 1", "Titre a"])
def test_the_anchor_of_a_heading_is_none_that_its_page_has_besides(title: str) -> None:
    ((_, anchor, _),) = headings(parse(f"# {title}"))
    assert anchor.startswith("partie-")


@pytest.mark.parametrize("title", ["Notes et textes", "Titres", "Le contenu", "Définition"])
def test_the_anchor_of_another_heading_is_its_words(title: str) -> None:
    ((_, anchor, _),) = headings(parse(f"# {title}"))
    assert not anchor.startswith("partie-")


@settings(max_examples=3 * settings().max_examples)
@given(st.lists(st.sampled_from(["a", "A", "a 2", "a-2", "a 2 2", "à", "", "!"]), max_size=8))
def test_no_two_headings_share_an_anchor(titles: list[str]) -> None:
    found = headings(parse("\n\n".join(f"# {title}" for title in titles)))
    anchors = [anchor for _, anchor, _ in found]
    assert len(anchors) == len(set(anchors)) == len(titles)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Un *mot* **gras** et `code`.", "Un mot gras et code."),
        ("Un fait. [@note-2019 § 2] Un autre [@note-2019].", "Un fait. Un autre."),
        ("Voir [[pays-de-brest]] et [[tera|Tera]].", "Voir pays de brest et Tera."),
        ("Voir [[cas:tera]].", "Voir tera."),
        ("[Le site](https://exemple.fr), <https://a.fr>", "Le site, https://a.fr"),
        ("Une ligne\nune autre\\\nune troisième", "Une ligne une autre une troisième"),
        ("# Titre\n\n- un\n- deux\n\n> cité", "Titre un deux cité"),
        ("R&amp;D &lt;b&gt;", "R&D <b>"),
        ("Voir [[tera et [@note", "Voir [[tera et [@note"),
        ("Un\n\n    a = 1\n\n```\nb = 2\n```\n\nmot", "Un a = 1 b = 2 mot"),
        ("", ""),
    ],
)
def test_plain_words_leave_marks_and_citations_out(source: str, text: str) -> None:
    assert to_text(parse(source)) == text


@settings(max_examples=5 * settings().max_examples)
@given(TEXTS)
def test_any_text_is_read_and_every_snippet_of_a_mark_stands_in_it(source: str) -> None:
    for tables in (False, True):
        text = parse(source, tables=tables)
        assert text.source == source
        for mention in text.mentions:
            assert mention.snippet.startswith(("[[", "[@"))
            assert mention.snippet in source
        assert to_text(text) == " ".join(to_text(text).split())
        assert isinstance(headings(text), tuple)
        assert copy(text) == text


def test_a_text_that_is_kept_is_unpacked_when_it_is_looked_at() -> None:
    text = parse("Voir [[tera]].")
    kept = copy(text)
    assert set(vars(kept)) == {"source", "packed"}
    assert to_text(kept) == "Voir tera."
    assert vars(kept) == vars(text)
    with pytest.raises(AttributeError):
        _ = kept.packed


@pytest.mark.parametrize(
    "unit", ["[[", "[@", "[[a|", "*", "[", "> ", "`", "<", "![", "[[a]]", "#\n"]
)
def test_a_hundred_kilobytes_of_the_same_do_not_lead_the_parser_astray(unit: str) -> None:
    assert rich.parse(unit * (100_000 // len(unit))).source


@settings(max_examples=5 * settings().max_examples)
@given(st.from_regex(PLAIN, fullmatch=True))
def test_what_is_taken_for_plain_is_what_markdown_takes_for_a_paragraph(source: str) -> None:
    above = parse(f"# \n\n{source}")  # with a heading, nothing is plain
    whole = parse(source)
    assert above.blocks[1:] == (whole.blocks[0]._replace(before="<p>"),)
    assert above.after == whole.after
    assert above.mentions == whole.mentions == ()
    assert above.faults == whole.faults == ()
