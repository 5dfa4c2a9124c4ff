"""py3langid's model, loaded once: each that asks gets it for the languages it may answer with."""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import Any


@cache
def identifier(codes: frozenset[str]) -> Any:
    """Return an identifier that knows these languages, as far as the model does."""
    model = copy(_model())
    model.set_languages(sorted(codes & set(model.labels)))
    return model


def everything() -> Any:
    """Return an identifier that knows all languages of the model, 140."""
    return _model()


@cache
def _model() -> Any:
    """Return the whole model; loading takes about a second, so only when the first text needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def let_go() -> None:
    """Free the model's memory, 100 MB; another text loads it again."""
    identifier.cache_clear()
    _model.cache_clear()
