"""One source file → an article, or all the reasons why it is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from digest.languages import direction, name
from digest.model import (
    Article,
    ArticleId,
    DeclaredQuote,
    Image,
    Problem,
    Retraction,
    TopicId,
    Trimmed,
    WrittenBy,
)
from digest.read.data import Registries
from digest.read.folder import Source
from digest.read.keys import Items, Keys, Scalar
from digest.read.report import Report, suggestion
from digest.read.sources import Parts, Raw, is_draft, parts_from_raw, raw_from_source
from digest.read.text import MAX_TEXT_BYTES, kept_text, other_language, reads_backwards

_BACKWARDS = (
    "the words of this text stand in the order of the screen, as programs copy them out of a PDF: "
    "copy it from the page, or with another program"
)
_FIRST_YEAR = 1990
"""Before which hardly any article of the web was published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one source file."""

    source: Source
    id: str | None = None
    """Also of a draft or broken article, where its outlet is given."""
    is_draft: bool = False
    article: Article | None = None
    broken: Article | None = None
    """One that other errors leave out, as far as it can be read: its quotes can still be checked."""
    problems: tuple[Problem, ...] = ()
    trimmed: tuple[Trimmed, ...] = ()


def read_article(
    source: Source, registries: Registries, zone: ZoneInfo, *, max_text_bytes: int = MAX_TEXT_BYTES
) -> Reading:
    """Read one article; a draft comes back empty."""
    report, beside = Report(source.path, zone), Report(source.beside_path, zone)
    try:
        raw = raw_from_source(source, report, beside, most=max_text_bytes)
    except OSError as error:
        report.error(None, f"the file cannot be read: {error.strerror}")
        raw = None
    if raw is None:
        return Reading(source=source, problems=(*report.problems, *beside.problems))
    id_ = _id(raw, source)
    if is_draft(raw):
        return Reading(source=source, id=id_, is_draft=True)
    parts = parts_from_raw(raw, source, report, beside)
    if parts is not None:
        _check(parts, raw, registries, beside if source.beside else report)
    problems = (*report.problems, *beside.problems)
    if parts is None or not (report.is_clean and beside.is_clean) or not registries.has_outlets:
        broken = _article(parts, raw, source, registries) if parts and _is_known(parts, registries) else None
        return Reading(source=source, id=id_, broken=broken, problems=problems)
    article = _article(parts, raw, source, registries)
    if direction(article.language) == "rtl" and reads_backwards(article.text):
        report.error(parts.line, _BACKWARDS)
        return Reading(source=source, id=id_, problems=(*report.problems, *beside.problems))
    keys_report = beside if source.beside else report
    if not _days_can_be(article, keys_report):
        return Reading(source=source, id=id_, broken=article, problems=(*report.problems, *beside.problems))
    _doubt(article, raw, keys_report)
    problems = (*report.problems, *beside.problems)
    return Reading(source=source, id=article.id, article=article, problems=problems, trimmed=parts.trimmed)


def _doubt(article: Article, raw: Raw, report: Report) -> None:
    """Warn of what is hardly meant: a text in another language, a day before there were news sites."""
    declared = raw.keys.values.get("language")
    other = other_language(article.text, article.language) if declared else None
    if declared and other:
        says, is_in = name(article.language, reader="en"), name(other, reader="en")
        report.warning(
            declared.line,
            f"“language” says {says}, but the text is in {is_in}; write “language: {other}” if it is",
        )
    published = article.published
    if published and published.day.year < _FIRST_YEAR:
        line = article.line_by_field.get("published")
        report.warning(line, f"“published” is {published.day}, before {_FIRST_YEAR}; check the year")


def _days_can_be(article: Article, report: Report) -> bool:
    """Tell whether nothing was said after it was printed; a day more may be between two time zones."""
    printed = [one.day for one in (article.published, article.updated) if one]
    later = [
        (quote.line, quote.said_at.day)
        for quote in article.quotes
        if printed and quote.said_at and quote.said_at.day > max(printed) + timedelta(days=1)
    ]
    for line, day in later:
        report.error(
            line,
            f"“said_at” is {day}, after the article was published ({max(printed)}); "
            "write the day on which it was said",
        )
    return not later


def _is_known(parts: Parts, registries: Registries) -> bool:
    """Tell whether a broken article has at least what makes it one."""
    values = parts.values
    return values.get("outlet") in registries.outlets and bool(values.get("language") and values.get("title"))


def _id(raw: Raw, source: Source) -> str | None:
    outlet = raw.keys.values.get("outlet")
    return f"{outlet.text.strip()}/{source.slug}" if isinstance(outlet, Scalar) else None


def _check(parts: Parts, raw: Raw, registries: Registries, report: Report) -> None:
    """Note references to what is not there."""
    outlet = parts.values.get("outlet")
    if outlet and registries.has_outlets and outlet not in registries.outlets:
        _unknown("outlet", outlet, raw.keys.values["outlet"].line, registries, report)
    topics = None if "topics.yml" in registries.unread else raw.keys.values.get("topics")
    for item in topics.items if isinstance(topics, Items) else []:
        topic = item.text.strip() if isinstance(item, Scalar) else None
        if topic in (parts.values.get("topics") or ()) and topic not in registries.topics:
            _unknown("topic", str(topic), item.line, registries, report)


def _unknown(what: str, id_: str, line: int, registries: Registries, report: Report) -> None:
    known: Iterable[str] = registries.outlets if what == "outlet" else registries.topics
    if f"{what}s.yml" in registries.unread:
        report.error(
            line, f"the {what} “{id_}” is not known while {what}s.yml cannot be read; mend that first"
        )
    elif id_ in registries.broken:
        report.error(line, f"the {what} “{id_}” has an error of its own in {what}s.yml; mend that first")
    else:
        hint = suggestion(id_, known, f"add it to {what}s.yml, or use an id that stands there")
        report.error(line, f"unknown {what} “{id_}”{hint}")


def _article(parts: Parts, raw: Raw, source: Source, registries: Registries) -> Article:
    values = parts.values
    outlet = registries.outlets[values["outlet"]]
    kept = kept_text(parts.passages, language=values["language"])
    return Article(
        id=ArticleId(f"{outlet.id}/{source.slug}"),
        path=source.path,
        outlet=outlet,
        language=values["language"],
        title=values["title"],
        text=kept.text,
        blocks=kept.blocks,
        language_parts=kept.parts,
        authors=tuple(dict.fromkeys(values.get("authors") or ())),
        topics=tuple(
            TopicId(topic)
            for topic in dict.fromkeys(values.get("topics") or ())
            if topic in registries.topics
        ),
        quotes=tuple(DeclaredQuote(**quote) for quote in values.get("quotes") or () if quote.get("text")),
        not_quotes=tuple(values.get("not_quotes") or ()),
        retracted=_retracted(values.get("retracted")),
        written_by=WrittenBy(values.get("written_by") or WrittenBy.OUTLET),
        keys_path=raw.keys_path,
        line_by_field={**_lines(raw.keys), "text": parts.line},
        url=values.get("url"),
        published=values.get("published"),
        updated=values.get("updated"),
        story=values.get("story"),
        archive_url=values.get("archive_url"),
        evidence=values.get("evidence"),
        image=_image(values.get("image")),
        correction=values.get("correction"),
    )


def _image(values: Mapping[str, Any] | None) -> Image | None:
    needed = ("file", "alt", "credit", "license")
    if not values or not all(values.get(key) for key in needed):
        return None
    return Image(**{key: values[key] for key in needed})


def _retracted(values: Mapping[str, Any] | None) -> Retraction | None:
    if not values or not values.get("reason"):
        return None
    return Retraction(reason=values["reason"], withheld=values.get("words") == "withheld")


def _lines(keys: Keys) -> Mapping[str, int]:
    """Return the line of each key, and of each item of a list as `quotes.0`."""
    lines: dict[str, Any] = dict(keys.lines)
    for key, node in keys.values.items():
        if isinstance(node, Items):
            lines.update({f"{key}.{number}": item.line for number, item in enumerate(node.items)})
    return lines
