"""Content files → articles, outlets, people, topics and editors' decisions; every problem told at once.

    content/articles/<any folders>/<slug>.md            front matter and text
    content/articles/<any folders>/<slug>.html | .txt   a saved page or pasted text, its keys in <slug>.yml
    content/outlets.yml people.yml topics.yml glossary.yml stories.yml
    content/pages/                                      ordinary pages, which the generator reads; here only
                                                        what may not go out is looked for

`keys/fields.py` is the one definition of all keys. A file with an error is left out and named with its line;
the others go on. Nothing here uses the network, the clock or a model, and no file outside the content
folder is opened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.cache import Cache, Codec, Stage, each, no_cache
from digest.model import Article, ArticleId, Content, Moment, Problem, Settings, Severity
from digest.read.articles import Reading, read_article
from digest.read.believed import is_believed
from digest.read.beside import DATA_FILES, PAGE_TYPES, SOURCE_FOLDERS, may_go_out, strays
from digest.read.blanks import blank
from digest.read.data import (
    DEAD_LINKS,
    ListedSource,
    Registries,
    read_dead_links,
    read_decisions,
    read_registries,
    read_source_list,
)
from digest.read.folder import Source, find_sources, is_inside
from digest.read.handed import (
    Handed,
    Told,
    moment_from_iso,
    names_of_byline,
    read_fragment,
    read_markdown,
    read_page_bytes,
    read_pasted_bytes,
    read_plain,
)
from digest.read.keys import SCHEMAS, is_id, language_code, schema_of
from digest.read.report import suggestion
from digest.read.sources import held
from digest.read.text import (
    MAX_TEXT_BYTES,
    KeptText,
    Passage,
    entry,
    front_matter,
    kept_text,
    markdown_from_passages,
    other_language,
    scalar,
)
from digest.whole import is_file

__all__ = [
    "DATA_FILES",
    "DEAD_LINKS",
    "MAX_TEXT_BYTES",
    "PAGE_TYPES",
    "SCHEMAS",
    "SOURCE_FOLDERS",
    "Handed",
    "KeptText",
    "ListedSource",
    "Passage",
    "Registries",
    "Told",
    "blank",
    "entry",
    "front_matter",
    "is_id",
    "kept_text",
    "language_code",
    "markdown_from_passages",
    "may_go_out",
    "moment_from_iso",
    "names_of_byline",
    "other_language",
    "read",
    "read_dead_links",
    "read_fragment",
    "read_markdown",
    "read_page_bytes",
    "read_pasted_bytes",
    "read_plain",
    "read_registries",
    "read_source_list",
    "scalar",
    "schema_of",
    "suggestion",
]

_READING: Codec[Reading] = Codec(Reading, given=(Source,))


def read(
    settings: Settings,
    published: Collection[str] = (),
    *,
    cache: Cache | None = None,
    executor: Executor | None = None,
) -> Content:
    """Return everything the content folder says, articles by date, and every problem found in it.

    Args:
        settings: Of the site.
        published: Ids of articles that were published once: editors' decisions may still name them.
        cache: Knows what came of files that did not change; None: every file is read.
        executor: Reads the others; None: this process.
    """
    zone = ZoneInfo(settings.timezone)
    registries = read_registries(settings.content_dir, zone)
    sources, problems = find_sources(settings.content_dir, zone)
    readings = _readings(sources, registries, settings, cache or no_cache(), executor)
    doubles = _doubles(readings)
    double_ids = {reading.id for same in doubles for reading in same}
    kept = [
        reading
        for reading in readings
        if reading.article and reading.id not in double_ids and not _waits(reading.article, settings.as_of)
    ]
    problems += [problem for reading in kept for problem in _missing_image(reading, settings)]
    dead, dead_problems = read_dead_links(settings.content_dir)
    articles = [_placed(reading.article, dead, settings) for reading in kept if reading.article]
    known = frozenset(str(article.id) for article in articles)
    left_out = frozenset(reading.id for reading in readings if reading.id) - known
    gone = left_out | frozenset(published) - known
    settled = read_decisions(settings.content_dir, zone, known=known, left_out=gone, named=_named(articles))
    problems += [problem for reading in readings for problem in reading.problems]
    _, listed = read_source_list(settings.content_dir, zone, registries.known_outlets)
    problems += [*registries.problems, *listed, *dead_problems, *settled[1], *map(_double, doubles)]
    problems += [*strays(settings, zone), *_same_addresses(kept)]
    problems += _missing_outlets(settings.content_dir, registries, readings)
    return Content(
        articles=tuple(sorted(articles, key=lambda article: article.sort_key)),
        incomplete=_incomplete(registries, readings, left_out),
        broken=tuple(reading.broken for reading in readings if reading.broken),
        outlets=tuple(registries.outlets.values()),
        people=registries.people,
        topics=tuple(registries.topics.values()),
        glossary=registries.glossary,
        decisions=settled[0],
        problems=tuple(sorted(problems, key=lambda p: (p.path, p.line or 0, p.message))),
        trimmed=tuple(cut for reading in kept for cut in reading.trimmed),
    )


def _named(articles: Iterable[Article]) -> list[list[ArticleId]]:
    """Return the articles that their front matter puts into one story, a list a story."""
    found = defaultdict(list)
    for article in articles:
        if article.story:
            found[article.story].append(article.id)
    return list(found.values())


def _incomplete(
    registries: Registries, readings: Sequence[Reading], left_out: frozenset[str]
) -> frozenset[str]:
    """Return the names of outlets of which something may be missing."""
    gone = {id_.partition("/")[0] for id_ in left_out}
    unread = any(reading.id is None for reading in readings)
    return frozenset(outlet.name for outlet in registries.outlets.values() if unread or outlet.id in gone)


def _readings(
    sources: Sequence[Source],
    registries: Registries,
    settings: Settings,
    cache: Cache,
    executor: Executor | None,
) -> list[Reading]:
    """Return what came of each file; of one whose bytes are known, what came of them before."""
    zone, most = ZoneInfo(settings.timezone), settings.max_text_bytes
    # Other entries of people.yml or glossary.yml change no article.
    around = cache.fingerprints.of(replace(registries, people=(), glossary=(), problems=()), zone.key, most)

    def inputs(source: Source) -> tuple[object, ...]:
        files = (source.file, source.beside) if source.beside else (source.file,)
        return (source.path, source.slug, around, *map(held, files))

    stage: Stage[Source, Reading] = Stage(
        kind="reading",
        make=partial(read_article, registries=registries, zone=zone, max_text_bytes=most),
        codec=_READING,
        inputs=inputs,
        given=lambda source: {"source": source},
        believed=_is_its_own,
    )
    return list(each(stage, sources, cache=cache, executor=executor))


def _is_its_own(source: Source, reading: Reading) -> bool:
    article = reading.article or reading.broken
    return article is None or is_believed(article, held(source.file))


def _placed(article: Article, dead: Mapping[str, Moment], settings: Settings) -> Article:
    """Return an article with whether its address still leads to it, without a picture that is not there."""
    since = dead.get(article.url) if article.url else None
    image = article.image if _has_image(article, settings) else None
    return replace(article, gone=since, image=image) if since or image != article.image else article


def _has_image(article: Article, settings: Settings) -> bool:
    folder = settings.pages_dir
    if article.image is None or folder is None:
        return False
    file = folder / article.image.file
    return is_file(file) and is_inside(file, folder.resolve())


def _missing_image(reading: Reading, settings: Settings) -> Iterator[Problem]:
    article = reading.article
    if article and article.image and not _has_image(article, settings):
        where = settings.pages_dir.name if settings.pages_dir else "docs_dir"
        message = f"there is no picture {article.image.file} in the folder of pages ({where}); put it there"
        yield Problem(article.keys_path, article.line_by_field.get("image"), Severity.ERROR, message)


def _waits(article: Article, as_of: date | None) -> bool:
    """Tell whether an article is to be published on a later day than the site is made for."""
    return as_of is not None and article.published is not None and article.published.day > as_of


def _doubles(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Return the articles that share an id; letter case is no difference, since some disks see none."""
    by_id = defaultdict(list)
    for reading in readings:
        if reading.article:
            by_id[reading.article.id.casefold()].append(reading)
    return [same for same in by_id.values() if len(same) > 1]


def _double(same: Sequence[Reading]) -> Problem:
    paths = [reading.source.path for reading in same]
    message = f"{' and '.join(paths)} are both “{same[0].id}”; give one of the files another name"
    return Problem(paths[0], None, Severity.ERROR, message)


def _same_addresses(readings: Sequence[Reading]) -> list[Problem]:
    """Warn of files with one address: an article that is there twice, or an address copied from another."""
    by_url = defaultdict(list)
    for reading in readings:
        if reading.article and reading.article.url:
            by_url[reading.article.url].append(reading.article)
    return [
        Problem(
            article.keys_path,
            article.line_by_field.get("url"),
            Severity.WARNING,
            f"“url” is that of {same[0].path}, too; correct one of them, or delete what is there twice",
        )
        for same in by_url.values()
        for article in same[1:]
    ]


def _missing_outlets(content_dir: Path, registries: Registries, readings: Sequence[Reading]) -> list[Problem]:
    if registries.has_outlets or all(reading.is_draft for reading in readings):
        return []
    example = "newsweek: {name: Newsweek, language: en}"
    message = (
        f"{content_dir.name}/outlets.yml is missing, so no outlet is known; write lines such as “{example}”"
    )
    return [Problem("outlets.yml", None, Severity.ERROR, message)]
