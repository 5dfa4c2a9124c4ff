"""How templates become HTML.

Templates read the site's own text as values only, and every value is escaped: content never reaches the
template engine as code. Each edition has an environment of its own, with its catalog of strings.

Links are relative, so the same card would differ from page to page. A link is written as a mark, and each
page puts its own links in their place: a piece is rendered once for all pages that show it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, MutableMapping
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader
from jinja2.runtime import Context
from markupsafe import Markup

from digest import languages
from digest.languages.tags import with_region
from digest.model import Settings, Translation
from digest.publish import addresses
from digest.publish.frame import dates
from digest.publish.frame.brief import beneath, brief
from digest.publish.frame.compiled import OPTIONS, Compiled, templates_dir
from digest.publish.frame.strings import INTERFACE, Files, Strings, catalog, filled, own_files, reader_of

_LINK = re.compile("\x02([^\x02\x03]*)\x03([^\x02\x03]*)\x02")

Parts = tuple[str, ...]
"""Text, a link's target and its fragment, text, and so on: what `parts` makes of a piece."""

NOWHERE = "404.html"
"""The path of the one page that is shown at any address, so that its links cannot be relative."""


class Renderer:
    """Turns templates into HTML for one edition."""

    def __init__(self, settings: Settings, language: str) -> None:
        self.settings = settings
        self.language = language
        self._own = own_files(settings.content_dir / INTERFACE, language)
        self.reader = reader_of(language, self._own)
        """The language of its strings, and of days, lists and names of languages among them."""
        self._environment = _environment(settings.template_dirs, language, settings.timezone, self._own)
        self._environment.renew()

    def render(self, template: str, *, path: str, **values: Any) -> str:
        """Return the HTML of `template` for the page at `path`, with `values` as its variables."""
        return self.placed(self.piece(template, path=path, **values), path=path)

    def piece(self, template: str, **values: Any) -> Markup:
        """Return the HTML of `template` with a mark for each link, for any page; see `placed`."""
        made = self._environment.get_template(f"digest/{template}").render(values, settings=self.settings)
        return Markup(made)  # noqa: S704 (a template escapes what it shows)

    def placed(self, piece: str | Parts, *, path: str, targets: Mapping[str, str] | None = None) -> str:
        """Return `piece` with the links of the page at `path`.

        Args:
            piece: made by `piece`, or several of these, whole or in `parts`.
            path: of the page; NOWHERE has links that hold at any address.
            targets: what stands for a link's target, by the name that the piece gives it.
        """
        known: dict[tuple[str, str], str] = {}
        pieces = parts(piece) if isinstance(piece, str) else piece
        if len(pieces) == 1:
            return pieces[0]
        made = list(pieces[::3])
        links = []
        for key in zip(pieces[1::3], pieces[2::3], strict=True):
            if key not in known:
                target, fragment = key
                known[key] = self.link((targets or {}).get(target, target), fragment, path)
            links.append(known[key])
        return "".join(chain.from_iterable(zip(made, (*links, ""), strict=True)))

    def text(self, message: str, **values: object) -> str:
        """Return an interface string of the edition as plain text."""
        return filled(str(catalog(self.language, self._own).gettext(message)), values, self.reader)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return an interface string of the edition that counts, as plain text."""
        said = str(catalog(self.language, self._own).ngettext(one, many, number))
        return filled(said, {"num": number, **values}, self.reader)

    def link(self, target: str, fragment: str, page: str) -> str:
        """Return the link to a target and fragment from the page at a path."""
        if page != NOWHERE:
            return addresses.link(target, page=page, fragment=fragment)
        return urlsplit(addresses.absolute(target, site_url=self.settings.site_url)).path


def parts(piece: str) -> Parts:
    """Return a piece's text before, between and after its links, and of each link target and fragment."""
    return tuple(_LINK.split(piece))


def _marked(target: str, fragment: str = "") -> Markup:
    return Markup(f"\x02{target}\x03{fragment}\x02")  # noqa: S704 (`addresses.link` escapes both)


def _asset(address: str) -> str:
    """Return a link to what an owner names by its address, or by its path in the site."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or address.startswith("/"):
        return address
    return _marked(parts.path) + (f"?{parts.query}" if parts.query else "")


_WANTS_MORE = "jinja_pass_arg"
"""The mark of `jinja2.pass_context` and its like."""


class _Context(Context):
    """Calls what a template calls: Jinja looks first at each function whether it wants the context, too."""

    def call(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Return what a function gives; a macro needs nothing, for everything is escaped."""
        if hasattr(function, _WANTS_MORE):
            return super().call(function, *arguments, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return function(*arguments, **named)


class _Environment(Environment):
    """An environment of which nothing changes once its first template is loaded."""

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template in a dictionary of its own: Jinja's chain is slow to be read."""
        return {**self.globals, **(d or {})}

    def renew(self) -> None:
        """Forget templates that were written since they were loaded: once an edition, not at every piece."""
        if self.cache and not all(template.is_up_to_date for template in self.cache.values()):
            self.cache.clear()


_COMPILED = Compiled()


@cache
def _environment(folders: tuple[Path, ...], language: str, timezone: str, own: Files) -> _Environment:
    environment = _Environment(
        loader=FileSystemLoader([*folders, templates_dir()]),
        bytecode_cache=_COMPILED,
        auto_reload=False,
        **OPTIONS,
    )
    strings = Strings(language, own)
    reader = reader_of(language, own)
    environment.filters["external"] = external
    environment.filters["host"] = host
    environment.globals.update(
        language=language,
        direction=languages.direction(language),
        direction_of=languages.direction,
        reader=reader,
        language_name=partial(languages.name, reader=reader),
        named_languages=lambda codes: tuple(languages.name(code, reader=reader) for code in codes),
        numbering=languages.numbering(reader),
        first_of_month=languages.row(reader).first_of_month,
        numerals=partial(languages.numerals, reader=reader),
        country_name=partial(country_name, reader=reader),
        endonym=languages.endonym,
        with_region=with_region,
        day=partial(dates.day, reader=reader),
        days=partial(dates.days, reader=reader),
        day_name=lambda day: dates.headed(dates.day_name(day, reader=reader)),
        short_day=partial(dates.short_day, reader=reader),
        month_name=lambda year, month: dates.headed(dates.month_name(year, month, reader=reader)),
        clock=partial(dates.clock, reader=reader, timezone=timezone),
        day_and_time=partial(dates.day_and_time, reader=reader, timezone=timezone),
        iso=dates.iso,
        brief=brief,
        beneath=beneath,
        names=partial(names, reader=reader),
        at=addresses,
        link=_marked,
        asset=_asset,
        worded=_worded(environment),
        _=strings.gettext,
        gettext=strings.gettext,
        ngettext=strings.ngettext,
    )
    return environment


def _worded(environment: Environment) -> Callable[[Translation], Markup]:
    """Return what tells who worded a translation: a site has thousands of them, and a few ways to say it."""
    known: dict[Hashable, Markup] = {}

    def worded(translation: Translation) -> Markup:
        engine = translation.engine
        key = (
            *(translation.origin, translation.by, translation.url),
            *(engine, translation.reviewed, translation.reviewed_by),
            translation.route if engine and engine.pivot else None,
        )
        if key not in known:
            template = environment.get_template("digest/worded.html")
            known[key] = Markup(template.render(translation=translation))  # noqa: S704 (as in `piece`)
        return known[key]

    return worded


def external(url: str | None) -> str | None:
    """Return `url` if a reader may be sent there: an address of the web, nothing else.

    >>> external("https://wtop.com/"), external("javascript:alert(1)")
    ('https://wtop.com/', None)
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def country_name(code: str, *, reader: str) -> str:
    """Return the name of a country (ISO 3166-1) in the language of the reader; the code if it has none there.

    >>> country_name("CH", reader="fr"), country_name("LB", reader="ar")
    ('Suisse', 'لبنان')
    """
    return str(languages.locale(reader).territories.get(code, code))


def host(url: str) -> str:
    """Return which host an address is of, as readers say it.

    >>> host("https://www.example.org/news/")
    'example.org'
    """
    return (urlsplit(url).hostname or url).removeprefix("www.")


def names(items: list[str] | tuple[str, ...], *, reader: str) -> Markup:
    """Join names of any script into a list, each kept apart from the direction of its neighbours.

    >>> names(("Blick", "<GZH>"), reader="en")
    Markup('<bdi>Blick</bdi> and <bdi>&lt;GZH&gt;</bdi>')
    """
    marked = [
        str(item if isinstance(item, Markup) else Markup("<bdi>{}</bdi>").format(item)) for item in items
    ]
    return Markup(languages.listed(marked, reader=reader))  # noqa: S704 (each item was escaped above)
