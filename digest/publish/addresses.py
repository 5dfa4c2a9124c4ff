"""Where every page lives, as paths relative to the site's root, and how pages link to one another.

Links are relative, so that a site works at the root of a host, under a sub-path and from a folder.
"""

import hashlib
from datetime import date
from functools import lru_cache
from posixpath import normpath
from urllib.parse import quote

from digest.model import ArticleId, OutletId, PersonId, TopicId, UtteranceId

ROOT = ""
"""The page of languages."""

OF_STORIES = ("story", "article", "person", "topic", "outlet", "archive", "embed")
"""Folders of an edition whose pages are there because of stories, and are where these are."""

LONGEST = 255
"""Bytes that a name in a folder may have on the file systems in use."""
_HASHED = 12
"""Digits of a hash in a shortened name: 48 bits, one chance in millions that two of 10,000 names meet."""


def named(id_: str) -> str:
    """Return the part of a path that an id becomes: shortened, with a hash, where no file may have its name.

    >>> named("wtop/call"), len(named("wtop/" + "é" * 200).encode())
    ('wtop/call', 260)
    """
    return "/".join(map(_name, id_.split("/")))


def _name(name: str) -> str:
    written = name.encode("utf-8", "surrogatepass")
    if len(written) <= LONGEST:
        return name
    kept = written[: LONGEST - _HASHED - 1].decode("utf-8", "ignore").rstrip("-_")
    return f"{kept}-{hashlib.sha256(written).hexdigest()[:_HASHED]}"


def front(language: str) -> str:
    """Return the path of an edition's front page.

    >>> front("es")
    'es/'
    """
    return f"{language}/"


def story(language: str, article: ArticleId) -> str:
    """Return the path of a story, named by any of its articles; only the earliest one is canonical."""
    return f"{language}/story/{named(article)}/"


def article(language: str, article: ArticleId) -> str:
    """Return the path of an article's page."""
    return f"{language}/article/{named(article)}/"


def section(article: ArticleId) -> str:
    """Return the fragment of an article on its story's page, where articles have no pages of their own.

    >>> section("wtop/call")
    'article-wtop/call'
    """
    return f"article-{named(article)}"


def way_to(language: str, article: ArticleId, story_of_it: ArticleId, *, pages: bool) -> tuple[str, str]:
    """Return the path and the fragment at which an article is read.

    >>> way_to("es", "wtop/call", "rbc/call", pages=False)
    ('es/story/rbc/call/', 'article-wtop/call')
    """
    return (
        (f"{language}/article/{named(article)}/", "")
        if pages
        else (story(language, story_of_it), section(article))
    )


def statement(utterance: UtteranceId | str) -> str:
    """Return the fragment of a statement on its story's page."""
    return f"u-{utterance}"


def person(language: str, person: PersonId) -> str:
    """Return the path of a person's page."""
    return f"{language}/person/{named(person)}/"


def people(language: str) -> str:
    """Return the path of the list of people."""
    return f"{language}/people/"


def topic(language: str, topic: TopicId) -> str:
    """Return the path of a topic's page."""
    return f"{language}/topic/{named(topic)}/"


def topics(language: str) -> str:
    """Return the path of the list of topics."""
    return f"{language}/topics/"


def outlet(language: str, outlet: OutletId) -> str:
    """Return the path of an outlet's page."""
    return f"{language}/outlet/{named(outlet)}/"


def outlets(language: str) -> str:
    """Return the path of the list of outlets."""
    return f"{language}/outlets/"


def archive(language: str) -> str:
    """Return the path of the archive, with its years and months."""
    return f"{language}/archive/"


def month(language: str, year: int, month: int) -> str:
    """Return the path of a month of the archive.

    >>> month("es", 2026, 3)
    'es/archive/2026-03/'
    """
    return f"{language}/archive/{year:04}-{month:02}/"


def day(language: str, day: date | None) -> str:
    """Return the path of a day of the archive; None: of what has no date.

    >>> day("es", date(2026, 3, 5)), day("es", None)
    ('es/archive/2026-03-05/', 'es/archive/undated/')
    """
    return f"{language}/archive/{day.isoformat() if day else 'undated'}/"


def about(language: str, person: PersonId) -> str:
    """Return the path of what others said about a person."""
    return f"{language}/person/{named(person)}/about/"


def sheet(path: str, number: int | None) -> str:
    """Return the path of a page of the list at `path`; without a number, of its newest page.

    >>> sheet("es/topic/floods/", 2), sheet("es/topic/floods/", None)
    ('es/topic/floods/page/2/', 'es/topic/floods/')
    """
    return path if number is None else f"{path}page/{number}/"


def search(language: str) -> str:
    """Return the path of an edition's search page."""
    return f"{language}/search/"


def search_all(language: str) -> str:
    """Return the path of the index of all stories, for those whose browser runs no scripts."""
    return f"{language}/search/all/"


def search_index(language: str) -> str:
    """Return the path of the folder of an edition's search index."""
    return f"{language}/search/index/"


def feed(language: str) -> str:
    """Return the path of an edition's Atom feed."""
    return f"{language}/feed.xml"


def embed(language: str, utterance: UtteranceId | str) -> str:
    """Return the path of the page of a statement that other sites may frame."""
    return f"{language}/embed/{named(utterance)}/" if utterance else f"{language}/embed/"


def card(language: str, article: ArticleId) -> str:
    """Return the path of the picture that stands for a story where it is linked to."""
    return f"{story(language, article)}card.png"


def corrections(language: str) -> str:
    """Return the path of the page that says what was published and is not so any more."""
    return f"{language}/corrections/"


def corrections_feed(language: str) -> str:
    """Return the path of its Atom feed."""
    return f"{language}/corrections.xml"


def stylesheet() -> str:
    """Return the path of the style sheet."""
    return "assets/digest/digest.css"


def lists_stylesheet() -> str:
    """Return the path of what it leaves to pages that list stories."""
    return "assets/digest/lists.css"


def few_stylesheet() -> str:
    """Return the path of what it leaves to kinds of pages of which there are few."""
    return "assets/digest/few.css"


def look() -> str:
    """Return the path of the style sheet of what the owner decided."""
    return "assets/digest/look.css"


def inside() -> str:
    """Return the path of the style sheet of pages that stand in a theme's frame."""
    return "assets/digest/inside.css"


def script() -> str:
    """Return the path of the script; every page also works without it."""
    return "assets/digest/digest.js"


def share_script() -> str:
    """Return the path of what the script loads, from beside it, when a reader shares a statement."""
    return "assets/digest/share.js"


def missing_script() -> str:
    """Return the path of what leads on from the page for missing addresses."""
    return "assets/digest/missing.js"


def moved() -> str:
    """Return the path of the folder that tells, by outlet, in which story an article is."""
    return "assets/digest/moved/"


def icon() -> str:
    """Return the path of the site's icon."""
    return "assets/digest/icon.svg"


def search_scripts() -> tuple[str, ...]:
    """Return the paths of the search page's scripts, in the order in which they run."""
    return ("assets/digest/search-terms.js", "assets/digest/search.js")


def link(target: str, *, page: str, fragment: str = "") -> str:
    """Return the relative link to the path `target` from the page at the path `page`.

    >>> link("es/story/wtop/maduro/", page="en/")
    '../es/story/wtop/maduro/'
    >>> link("en/", page="en/")
    './'
    """
    # Not `posixpath.relpath`, which asks the system for the current folder: a page has fifty links.
    if "//" in target or "/." in f"/{target}":  # as an owner may write the path of a style sheet
        target = normpath(f"/{target}").lstrip("/") + ("/" if target.endswith("/") else "")
    here, there = page.split("/")[:-1], target.split("/")
    name = there.pop()
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    up = "../" * (len(here) - shared)
    href = up + "".join(f"{_quoted(one)}/" for one in there[shared:]) + _quoted(name) or "./"
    return (href if href != "./" or not fragment else "") + (f"#{quote(fragment)}" if fragment else "")


@lru_cache(maxsize=20_000)
def _quoted(name: str) -> str:
    return quote(name)


def absolute(target: str, *, site_url: str) -> str:
    """Return the whole address of the path `target`.

    >>> absolute("ar/person/maduro/", site_url="https://example.org/digest/")
    'https://example.org/digest/ar/person/maduro/'
    """
    return site_url + quote(target)
