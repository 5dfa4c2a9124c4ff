"""Many elements taken out at once: the tree is the one that lxml leaves, in time that grows with their number."""

from __future__ import annotations

import random
from typing import Any

import lxml.html
import pytest

from digest.read.markup.crowds import without_crowds
from digest.read.markup.taken import drop_all, replace_all, unwrap_all


def a_tree(chosen: random.Random, depth: int = 5) -> str:
    """Return elements in each other with texts around them, some of which are empty."""
    word = chosen.choice(("", "", " ", "a", "bc ", "d"))
    if not depth or chosen.random() < 0.2:
        return word
    inside = "".join(a_tree(chosen, depth - 1) for _ in range(chosen.randrange(4)))
    tag = chosen.choice(("i", "b", "u"))
    return f"{word}<{tag}>{inside}</{tag}>{chosen.choice(('', 'e', ' f'))}"


def parsed(source: str) -> Any:
    return lxml.html.fragment_fromstring(source, create_parent="div")


def written(tree: Any) -> str:
    return lxml.html.tostring(tree, encoding="unicode")


@pytest.mark.parametrize("seed", range(40))
def test_what_is_left_is_what_taking_out_one_by_one_leaves(seed: int) -> None:
    source = "".join(a_tree(random.Random(seed + at)) for at in range(6))  # noqa: S311
    for all_at_once, one_by_one in ((drop_all, "drop_tree"), (unwrap_all, "drop_tag")):
        ours, lxmls = parsed(source), parsed(source)
        all_at_once(ours.iter("b"))
        for element in list(lxmls.iter("b")):
            if element.getparent() is not None:
                getattr(element, one_by_one)()
        assert written(ours) == written(lxmls)


def test_a_text_stands_where_an_element_stood() -> None:
    tree = parsed("a<b>1</b><b>2</b>c<i><b>3</b></i><b>4</b>e")
    replace_all((element, f"[{element.text}]") for element in tree.iter("b"))
    assert written(tree) == "<div>a[1][2]c<i>[3]</i>[4]e</div>"


def test_a_line_of_thousands_is_made_plain_and_a_text_among_boxes_a_paragraph() -> None:
    crowd = "<i>a</i> b " * 501
    tree = parsed(f"<p>{crowd}</p><p>a <i>few</i></p><section>{'<div>c</div> d ' * 501}</section>")
    without_crowds(tree)
    assert written(tree[0]) == f"<p>{'a b ' * 501}</p>"
    assert written(tree[1]) == "<p>a <i>few</i></p>"
    assert [child.tag for child in tree[2]] == ["div", "p"] * 501
