"""How fast Argos packages are decoded here, beside argostranslate itself: `python -m benchmarks.translation`.

Needs the whole argostranslate (`pip install 'mkdocs-digest[argos]'`), or, without torch, modules `stanza` and
`minisbd` with empty `Pipeline`, `SBDetect` and `models` on PYTHONPATH: only its splitter asks them.
The model is built at run time, see `benchmarks.translator`; 200 paragraphs of one to three sentences.
Theirs: argostranslate's own translation object, paragraph by paragraph, with our sentence splitter. Ours:
all paragraphs at once. Raw: CTranslate2 alone, on our sentences, sorted and tokenised, with the same
options. All three take turns in one process, and the medians are compared, by the wall's clock and by the
processor's. `translation.peak_mb` is of a process that translates and does nothing else, and Linux's own
count.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.translator import paragraphs, write_package
from digest.languages.sentences import sentences
from digest.translate.engines.argos import Argos
from digest.translate.engines.decode import BEAM, LENGTH_PENALTY, Decoding

COUNT = 200
NEAR = 0.01
"""How far the scores of two different outputs may lie apart, as a share."""
SENTENCE = re.compile(r"(?<=\.) ")

PEAK = """
import sys
from pathlib import Path
from benchmarks.translator import paragraphs
from digest.model import Segment, SegmentKind, Settings
from digest.translate.engines.argos import Argos
from digest.translate.fill import fill
folder, count = Path(sys.argv[1]), int(sys.argv[2])
settings = Settings(content_dir=folder, cache_dir=folder / "cache", languages=("en",), site_name="",
                    site_url="/", engines={"default": ("argos",)})
backlog = ((Segment(SegmentKind.QUOTE, "es", text), "en") for text in paragraphs(count))
done = sum(len(some.translations) + len(some.refused) for some in
           fill(backlog, settings=settings, engines={"argos": Argos(folder / "packages")}))
assert done == count
# Not `ru_maxrss`, which begins with the parent's.
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
"""


class Splitter:
    """Our sentences, in the form that argostranslate asks for them."""

    def split_sentences(self, text: str) -> list[str]:
        """Return the sentences of a paragraph."""
        return sentences(text, "es")


def main() -> None:
    """Print the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--beam", type=int, default=BEAM)
    parser.add_argument("--batch-tokens", type=int, default=Decoding().batch_tokens)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--backlog", type=int, default=COUNT * 5, help="paragraphs of the long backlog")
    asked = parser.parse_args()
    decoding = Decoding(beam=asked.beam, batch_tokens=asked.batch_tokens, jobs=asked.jobs)
    with tempfile.TemporaryDirectory() as made:
        for compute in ("int8", "float32"):
            _compare(
                write_package(Path(made) / compute / "packages", compute), compute, decoding, asked.rounds
            )
        for count in (COUNT, asked.backlog):
            _peak(Path(made) / "int8", count)


def _compare(package: Path, compute: str, decoding: Decoding, rounds: int) -> None:
    texts = paragraphs(COUNT)
    ours = Argos(package.parent, decoding)
    runs: dict[str, Callable[[Sequence[str]], Any]] = {
        "theirs": _theirs(package, compute, decoding),
        "ours": lambda texts: ours.translate(texts, "es", "en"),
        "raw": _raw(package, decoding, texts),
    }
    for run in runs.values():
        run(texts[:1])  # loads the model
    outputs: dict[str, Any] = {}
    seconds: dict[str, dict[str, list[float]]] = {"wall": {}, "processor": {}}
    for _ in range(rounds):
        for name, run in runs.items():
            wall, processor = time.perf_counter(), time.process_time()
            outputs[name] = run(texts)
            seconds["wall"].setdefault(name, []).append(time.perf_counter() - wall)
            seconds["processor"].setdefault(name, []).append(time.process_time() - processor)
    for clock, by_run in seconds.items():
        spent = {name: median(some) for name, some in by_run.items()}
        of = {"compute": compute, "clock": clock, "beam": decoding.beam}
        _print("translation.speedup", spent["theirs"] / spent["ours"], "ratio", **of)
        _print("translation.raw_share", spent["raw"] / spent["ours"], "share", **of)
        for name, value in spent.items():
            _print("translation.seconds", value, "s", run=name, **of)
    _print("translation.distinct", len(set(outputs["ours"])) / COUNT, "share", compute=compute)
    _same(package, compute, texts, outputs["theirs"], outputs["ours"])


def _theirs(package: Path, compute: str, decoding: Decoding) -> Callable[[Sequence[str]], list[str]]:
    from argostranslate import settings, translate  # noqa: PLC0415 - the extra's
    from argostranslate.package import Package  # noqa: PLC0415 - the extra's

    settings.compute_type, settings.beam_size = compute, decoding.beam
    languages = translate.Language("es", "es"), translate.Language("en", "en")
    translation = translate.PackageTranslation(*languages, Package(package))
    translation.sentencizer = Splitter()
    return lambda texts: [translation.translate(text) for text in texts]


def _raw(package: Path, decoding: Decoding, texts: Sequence[str]) -> Callable[[Sequence[str]], Any]:
    """Return a run of the decoder alone; sentences are cut, tokenised and sorted beforehand."""
    import ctranslate2  # noqa: PLC0415 - the extra's

    tokens = sorted(
        _encoded(package, dict.fromkeys(s for text in texts for s in sentences(text, "es"))), key=len
    )
    model = ctranslate2.Translator(str(package / "model"), inter_threads=decoding.jobs)
    return lambda asked: model.translate_batch(
        tokens if len(asked) == len(texts) else tokens[:1],
        beam_size=decoding.beam,
        num_hypotheses=1,
        length_penalty=LENGTH_PENALTY,
        replace_unknowns=True,
        max_batch_size=decoding.batch_tokens,
        batch_type="tokens",
    )


def _encoded(package: Path, texts: Sequence[str] | dict[str, None]) -> list[list[str]]:
    import sentencepiece  # noqa: PLC0415 - the extra's

    model = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    return [model.encode(text, out_type=str) for text in texts]


def _same(
    package: Path, compute: str, texts: Sequence[str], theirs: Sequence[str], ours: Sequence[str]
) -> None:
    """Compare sentence by sentence; a made-up sentence ends at each full stop."""
    rows = [
        row
        for text, *both in zip(texts, theirs, ours, strict=True)
        for row in zip(sentences(text, "es"), *(SENTENCE.split(one) for one in both), strict=True)
    ]
    differing = [row for row in rows if row[1] != row[2]]
    _print("translation.identical", 1 - len(differing) / len(rows), "share", compute=compute)
    if differing:
        scores = [_scores(package, [(row[0], row[side]) for row in differing]) for side in (1, 2)]
        near = sum(abs(a - b) <= NEAR * abs(a) for a, b in zip(*scores, strict=True))
        _print("translation.near", near / len(differing), "share", compute=compute, sentences=len(differing))


def _scores(package: Path, pairs: Sequence[tuple[str, str]]) -> list[float]:
    import ctranslate2  # noqa: PLC0415 - the extra's

    model = ctranslate2.Translator(str(package / "model"))
    sources, targets = (_encoded(package, side) for side in zip(*pairs, strict=True))
    return [sum(result.log_probs) for result in model.score_batch(sources, targets)]


def _peak(folder: Path, count: int) -> None:
    command = [sys.executable, "-c", PEAK, str(folder), str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    _print("translation.peak_mb", float(done.stdout), "MB", segments=count)


def _print(measure: str, value: float, unit: str, **of: object) -> None:
    print(json.dumps({"measure": measure, "value": round(value, 4), "unit": unit, **of}), flush=True)


if __name__ == "__main__":
    main()
