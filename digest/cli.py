"""Command-line shell: `digest check`, `quotes`, `stories`, `translate`, `schema`.

Exit status: 0 fine, 1 problems found, 2 wrong usage.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from digest.build import Gathered, gather, local_pool
from digest.config import load_settings
from digest.errors import DigestError
from digest.model import Link, Problem, Settings, Severity, Span, Story, Trimmed, Utterance, Wording
from digest.read import schema as article_schema
from digest.translate import fill_memory

Row = tuple[str, dict[str, Any]]
"""A line of a listing, as text and as JSON."""

FORMATS = click.Choice(["text", "json"])


class Digest(click.Group):
    """Shows what a user can mend without a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an expected error ends it with status 1."""
        try:
            return super().invoke(ctx)
        except DigestError as error:
            click.echo(str(error), err=True)
            ctx.exit(1)


@click.group(cls=Digest, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-f", "--config-file", default="mkdocs.yml", show_default=True, help="The site's configuration."
)
@click.version_option(package_name="mkdocs-digest")
@click.pass_context
def main(ctx: click.Context, config_file: str) -> None:
    """Check, list and translate what a digest is built from."""
    ctx.obj = config_file


def _gathered(settings: Settings) -> Gathered:
    with local_pool(settings) as executor:
        return gather(settings, executor=executor)


@main.command()
@click.option("-v", "--verbose", is_flag=True, help="Also list what was trimmed from sources, and why.")
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
@click.option("--format", "form", type=FORMATS, default="text", show_default=True)
@click.pass_context
def check(ctx: click.Context, *, verbose: bool, strict: bool, form: str) -> None:
    """Find every problem of the content, without building anything."""
    gathered = _gathered(load_settings(ctx.obj))
    _emit(map(_problem, gathered.problems), form)
    if verbose:
        _emit(map(_trimmed, gathered.content.trimmed), form)
    if form == "text":
        for line in _summary(gathered):
            click.echo(line, err=True)
    errors = [problem for problem in gathered.problems if strict or problem.severity is Severity.ERROR]
    sys.exit(1 if errors else 0)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--utterances", is_flag=True, help="One line a statement, with all its wordings.")
@click.option("--format", "form", type=FORMATS, default="text", show_default=True)
@click.pass_context
def quotes(ctx: click.Context, paths: tuple[Path, ...], *, utterances: bool, form: str) -> None:
    """List the quotations found, of all articles or of those at PATHS (files or folders)."""
    settings = load_settings(ctx.obj)
    wanted = [path.resolve() for path in paths]
    root = settings.content_dir.resolve()

    def is_wanted(wording: Wording) -> bool:
        path = root / wording.quote.article.path
        return not wanted or any(path == one or one in path.parents for one in wanted)

    found = [u for u in _gathered(settings).utterances if any(map(is_wanted, u.wordings))]
    if utterances:
        _emit(map(_utterance, found), form)
        return
    rows = [(u, w) for u in found for w in u.wordings if is_wanted(w)]
    rows.sort(key=lambda row: (row[1].quote.article.path, row[1].quote.span.start))
    _emit((_quote(*row) for row in rows), form)


@main.command()
@click.option("--format", "form", type=FORMATS, default="text", show_default=True)
@click.pass_context
def stories(ctx: click.Context, *, form: str) -> None:
    """List the stories, their articles and why these are together."""
    _emit(map(_story, _gathered(load_settings(ctx.obj)).grouping.stories), form)


@main.command()
@click.pass_context
def translate(ctx: click.Context) -> None:
    """Fill the translation memory with the installed engines, for people to review."""
    settings = load_settings(ctx.obj)
    gathered = _gathered(settings)
    with click.progressbar(length=1, label="translating", file=sys.stderr) as bar:

        def progress(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        report = fill_memory(gathered.segments, gathered.memory, settings=settings, progress=progress)
    for refused in report.refused:
        click.echo(f"refused ({refused.reason}): {refused.segment.text} → {refused.text}", err=True)
    for failure in report.failures:
        click.echo(failure, err=True)
    for name in report.files:
        click.echo(f"wrote {name}")
    click.echo(
        f"{report.present} were there, {len(report.filled)} are new, {len(report.missing)} are still missing"
    )
    sys.exit(1 if report.failures else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of an article's front matter, for editors' completion."""
    click.echo(json.dumps(article_schema(), ensure_ascii=False, indent=2))


def _emit(rows: Iterable[Row], form: str) -> None:
    for text, fields in rows:
        click.echo(text if form == "text" else json.dumps(fields, ensure_ascii=False))


def _summary(gathered: Gathered) -> Iterable[str]:
    articles = gathered.content.articles
    summaries = sum(article.is_summary for article in articles)
    counts = [
        f"{_counted(len(articles), 'article')} ({summaries} by the desk)",
        _counted(len({article.language for article in articles}), "language"),
        _counted(len(gathered.quotes), "quote"),
        _counted(len(gathered.grouping.stories), "story", "stories"),
        _counted(len(gathered.problems), "problem"),
    ]
    yield ", ".join(counts)
    if len(articles) > summaries:
        yield "Full texts in a public repository are published texts: keep only those you may publish."


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _problem(problem: Problem) -> Row:
    fields = {
        "path": problem.path,
        "line": problem.line,
        "severity": problem.severity,
        "message": problem.message,
    }
    return f"{problem.path}:{problem.line or 1}: {problem.severity}: {problem.message}", fields


def _trimmed(trimmed: Trimmed) -> Row:
    fields = {"path": trimmed.path, "line": trimmed.line, "trimmed": trimmed.text, "reason": trimmed.reason}
    return f"{trimmed.path}:{trimmed.line}: trimmed “{trimmed.text}”: {trimmed.reason}", fields


def _quote(utterance: Utterance, wording: Wording) -> Row:
    quote = wording.quote
    fields = {
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
    where = f"{quote.article.path}:{quote.span.start}-{quote.span.end}"
    perhaps = f" (perhaps {quote.candidate}, {quote.score:.2f})" if quote.candidate else ""
    return f"{where}: {quote.speaker or f'unattributed{perhaps}'}: {quote.text}", fields


def _places(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _utterance(utterance: Utterance) -> Row:
    fields = {
        "utterance": utterance.id,
        "person": utterance.person.id if utterance.person else None,
        "spoken_language": utterance.spoken_language,
        "story": utterance.story,
        "wordings": [_wording(wording) for wording in utterance.wordings],
    }
    said = [
        f"  {w.state}  {w.quote.language}  {w.quote.article.id}: {w.quote.text}" for w in utterance.wordings
    ]
    return "\n".join([f"{utterance.id}: {fields['person'] or 'unattributed'}", *said]), fields


def _wording(wording: Wording) -> dict[str, Any]:
    quote = wording.quote
    return {
        "article": quote.article.id,
        "language": quote.language,
        "text": quote.text,
        "state": wording.state,
        "score": round(wording.score, 3),
    }


def _story(story: Story) -> Row:
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
        "by_editor": link.by_editor,
    }
