"""Argos packages, without torch: argostranslate finds them, CTranslate2 decodes, sentencex cuts sentences.

`argostranslate.translate` is never imported: it needs stanza, so torch, and fetches sentence models.
Nothing here uses the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import sentencex

from digest import languages
from digest.errors import EngineError
from digest.model import Engine

PIVOT = "en"
BEAM = 4
LENGTH_PENALTY = 0.2
"""Beam and penalty are what Argos itself decodes with."""
BATCH_TOKENS = 2048
_TAGS = {"zt": "zh-Hant", "pb": "pt-BR"}
"""Codes of Argos packages that are no BCP 47 tags."""


class Argos:
    """Argos packages in a folder, by default the one of Argos itself (`ARGOS_PACKAGES_DIR`)."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def stamp(self, source: str, target: str) -> Engine | None:
        """Return the package or two packages for the pair, or None."""
        route = self._route(source, target)
        if not route:
            return None
        return Engine(
            name="argos",
            model="+".join(f"{package.from_code}_{package.to_code}" for package in route),
            version="+".join(package.package_version or "unknown" for package in route),
            pivot=PIVOT if len(route) > 1 else None,
        )

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate all texts in one batch for each package on the way.

        The same texts, packages and processor give the same output. On another processor float sums may
        round differently; what must be the same everywhere is committed to the memory.

        Raises:
            EngineError: no package serves the pair, or one is broken.
        """
        route = self._route(source, target)
        if not route:
            raise EngineError(f"no Argos package translates {source} into {target}")
        outputs = list(texts)
        for package in route:
            try:
                outputs = _hop(package, outputs)
            # CTranslate2 and the tokenisers raise all of these for damaged files.
            except (ImportError, OSError, RuntimeError, ValueError, AttributeError) as error:
                name = f"{package.from_code}_{package.to_code}"
                raise EngineError(f"the Argos package {name} cannot be used: {error}") from error
        return outputs

    def _route(self, source: str, target: str) -> tuple[Any, ...]:
        direct = self._package(source, target)
        if direct:
            return (direct,)
        first, second = self._package(source, PIVOT), self._package(PIVOT, target)
        return (first, second) if first and second else ()

    def _package(self, source: str, target: str) -> Any:
        for wanted in ((source, target), (_main(source), _main(target))):
            if wanted in self._packages:
                return self._packages[wanted]
        return None

    @cached_property
    def _packages(self) -> dict[tuple[str, str], Any]:
        """Installed packages by pair of tags, the newest of each."""
        try:
            from argostranslate import package as argos  # noqa: PLC0415 - lazily: it brings sentencepiece

            found = argos.get_installed_packages([self._folder] if self._folder else None)
        except ImportError:
            return {}
        # Importing it already makes folders in the home folder.
        except (OSError, ValueError) as error:
            raise EngineError(f"the installed Argos packages cannot be read: {error}") from error
        usable = [p for p in found if p.type == "translate" and p.from_code and p.to_code]
        return {(_tag(p.from_code), _tag(p.to_code)): p for p in sorted(usable, key=_age)}


def _age(package: Any) -> tuple[tuple[int, ...], str]:
    return tuple(map(int, re.findall(r"\d+", package.package_version))), str(package.package_path)


def _tag(code: str) -> str:
    return _TAGS.get(code, code)


def _main(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0]


def _hop(package: Any, texts: Iterable[str]) -> list[str]:
    """Translate every text with one package, each different sentence once."""
    source, target = _tag(package.from_code), _tag(package.to_code)
    cut = [_sentences(text, source) for text in texts]
    done = _decoded(package, sorted({sentence for sentences in cut for sentence in sentences}))
    between = " " if languages.row(target).spaced else ""
    return [between.join(done[sentence] for sentence in sentences) for sentences in cut]


def _sentences(text: str, language: str) -> list[str]:
    cut = sentencex.segment(language, " ".join(text.split()))
    return [sentence.strip() for sentence in cut if sentence.strip()]


def _decoded(package: Any, sentences: Sequence[str]) -> dict[str, str]:
    """Return the translation of each sentence; those of like length share a batch, so padding is little."""
    import ctranslate2  # noqa: PLC0415 - lazily

    tokens = {sentence: package.tokenizer.encode(sentence) for sentence in sentences}
    order = sorted(sentences, key=lambda sentence: (len(tokens[sentence]), sentence))
    if not order:
        return {}
    # “default” keeps the weights as they are in the package; “auto” would choose by processor.
    model = ctranslate2.Translator(
        str(package.package_path / "model"), device="cpu", compute_type="default", inter_threads=1
    )
    prefix = package.target_prefix
    results = model.translate_batch(
        [tokens[sentence] for sentence in order],
        target_prefix=[[prefix]] * len(order) if prefix else None,
        beam_size=BEAM,
        num_hypotheses=1,
        length_penalty=LENGTH_PENALTY,
        replace_unknowns=True,
        max_batch_size=BATCH_TOKENS,
        batch_type="tokens",
    )
    outputs = [result.hypotheses[0] for result in results]
    return {
        sentence: package.tokenizer.decode(output).strip().removeprefix(prefix).strip()
        for sentence, output in zip(order, outputs, strict=True)
    }
