"""`mkdocs.yml` → plain values, and the line of each: read as MkDocs does, and nothing is imported or run.

`!ENV` takes a variable, `INHERIT` another file underneath; what the tags of Python and others name stays
closed (`Closed`): none of our options needs it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from digest.errors import ConfigError
from digest.whole import CONFLICT, conflict_line

NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""What a site's configuration is called, in the order in which it is looked for."""

_PARENT = "INHERIT"
_LARGEST = 2_000_000
"""Bytes; no configuration is as large."""

Key = tuple[str, ...]
"""Of a value: `("plugins", "digest", "languages")`."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A value that only Python code could tell."""

    tag: str


@dataclass(frozen=True, slots=True)
class Source:
    """What a configuration says."""

    path: Path
    values: Mapping[str, Any]
    place_by_key: Mapping[Key, str]
    """`path:line` of what is written, also in inherited files."""
    twice: tuple[Key, ...] = ()
    """Keys that stand more than once in one mapping: the last would win."""

    def place(self, *key: str) -> str:
        """Return where a value is written; of one that is not, where its mapping is, or the file."""
        for length in range(len(key), 0, -1):
            if key[:length] in self.place_by_key:
                return self.place_by_key[key[:length]]
        return str(self.path)


def find_config(named: str | None) -> str:
    """Return the configuration that is named, else the one that is here, else the usual name."""
    return named or next((name for name in NAMES if Path(name).is_file()), NAMES[0])


def source_of(path: Path, *, heirs: tuple[Path, ...] = ()) -> Source:
    """Read a configuration with what it inherits.

    Raises:
        ConfigError: it is missing, or is no YAML.
    """
    if not path.is_file():
        raise ConfigError(f"{path}: no such file; run this beside mkdocs.yml, or name it with -f")
    own = _read(path)
    parent = own.values.get(_PARENT)
    if parent is None:
        return own
    place = own.place(_PARENT)
    if not isinstance(parent, str) or "\0" in parent:
        raise ConfigError(f"{place}: {_PARENT} must be the path of a file")
    below = Path(os.path.normpath(path.parent / parent))
    if not below.is_file():
        raise ConfigError(
            f"{place}: {_PARENT}: there is no file {below}; write its path, relative to this file"
        )
    if any(_is_same(below, one) for one in (*heirs, path)):
        raise ConfigError(f"{place}: {_PARENT}: {below} inherits from this file; take one of the two out")
    base = source_of(below, heirs=(*heirs, path))
    return Source(
        path,
        _merged(base.values, own.values),
        {**base.place_by_key, **own.place_by_key},
        base.twice + own.twice,
    )


def _is_same(first: Path, second: Path) -> bool:
    return first.samefile(second)


def _merged(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Lay one mapping over another, mappings within them likewise; lists are replaced."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = _merged(below, value) if both and isinstance(below, dict) else value
    return merged


class _Loader(yaml.SafeLoader):
    """Python's own parser: libyaml's ends the process on a file of brackets, this one raises."""


def _env(loader: _Loader, node: yaml.Node) -> Any:
    """Return the first variable that is set, as YAML reads it; the last item of a list is the default."""
    default = None
    names = [node]
    if isinstance(node, yaml.SequenceNode):
        names = list(node.value)
        if len(names) > 1:
            default = loader.construct_object(names.pop(), deep=True)
    for name in names:
        variable = str(name.value)
        if "\0" not in variable and "=" not in variable and variable in os.environ:
            value = os.environ[variable]
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return default


def _text(loader: _Loader, node: yaml.ScalarNode) -> str:
    return str(loader.construct_scalar(node))


def _closed(_: _Loader, suffix: str, node: yaml.Node) -> Closed:
    return Closed(node.tag or suffix)


_Loader.add_constructor("!ENV", _env)
# A date is a text until an option asks for one, and one that does not exist would end the reading.
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _text)
_Loader.add_multi_constructor("!", _closed)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _closed)


def _read(path: Path) -> Source:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    if len(data) > _LARGEST:
        raise ConfigError(f"{path}: is larger than {_LARGEST // 1_000_000} MB, so it is no configuration")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{path}:{line}: this is not UTF-8; save the file as UTF-8") from error
    if conflict := conflict_line(text):
        raise ConfigError(f"{path}:{conflict}: {CONFLICT}")
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        values = loader.construct_document(node) if node else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise ConfigError(f"{where}: this is no YAML: {error.problem or error.context}") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ConfigError(
            f"{path}:{line}: there is a character that YAML does not allow; take it out"
        ) from error
    except RecursionError as error:
        raise ConfigError(f"{path}: lists and mappings are nested too deeply") from error
    except (yaml.YAMLError, ValueError, OverflowError, TypeError) as error:
        raise ConfigError(f"{path}: this is no YAML: {error}") from error
    if not isinstance(values, dict):
        raise ConfigError(f"{path}:1: there must be keys and values here, as site_name: Our Digest")
    found = list(_keys(node, (), set()))
    places = {key: f"{path}:{line}" for key, line in found}
    known = [key for key, _ in found]
    return Source(path, values, places, tuple(dict.fromkeys(key for key in known if known.count(key) > 1)))


def _keys(node: yaml.Node | None, above: Key, seen: set[int]) -> Iterator[tuple[Key, int]]:
    """Yield the keys down to the options of plugins, with their lines; a list of plugins is a mapping."""
    if node is None or len(above) > 2 or id(node) in seen:
        return
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode):
                key = (*above, str(name.value))
                yield key, name.start_mark.line + 1
                yield from _keys(value, key, {*seen, id(node)})
    elif isinstance(node, yaml.SequenceNode) and above == ("plugins",):
        for item in node.value:
            if isinstance(item, yaml.ScalarNode):
                yield (*above, str(item.value)), item.start_mark.line + 1
            else:
                yield from _keys(item, above, {*seen, id(node)})
