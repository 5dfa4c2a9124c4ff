"""`digest review`: walking through what nobody has read, in a terminal."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Iterator
from types import FrameType

import click

from digest import languages
from digest.cli.exits import INTERRUPTED
from digest.cli.output import gathered
from digest.config import load_settings
from digest.model import Origin, Standing
from digest.translate import Reviewer, name_of, other_number, reviewing, unreviewed
from digest.translate import status as status_of

_KEYS = {"a": "accept", "e": "edit", "s": "skip", "q": "quit"}


@click.command()
@click.option("--as", "name", metavar="NAME", help="Sign with this name; otherwise nobody is named.")
@click.option("--language", metavar="CODE", help="Only translations into this language.")
@click.option("--doubtful", is_flag=True, help="Only what seems to have lost something.")
@click.pass_context
def review(ctx: click.Context, *, name: str | None, language: str | None, doubtful: bool) -> None:
    """Read what a machine or the desk worded, one text at a time: accept, edit or skip.

    What seems wrong comes first; editing opens $EDITOR. Each decision is written at once; Ctrl-C keeps it.
    """
    signed = name_of(name)
    settings = load_settings(ctx.obj)
    if language and language not in settings.languages:
        editions = ", ".join(settings.languages)
        raise click.UsageError(f"“{language}” is no edition; there are {editions}")
    found = gathered(settings)
    standings = status_of(found.segments, found.memory, settings=settings, kept=found.protected)
    waiting = [
        one
        for one in unreviewed(standings)
        if language in {None, one.use.target} and (one.is_doubtful or not doubtful)
    ]
    if not waiting:
        click.echo("nothing to review")
        return
    done, stopped = 0, False
    try:
        with reviewing(found.memory, settings, signed) as reviewer:
            for number, one in enumerate(waiting, 1):
                click.echo(_shown(one, f"{number} of {len(waiting)}"))
                decided = _decided(one, reviewer)
                if decided is None:
                    break
                done += decided
    except click.Abort as end:
        # click says this of the end of its input, too.
        stopped = isinstance(end.__context__, KeyboardInterrupt)
        click.echo()
    left = len(waiting) - done
    still = f"{left} {'is' if left == 1 else 'are'} left"
    click.echo(f"{done} reviewed{f' as {signed}' if signed else ''}, {still}")
    if stopped:
        sys.exit(INTERRUPTED)


def _shown(one: Standing, place: str) -> str:
    """Return a text with its translation, and what is known of it."""
    source, made = one.use.segment, one.translation
    if made is None:
        return ""
    who = "our desk" if made.origin is Origin.DESK else "a person" if made.origin is Origin.PERSON else ""
    if made.engine:
        who = f"{made.engine.label or made.engine.name} {', '.join(made.engine.steps)}"
    pair = f"{languages.endonym(source.language)} → {languages.endonym(made.language)}"
    why = ["the source changed since"] if one.is_stale else []
    why += [told for told in (one.doubt, other_number(made)) if told]
    lines = [
        "",
        f"[{place}] {pair}, {source.kind}, {one.where or one.use.place}",
        f"  {source.text}",
        f"  {made.text}",
        f"  worded by {who}",
        *(f"  ! {reason}" for reason in why),
    ]
    return "\n".join(lines)


def _decided(one: Standing, reviewer: Reviewer) -> int | None:
    """Ask until something is decided; return how many texts are reviewed by it, None to end."""
    asked = "[a]ccept, [e]dit, [s]kip, [q]uit"
    while True:
        key = click.prompt(asked, type=click.Choice(list(_KEYS)), show_choices=False, default="s")
        if key == "q":
            return None
        if key == "s":
            return 0
        if key == "a":
            return _told(reviewer.accept(one))
        if text := _edited(one):
            return _told(reviewer.reword(one, text))


def _edited(one: Standing) -> str:
    """Return what an editor made of a translation; nothing where it is as it was, or there is no editor."""
    try:
        with _left_to_the_editor():
            text = click.edit(one.translation.text if one.translation else "", extension=".txt")
    except click.ClickException as error:
        click.echo(f"{error.format_message()}; set EDITOR to the command of your editor", err=True)
        return ""
    if text is None or not text.strip():
        click.echo("nothing was changed")
        return ""
    return text


@contextlib.contextmanager
def _left_to_the_editor() -> Iterator[None]:
    """Let Ctrl-C be the editor's: a terminal gives it to both, and in many editors it ends a mode."""

    def nothing(_number: int, _frame: FrameType | None) -> None:
        """Unlike ignoring, this is not inherited by the editor."""

    before = signal.signal(signal.SIGINT, nothing)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _told(was_there: bool) -> int:  # noqa: FBT001
    if not was_there:
        click.echo("somebody has changed that text meanwhile; it is left as it is", err=True)
    return int(was_there)
