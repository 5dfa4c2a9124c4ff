"""Where the templates are, and how they become HTML.

Templates read the site's own text as values only, and every value is escaped: content never reaches the
template engine as code. Each edition has an environment of its own, with its catalog of strings.
"""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from digest import languages
from digest.model import Moment, Settings
from digest.publish import addresses
from digest.publish.strings import catalog

NOWHERE = "404.html"
"""The path of the one page that is shown at any address, so that its links cannot be relative."""


def templates_dir() -> Path:
    """Return the folder of the project's templates: in the wheel beside this module, else in the checkout."""
    packed = Path(__file__).parent / "templates"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "templates"


class Renderer:
    """Turns templates into HTML for one edition."""

    def __init__(self, settings: Settings, language: str) -> None:
        self.settings = settings
        self.language = language
        self._environment = _environment(settings.template_dirs, language)

    def render(self, template: str, *, path: str, **values: Any) -> str:
        """Return the HTML of `template` for the page at `path`, with `values` as its variables."""
        return self._environment.get_template(f"digest/{template}").render(
            values,
            path=path,
            settings=self.settings,
            link=partial(self._link, page=path),
            asset=partial(self._asset, page=path),
        )

    def text(self, message: str, **values: object) -> str:
        """Return an interface string of the edition as plain text."""
        return catalog(self.language).gettext(message) % values

    def _asset(self, address: str, *, page: str) -> str:
        """Return a link to what an owner names by its address, or by its path in the site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or address.startswith("/"):
            return address
        query = f"?{parts.query}" if parts.query else ""
        return self._link(parts.path, page=page) + query

    def _link(self, target: str, fragment: str = "", *, page: str) -> str:
        if page != NOWHERE:
            return addresses.link(target, page=page, fragment=fragment)
        return urlsplit(addresses.absolute(target, site_url=self.settings.site_url)).path


@cache
def _environment(folders: tuple[Path, ...], language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([*folders, templates_dir()]),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_translations(catalog(language), newstyle=True)  # type: ignore[attr-defined]
    environment.filters["external"] = external
    environment.globals.update(
        language=language,
        direction=languages.direction(language),
        direction_of=languages.direction,
        language_name=partial(languages.name, reader=language),
        country_name=partial(country_name, reader=language),
        endonym=languages.endonym,
        day=partial(languages.day, reader=language),
        iso_day=iso_day,
        names=partial(names, reader=language),
        at=addresses,
    )
    return environment


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


def iso_day(moment: Moment) -> str:
    """Return the day for machines."""
    day: date = moment.day
    return day.isoformat()


def names(items: list[str] | tuple[str, ...], *, reader: str) -> Markup:
    """Join names of any script into a list, each kept apart from the direction of its neighbours.

    >>> names(("Blick", "<GZH>"), reader="en")
    Markup('<bdi>Blick</bdi> and <bdi>&lt;GZH&gt;</bdi>')
    """
    marked = [
        str(item if isinstance(item, Markup) else Markup("<bdi>{}</bdi>").format(item)) for item in items
    ]
    return Markup(languages.listed(marked, reader=reader))  # noqa: S704 (each item was escaped above)
