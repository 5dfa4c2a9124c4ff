"""Stories, statements and people as JSON has them: in every language at once, with who worded each text."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from digest.model import (
    Article,
    Moment,
    Person,
    PersonId,
    Segment,
    SegmentKind,
    Site,
    Story,
    Translation,
    Utterance,
    Wording,
    reads,
)
from digest.publish import addresses, texts
from digest.publish.frame import external
from digest.publish.texts import Text

Node = dict[str, Any]


class Records:
    """Makes the records of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._languages = site.settings.languages
        self._said_in: dict[str, list[str]] = defaultdict(list)
        self._said_by: dict[PersonId, list[str]] = defaultdict(list)
        for utterance in site.utterances:
            self._said_in[utterance.story].append(utterance.id)
            if utterance.person:
                self._said_by[utterance.person.id].append(utterance.id)

    @property
    def speaking(self) -> frozenset[PersonId]:
        """Return the people whose words the site holds."""
        return frozenset(self._said_by)

    def story(self, story: Story) -> Node:
        """Return a story: its headline by edition, its reports, and which statements are in it."""
        shown = {code: texts.headline(self._site, story, code) for code in self._languages}
        return {
            "id": story.id,
            "url": self._urls(lambda code: addresses.story(code, story.id)),
            "headline": {code: _headline(text) for code, text in shown.items() if not text.missing},
            "topics": list(story.topics),
            **_known({"latest": _date(story.latest)}),
            "reports": [self._report(article) for article in story.articles],
            "statements": self._said_in[story.id],
        }

    def statement(self, utterance: Utterance) -> Node:
        """Return a statement: who made it, as printed by each outlet, and its translations by language."""
        fragment = f"#{addresses.statement(utterance.id)}"
        name = utterance.speaker_in(self._languages[0])
        person = str(utterance.person.id) if utterance.person else None
        place = utterance.place
        return _known(
            {
                "id": utterance.id,
                "story": utterance.story,
                "url": self._urls(lambda code: addresses.story(code, utterance.story), fragment),
                "speaker": _known({"name": name, "person": person}) if name else None,
                "said": _date(utterance.said_at),
                "place": {"text": place.text, "language": place.language} if place else None,
                "spoken_language": utterance.spoken_language,
                "wordings": [_wording(wording) for wording in utterance.wordings],
                "translations": dict(self._translations(utterance)),
                "former_ids": list(utterance.former) or None,
            }
        )

    def person(self, person: Person) -> Node:
        """Return a person, with the ids of what they said."""
        return _known(
            {
                "id": str(person.id),
                "name": person.name,
                "names": dict(person.name_by_language),
                "role": {"text": person.role, "language": person.role_language} if person.role else None,
                "url": self._urls(lambda code: addresses.person(code, person.id)),
                "statements": self._said_by[person.id],
            }
        )

    def _report(self, article: Article) -> Node:
        return _known(
            {
                "id": article.id,
                "outlet": article.outlet.name,
                "country": article.outlet.country,
                "language": article.language,
                "title": article.title,
                # The desk words the title of its own summaries.
                "title_by": "desk" if article.is_summary else "outlet",
                "url": external(article.url) or None,
                "published": _date(article.published),
                "retracted": True if article.retracted else None,
            }
        )

    def _translations(self, utterance: Utterance) -> list[tuple[str, Node]]:
        found = []
        for code in self._languages:
            lead = utterance.first_in(code).quote
            made = self._site.translations.get((Segment(SegmentKind.QUOTE, lead.language, lead.text), code))
            if made and not reads(code, lead.language):
                found.append((code, {"text": made.text, "of": lead.id, **_worded_by(made)}))
        return found

    def _urls(self, path: Any, fragment: str = "") -> dict[str, str]:
        root = self._site.settings.site_url
        return {code: addresses.absolute(path(code), site_url=root) + fragment for code in self._languages}


def _wording(wording: Wording) -> Node:
    quote = wording.quote
    return _known(
        {
            "id": quote.id,
            "text": quote.text,
            "language": quote.language,
            "state": wording.state.value,
            "article": quote.article.id,
            "outlet": quote.article.outlet.name,
            "url": external(quote.article.url) or None,
            "according_to": "our summary" if quote.article.is_summary else "the article",
            "start": quote.span.start,
            "end": quote.span.end,
            "sha256": quote.article.digest,
            "probable": True if wording.probable else None,
        }
    )


def _headline(text: Text) -> Node:
    if text.translation:
        return {"text": text.text, **_worded_by(text.translation)}
    return _known({"text": text.text, "by": "outlet" if text.outlet else "desk", "name": text.outlet})


def _worded_by(made: Translation) -> Node:
    engine = made.engine
    return _known(
        {
            "by": made.origin.value,
            "name": made.by,
            "engine": " ".join(filter(None, (engine.name, engine.version, engine.model))) if engine else None,
            "reviewed": made.reviewed,
            "reviewed_by": made.reviewed_by,
            "notices": [notice.value for notice in made.notices] or None,
        }
    )


def _date(moment: Moment | None) -> str | None:
    if moment is None:
        return None
    return moment.instant.isoformat() if moment.instant else moment.day.isoformat()


def _known(node: Node) -> Node:
    return {key: value for key, value in node.items() if value is not None}
