"""What MkDocs hands over, as the plain records of ours."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from digest.config import Source, Surroundings, source_of, surroundings_of
from digest.errors import ConfigError
from digest.model import Script
from digest.publish import Written, one_text


def surroundings(config: MkDocsConfig) -> Surroundings:
    """Return what MkDocs made of the configuration, but for the styles and scripts that other plugins add.

    Those are for pages of MkDocs and its theme; ours are the same whatever else is listed, and in what order.
    """
    source = lines(config)
    # A configuration that is no file has nothing but what MkDocs holds.
    named = surroundings_of(source)[0] if source.values else with_added(config)
    return replace(with_added(config), stylesheets=named.stylesheets, scripts=named.scripts)


def with_added(config: MkDocsConfig) -> Surroundings:
    """Return what MkDocs made of the configuration, with what other plugins added to it until now."""
    return Surroundings(
        folder=Path(config.config_file_path).parent if config.config_file_path else Path.cwd(),
        site_name=config.site_name,
        site_url=config.site_url or "",
        docs_dir=Path(config.docs_dir),
        site_dir=Path(config.site_dir),
        custom_dir=Path(config.theme.custom_dir) if config.theme.custom_dir else None,
        use_directory_urls=config.use_directory_urls,
        stylesheets=tuple(one for one in config.extra_css if isinstance(one, str)),
        scripts=tuple(map(script, config.extra_javascript)),
    )


def script(given: ExtraScriptValue | str) -> Script:
    """Return a script of the owner's."""
    if isinstance(given, str):
        return Script(path=given, type="module" if given.endswith(".mjs") else "")
    return Script(path=given.path, type=given.type, defer=given.defer, is_async=given.async_)


def lines(config: MkDocsConfig) -> Source:
    """Return the configuration as it is written, for the lines of its options."""
    path = Path(os.path.relpath(config.config_file_path)) if config.config_file_path else Path("mkdocs.yml")
    try:
        return source_of(path)
    except ConfigError:
        # MkDocs could read it, so only the lines are missing.
        return Source(path, {}, {})


def address(file: File) -> str:
    """Return the path of a file's page, as `digest.publish.addresses` writes it: not escaped."""
    folder, _, name = file.dest_uri.rpartition("/")
    inside = f"{folder}/" if folder else ""
    return inside if name == "index.html" else inside + name


def written(page: MkDocsPage) -> Written:
    """Return a page that MkDocs made of a Markdown file, as ours are."""
    return Written(
        path=address(page.file),
        title=one_text(page.title),
        body=page.content or "",
        description=one_text(page.meta.get("description")),
    )
