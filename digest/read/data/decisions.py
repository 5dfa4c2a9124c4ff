"""`stories.yml`: what editors decided, which always wins."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from digest.model import ArticleId, ChangeKind, ConfirmedChange, Problem, QuoteId, StoryDecisions
from digest.read.data.registries import tree_of
from digest.read.keys import DECISION, NOTHING, STATEMENT, Items, Node, described
from digest.read.report import Report, suggestion


def read_decisions(
    content_dir: Path,
    zone: ZoneInfo,
    *,
    known: frozenset[str],
    left_out: frozenset[str],
    named: Iterable[Collection[ArticleId]] = (),
) -> tuple[StoryDecisions, list[Problem]]:
    """Return what `stories.yml` decides, and its problems.

    Args:
        content_dir: The content folder.
        zone: The site's time zone.
        known: Ids of the articles there are.
        left_out: Ids of drafts and of articles with errors: decisions on them wait.
        named: Articles that have one `story` in their front matter.
    """
    report = Report("stories.yml", zone)
    node = tree_of(content_dir / "stories.yml", report)
    decisions = _Decisions(report, known, left_out)
    if isinstance(node, Items):
        for item in node.items:
            decisions.add(item)
        decisions.compare(named)
    elif node is not None:
        report.error(node.line, f"the file must be a list, each item {DECISION.right}; not {described(node)}")
    return decisions.frozen(), report.problems


_OF_STORY = {"title", "pin", "hide", "chapter"}
"""What may be said of one story."""


@dataclass(frozen=True, slots=True)
class _Decided:
    """Articles that one entry puts together, or keeps apart."""

    ids: tuple[ArticleId, ...]
    line: int


_YES_OR_NO = ("pin", "hide")


@dataclass(frozen=True, slots=True)
class _Said:
    """What one entry says of the story of an article, yes or no."""

    key: str
    id: ArticleId
    is_so: bool
    line: int


class _Decisions:
    def __init__(self, report: Report, known: frozenset[str], left_out: frozenset[str]) -> None:
        self._report = report
        self._known = known
        self._left_out = left_out
        self._together: list[_Decided] = []
        self._apart: list[_Decided] = []
        self._titles: list[tuple[ArticleId, str, str, int]] = []
        """Article, language, headline, line."""
        self._said: list[_Said] = []
        self._chapters: dict[ArticleId, dict[str, tuple[str, int]]] = {}
        """Headline and line, by language."""
        self._changes: list[ConfirmedChange] = []

    def frozen(self) -> StoryDecisions:
        titles: dict[ArticleId, dict[str, str]] = {}
        for id_, language, title, _ in self._titles:
            titles.setdefault(id_, {}).setdefault(language, title)
        return StoryDecisions(
            together=tuple(decided.ids for decided in self._together),
            apart=tuple((decided.ids[0], decided.ids[1]) for decided in self._apart),
            titles=titles,
            line_by_title={(id_, language): line for id_, language, _, line in reversed(self._titles)},
            pinned=tuple(self._ones("pin")),
            hidden=tuple(self._ones("hide")),
            line_by_hidden=self._ones("hide"),
            chapters={
                id_: {language: title for language, (title, _) in titles.items()}
                for id_, titles in self._chapters.items()
            },
            changes=tuple(self._changes),
        )

    def compare(self, named: Iterable[Collection[ArticleId]]) -> None:
        """Note which decisions cannot all hold, at the later one's line."""
        joined = _joined([*(one.ids for one in self._together), *named])
        for apart in self._apart:
            first, second = apart.ids
            if first in joined.get(second, ()):
                lines = [one.line for one in self._together if joined[second].issuperset(one.ids)]
                line, others = max((apart.line, *lines)), sorted({apart.line, *lines})
                others.remove(line)
                also = f"line {', '.join(map(str, others))}" if others else "“story” in their front matter"
                self._report.error(
                    line,
                    f"{first} and {second} are both together and apart, with {also}; "
                    "keep one of these decisions",
                )
        self._compare_said(joined)
        pins = self._ones("pin")
        pinned = set(pins).union(*(joined.get(id_, ()) for id_ in pins))
        for id_, line in self._ones("hide").items():
            if id_ in pinned:
                self._report.error(line, f"the story of {id_} is both pinned and hidden; keep one")
        told: dict[tuple[ArticleId, str], int] = {}
        for id_, language, _, line in self._titles:
            story = (min(joined.get(id_, {id_})), language)
            if story in told:
                self._report.error(
                    line, f"line {told[story]} gives this story a headline in “{language}”, too; keep one"
                )
            told.setdefault(story, line)

    def _ones(self, key: str) -> dict[ArticleId, int]:
        """Return the articles whose story is so, each with the line that says it first."""
        found: dict[ArticleId, int] = {}
        for said in self._said:
            if said.key == key and said.is_so:
                found.setdefault(said.id, said.line)
        return found

    def _compare_said(self, joined: Mapping[ArticleId, set[ArticleId]]) -> None:
        first: dict[tuple[str, ArticleId], _Said] = {}
        for said in self._said:
            earlier = first.setdefault((said.key, min(joined.get(said.id, {said.id}))), said)
            if earlier.is_so != said.is_so:
                before = f"{said.key}: {str(earlier.is_so).lower()}"
                self._report.error(said.line, f"line {earlier.line} says “{before}” of this story; keep one")

    def add(self, node: Node) -> None:
        before = len(self._report.problems)
        values = DECISION.read(node, "", self._report)
        if values is None or len(self._report.problems) > before:
            return
        shape = frozenset(values) - {"line"}
        if shape == {"together"}:
            self._join(values["together"], values["line"])
        elif shape == {"apart"}:
            self._part(values["apart"], values["line"])
        elif "story" in shape and shape & _OF_STORY and shape <= {"story", *_OF_STORY}:
            self._set(values)
        elif shape == {"changed", "wordings"}:
            self._confirm(values)
        else:
            self._report.error(values["line"], f"each item must be {DECISION.right}")

    def _join(self, ids: tuple[str, ...], line: int) -> None:
        if len(set(ids)) < 2:
            self._report.error(
                line, "“together” needs two articles or more: together: [OUTLET/SLUG, OUTLET/SLUG]"
            )
        there = tuple(self._there(ids, line))
        if len(there) > 1:
            self._together.append(_Decided(there, line))

    def _part(self, ids: tuple[str, ...], line: int) -> None:
        if len(set(ids)) != 2 or len(ids) != 2:
            self._report.error(line, "“apart” needs two articles: apart: [OUTLET/SLUG, OUTLET/SLUG]")
            return
        there = tuple(self._there(ids, line))
        if len(there) == 2:
            self._apart.append(_Decided(there, line))

    def _set(self, values: dict[str, Any]) -> None:
        for id_ in self._there((values["story"],), values["line"]):
            for language, title in (values.get("title") or {}).items():
                self._titles.append((id_, language, title, values["line"]))
            for language, title in (values.get("chapter") or {}).items():
                _, before = self._chapters.setdefault(id_, {}).setdefault(language, (title, values["line"]))
                if before != values["line"]:
                    self._report.error(
                        values["line"],
                        f"line {before} gives this chapter a headline in “{language}”, too; keep one",
                    )
            self._said += [
                _Said(key, id_, is_so=values[key], line=values["line"]) for key in _YES_OR_NO if key in values
            ]

    def _confirm(self, values: dict[str, Any]) -> None:
        ids = tuple(QuoteId(id_) for id_ in values["wordings"])
        if len(ids) != 2 or ids[0] == ids[1]:
            self._report.error(
                values["line"], "“changed” needs two “wordings”: their ids, as `digest check` shows them"
            )
            return
        said = values["changed"]
        kind = None if said in {NOTHING, STATEMENT} else ChangeKind(said)
        change = ConfirmedChange(
            kind=kind, wordings=frozenset(ids), parts=said == STATEMENT, line=values["line"]
        )
        if earlier := next((one for one in self._changes if _contradicts(one, change)), None):
            self._report.error(
                change.line,
                f"line {earlier.line} answers for these two wordings already; keep one of the two",
            )
            return
        self._changes.append(change)

    def _there(self, ids: tuple[str, ...], line: int) -> Iterator[ArticleId]:
        for id_ in ids:
            if id_ in self._known:
                yield ArticleId(id_)
            elif id_ not in self._left_out:
                hint = suggestion(
                    id_, self._known, "an article’s id is OUTLET/SLUG, its slug the file’s name"
                )
                self._report.error(line, f"there is no article “{id_}”{hint}")


def _joined(together: Iterable[Collection[ArticleId]]) -> dict[ArticleId, set[ArticleId]]:
    """Return, by article, all that it is put together with, over however many entries; itself among them."""
    found: dict[ArticleId, set[ArticleId]] = {}
    for ids in together:
        group = set(ids).union(*(found.get(id_, ()) for id_ in ids))
        found.update(dict.fromkeys(group, group))
    return found


def _contradicts(one: ConfirmedChange, other: ConfirmedChange) -> bool:
    """Tell whether two answers say the same twice, or that something changed and that nothing did."""
    return one.wordings == other.wordings and (
        one.kind is other.kind or one.kind is None or other.kind is None
    )
