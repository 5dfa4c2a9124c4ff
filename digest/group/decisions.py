"""What editors decided: pins in front matter and `stories.yml`, which wins over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from digest.group.clusters import Pair, pair
from digest.model import Article, ArticleId, Problem, Severity, Story, StoryDecisions


@dataclass(frozen=True, slots=True)
class Decisions:
    """What holds whatever the evidence, by article."""

    together: Mapping[str, tuple[str, ...]]
    """All of its story, by whoever put them there; nothing of one that is alone."""
    apart: Mapping[str, frozenset[str]]
    """Those it may never meet."""
    edited: Mapping[str, str]
    """The earliest name among those that editors put together with it."""
    label: Mapping[str, str]
    """Of articles with a pin, the same for all of a pin: different ones never meet."""

    def of(self, id_: str) -> tuple[object, ...]:
        """Return what is decided of an article, empty where nothing is."""
        own = (self.together.get(id_), self.apart.get(id_), self.edited.get(id_), self.label.get(id_))
        return own if any(own) else ()

    def by_editor(self, first: str, second: str) -> bool:
        """Tell whether an editor put two together."""
        return first in self.edited and self.edited[first] == self.edited.get(second)


def decided(
    articles: Sequence[Article],
    decisions: StoryDecisions,
    published: Sequence[Sequence[ArticleId]] = (),
) -> Decisions:
    """Return what editors decided about these articles, and what was published as one story before.

    Articles with different pins are apart unless `stories.yml` says otherwise. What is both together and
    apart is apart: parting is the narrower statement.
    """
    ids = {str(article.id) for article in articles}
    groups = _Groups({pair(a, b) for a, b in decisions.apart if a in ids and b in ids and a != b})
    pins: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article.story:
            pins[article.story].append(article.id)
    wished = [sorted(ids & set(group)) for group in decisions.together]
    for wish in sorted(wished) + [sorted(group) for _, group in sorted(pins.items())]:
        for a, b in combinations(wish, 2):
            groups.join(a, b)
    edited = {id_: group[0] for group in groups.all for id_ in group}
    groups.label = {id_: edited.get(id_, id_) for group in pins.values() for id_ in group}
    for group in published:
        first, *others = sorted(ids & set(group)) or [""]
        for other in others:
            groups.join(first, other)
    together = {id_: group for group in groups.all for id_ in group}
    return Decisions(together, groups.apart, edited, groups.label)


class _Groups:
    """Articles that somebody put together."""

    def __init__(self, apart: Iterable[Pair]) -> None:
        parted = defaultdict(set)
        for a, b in apart:
            parted[a].add(b)
            parted[b].add(a)
        self.apart = {id_: frozenset(others) for id_, others in parted.items()}
        self.label: Mapping[str, str] = {}
        self._of: dict[str, tuple[str, ...]] = {}

    @property
    def all(self) -> set[tuple[str, ...]]:
        """Those of several, each sorted."""
        return set(self._of.values())

    def join(self, first: str, second: str) -> None:
        """Put two together with all that each is together with, unless any of these are apart."""
        one, other = (self._of.get(id_, (id_,)) for id_ in (first, second))
        if one is other or self._parted(one, other):
            return
        joined = tuple(sorted(one + other))
        self._of.update(dict.fromkeys(joined, joined))

    def _parted(self, one: Sequence[str], other: Sequence[str]) -> bool:
        labels = {label for id_ in (*one, *other) if (label := self.label.get(id_))}
        return len(labels) > 1 or any(not self.apart.get(id_, frozenset()).isdisjoint(other) for id_ in one)


def rival_decisions(stories: Iterable[Story], decisions: StoryDecisions) -> Iterator[Problem]:
    """Yield an error for each decision of an editor that gives way to another one of the same story.

    Of two members of `together` that is known when the file is read; here they met by themselves.
    """
    put = [set(group) for group in decisions.together]
    pinned, hidden = set(decisions.pinned), set(decisions.hidden)
    for story in stories:
        ids = [article.id for article in story.articles]
        pin = next((id_ for id_ in ids if id_ in pinned), None)
        for id_ in ids if pin else ():
            if id_ in hidden and id_ != pin and not any({pin, id_} <= group for group in put):
                yield Problem(
                    "stories.yml",
                    decisions.line_by_hidden.get(id_),
                    Severity.ERROR,
                    f"{id_}, which is hidden, is in one story with {pin}, which is pinned; keep one, "
                    "or put the two “apart”",
                )
        first: dict[str, ArticleId] = {}
        for article in story.articles:
            for language in decisions.titles.get(article.id, ()):
                other = first.setdefault(language, article.id)
                if other == article.id or any({other, article.id} <= group for group in put):
                    continue
                line, before = (decisions.line_by_title.get((id_, language)) for id_ in (article.id, other))
                yield Problem(
                    "stories.yml",
                    line,
                    Severity.ERROR,
                    f"{article.id} is in one story with {other}, whose headline in “{language}” "
                    f"line {before} gives; keep one, or put the two “apart”",
                )
