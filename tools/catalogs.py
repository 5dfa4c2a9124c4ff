"""The interface's catalogs: `python -m tools.catalogs` names strings that one lacks, or that nothing shows.

`python -m tools.catalogs FILE.toml` takes translations over and throws out what nothing shows any more. The
file has a table by string, with its translation by language; a list where the language counts:

    ["More stories"]
    de = "Weitere Meldungen"
    ["%(num)d outlet"]
    pl = ["%(num)d medium", "%(num)d media", "%(num)d mediów", "%(num)d mediów"]
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import escape

from digest.publish import catalog_languages
from digest.publish.frame import read_catalog, templates_dir

ROOM = Path(__file__).parents[1] / "digest/publish"
CATALOGS = ROOM / "catalogs"
KEYWORDS = {"_": None, "gettext": None, "text": None, "ngettext": (1, 2)}
OPTIONS = {"**.html": {"silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}}

Key = str | tuple[str, ...]
"""Of a string: itself, or the two forms in which English counts."""


def messages() -> dict[Key, str]:
    """Return every string of the templates and of the room's own code, with the first place that shows it."""
    found: dict[Key, str] = {}
    for folder, pattern, method, prefix in (
        (templates_dir() / "digest", "**.html", "jinja2.ext:babel_extract", "digest/"),
        (ROOM, "**.py", "python", ""),
    ):
        extracted = extract_from_dir(folder, [(pattern, method)], options_map=OPTIONS, keywords=KEYWORDS)
        for name, _, message, *_ in sorted(extracted, key=lambda one: (one[0], one[1])):
            found.setdefault(message, prefix + Path(name).as_posix())
    return found


def translated(language: str) -> dict[Key, tuple[str, ...]]:
    """Return what a catalog holds: each string's forms."""
    found: dict[Key, tuple[str, ...]] = {}
    for message in read_catalog(language):
        if message.id and not message.fuzzy:
            forms = message.string
            key = message.id if isinstance(message.id, str) else tuple(message.id)
            found[key] = (forms,) if isinstance(forms, str) else tuple(map(str, forms or ()))
    return found


def faults(language: str) -> Iterator[str]:
    """Yield a line for each string that a catalog lacks, or that nothing shows."""
    shown, known = messages(), translated(language)
    for key in shown.keys() - known.keys():
        yield f"catalogs/{language}.po: lacks {first(key)!r} ({shown[key]})"
    for key in known.keys() - shown.keys():
        yield f"catalogs/{language}.po: nothing shows {first(key)!r} any more"


def first(key: Key) -> str:
    """Return the string as people name it."""
    return key if isinstance(key, str) else key[0]


def rewritten(language: str, new: Mapping[str, Mapping[str, str | list[str]]]) -> str:
    """Return a catalog with what is new, and without what nothing shows."""
    path = CATALOGS / f"{language}.po"
    shown, known = messages(), translated(language)
    for key in shown:
        given = new.get(first(key), {}).get(language)
        if given is not None:
            known[key] = (given,) if isinstance(given, str) else tuple(given)
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]
    order = [key for key in known if key in shown]
    return "\n\n".join([head, *(_entry(key, known[key], shown[key]) for key in order)]) + "\n"


def _entry(key: Key, forms: tuple[str, ...], place: str) -> str:
    lines = [f"#: {place}"]
    if "%(" in first(key):
        lines.append("#, python-format")
    lines.append(f"msgid {escape(first(key))}")
    if isinstance(key, str):
        return "\n".join([*lines, f"msgstr {escape(forms[0])}"])
    lines.append(f"msgid_plural {escape(key[1])}")
    return "\n".join([*lines, *(f"msgstr[{n}] {escape(form)}" for n, form in enumerate(forms))])


def main(words: Sequence[str] | None = None) -> int:
    """Take the files' translations over, and say what is missing then."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", metavar="FILE.toml")
    for name in parser.parse_args(words).files:
        try:
            new = tomllib.loads(Path(name).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            parser.error(f"{name}: {error}")
        unknown = new.keys() - set(map(first, messages()))
        if unknown:
            print(*(f"{name}: nothing shows {one!r}" for one in sorted(unknown)), sep="\n")
            return 1
        for language in catalog_languages():
            made = rewritten(language, new)
            (CATALOGS / f"{language}.po").write_text(made, encoding="utf-8", newline="\n")
        read_catalog.cache_clear()
    wrong = [line for language in catalog_languages() for line in sorted(faults(language))]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
