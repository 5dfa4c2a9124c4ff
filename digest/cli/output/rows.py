"""Lines of listings, each as text and as JSON, and what every command starts from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from digest.cli.output.said import goes_by, why_nobody
from digest.messages import line_of, one_line, place, told
from digest.model import (
    Change,
    ChangeKind,
    Link,
    Problem,
    Quote,
    Severity,
    Span,
    Story,
    Trimmed,
    Utterance,
    Vetoed,
    Wording,
)

Row = tuple[str, dict[str, Any]]
"""A line of a listing, as text and as JSON."""

_LINE = re.compile(
    r"(?P<path>[^:]+)(?::(?P<line>\d+)(?:-\d+)?)?: (?:(?P<severity>error|warning|notice): )?(?P<said>.*)",
    re.DOTALL,
)

ROW = 2_000
"""Characters of a line that lists something: what is said is seldom longer."""

format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def emit(rows: Iterable[Row], form: str) -> None:
    """Print a listing in the form that was asked for."""
    for text, fields in rows:
        if form == "json":
            click.echo(json.dumps(fields, ensure_ascii=False))
        else:
            click.echo(_annotation(text) if form == "github" else text)


def _annotation(text: str) -> str:
    """Return a line as a command of GitHub's workflows, which puts it beside the line of the file.

    >>> _annotation("content/articles/a,b.md:3: warning: 100 % sure")
    '::warning file=content/articles/a%2Cb.md,line=3::100 %25 sure'
    """
    found = _LINE.fullmatch(text)
    if not found:
        return f"::notice::{_escaped(text)}"
    file = _escaped(found["path"]).replace(":", "%3A").replace(",", "%2C")
    severity = found["severity"] or Severity.NOTICE
    line = f",line={found['line']}" if found["line"] else ""
    return f"::{severity} file={file}{line}::{_escaped(found['said'])}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def problem_rows(problems: Iterable[Problem], content_dir: Path) -> Iterator[Row]:
    """Yield the lines of problems.

    `path` is relative to the content folder, `file` to where the command runs, as in the text.
    """
    for problem in told(problems):
        fields = {
            "path": problem.path,
            "file": place(problem.path, content_dir),
            "line": problem.line,
            "severity": problem.severity,
            "message": problem.message,
        }
        yield line_of(problem, content_dir, severity=True), fields


def trimmed_row(trimmed: Trimmed, content_dir: Path) -> Row:
    """Return the line of what was trimmed from a source."""
    fields = {"path": trimmed.path, "line": trimmed.line, "trimmed": trimmed.text, "reason": trimmed.reason}
    where = f"{place(trimmed.path, content_dir)}:{trimmed.line}"
    return one_line(f"{where}: trimmed “{trimmed.text}”: {trimmed.reason}", ROW), fields


def quote_row(utterance: Utterance, wording: Wording, content_dir: Path) -> Row:
    """Return the line of a quotation."""
    quote = wording.quote
    fields = {
        "id": quote.id,
        "article": quote.article.id,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.text,
        "speaker": quote.speaker,
        "speaker_is_name": quote.speaker_is_name,
        "speaker_span": _places(quote.speaker_span),
        "candidate": quote.candidate,
        "candidate_span": _places(quote.candidate_span),
        "person": utterance.person.id if utterance.person else None,
        "language": quote.language,
        "spoken_language": quote.spoken_language,
        "state": wording.state,
        "cue": quote.cue,
        "rule": quote.rule,
        "score": round(quote.score, 3),
    }
    where = f"{place(quote.article.path, content_dir)}:{quote.span.start}-{quote.span.end}"
    perhaps = f" (perhaps {quote.candidate}, {quote.score:.2f})" if quote.candidate else ""
    return f"{where}: {quote.speaker or f'unattributed{perhaps}'}: {quote.text}", fields


def explained_row(utterance: Utterance, wording: Wording, content_dir: Path) -> Row:
    """Return the lines of a quotation with what the rules saw of it."""
    from digest.quote import explain  # noqa: PLC0415 - as in `gathered`

    text, fields = quote_row(utterance, wording, content_dir)
    quote = wording.quote
    found = (one for one in explain(quote.article) if one.span.overlaps(quote.span))
    seen = next(found, None)
    if seen is None or quote.rule == "declared":
        return f"{text}\n    declared by an editor", fields
    sentence = " ".join(seen.sentence.of(quote.article.text).split())
    cue = f"“{seen.cue}”" + (f" ({seen.verb_class})" if seen.verb_class else "") if seen.cue else "no cue"
    rivals = ", ".join(f"{who} {share:.2f}" for who, share in seen.rivals) or "nobody"
    doubted = quote.speaker is None and seen.kind is not None
    nobody = "" if quote.speaker else f"; {why_nobody(seen.rule, doubted=doubted)}"
    lines = (
        text,
        f"sentence: {sentence}",
        f"goes by: {goes_by(seen.rule)}{nobody}",
        f"rule: {seen.rule}, {cue}, score {seen.score:.2f}" + (f" ({seen.kind})" if seen.kind else ""),
        f"others weighed: {rivals}",
    )
    explanation = {
        "sentence": sentence,
        "goes_by": goes_by(seen.rule),
        "cue": seen.cue,
        "verb_class": seen.verb_class,
        "kind": seen.kind,
        "rivals": [{"who": who, "share": share} for who, share in seen.rivals],
    }
    return "\n    ".join(lines), {**fields, **explanation}


def _places(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def utterance_row(utterance: Utterance) -> Row:
    """Return the lines of a statement with all its wordings."""
    fields = {
        "utterance": utterance.id,
        "person": utterance.person.id if utterance.person else None,
        "spoken_language": utterance.spoken_language,
        "story": utterance.story,
        "wordings": [_wording(wording) for wording in utterance.wordings],
        "flags": [_flag(change) for change in utterance.changes],
    }
    said = [
        f"  {w.quote.id}  {w.state}{' (probably)' if w.probable else ''}  {w.quote.language}"
        f"  {w.quote.article.id}: {w.quote.text}"
        for w in utterance.wordings
    ]
    return "\n".join([f"{utterance.id}: {fields['person'] or 'unattributed'}", *said]), fields


def _flag(change: Change) -> dict[str, Any]:
    return {
        "changed": change.kind,
        "told": change.told,
        "wordings": [change.first, change.second],
        "confirmed": change.confirmed,
    }


def _wording(wording: Wording) -> dict[str, Any]:
    quote = wording.quote
    return {
        "id": quote.id,
        "article": quote.article.id,
        "language": quote.language,
        "text": quote.text,
        "state": wording.state,
        "score": round(wording.score, 3),
        "probable": wording.probable,
    }


def change_rows(utterance: Utterance, content_dir: Path) -> Iterator[Row]:
    """Yield the lines of each guess that two wordings do not mean the same, unless it is confirmed."""
    quotes = {wording.quote.id: wording.quote for wording in utterance.wordings}
    for change in utterance.changes:
        if not change.confirmed:
            told = f" ({change.told})" if change.told else ""
            fields = {"told": change.told, "utterance": utterance.id}
            asked = f"has a meaning changed? {change.kind}{told}"
            yield _question(
                asked, change.kind, (quotes[change.first], quotes[change.second]), fields, content_dir
            )


def vetoed_row(vetoed: Vetoed, content_dir: Path) -> Row:
    """Return the lines of two quotes that would be one statement but for a number or a denial."""
    asked = f"kept apart; one statement with another meaning? {vetoed.kind}"
    return _question(
        asked, vetoed.kind, (vetoed.first, vetoed.second), {"told": "", "utterance": None}, content_dir
    )


def _question(
    asked: str, kind: ChangeKind, pair: tuple[Quote, Quote], fields: dict[str, Any], content_dir: Path
) -> Row:
    first, second = pair
    row = {
        "path": second.article.path,
        "line": None,
        "severity": "notice",
        "message": asked,
        "changed": kind,
        **fields,
        "wordings": [{"id": quote.id, "article": quote.article.id, "text": quote.text} for quote in pair],
    }
    entry = f"- {{changed: {kind}, wordings: [{first.id}, {second.id}]}}"
    lines = [
        f"{place(second.article.path, content_dir)}: notice: {asked}",
        *(f"  {quote.id}  {quote.language}  {quote.article.id}: {quote.text}" for quote in pair),
        f"  to tell readers, in stories.yml: {entry}",
        "  or instead of the kind: “nothing” (they mean the same), “statement” (they are two)",
    ]
    return "\n".join(lines), row


def story_row(story: Story) -> Row:
    """Return the lines of a story."""
    fields = {
        "story": story.id,
        "articles": [article.id for article in story.articles],
        "topics": list(story.topics),
        "links": [_link(link) for link in story.links],
    }
    lines = [
        story.id,
        *(f"  {article.language}  {article.id}  {article.title}" for article in story.articles),
    ]
    return "\n".join(lines), fields


def _link(link: Link) -> dict[str, object]:
    return {
        "first": link.first,
        "second": link.second,
        "score": round(link.score, 3),
        "shared": list(link.shared),
        "alike": link.alike,
        "by_editor": link.by_editor,
    }
