"""`sources.yml`: which feeds, sitemaps and pages of each outlet `digest add --all` reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from digest.model import Problem
from digest.read.data.registries import tree_of
from digest.read.keys import SOURCE, Items, Keys, Node, Scalar, Url, described
from digest.read.report import Report, suggestion

NAME = "sources.yml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSource:
    """An address that is read again and again, and whose it is."""

    outlet: str
    url: str
    name: str | None = None
    language: str | None = None
    page: str | None = None
    """The page that a feed belongs to."""
    folders: tuple[str, ...] = ()
    """Where a reader of feeds had filed it, each as `News/Port`."""
    limit: int | None = None


def read_source_list(
    content_dir: Path, zone: ZoneInfo, outlets: frozenset[str] | None
) -> tuple[tuple[ListedSource, ...], tuple[Problem, ...]]:
    """Return what `sources.yml` lists, and every problem in it; a file that is missing lists nothing.

    Args:
        content_dir: The content folder.
        zone: The site's time zone.
        outlets: The ids of the outlets there are; None if nobody knows.
    """
    report = Report(NAME, zone)
    tree = tree_of(content_dir / NAME, report)
    found: list[ListedSource] = []
    if isinstance(tree, Keys):
        for outlet, node in tree.values.items():
            if outlets is not None and outlet not in outlets:
                hint = suggestion(outlet, outlets, "add it to outlets.yml, or use an id that stands there")
                report.error(tree.lines[outlet], f"unknown outlet “{outlet}”{hint}")
            found += _of_outlet(outlet, node, report)
    elif tree is not None:
        report.error(tree.line, f"the file must map outlets to lists of addresses; not {described(tree)}")
    seen: dict[str, ListedSource] = {}
    for source in found:
        seen.setdefault(source.url, source)
    return tuple(seen.values()), tuple(report.problems)


def _of_outlet(outlet: str, node: Node, report: Report) -> list[ListedSource]:
    if not isinstance(node, Items):
        right = "write a list of addresses, one a line, each after “- ”"
        report.error(node.line, f"“{outlet}”: {right}; not {described(node)}")
        return []
    return [one for item in node.items if (one := _source(outlet, item, report))]


def _source(outlet: str, item: Node, report: Report) -> ListedSource | None:
    values: dict[str, Any] | None
    if isinstance(item, Scalar):
        url = Url().read(item, "url", report)
        values = {"url": url} if url else None
    else:
        values = SOURCE.read(item, outlet, report)
    if values is None or not values.get("url"):
        return None
    return ListedSource(outlet=outlet, **{key: value for key, value in values.items() if key != "line"})
