"""Argos packages, without torch: argostranslate opens them, CTranslate2 decodes.

`argostranslate.translate` is never imported: it needs stanza, so torch, and fetches sentence models.
Nothing here uses the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from digest import languages
from digest.errors import EngineError
from digest.languages.sentences import sentences
from digest.model import Engine
from digest.translate.engines.decode import LONGEST, Decoding, decoded
from digest.translate.engines.packages import opened
from digest.translate.engines.protocol import pairs_for
from digest.translate.models import TAGS, Installed, Pin, fault, load_pins

PIVOT = "en"
_INCOMPLETE = "Argos is not installed completely ({}); the README says how, with torch or without"


class Argos:
    """Argos packages in a folder, by default the one of Argos itself (`ARGOS_PACKAGES_DIR`).

    Where there is a `models.toml`, only the packages that it pins serve, and each is checked before it is
    first used.
    """

    def __init__(
        self, folder: Path | None = None, decoding: Decoding | None = None, models_file: Path | None = None
    ) -> None:
        self._folder = folder
        self._decoding = decoding or Decoding()
        self._models_file = models_file
        self._checked: set[Path] = set()

    def stamp(self, source: str, target: str) -> Engine | None:
        """Return the package or two packages for the pair, or None.

        Raises:
            EngineError: none serves the pair, but a broken one might.
        """
        route = self._route(source, target)
        if not route:
            if self._broken and not self._has_all_pinned:
                raise EngineError("\n".join(self._broken))
            return None
        return Engine(
            name="argos",
            model="+".join(map(_name, route)),
            version="+".join(package.package_version or "unknown" for package in route),
            pivot=PIVOT if len(route) > 1 else None,
            options=self._decoding.options,
        )

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate all texts together, with one package on the way after the other.

        A text with a sentence too long for any model comes back empty. The same texts, packages and processor
        give the same output, whatever the number of jobs. On another processor float sums may round
        differently; what must be the same everywhere is committed to the memory.

        Raises:
            EngineError: no package serves the pair, or one is broken.
        """
        route = self._route(source, target)
        if not route:
            raise EngineError(f"no Argos package translates {source} into {target}")
        outputs = list(texts)
        for package in route:
            self._check(package)
            try:
                outputs = _hop(package, outputs, self._decoding)
            except ImportError as error:
                raise EngineError(_INCOMPLETE.format(error)) from error
            # CTranslate2 and the tokenisers raise all of these for damaged files.
            except (OSError, RuntimeError, ValueError, AttributeError) as error:
                message = f"the Argos package {_name(package)} cannot be used: {error}; install it again"
                raise EngineError(message) from error
        return outputs

    def _route(self, source: str, target: str) -> tuple[Any, ...]:
        direct = self._package(source, target)
        if direct:
            return (direct,)
        first, second = self._package(source, PIVOT), self._package(PIVOT, target)
        return (first, second) if first and second else ()

    def _package(self, source: str, target: str) -> Any:
        there = (self._packages[pair] for pair in pairs_for(source, target) if pair in self._packages)
        return next(there, None)

    def _check(self, package: Any) -> None:
        """Compare a package with its pin, once; reading it costs less than loading it."""
        if self._pins is None or package.package_path in self._checked:
            return
        there = Installed(
            name=_name(package), version=package.package_version, folder=Path(package.package_path)
        )
        wrong = fault(there, self._pins[there.name])
        if wrong:
            raise EngineError(f"{wrong}; run digest models verify")
        self._checked.add(package.package_path)

    @cached_property
    def _pins(self) -> dict[str, Pin] | None:
        return load_pins(self._models_file) if self._models_file else None

    @cached_property
    def _opened(self) -> tuple[list[Any], list[str]]:
        try:
            return opened(self._folder)
        except ImportError as error:
            if error.name in {None, "argostranslate"}:
                return [], []
            raise EngineError(_INCOMPLETE.format(error)) from error

    @property
    def _broken(self) -> list[str]:
        return self._opened[1]

    @property
    def _has_all_pinned(self) -> bool:
        """Tell whether what is pinned is there, so that what is broken may stay so."""
        there = {_name(package) for package in self._packages.values()}
        return self._pins is not None and self._pins.keys() <= there

    @cached_property
    def _packages(self) -> dict[tuple[str, str], Any]:
        """Installed packages by pair of tags, the newest of each."""
        usable = self._opened[0]
        if self._pins is not None:
            usable = [p for p in usable if _name(p) in self._pins]
        # The newest come last and win, but for one that is pinned.
        usable = sorted(usable, key=lambda p: (_is_pinned(p, self._pins), _age(p)))
        return {(_tag(p.from_code), _tag(p.to_code)): p for p in usable}


def _name(package: Any) -> str:
    return f"{package.from_code}_{package.to_code}"


def _is_pinned(package: Any, pins: Mapping[str, Pin] | None) -> bool:
    return pins is not None and pins[_name(package)].version == package.package_version


def _age(package: Any) -> tuple[tuple[int, ...], str]:
    return tuple(map(int, re.findall(r"\d+", package.package_version))), str(package.package_path)


def _tag(code: str) -> str:
    return TAGS.get(code, code)


def _hop(package: Any, texts: Iterable[str], decoding: Decoding) -> list[str]:
    """Translate every text with one package, each different sentence once."""
    source, target = _tag(package.from_code), _tag(package.to_code)
    cut = [sentences(text, source) for text in texts]
    different = dict.fromkeys(sentence for some in cut for sentence in some)
    tokens = {sentence: package.tokenizer.encode(sentence) for sentence in different}
    fitting = {sentence: found for sentence, found in tokens.items() if 0 < len(found) <= LONGEST}
    prefix = package.target_prefix
    outputs = decoded(package.package_path / "model", fitting, prefix, decoding)
    done = {
        sentence: package.tokenizer.decode(output).strip().removeprefix(prefix).strip()
        for sentence, output in outputs.items()
    }
    between = " " if languages.row(target).spaced else ""
    return [
        between.join(done[sentence] for sentence in some) if done.keys() >= set(some) else "" for some in cut
    ]
