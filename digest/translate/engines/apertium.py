"""Apertium as a process: a rule-based translator that marks what it does not know.

`*word` is unknown to its dictionary, `@word` has no translation, `#word` could not be inflected. No such
mark reaches a page: a text with one is given up, but for unknown names, which are kept as they are.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from pathlib import Path

from babel.core import get_global

from digest.errors import EngineError
from digest.languages.visible import in_a_line
from digest.model import Engine
from digest.translate.engines.process import answer
from digest.translate.engines.protocol import pairs_for
from digest.translate.models import file_digest, load_pins

TIMEOUT = 600
"""Seconds for the texts of one process."""
_LEAST_SIZE, _TIMES = 1_000_000, 50
"""Bytes of an answer that are always free, and those for each byte of the question."""
_LINES = 64
"""Texts of one process, the same for any number of jobs."""
_MARKS = "*#@"
_MARKED = re.compile(r"[*#@](?=\w)")
_BREAK = "\n\n"
"""Apertium ends a sentence at a blank line and leaves the line where it is."""
_PATH = re.compile(r"/[^\s'\"|]+")
_LOOSE = re.compile(r"[ ]+([.,;:!?])")
_UNKNOWN = re.compile(r"(?P<before>\S?[ ’']?)\*(?P<word>\w+)")


class Apertium:
    """The language pairs that the `apertium` program on the path lists."""

    def __init__(self, *, jobs: int = 1, models_file: Path | None = None) -> None:
        self._jobs = jobs
        self._models_file = models_file
        self._checked: set[str] = set()

    def stamp(self, source: str, target: str) -> Engine | None:
        """Return the mode for the pair and the version of its data, or None."""
        mode = self._mode(source, target)
        return Engine(name="apertium", model=mode, version=_version(mode)) if mode else None

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate all texts, a few dozen of them in one process, `jobs` processes at a time.

        Raises:
            EngineError: Apertium does not serve the pair or broke down.
        """
        mode = self._mode(source, target)
        if mode is None:
            raise EngineError(f"Apertium does not translate {source} into {target}")
        self._check(mode)
        lines = ["" if any(mark in text for mark in _MARKS) else " ".join(text.split()) for text in texts]
        filled = [line for line in lines if line]
        cut = [filled[start : start + _LINES] for start in range(0, len(filled), _LINES)]
        # Threads that wait for processes.
        with ThreadPoolExecutor(self._jobs) as pool:
            outputs = iter([output for some in pool.map(partial(_outputs, mode), cut) for output in some])
        return [_tidy(_cleared(next(outputs)), line) if line else "" for line in lines]

    def _mode(self, source: str, target: str) -> str | None:
        there = (self._modes[wanted] for wanted in pairs_for(source, target) if wanted in self._modes)
        return next(there, None)

    def models(self) -> dict[str, str]:
        """Return the version of each installed mode."""
        return {mode: _version(mode) for mode in self._modes.values()}

    def _check(self, mode: str) -> None:
        """Compare the data of a mode with its pin, once."""
        pins = load_pins(self._models_file, "apertium") if self._models_file else None
        pin = (pins or {}).get(mode)
        if pin and pin.files and mode not in self._checked and mode_digest(mode) != pin.files:
            raise EngineError(
                f"the data of Apertium's {mode} are not those that models.toml pins; run digest models verify"
            )
        self._checked.add(mode)

    @cached_property
    def _modes(self) -> dict[tuple[str, str], str]:
        """Installed modes (`spa-eng`) by pair of tags."""
        if shutil.which("apertium") is None:
            return {}
        pairs = (mode.partition("-")[::2] for mode in sorted(_run(["-l"], "").split()))
        return {(_tag(source), _tag(target)): f"{source}-{target}" for source, target in pairs if target}


def mode_digest(mode: str) -> str:
    """Return the SHA-256 of the list that `sha256sum` prints of all files that a mode names, sorted by path.

    Raises:
        EngineError: they cannot be read.
    """
    try:
        text = _mode_file(mode).read_text(encoding="utf-8")
        paths = sorted({path for path in map(Path, _PATH.findall(text)) if path.is_file()})
        listed = "".join(f"{file_digest(path)}  {path.name}\n" for path in paths)
    except (OSError, ValueError) as error:
        raise EngineError(f"the data of Apertium's {mode} cannot be read: {error}") from error
    return hashlib.sha256(listed.encode()).hexdigest()


def _mode_file(mode: str) -> Path:
    """Return the file that names the data of a mode, beside the program or in the system's place."""
    program = Path(shutil.which("apertium") or "/usr/bin/apertium")
    places = (program.parent.parent / "share" / "apertium", Path("/usr/share/apertium"))
    found = (place / "modes" / f"{mode}.mode" for place in places)
    return next((path for path in found if path.is_file()), places[-1] / "modes" / f"{mode}.mode")


def _tidy(output: str, source: str) -> str:
    """Return the output without white space before marks where the source has none, and with its `’`."""
    tidy = output if _LOOSE.search(source) else _LOOSE.sub(r"\1", output)
    # Apertium writes a straight one for it, and leaves the `‘` before it.
    return tidy.replace("'", "’") if "’" in source and "'" not in source else tidy


def _tag(code: str) -> str:
    """Return the BCP 47 tag of one of Apertium's codes.

    >>> _tag("spa"), _tag("eng_US")
    ('es', 'en-US')
    """
    main, *rest = code.replace("@", "_").split("_")
    return "-".join((get_global("language_aliases").get(main, main), *rest))


def _run(arguments: Sequence[str], text: str) -> str:
    done = answer(
        ["apertium", *arguments], text, seconds=TIMEOUT, most=_LEAST_SIZE + _TIMES * len(text.encode())
    )
    if done.status:
        said = in_a_line(done.complaint) or in_a_line(done.output)
        raise EngineError(f"Apertium failed ({done.status}): {said}")
    return done.output.rstrip("\n")


def _outputs(mode: str, lines: Sequence[str]) -> list[str]:
    """Return one output a line, in one call if Apertium leaves the lines apart, else in one each."""
    together = _run([mode], _BREAK.join(lines)).split(_BREAK) if lines else []
    return together if len(together) == len(lines) else [_run([mode], line) for line in lines]


def _cleared(output: str) -> str:
    """Return the output without the marks of unknown names; nothing if another mark is left."""
    cleared = _UNKNOWN.sub(_without_mark, output)
    return "" if _MARKED.search(cleared) else " ".join(cleared.split())


def _without_mark(found: re.Match[str]) -> str:
    """Drop the mark of a word with a capital inside a sentence, or of capitals throughout."""
    word, before = found["word"], found["before"].strip(" ’'")
    inside = word[0].isupper() and (before.isalnum() or before in {",", ";", ":"})
    acronym = len(word) > 1 and word.isupper()
    return f"{found['before']}{word}" if inside or acronym else found[0]


def _version(mode: str) -> str:
    """Return the version of the Debian package that holds a mode, `unknown` where there is none."""
    first, second = mode.replace("@", "_").split("-")
    pair = (first.split("_")[0], second.split("_")[0])
    names = [f"apertium-{'-'.join(order)}" for order in (pair, pair[::-1])]
    if shutil.which("dpkg-query") is None:
        return "unknown"
    query = ["dpkg-query", "--show", "--showformat=${Version}\\n", *names]
    done = answer(query, "", seconds=TIMEOUT, most=_LEAST_SIZE)
    versions = done.output.split()
    # Without Debian's epoch and revision.
    return versions[0].rpartition(":")[2].partition("-")[0] if versions else "unknown"
