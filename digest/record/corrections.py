"""What readers are told of changes to published words, attributions and articles, recorded or about to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from digest.model import (
    Article,
    ArticleId,
    Correction,
    CorrectionKind,
    Event,
    Former,
    Past,
    QuoteId,
    RecordedArticle,
    RecordedWording,
    What,
)
from digest.record.identity import Identity


def corrections_of(identity: Identity, articles: Sequence[Article]) -> tuple[Correction, ...]:
    """Return the corrections, the newest first.

    Args:
        identity: of the content and the record, what is about to be written to it included.
        articles: of now.
    """
    told = _Told(identity, articles)
    found = [*told.of_wordings(), *told.of_articles()]
    # Of what happened to one thing twice, the last is told.
    by_id = {one.id: one for one in sorted(found, key=lambda one: one.day)}
    for id_, anchors in told.left_over(by_id.values()).items():
        by_id[id_] = replace(by_id[id_], anchors=tuple(sorted(anchors)))
    return tuple(sorted(by_id.values(), key=lambda one: (one.day, one.article, one.id), reverse=True))


class _Told:
    """Reads corrections out of what became of wordings and articles."""

    def __init__(self, identity: Identity, articles: Sequence[Article]) -> None:
        self._identity = identity
        self._published = identity.published
        self._now = {article.id: article for article in articles}

    def of_wordings(self) -> Iterator[Correction]:
        """Yield changed words, attributions and withdrawn words."""
        for id_, past in self._published.wordings.items():
            for before, event in zip(past.events, past.events[1:], strict=False):
                yield from self._of_wording(id_, past, before, event)

    def _of_wording(self, id_: QuoteId, past: Past, before: Event, event: Event) -> Iterator[Correction]:
        then = before.state
        if not isinstance(then, RecordedWording):
            return
        if event.what is What.GONE:
            kind = {"corrected": CorrectionKind.WORDS, "withdrawn": CorrectionKind.WITHDRAWN}.get(event.why)
            if kind:
                now = QuoteId(event.became) if event.became else None
                yield self._correction(kind, f"c-{id_}", event.day, then, past, now=now, id_=id_)
        elif isinstance(event.state, RecordedWording) and self._is_another(then, event.state):
            yield self._correction(
                CorrectionKind.ATTRIBUTION,
                f"c-{id_}-{event.day}",
                event.day,
                then,
                past,
                now=id_,
                speakers=(then.speaker, event.state.speaker),
                id_=id_,
            )

    def _is_another(self, then: RecordedWording, now: RecordedWording) -> bool:
        """Tell whether somebody else is said to have spoken, not the same person by another name."""
        if then.person == now.person:
            return then.person is None and then.speaker != now.speaker
        past = self._published.people.get(then.person) if then.person else None
        return not (past and past.is_gone and past.last.became == now.person)

    def _correction(  # noqa: PLR0913 - an entry's parts
        self,
        kind: CorrectionKind,
        fragment: str,
        day: str,
        then: RecordedWording,
        past: Past,
        *,
        id_: QuoteId,
        now: QuoteId | None,
        speakers: tuple[str | None, str | None] = (None, None),
    ) -> Correction:
        article, title, language = self._article(then.article)
        return Correction(
            id=fragment,
            kind=kind,
            day=day,
            article=article,
            title=title,
            language=language,
            former=tuple(self._former(id_, then, past)) if kind is not CorrectionKind.ATTRIBUTION else (),
            now=now,
            speakers=speakers,
        )

    def _former(self, id_: QuoteId, then: RecordedWording, past: Past) -> Iterator[Former]:
        if then.text and not self._is_withheld(then.article):
            day = past.events[0].day
            yield Former(wording=id_, text=then.text, language=then.language, speaker=then.speaker, day=day)

    def _is_withheld(self, id_: ArticleId) -> bool:
        now = self._now.get(self._identity.article(id_))
        if now:
            return bool(now.retracted and now.retracted.withheld)
        past = self._published.articles.get(id_)
        return bool(past and isinstance(past.state, RecordedArticle) and past.state.words)

    def _article(self, id_: ArticleId) -> tuple[ArticleId, str, str]:
        now = self._now.get(self._identity.article(id_))
        if now:
            return now.id, now.title, now.language
        past = self._published.articles.get(id_)
        state = past.state if past else None
        if isinstance(state, RecordedArticle):
            return id_, state.title, state.language
        return id_, "", "und"

    def of_articles(self) -> Iterator[Correction]:
        """Yield the desk's corrections, retractions, and articles that are no longer there."""
        for id_, past in self._published.articles.items():
            before: RecordedArticle | None = None
            for event in past.events:
                state = event.state
                if isinstance(state, RecordedArticle):
                    yield from self._noted(id_, before, state, event.day)
                    before = state
                elif event.why == "removed" and not (before and before.retracted):
                    yield self._of_article(CorrectionKind.REMOVED, id_, event.day, None)

    def _noted(
        self, id_: ArticleId, before: RecordedArticle | None, now: RecordedArticle, day: str
    ) -> Iterator[Correction]:
        if now.correction and now.correction != (before.correction if before else None):
            yield self._of_article(CorrectionKind.NOTE, id_, day, now.correction)
        if now.retracted and not (before and before.retracted):
            yield self._of_article(CorrectionKind.RETRACTED, id_, day, now.retracted)

    def left_over(self, entries: Collection[Correction]) -> dict[str, list[str]]:
        """Return the fragments of gone wordings without an entry, by the entry that tells of them."""
        own = {f"c-{former.wording}": one.id for one in entries for former in one.former}
        own |= {one.id: one.id for one in entries}
        found: dict[str, list[str]] = defaultdict(list)
        for id_, past in self._published.wordings.items():
            end = self._published.wordings.get(self._identity.wording(id_))
            if f"c-{id_}" in own or not (end and end.is_gone):
                continue
            article = past.state.article if isinstance(past.state, RecordedWording) else ""
            slug = self._identity.article(ArticleId(article)).replace("/", "-")
            ends = (f"c-{self._identity.wording(id_)}", f"a-{slug}")
            if entry := next((own[one] for one in ends if one in own), None):
                found[entry].append(f"c-{id_}")
        return found

    def _of_article(self, kind: CorrectionKind, id_: ArticleId, day: str, note: str | None) -> Correction:
        article, title, language = self._article(id_)
        is_note = kind is CorrectionKind.NOTE
        slug = id_.replace("/", "-")
        return Correction(
            id=f"n-{slug}-{day}" if is_note else f"a-{slug}",
            kind=kind,
            day=day,
            article=article,
            title=title,
            language=language,
            note=note,
            former=() if is_note else tuple(self._lost(id_)),
        )

    def _lost(self, id_: ArticleId) -> Iterator[Former]:
        """Yield the words that went with an article."""
        for wording in self._published.wordings_by_article.get(id_, ()):
            past = self._published.wordings[wording]
            if (
                past.is_gone
                and past.last.why in {"retracted", "removed"}
                and isinstance(past.state, RecordedWording)
            ):
                yield from self._former(wording, past.state, past)
