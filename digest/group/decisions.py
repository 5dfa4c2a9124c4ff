"""What editors decided: pins in front matter and `stories.yml`, which wins over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from digest.group.clusters import Pair, pair
from digest.model import Article, ArticleId, Problem, Severity, Story, StoryDecisions


@dataclass(frozen=True, slots=True)
class Decisions:
    """The groups to start from, and the pairs that may never meet."""

    together: tuple[tuple[str, ...], ...]
    apart: frozenset[Pair]
    by_editor: frozenset[Pair]
    """Pairs that an editor put together."""


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
    apart = {pair(a, b) for a, b in decisions.apart if a in ids and b in ids and a != b}
    pins: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article.story:
            pins[article.story].append(article.id)
    groups: dict[str, tuple[str, ...]] = {id_: (id_,) for id_ in ids}
    wished = [sorted(ids & set(group)) for group in decisions.together]
    for wish in sorted(wished) + [sorted(group) for _, group in sorted(pins.items())]:
        for a, b in combinations(wish, 2):
            _put_together(a, b, groups, apart)
    pinned = [(id_, name) for name, group in sorted(pins.items()) for id_ in group]
    for (a, first), (b, second) in combinations(pinned, 2):
        if first != second and groups[a] is not groups[b]:
            apart.add(pair(a, b))
    by_editor = frozenset(pair(a, b) for group in set(groups.values()) for a, b in combinations(group, 2))
    for group in published:
        first, *others = sorted(ids & set(group)) or [""]
        for other in others:
            _put_together(first, other, groups, apart)
    return Decisions(tuple(sorted(set(groups.values()))), frozenset(apart), by_editor)


def rival_titles(stories: Iterable[Story], decisions: StoryDecisions) -> Iterator[Problem]:
    """Yield an error for each headline of an editor that gives way to another one of the same story.

    That two members of `together` have one each is known when the file is read; here they met by themselves.
    """
    put = [set(group) for group in decisions.together]
    for story in stories:
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


def _put_together(a: str, b: str, groups: dict[str, tuple[str, ...]], apart: set[Pair]) -> None:
    if groups[a] is groups[b] or any(pair(x, y) in apart for x in groups[a] for y in groups[b]):
        return
    joined = tuple(sorted(groups[a] + groups[b]))
    groups.update(dict.fromkeys(joined, joined))
