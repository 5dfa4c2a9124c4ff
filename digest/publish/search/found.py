"""What a search finds in a story, and shows of it: words in one language each, with who said or printed them.

It goes with its page as JSON, so that memory holds one story at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import html as lxml_html

from digest.languages.visible import clean
from digest.publish.cards import Card, Passage
from digest.publish.edition import Edition, Report, StoryView
from digest.publish.frame import Renderer
from digest.publish.texts import Text

Part = tuple[str, str, str, str, str]
"""Language, words, speaker, outlet and label; what is not known is empty."""


def found_story(
    edition: Edition,
    renderer: Renderer,
    view: StoryView,
    reports: Iterable[tuple[str, tuple[Report, ...]]],
) -> str:
    """Return what the search of an edition knows of a story.

    Keys: `title` and its language, `note` on its translation, `day` (20251203; 0: none), people, outlets,
    topics (id and name each) and languages to choose by, `parts` to find and show, and other `words` to find
    it by.
    """
    language = edition.language
    people = {card.person.id: card.person for card in view.cards if card.person}
    outlets = {article.outlet.id: article.outlet.name for article in view.story.articles}
    day = view.story.latest.day if view.story.latest else None
    spelled = [name for person in people.values() for name in person.names]
    topics = edition.with_wider(view.topics)
    labelled = [label for topic in topics for label in topic.label_by_language.values()]
    parts = [*_said(view.cards, language, renderer), *_reported(reports, renderer)]
    return _written(
        title=view.headline.text,
        lang=view.headline.lang,
        note=_label(renderer, view.headline),
        day=int(day.strftime("%Y%m%d")) if day else 0,
        people=[[id_, person.name_in(language)] for id_, person in people.items()],
        outlets=[[id_, name] for id_, name in outlets.items()],
        topics=[[topic.id, topic.label_in(language)] for topic in topics],
        languages=list(view.languages),
        parts=list(dict.fromkeys(parts)),
        words=list(dict.fromkeys((*spelled, *labelled, *outlets.values()))),
    )


def found_page(title: str, language: str, body: str) -> str:
    """Return what the search knows of a page that the site's owner wrote."""
    text = " ".join(lxml_html.fromstring(f"<div>{body}</div>").itertext()) if body.strip() else ""
    return _written(
        title=title,
        lang=language,
        note="",
        day=0,
        people=[],
        outlets=[],
        topics=[],
        languages=[],
        parts=[(language, " ".join(clean(text).split()), "", "", "")],
        words=[],
    )


def _written(**fields: Any) -> str:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def _said(cards: Iterable[Card], language: str, renderer: Renderer) -> Iterator[Part]:
    for card in cards:
        speaker = card.person.name_in(language) if card.person else card.speaker or ""
        others = (passage for worded in card.others for passage in worded.passages)
        for passage in (card.second, card.first, *others):
            if passage:
                label = renderer.text(_STATES[passage.state]) if not passage.translation else ""
                label = _label(renderer, passage) or label
                yield passage.lang, passage.text, speaker, passage.article.outlet.name, label


_STATES = {
    "original": "original",
    "translation": "translation",
    "as-printed": "as printed",
    "paraphrase": "paraphrase",
}


def _reported(reports: Iterable[tuple[str, tuple[Report, ...]]], renderer: Renderer) -> Iterator[Part]:
    for _, of_language in reports:
        for report in of_language:
            outlet = report.article.outlet.name
            yield report.article.language, report.article.title, "", outlet, ""
            for one in report.also:
                yield one.language, one.title, "", one.outlet.name, ""
            for paragraph in report.paragraphs:
                yield (
                    paragraph.shown.lang,
                    paragraph.shown.text,
                    "",
                    outlet,
                    _label(renderer, paragraph.shown),
                )
                if paragraph.original:
                    yield paragraph.original.lang, paragraph.original.text, "", outlet, ""


def _label(renderer: Renderer, shown: Passage | Text) -> str:
    """Return how a translation is marked where there is no room to say who made it."""
    if not shown.translation:
        return ""
    machine = shown.translation.origin.value == "machine"
    return renderer.text("machine translation") if machine else renderer.text("translation")
