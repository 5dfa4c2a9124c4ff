"""A model of Firefox in memory: fxtranslate decodes, sentencepiece tells what the vocabulary holds.

One model is held at a time, by the thread that loaded it: an object of fxtranslate serves no other. Its
shortlist is left out: it gains a few per cent of time and writes words that are none.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from digest import languages
from digest.errors import EngineError
from digest.languages.sentences import all_sentences
from digest.translate.engines.firefox.sentence import translated
from digest.translate.engines.style import renumbered
from digest.translate.models import FirefoxFiles

_LONGEST_WORD = 40
"""Letters of a word that are weighed: the cost of cutting it into pieces grows with more than its length."""
_held = threading.local()


class Loaded:
    """A model and its vocabulary."""

    def __init__(self, files: FirefoxFiles) -> None:
        self._name = files.name
        with _native(self._name):
            import sentencepiece  # noqa: PLC0415 - lazily
            from fxtranslate import Translator  # noqa: PLC0415 - lazily

            source = files.source.read_bytes()
            self._translator: Any = Translator(
                model=files.model.read_bytes(), src_vocab=source, trg_vocab=files.target.read_bytes()
            )
            self._pieces: Any = sentencepiece.SentencePieceProcessor(model_proto=source)
            self._pieces.encode("")  # an empty file is no error until it is asked
        self._unknown: dict[str, bool] = {}

    def raw(self, text: str) -> str:
        """Return what the model makes of a text of at most 80 pieces."""
        with _native(self._name):
            made: str = self._translator.translate(text)
        return made.strip()

    def count(self, text: str) -> int:
        """Return how many pieces of its vocabulary a text is."""
        return len(self._pieces.encode(text))

    def is_unknown(self, character: str) -> bool:
        """Tell whether its vocabulary lacks a character."""
        known = self._unknown.get(character)
        if known is None:
            known = self._pieces.unk_id() in self._pieces.encode(character)
            self._unknown[character] = known
        return known

    def likelihood(self, word: str) -> float:
        """Return the logarithm of how likely a word is written so."""
        return float(sum(map(self._pieces.get_score, self._pieces.encode(word[:_LONGEST_WORD]))))


def outputs(files: FirefoxFiles, texts: Sequence[str], source: str, target: str) -> list[str]:
    """Return the translation of each text; an empty one where something in it was lost.

    Lines stay lines, as a headline has no full stop that parts it from what follows.

    Raises:
        EngineError: the files are damaged, or what they need is not installed.
    """
    rows = languages.row(source), languages.row(target)
    between = " " if rows[1].spaced else ""
    model = _loaded(files)
    known: dict[str, str] = {}

    def line_of(line: str) -> str | None:
        cut = all_sentences(line, source) if line.strip() else ()
        for one in cut:
            if one not in known:
                known[one] = renumbered(one, translated(one, model, *rows), source, target)
        return between.join(known[one] for one in cut) if all(known[one] for one in cut) else None

    done = []
    for text in texts:
        lines = [line_of(line) for line in text.splitlines()]
        done.append("" if None in lines else "\n".join(line or "" for line in lines))
    return done


@contextmanager
def _native(name: str) -> Iterator[None]:
    """Make an error of our own of whatever a native library raises for damaged files."""
    try:
        yield
    except ImportError as error:
        raise EngineError(
            f"Firefox's models need what is not installed ({error}); pip install 'mkdocs-digest[firefox]'"
        ) from error
    except (KeyboardInterrupt, SystemExit):
        raise
    # A panic of the engine is no Exception.
    except BaseException as error:
        said = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise EngineError(f"the model {name} cannot be used: {said}; run digest models verify") from error


def _loaded(files: FirefoxFiles) -> Loaded:
    try:
        key = tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in files.paths)
    except OSError as error:
        raise EngineError(f"the model {files.name} is not whole: {error}; install it again") from error
    if getattr(_held, "key", None) != key:
        _held.key = _held.model = None  # before the next one comes: two would need twice the memory
        _held.model = Loaded(files)
        _held.key = key
    model: Loaded = _held.model
    return model
