"""`digest record`: what the site has published, kept; and what is about to change for readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from digest.build import Gathered
from digest.cli.output import Row, emit, gathered, problem_rows
from digest.config import load_settings
from digest.errors import DigestError
from digest.model import (
    Event,
    RecordedArticle,
    RecordedPerson,
    RecordedStory,
    RecordedWording,
    Severity,
    What,
)
from digest.record import RECORD, append, forget


class RecordError(DigestError):
    """The record cannot be written, or should not be now."""


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would be recorded, and write nothing.")
@click.option(
    "--forget", "forgotten", metavar="ID", help="Take the words of a wording or an article out of it."
)
@click.pass_context
def record(ctx: click.Context, *, dry_run: bool, forgotten: str | None) -> None:
    """Record what the site has published: run it after a build, and commit content/record.jsonl.

    Links, feeds and anchors then stay what they are, and readers are told of corrections. A build right after
    it makes the same pages as the one before.

    With --forget, the words of a wording (its id stands in its lines) or of an article (OUTLET/SLUG) are
    taken out and their hashes stay. Older commits of a repository keep what they have.
    """
    settings = load_settings(ctx.obj)
    path = settings.content_dir / RECORD
    if forgotten:
        _forget(settings.content_dir, forgotten, dry_run=dry_run)
        return
    found = gathered(settings)
    errors = [problem for problem in found.problems if problem.severity is Severity.ERROR]
    if errors:
        emit(problem_rows(errors, settings.content_dir), "text")
        raise RecordError("nothing was recorded: what is broken would be told as gone; mend it first")
    events = found.history.pending
    for event in events:
        click.echo(event_row(event)[0])
    if not dry_run:
        try:
            append(settings.content_dir, events)
        except OSError as error:
            raise RecordError(f"{path}: cannot be written, and is as it was: {error.strerror}") from error
    done = "would be recorded" if dry_run else "recorded"
    click.echo(f"{len(events)} event{'' if len(events) == 1 else 's'} {done}", err=True)


def _forget(content_dir: Path, id_: str, *, dry_run: bool) -> None:
    if not (content_dir / RECORD).exists():
        raise RecordError(
            f"{content_dir / RECORD}: there is no record, so nothing to forget; digest record writes one"
        )
    try:
        lines = forget(content_dir, id_, dry_run=dry_run)
    except OSError as error:
        raise RecordError(f"{content_dir / RECORD}: {error.strerror}") from error
    if not lines:
        raise RecordError(
            f"“{id_}” has no words in the record; name a wording or an article, as its lines do"
        )
    click.echo(
        f"{lines} line{'' if lines == 1 else 's'} {'would lose' if dry_run else 'lost'} their words", err=True
    )


def show_changes(found: Gathered, form: str) -> None:
    """Print what is about to change for readers of what is published.

    Args:
        found: of the content and the record.
        form: `text`, `json` or `markdown`, for a pull request.
    """
    changes = [event for event in found.history.pending if event.what is not What.APPEARED]
    if form != "markdown":
        emit(map(event_row, changes), form)
        return
    click.echo("\n".join(_markdown(changes, len(found.history.pending) - len(changes))))


def _markdown(changes: Iterable[Event], new: int) -> Iterator[str]:
    yield "### What readers will see change"
    yield ""
    rows = [*changes]
    if rows:
        yield "| what | which | how |"
        yield "| --- | --- | --- |"
        for event in rows:
            told = _told(event).replace("|", "\\|").replace("<", "&lt;")
            yield f"| {event.kind} {event.what} | `{event.id}` | {told} |"
    else:
        yield "Nothing that is published changes."
    yield ""
    yield f"New: {new}."


def event_row(event: Event) -> Row:
    """Return the line of an event."""
    fields = {
        "what": event.what,
        "kind": event.kind,
        "id": event.id,
        "day": event.day,
        "became": event.became or None,
        "why": event.why or None,
    }
    return f"{event.day or 'undated'} {event.kind} {event.id} {event.what}: {_told(event)}", fields


def _told(event: Event) -> str:
    if event.what is What.GONE:
        return f"{event.why}, now {event.became}" if event.became else event.why
    state = event.state
    if isinstance(state, RecordedStory):
        return ", ".join(state.members)
    if isinstance(state, RecordedWording):
        return f"“{state.text}” {state.speaker or 'nobody named'} ({state.article})"
    if isinstance(state, RecordedArticle):
        return f"retracted: {state.retracted}" if state.retracted else state.title
    return ", ".join(state.names) if isinstance(state, RecordedPerson) else ""
