"""Fills the reference pages from the code: options, commands, and the keys of every file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from digest.cli import main
from digest.config.options import OPTIONS
from digest.read import SCHEMAS, schema_of


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put what the code says in the place of its mark."""
    for mark, made in (("options", _options), ("commands", _commands), ("files", _files)):
        if f"<!-- {mark} -->" in markdown:
            markdown = markdown.replace(f"<!-- {mark} -->", "\n".join(made()))
    return markdown


def _options() -> Iterator[str]:
    yield from ("| option | default | meaning |", "| --- | --- | --- |")
    for option in OPTIONS:
        default = option.default
        shown = json.dumps(list(default) if isinstance(default, tuple) else default, default=str)
        yield f"| `{option.name}` | {f'`{shown}`' if default else 'none'} | {option.means} |"


def _commands() -> Iterator[str]:
    top = click.Context(main, info_name="digest")
    for name in main.list_commands(top):
        command = main.get_command(top, name)
        if command is not None:
            yield from _command(command, click.Context(command, info_name=name, parent=top), "##")


def _command(command: click.Command, context: click.Context, level: str) -> Iterator[str]:
    yield f"{level} `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from _command(inner, click.Context(inner, info_name=name, parent=context), level + "#")


def _files() -> Iterator[str]:
    for name in SCHEMAS:
        schema = schema_of(name)
        yield f"## {schema['title']}\n\n`digest schema {name}`\n"
        yield from ("| key | needed | holds |", "| --- | --- | --- |")
        record = _record(schema)
        for key, value in record.get("properties", {}).items():
            needed = "yes" if key in record.get("required", ()) else ""
            yield f"| `{key}` | {needed} | {value.get('description', '')} |"
        yield ""


def _record(schema: dict[str, Any]) -> dict[str, Any]:
    """Return what describes one entry of a file."""
    while "properties" not in schema:
        inner = schema.get("additionalProperties") or schema.get("items") or schema["anyOf"][-1]
        schema = inner if isinstance(inner, dict) else {"properties": {}}
    return schema
