"""Commands for the model packages of Argos: `digest models list`, `install`, `remove`, `verify`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from digest.cli.output import Row, emit, format_option, progress
from digest.config import load_settings
from digest.translate.models import Models, Offer, Pin, State, models_of

NONE_HERE = "no models here; install one: digest models install es en, or digest models install FILE"

index_option = click.option("--index", metavar="ADDRESS", help="Of a mirror, instead of Argos's own index.")


@click.group()
def models() -> None:
    """Install, pin and check the models that Argos translates with."""


@models.command("list")
@click.option("--available", is_flag=True, help="What the index offers, instead of what is here.")
@index_option
@format_option
@click.pass_context
def list_(ctx: click.Context, *, available: bool, index: str | None, form: str) -> None:
    """List the models that are installed or pinned."""
    found = _models(ctx, index)
    if available:
        _listed(map(_offer_row, found.offered()), form, f"{found.index} offers no models")
    else:
        _listed(map(_state_row, found.states()), form)


@models.command()
@click.argument("what", nargs=-1, metavar="[SOURCE TARGET | FILE]")
@index_option
@click.pass_context
def install(ctx: click.Context, what: tuple[str, ...], *, index: str | None) -> None:
    """Install a model and pin it in models.toml: of a pair (es en), from a FILE, or all that are pinned."""
    found = _models(ctx, index)
    if len(what) == 1:
        if not Path(what[0]).is_file():
            raise click.UsageError(f"{what[0]} is no file; name a file, or a pair as es en")
        _say(*found.install_file(Path(what[0])))
        return
    pinned = [state for state in found.states(thorough=True) if state.pinned]
    missing = [state.name for state in pinned if state.fault]
    if not what and not missing:
        said = "every pinned model is installed" if pinned else "no model is pinned"
        click.echo(f"{said}; to add one, name a pair as es en, or a file", err=True)
    for name in [_name(what)] if what else missing:
        with progress(name, "MB", scale=1_000_000) as tell:
            done = found.install(name, tell)
        _say(*done)


@models.command()
@click.argument("pair", nargs=2, metavar="SOURCE TARGET")
@click.pass_context
def remove(ctx: click.Context, pair: tuple[str, ...]) -> None:
    """Remove the model of a pair, and its pin."""
    name = _name(pair)
    removed = _models(ctx).remove(name)
    if removed is None:
        click.echo(f"{name} is neither installed nor pinned", err=True)
        sys.exit(1)
    click.echo(f"removed {removed}")


@models.command()
@format_option
@click.pass_context
def verify(ctx: click.Context, *, form: str) -> None:
    """Compare every file of the installed models with models.toml."""
    states = list(_models(ctx).states(thorough=True))
    _listed(map(_state_row, states), form)
    sys.exit(1 if any(state.fault for state in states) else 0)


def _models(ctx: click.Context, index: str | None = None) -> Models:
    return models_of(load_settings(ctx.obj), index)


def _listed(found: Iterable[Row], form: str, empty: str = NONE_HERE) -> None:
    """Print a listing of models, or say that there are none."""
    rows = list(found)
    emit(rows, form)
    if not rows:
        click.echo(empty, err=True)


def _name(pair: tuple[str, ...]) -> str:
    if len(pair) != 2:
        raise click.UsageError("name a pair as es en, or a file")
    return "_".join(pair)


def _say(name: str, pin: Pin) -> None:
    click.echo(f"installed {name} {pin.version}, sha256 {pin.sha256}")


def _offer_row(offer: Offer) -> Row:
    return f"{offer.name} {offer.version}", {"model": offer.name, "version": offer.version}


def _state_row(state: State) -> Row:
    fields = {
        "model": state.name,
        "installed": state.version,
        "pinned": state.pinned,
        "used": state.used,
        "problem": state.fault,
    }
    unpinned = "not pinned" if state.used else "not pinned, so not used"
    said = state.fault or ("pinned" if state.pinned else unpinned)
    return f"{state.name} {state.version or state.pinned}: {said}", fields
