"""What a configuration says of the whole site, apart from the plugin's own options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from digest.config.folders import folder_problems, normal
from digest.config.kinds import described, is_line, is_whole
from digest.config.source import Source
from digest.model import Layout, Script

PLUGIN = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The site around the digest. Paths are absolute."""

    folder: Path
    """Of the configuration: options name paths relative to it."""
    site_name: str
    site_url: str
    docs_dir: Path
    site_dir: Path
    custom_dir: Path | None = None
    """The owner's own templates."""
    use_directory_urls: bool = True
    stylesheets: tuple[str, ...] = ()
    scripts: tuple[Script, ...] = ()
    """The owner's own, as `extra_css` and `extra_javascript` name them."""
    exclude_docs: str = ""
    """Patterns, as in `.gitignore`, of what `docs_dir` keeps to itself."""
    markdown_extensions: tuple[tuple[str, Mapping[str, Any]], ...] = field(default=())
    """Of ordinary pages: names, and what is configured of each."""

    def rooted(self, script: Script) -> Script:
        """Return a script that is found from any folder of the host."""
        parts = urlsplit(script.path)
        if parts.scheme or parts.netloc or script.path.startswith("/"):
            return script
        return replace(script, path=f"{urlsplit(self.site_url).path.rstrip('/')}/{script.path}")

    def problems(self, source: Source, layout: Layout, pages_dir: Path, content_dir: Path) -> list[str]:
        """Return what of it a digest cannot be built with."""
        wrong = list(folder_problems(layout, pages_dir, content_dir, self.site_dir))
        if not self.site_url:
            wrong.append(
                ("site_url", "is missing; feeds and search engines need it: site_url: https://example.org/")
            )
        elif not _is_address(self.site_url):
            wrong.append(("site_url", "write a whole address, as https://example.org/"))
        for name, paths in self._loaded().items():
            wrong += [
                (name, f"write a path or a whole address; this is {described(one)}")
                for one in paths
                if not is_whole(one)
            ]
        return [f"{source.place(name)}: {name}: {what}" for name, what in wrong]

    def _loaded(self) -> dict[str, tuple[str, ...]]:
        return {"extra_css": self.stylesheets, "extra_javascript": tuple(one.path for one in self.scripts)}


def surroundings_of(source: Source) -> tuple[Surroundings, Mapping[Any, Any] | None, list[str]]:
    """Return the site of a configuration, the plugin's options, and what is wrong.

    The options are None where the plugin is not listed.
    """
    problems = [
        f"{source.place(*key)}: “{key[-1]}” stands here again; keep one, as only the last would count"
        for key in source.twice
        if len(key) == 1
    ]
    folder = normal(source.path).parent
    values = source.values

    def text(name: str, default: str) -> str:
        value = values.get(name)
        if value is None:
            return default
        if isinstance(value, str) and (not value or is_line(value)):
            return value
        problems.append(f"{source.place(name)}: {name}: write one line of text; this is {described(value)}")
        return default

    theme = values.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    site = Surroundings(
        folder=folder,
        site_name=text("site_name", ""),
        site_url=text("site_url", ""),
        docs_dir=normal(folder / text("docs_dir", "docs")),
        site_dir=normal(folder / text("site_dir", "site")),
        custom_dir=normal(folder / custom) if isinstance(custom, str) and custom.isprintable() else None,
        use_directory_urls=values.get("use_directory_urls") is not False,
        stylesheets=tuple(item for item in _list(values.get("extra_css")) if isinstance(item, str)),
        scripts=tuple(map(_script, _list(values.get("extra_javascript")))),
        exclude_docs="\n".join(str(values.get(key) or "") for key in ("exclude_docs", "draft_docs")),
        markdown_extensions=tuple(_extensions(values.get("markdown_extensions"))),
    )
    if "site_name" not in values:
        problems.append(f"{source.path}: site_name is missing; readers need it: site_name: Our Digest")
    return site, _options(source, problems), problems


def _options(source: Source, problems: list[str]) -> Mapping[Any, Any] | None:
    listed = _listed(source.values.get("plugins"))
    if not listed:
        problems.append(f"{source.place('plugins')}: the plugin is not listed; add “plugins: - digest”")
        return None
    place = source.place("plugins", PLUGIN)
    if len(listed) > 1:
        problems.append(f"{place}: the plugin is listed {len(listed)} times; keep one")
    else:
        problems += [
            f"{source.place(*key)}: “{key[-1]}” stands here again; keep one, as only the last would count"
            for key in source.twice
            if key[:2] == ("plugins", PLUGIN)
        ]
    options = listed[0] if listed[0] is not None else {}
    if not isinstance(options, dict):
        right = "write options under “- digest:”, as languages: [en, es]"
        problems.append(f"{place}: {right}; this is {described(options)}")
        return {}
    # MkDocs' own, for any plugin.
    return {key: value for key, value in options.items() if key != "enabled"}


def _listed(plugins: object) -> list[Any]:
    """Return the options of each entry of the plugin."""
    if isinstance(plugins, dict):
        return [options for name, options in plugins.items() if name == PLUGIN]
    found: list[Any] = []
    for item in plugins if isinstance(plugins, list) else []:
        if item == PLUGIN:
            found.append(None)
        elif isinstance(item, dict):
            found += [options for name, options in item.items() if name == PLUGIN]
    return found


def _extensions(value: object) -> list[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, dict):
        return [(str(name), held if isinstance(held, dict) else {}) for name, held in value.items()]
    found: list[tuple[str, Mapping[str, Any]]] = []
    for item in value if isinstance(value, list) else []:
        if isinstance(item, str):
            found.append((item, {}))
        elif isinstance(item, dict):
            found += [(str(name), held if isinstance(held, dict) else {}) for name, held in item.items()]
    return found


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _script(value: object) -> Script:
    if not isinstance(value, dict):
        path = str(value)
        return Script(path=path, type="module" if path.endswith(".mjs") else "")
    return Script(
        path=str(value.get("path", "")),
        type=str(value.get("type", "")),
        defer=value.get("defer") is True,
        is_async=value.get("async") is True,
    )


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
