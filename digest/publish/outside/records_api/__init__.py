"""The same for programs: stories, statements and people as JSON files, `api/v1/`.

In goes a site; out come its lists, the newest page of each at `NAME.json`, older ones numbered from the
oldest (`NAME/1.json`) as lists of pages are; and `schema.json`, the JSON Schema (2020-12) of them all. Words
as printed say where they stand, as on pages, so that the build verifies them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import chain

from digest.model import OutputFile, Site
from digest.publish import addresses, order
from digest.publish.cards import newest_first
from digest.publish.outside.records_api.records import Node, Records

ROOT = "api/v1"
SHEET = 100
"""Things in one file: a few hundred kilobytes."""
KIND = "digest/1"
"""What a file of ours says that it is, in `api`: whoever verifies a finished site finds it by that."""


def api(site: Site) -> Iterator[OutputFile]:
    """Yield the files that the site's owner asks for with `outputs: [api]`."""
    if "api" not in site.settings.outputs:
        return
    records = Records(site)
    stories = order.newest_first(site.stories)
    people = sorted((one for one in site.people if one.id in records.speaking), key=lambda one: str(one.id))
    yield from chain(
        _lists(site, "stories", list(map(records.story, stories))),
        _lists(site, "statements", list(map(records.statement, newest_first(site.utterances)))),
        _lists(site, "people", list(map(records.person, people))),
    )
    schema = json.loads(files(__name__).joinpath("schema.json").read_text(encoding="utf-8"))
    whole = {"$schema": schema.pop("$schema"), "$id": _address(site, "schema"), **schema}
    yield OutputFile(f"{ROOT}/schema.json", json.dumps(whole, indent=2).encode() + b"\n")


def _lists(site: Site, name: str, items: Sequence[Node]) -> Iterator[OutputFile]:
    for sheet in order.cut(items, SHEET):
        own = f"{name}/{sheet.number}" if sheet.number else name
        whole = {
            "api": KIND,
            "schema": _address(site, "schema"),
            "site": {"name": site.settings.site_name, "url": site.settings.site_url},
            "languages": site.settings.languages,
            "total": len(items),
            "older": _address(site, f"{name}/{sheet.older}") if sheet.older else None,
            name: sheet.items,
        }
        written = json.dumps(_told(whole), ensure_ascii=False, separators=(",", ":"))
        yield OutputFile(f"{ROOT}/{own}.json", written.encode("utf-8", "replace") + b"\n")


def _told(node: Node) -> Node:
    """Return a node without what is not known."""
    return {key: value for key, value in node.items() if value is not None}


def _address(site: Site, name: str) -> str:
    return addresses.absolute(f"{ROOT}/{name}.json", site_url=site.settings.site_url)
