"""Takes in article after article: recognises what is there, names and places what is not, and writes it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.add.ahead import Ahead
from digest.add.draft import Draft, article_of, day_of, draft_of, rendered, said_in
from digest.add.evidence import evidence_path, record_of
from digest.add.known import (
    AGAIN,
    Entry,
    Known,
    Texts,
    differing,
    is_newer,
    is_older,
    kept_at,
    stamp,
    values_of,
    with_values,
)
from digest.add.options import Options
from digest.add.outcome import Outcome, State
from digest.add.outlets import Outlets
from digest.add.slug import free, slug_of
from digest.atomic import make_durable, write_atomically
from digest.errors import AddError
from digest.fetch import Answer
from digest.model import Article, Outlet
from digest.read import language_code, markdown_from_passages, suggestion
from digest.receive import Received

MOST_ARTICLES = 51
"""Articles that are remembered for who wants to know more of them; a run may add ten thousand."""

_MOST_UNSETTLED = 64
"""Files that are written before the disk is waited for: one by one that took as long as to read them."""


@dataclass(kw_only=True)
class Desk:
    """A site that articles are added to."""

    content_dir: Path
    zone: ZoneInfo
    most: int
    """Bytes that an article's text may have."""
    options: Options
    now: datetime
    executor: Executor | None = None
    """Reads what comes next; None: this process reads each in its turn."""
    articles: list[Article] = field(default_factory=list)
    """Those that were added or updated, up to `MOST_ARTICLES`."""
    _unwritten: dict[str, str] = field(default_factory=dict)
    """Texts that a dry run would have written, by path."""
    _unsettled: list[Path] = field(default_factory=list)
    """Files that a power failure might still take."""
    _outlets: Outlets = field(init=False)
    ahead: Ahead = field(init=False)

    def __post_init__(self) -> None:
        self._outlets = Outlets(self.content_dir, self.zone)
        drafted = partial(_drafted, zone=self.zone, language=self.options.language, most=self.most)
        self.ahead = Ahead(self.executor, drafted, self._probable_outlet, self.zone)
        wanted = self.options.outlet
        if wanted and wanted not in self._outlets:
            hint = suggestion(wanted, self._outlets.ids, "add it to outlets.yml, or leave --outlet out")
            raise AddError(f"unknown outlet “{wanted}”{hint}")
        if self.options.language and not language_code(self.options.language):
            raise AddError(
                f"“{self.options.language}” is no language code; write one such as “es” or “pt-BR”"
            )

    @cached_property
    def _known(self) -> Known:
        """What there is already; many runs of `--all` find nothing new and never need it."""
        return Known(self.content_dir)

    def is_old(self, received: Received) -> bool:
        """Tell whether an article is there already and nothing says that it has changed since."""
        entry = self._same(received)
        return entry is not None and not is_newer(received.updated, entry)

    def take(
        self,
        received: Received,
        source: str,
        *,
        answer: Answer | None = None,
        outlet_id: str | None = None,
    ) -> Outcome:
        """Add one article, and say what became of it.

        Args:
            received: The article, with its text.
            source: Where it is from, for the user.
            answer: What its server said, or the server of the list that held it.
            outlet_id: Whose it is, where that is known.
        """
        draft = self.ahead.draft(received)
        if isinstance(draft, str):
            return Outcome(
                state=State.FAILED, source=source, message=draft, url=received.url, title=received.title
            )
        outlet, is_new, doubts = self._outlet(draft, self.options.outlet or outlet_id)
        if outlet is None:
            message = "nothing tells which outlet published it; name one with --outlet"
            return Outcome(state=State.FAILED, source=source, message=message, title=draft.title)
        fetched = stamp(self.now) if answer else None
        outcome = Outcome(state=State.ADDED, source=source, doubts=tuple(doubts), fetched=fetched)
        entry = self._known.same(url=draft.url, outlet=outlet.id, id_=received.id)
        if entry:
            return self._again(draft, self._outlets.get(entry.outlet, outlet), entry, outcome, answer)
        return self._new(draft, outlet, outcome, answer, is_new=is_new)

    def _same(self, received: Received) -> Entry | None:
        outlet = self._outlets.of(received.url, received.outlet)
        return self._known.same(url=received.url, outlet=outlet.id if outlet else None, id_=received.id)

    def _probable_outlet(self, draft: Draft) -> Outlet | None:
        """Return whose a draft is, if that is known before its turn."""
        if self.options.outlet:
            return self._outlets[self.options.outlet]
        return self._outlets.of(draft.url, draft.outlet)

    def _outlet(self, draft: Draft, given: str | None) -> tuple[Outlet | None, bool, list[str]]:
        """Return the outlet of an article, whether it is new, and what is doubtful about it."""
        if given:
            return self._outlets[given], False, []
        name = draft.outlet
        found = self._outlets.of(draft.url, name)
        if found:
            other = name and draft.url and name.casefold() != found.name.casefold()
            told = f"“{name}” publishes it at the address of {found.name} ({found.id}); is that the outlet?"
            return found, False, [told] if other else []
        new = self._outlets.unknown(draft.url, name, draft.language)
        if new is None:
            return None, False, []
        added = "would be added" if self.options.dry_run else "was added"
        told = f"the outlet is new: “{new.id}”, named “{new.name}”, {added} to outlets.yml; check it"
        return new, True, [told]

    def _new(
        self, draft: Draft, outlet: Outlet, outcome: Outcome, answer: Answer | None, *, is_new: bool
    ) -> Outcome:
        """Write an article that is not there yet, unless its outlet's same text is."""
        near = self._texts.nearest(draft.text, draft.published or draft.updated)
        doubts = [*outcome.doubts, *self._former(draft, outlet)]
        if near and near.entry.outlet == outlet.id:
            if near.share >= AGAIN and near.same_numbers:
                return self._untouched(draft, near.entry, outcome, "the same text is there already")
            doubts.append(f"its text is nearly that of {near.entry.path}")
        elif near:
            doubts.append(f"its text was also printed by {near.entry.outlet}: {near.entry.path}")
        folder = f"articles/{day_of(draft, self.now)}"
        slug = free(
            slug_of(draft.title, draft.url), lambda slug: self._known.is_taken(str(outlet.id), folder, slug)
        )
        path = f"{folder}/{slug}.md"
        if is_new:
            self._write(self._outlets.file, self._outlets.enter(outlet))
        evidence = self._evidence(draft, outlet, path, answer)
        content = rendered(
            draft, outlet, fetched=outcome.fetched or draft.received.captured, evidence=evidence
        )
        self._keep(draft, path, content)
        return self._told(draft, outlet, replace(outcome, path=path, doubts=tuple(doubts)))

    def _again(
        self, draft: Draft, outlet: Outlet, entry: Entry, outcome: Outcome, answer: Answer | None
    ) -> Outcome:
        """Replace an article that its outlet has changed, but never what an editor wrote or changed."""
        kept = kept_at(self.content_dir, entry)
        if kept is None or kept.text == draft.text:
            return self._untouched(draft, entry, outcome, "it is there already")
        if draft.updated and is_older(draft.updated, entry):
            return self._untouched(draft, entry, outcome, "it is there already, and newer")
        before = replace(draft, passages=kept.passages, language=entry.values.get("language", draft.language))
        doubts = (*outcome.doubts, *self._differing(before, draft, outlet, entry.path))
        if kept.is_edited:
            message = "its text differs from the one that is kept, which an editor wrote or changed; it stays"
            same = self._untouched(draft, entry, outcome, message)
            return replace(same, doubts=doubts, differs="text_sha256" in entry.values)
        headline = entry.values.get("title")
        if headline and headline != draft.title:
            doubts = (f"its headline was “{headline}”", *doubts)
        front = with_values(
            kept.front,
            {
                "title": draft.title,
                "updated": draft.updated or outcome.fetched,
                "evidence": self._evidence(draft, outlet, entry.path, answer),
                "fetched": outcome.fetched,
                "sha256": draft.sha256,
                "text_sha256": draft.text_sha256,
            },
        )
        body = markdown_from_passages(draft.passages, language=draft.language)
        self._keep(draft, entry.path, f"{front}---\n{body}".encode(), former=entry)
        return self._told(
            draft, outlet, replace(outcome, state=State.UPDATED, path=entry.path, doubts=doubts)
        )

    def _keep(self, draft: Draft, path: str, content: bytes, *, former: Entry | None = None) -> None:
        """Write an article's file, and remember what it holds."""
        self._write(self.content_dir / path, content)
        entry = Entry(path, values_of(content.decode()))
        self._known.replace(former, entry)
        self._texts.note(entry, draft.text)
        if self.options.dry_run:
            self._unwritten[path] = draft.text

    def _evidence(self, draft: Draft, outlet: Outlet, path: str, answer: Answer | None) -> str | None:
        """Keep what was received where the outlet allows it; return where."""
        if not outlet.evidence:
            return None
        received = draft.received
        whole = answer if answer and answer.body == received.source else None
        target = evidence_path(draft, path)
        if not (self.content_dir / target).exists():
            self._write(self.content_dir / target, record_of(received, whole, stamp(self.now)))
        return target

    def _former(self, draft: Draft, outlet: Outlet) -> Iterator[str]:
        """Yield what older versions in the same source quoted otherwise."""
        for received in draft.received.former:
            older = draft_of(received, zone=self.zone, language=draft.language, most=self.most)
            if not isinstance(older, str):
                told = self._differing(older, draft, outlet, "articles/older.md")
                yield from (f"of an older version, {one}" for one in told)

    def _differing(self, before: Draft, after: Draft, outlet: Outlet, path: str) -> Iterator[str]:
        old, new = (said_in(self._article(one, outlet, path)) for one in (before, after))
        return differing(old, new, after.text)

    def _untouched(self, draft: Draft, entry: Entry, outcome: Outcome, message: str) -> Outcome:
        return replace(
            outcome, state=State.KNOWN, message=message, path=entry.path, url=draft.url, id=draft.received.id,
            title=draft.title,
            article_id=f"{entry.outlet}/{entry.slug}", outlet=entry.outlet,
        )  # fmt: skip

    def _article(self, draft: Draft, outlet: Outlet, path: str) -> Article:
        return article_of(draft, outlet, path=path, slug=Path(path).stem, zone=self.zone)

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self._known, self._text_of)

    def _text_of(self, entry: Entry) -> str:
        """Return the text of an article, also of one that a dry run would have written."""
        if entry.path in self._unwritten and self.options.dry_run:
            return self._unwritten[entry.path]
        kept = kept_at(self.content_dir, entry)
        return kept.text if kept else ""

    def _told(self, draft: Draft, outlet: Outlet, outcome: Outcome) -> Outcome:
        """Return an outcome with all that is known of its article."""
        article = self._article(draft, outlet, str(outcome.path))
        if len(self.articles) < MOST_ARTICLES:
            self.articles.append(article)
        received = draft.received
        return replace(
            outcome, article_id=str(article.id), url=draft.url, id=received.id, title=draft.title,
            outlet=str(outlet.id), language=draft.language, published=draft.published,
            updated=draft.updated, captured=received.captured, authors=draft.authors,
            text=tuple(passage.text for passage in draft.passages), summary=received.summary,
            image=received.image, credit=received.credit, translations=received.translations,
            quotes=self.ahead.said(draft, outlet, article), doubts=(*draft.doubts, *outcome.doubts),
        )  # fmt: skip

    def _write(self, file: Path, content: bytes) -> None:
        if self.options.dry_run:
            return
        try:
            write_atomically(file, content, durably=False)
            self._unsettled.append(file)
            if len(self._unsettled) >= _MOST_UNSETTLED:
                self.settle()
        except OSError as error:
            raise AddError(f"{file}: cannot be written: {error.strerror}") from error

    def settle(self) -> None:
        """Let what was written outlast a power failure."""
        make_durable(self._unsettled)
        self._unsettled.clear()


def _drafted(received: Received, *, zone: ZoneInfo, language: str | None, most: int) -> Draft | str:
    return draft_of(received, zone=zone, language=language, most=most)
