"""What readers are told of translations that were refused, may be wrong or are older than their original."""

from __future__ import annotations

from dataclasses import replace

import pytest
from digests import APERTIUM, TOPIC, WTOP, a_digest, a_translation
from markup import said, select
from rendered import STORY, body

from digest.model import Notice, Origin, Segment, SegmentKind, Site, Story

TITLE = Segment(SegmentKind.TITLE, "es", WTOP.title)
TEXT = Segment(SegmentKind.EXCERPT, "es", WTOP.text)
ALONE = (Story(articles=(WTOP,), topics=(TOPIC.id,)),)
PAGES = {"front": "en/", "story": f"en/{STORY}", "article": f"en/article/{WTOP.id}/"}


def translated(*notices: Notice, of: Segment = TITLE) -> Site:
    """Return a site of one Spanish story whose headline and text a machine translated, one with notices."""
    made = (
        a_translation(
            f"In English: {one.kind}",
            of=one,
            into="en",
            origin=Origin.MACHINE,
            engine=APERTIUM,
            notices=notices if one == of else (),
        )
        for one in (TITLE, TEXT)
    )
    return a_digest(*made, stories=ALONE, utterances=())


@pytest.mark.parametrize("segment", [TITLE, TEXT], ids=["headline", "text"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_doubtful_translation_is_shown_with_a_notice_wherever_it_stands(
    path: str, segment: Segment
) -> None:
    doubts = ("may be wrong", "may lack something")
    assert not any(doubt in said(body(translated(of=segment), path)) for doubt in doubts)
    shown = said(body(translated(Notice.DOUBTFUL, of=segment), path))
    assert any(doubt in shown for doubt in doubts)


def test_a_doubtful_headline_says_so_in_lists_too() -> None:
    site = translated(Notice.DOUBTFUL)
    [listed] = select(body(site, "en/topics/"), ".credit")
    assert said(listed).endswith("Headline: machine translation may be wrong")


def test_a_headline_older_than_its_original_says_so() -> None:
    [note] = select(body(translated(Notice.STALE), PAGES["article"]), ".byline__note")
    assert said(note).endswith("not reviewed made before the original changed")


def test_where_a_machines_translation_was_refused_headline_and_text_say_so() -> None:
    site = a_digest(translations={}, stories=ALONE, utterances=(), refused={(TITLE, "en"), (TEXT, "en")})
    said_of = {name: said(body(site, path)) for name, path in PAGES.items()}
    assert "Headline not translated yet: a machine’s translation was refused." in said_of["article"]
    assert "Headline not translated yet: a machine’s translation was refused." in said_of["story"]
    assert "Not translated yet: a machine’s translation was refused." in said_of["article"]
    assert "not translated yet a machine’s translation was refused" in said_of["story"]
    assert "not translated yet" in said_of["front"]
    plain = replace(site, refused=())
    assert not any("refused" in said(body(plain, path)) for path in PAGES.values())
