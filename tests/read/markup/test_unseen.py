"""`digest.read.markup.unseen`: what no reader of a page reads is out of the text, and the text around it stays."""

from __future__ import annotations

import pytest
from markup import said, tree

from digest.read.markup.unseen import drop_unseen


def seen(markup: str) -> str:
    root = tree(markup)
    drop_unseen(root)
    return said(root)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>We pay <del>ten</del> five.</p>", "We pay five."),
        ("<p>We pay <s>ten</s> five.</p>", "We pay five."),
        ('<p>We pay <span style="text-decoration: line-through">ten</span> five.</p>', "We pay five."),
        (
            '<p>We pay <span style="color:red;text-decoration-line:line-through">ten</span> five.</p>',
            "We pay five.",
        ),
        ('<p>We pay <span style="text-decoration: underline">ten</span>.</p>', "We pay ten."),
        ("<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>へ</p>", "港へ"),
        ('<p>Read <span class="sr-only">opens in a new window</span>on.</p>', "Read on."),
        ('<p>Read <span class="sf-hidden">this</span>on.</p>', "Read on."),
        ('<p>Read <span class="m-2 hidden">this</span>on.</p>', "Read on."),
        ('<p>Read <span class="hidden md:inline">this</span> on.</p>', "Read this on."),
        ('<p>Read <span class="d-none d-md-block">this</span> on.</p>', "Read this on."),
        ('<p>Read <span class="d-none d-print-none d-md-none">this</span>on.</p>', "Read on."),
        ('<p>Read <span class="sr-onlyish">this</span> on.</p>', "Read this on."),
        (
            "<p>A <button>Share</button>line<script>x()</script> of <noscript>y</noscript>text.</p>",
            "A line of text.",
        ),
        ("<p>Two<video>cannot play</video> words<svg><text>Logo</text></svg>.</p>", "Two words."),
        ('<p>A <a href="#"></a>line.</p>', "A line."),
        ("<amp-list><div placeholder>Loading</div><p>Text</p></amp-list>", "Text"),
        ("<div placeholder>Text</div>", "Text"),
        ('<div layout="nodisplay">No</div><p>Yes</p>', "Yes"),
    ],
)
def test_what_is_not_read_goes(markup: str, text: str) -> None:
    assert seen(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('<p>The dam broke.<sup><a href="#fn1">1</a></sup> It rained.</p>', "The dam broke. It rained."),
        ('<p>The dam broke.<sup class="footnote">[2]</sup> It rained.</p>', "The dam broke. It rained."),
        (
            '<p>The dam broke.<a role="doc-noteref" href="#x">3</a> It rained.</p>',
            "The dam broke. It rained.",
        ),
        (
            "<p>The dam<sup>1</sup> broke and the road<sup>2</sup> sank.</p>",
            "The dam broke and the road sank.",
        ),
        ('<p>It costs 40<a class="footnote-ref" href="#fn1">1</a> million.</p>', "It costs 40 million."),
        ('<p>It costs 40<a href="#_ftn1" name="_ftnref1">[1]</a> million.</p>', "It costs 40 million."),
        ('<p>It costs 40<span class="footnote">1</span> million.</p>', "It costs 40 million."),
        ('<p>Read <a href="#c3">3</a> and 40<a href="/x">1</a>.</p>', "Read 3 and 401."),
        ('<p>A <span class="note">long remark</span> stays.</p>', "A long remark stays."),
        ("<p>It has 40 km<sup>2</sup> of fields.</p>", "It has 40 km² of fields."),
        ("<p>It has 40 км<sup>2</sup> полей.</p>", "It has 40 км² полей."),
        ("<p>Some 10<sup>6</sup> fish.</p>", "Some 10⁶ fish."),
        ("<p>CO<sub>2</sub> and H<sub>2</sub>O.</p>", "CO₂ and H₂O."),
        ("<p>x<sup>n+1</sup></p>", "xⁿ⁺¹"),
        ("<p>The 3<sup>rd</sup> of May.</p>", "The 3rd of May."),
        ("<p>Le 1<sup>er</sup> mai.</p>", "Le 1er mai."),
        ("<p>M<sup>me</sup> Roux</p>", "Mme Roux"),
    ],
)
def test_numbers_of_notes_go_and_powers_stay(markup: str, text: str) -> None:
    assert seen(markup) == text


def test_a_whole_page_is_never_taken_for_hidden() -> None:
    from lxml import html

    page = html.document_fromstring('<html class="sf-hidden"><body class="d-none"><p>Text</p></body></html>')
    drop_unseen(page)
    assert said(page) == "Text"
