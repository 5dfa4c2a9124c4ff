"""Digest: a static, multilingual news digest, built by MkDocs from a folder of articles.

What stands here is what other programs may lean on; it changes with a notice in CHANGELOG.md, one version
before. Every other module is ours to move.

`config.load_settings` reads a configuration, `build.build` makes of its content what pages show (a
`model.Site`), `build.outputs` yields the pages and files themselves; whatever can be wrong with what people
write is an `errors.DigestError`.
"""

from __future__ import annotations

__all__ = ["__version__", "build", "config", "errors", "model"]


def __getattr__(name: str) -> str:
    # Asked when it is wanted: looking through what is installed takes longer than `digest --help` may.
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Before the program can answer to Ctrl-C, as little as can be is loaded.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("mkdocs-digest")
    except PackageNotFoundError:
        return "0"
