"""Putting pieces of HTML together."""

from markupsafe import Markup

from passerelles.pages.markup import filled, joined


def test_a_value_is_escaped_unless_it_is_html() -> None:
    made = filled("<p {a}>{b}{c}</p>", a=1, b="<i>&\"'", c=Markup("<b>"))
    assert made == Markup("<p 1>&lt;i&gt;&amp;&#34;&#39;<b></p>")
    assert isinstance(made, Markup)


def test_braces_of_a_value_are_no_places() -> None:
    assert filled("<p>{a}</p>", a="{b}") == "<p>{b}</p>"


def test_pieces_follow_each_other_as_they_are() -> None:
    made = joined(map(Markup, ("<p>", "</p>")))
    assert made == "<p></p>"
    assert isinstance(made, Markup)
