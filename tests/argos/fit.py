"""Make the two tiny Argos packages of the tests: es→en with SentencePiece, en→fr with BPE.

They are real packages in all but size: a transformer of one layer a side, about 100,000 weights, saved by
CTranslate2's own specs, fitted to `sentences.tsv` until it knows these sentences by heart. Of anything else
they make nonsense, so no test may expect more. Not part of `make`; it takes a minute on one core:

    python3.11 -m venv fit
    fit/bin/pip install torch==2.13.0 numpy ctranslate2 sentencepiece sacremoses subword-nmt
    fit/bin/pip install --no-deps argostranslate
    fit/bin/python tests/argos/fit.py

The seed is fixed and there is one thread: the same versions on the same processor make the same files.
"""

from __future__ import annotations

import csv
import io
import json
import math
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import ctranslate2
import sentencepiece
import torch
from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer
from ctranslate2.specs import TransformerSpec
from sacremoses import MosesTokenizer
from subword_nmt.learn_bpe import learn_bpe
from torch import nn

HERE = Path(__file__).parent
WIDTH, INNER, HEADS = 64, 128, 4
SPECIAL = ["<blank>", "<unk>", "<s>", "</s>"]
PAD, START, END = 0, 2, 3
STEPS = 1600
README = (
    "Fitted to tests/argos/sentences.tsv by tests/argos/fit.py. It knows these sentences and no others.\n"
)


class Attention(nn.Module):
    """Multi-head attention as CTranslate2 computes it, its norm first."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH, eps=1e-6)
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))

    def forward(self, x: torch.Tensor, memory: torch.Tensor | None, hidden: torch.Tensor) -> torch.Tensor:
        """Attend from `x` to `memory`, or to itself, except where `hidden`."""
        normed = self.norm(x)
        seen = normed if memory is None else memory

        def heads(projected: torch.Tensor) -> torch.Tensor:
            return projected.unflatten(-1, (HEADS, -1)).transpose(1, 2)

        scores = heads(self.query(normed)) @ heads(self.key(seen)).transpose(-1, -2)
        weights = (scores / math.sqrt(WIDTH // HEADS)).masked_fill(hidden, -1e9).softmax(-1)
        return x + self.out((weights @ heads(self.value(seen))).transpose(1, 2).flatten(2))


class FeedForward(nn.Module):
    """Two linear layers, their norm first."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH, eps=1e-6)
        self.first, self.second = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return `x` with what the layers add."""
        return x + self.second(self.first(self.norm(x)).relu())


class Translator(nn.Module):
    """An encoder and a decoder of one layer each; one embedding serves both ends and the output."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(size, WIDTH)
        nn.init.normal_(self.embedding.weight, std=WIDTH**-0.5)
        self.bias = nn.Parameter(torch.zeros(size))
        self.see, self.think = Attention(), FeedForward()
        self.listen, self.attend, self.say = Attention(), Attention(), FeedForward()
        self.seen, self.said = nn.LayerNorm(WIDTH, eps=1e-6), nn.LayerNorm(WIDTH, eps=1e-6)

    def embed(self, tokens: torch.Tensor) -> torch.Tensor:
        """Return the vectors of tokens with their positions added."""
        return self.embedding(tokens) * math.sqrt(WIDTH) + positions(tokens.shape[1])

    def forward(self, source: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return scores of every next token."""
        hidden = (source == PAD)[:, None, None, :]
        memory = self.seen(self.think(self.see(self.embed(source), None, hidden)))
        later = torch.ones(target.shape[1], target.shape[1], dtype=torch.bool).triu(1)
        x = self.attend(self.listen(self.embed(target), None, later), memory, hidden)
        return self.said(self.say(x)) @ self.embedding.weight.T + self.bias


def positions(count: int) -> torch.Tensor:
    """Return the sines and cosines that CTranslate2 adds for models without a table of positions."""
    at = torch.arange(1, count + 1)[:, None]
    rate = torch.exp(torch.arange(WIDTH // 2) * -(math.log(10000.0) / (WIDTH // 2 - 1)))
    return torch.cat([torch.sin(at * rate), torch.cos(at * rate)], dim=-1)


def fitted(pairs: Sequence[tuple[list[str], list[str]]], vocabulary: list[str]) -> Translator:
    """Fit a model to pairs of token lists."""
    torch.manual_seed(1)
    number = {token: index for index, token in enumerate(vocabulary)}
    source = _padded([[number[token] for token in tokens] for tokens, _ in pairs])
    target = _padded([[START, *(number[token] for token in tokens), END] for _, tokens in pairs])
    model = Translator(len(vocabulary))
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=4e-3, total_steps=STEPS)
    loss_of = nn.CrossEntropyLoss(ignore_index=PAD, label_smoothing=0.05)
    for _ in range(STEPS):
        loss = loss_of(model(source, target[:, :-1]).flatten(0, 1), target[:, 1:].flatten())
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
    return model


def _padded(rows: Iterable[list[int]]) -> torch.Tensor:
    return nn.utils.rnn.pad_sequence([torch.tensor(row) for row in rows], batch_first=True, padding_value=PAD)


def save(model: Translator, vocabulary: list[str], folder: Path) -> None:
    """Write the model in CTranslate2's form.

    Published packages have 8-bit weights. With so few of them, what comes out would depend on how a processor
    multiplies 8-bit integers: some saturate, and sentences end too early.
    """
    spec = TransformerSpec.from_config((1, 1), HEADS)
    spec.encoder.embeddings[0].weight = _array(model.embedding.weight)
    spec.decoder.embeddings.weight = _array(model.embedding.weight)
    spec.decoder.projection.weight = _array(model.embedding.weight)
    spec.decoder.projection.bias = _array(model.bias)
    _norm(spec.encoder.layer_norm, model.seen)
    _norm(spec.decoder.layer_norm, model.said)
    _attention(spec.encoder.layer[0].self_attention, model.see, of_itself=True)
    _attention(spec.decoder.layer[0].self_attention, model.listen, of_itself=True)
    _attention(spec.decoder.layer[0].attention, model.attend, of_itself=False)
    _feed_forward(spec.encoder.layer[0].ffn, model.think)
    _feed_forward(spec.decoder.layer[0].ffn, model.say)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize()
    spec.save(str(folder))


def _array(tensor: torch.Tensor) -> Any:
    return tensor.detach().float().numpy().copy()


def _norm(spec: Any, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _linear(spec: Any, *layers: nn.Linear) -> None:
    spec.weight = _array(torch.cat([layer.weight for layer in layers]))
    spec.bias = _array(torch.cat([layer.bias for layer in layers]))


def _attention(spec: Any, attention: Attention, *, of_itself: bool) -> None:
    _norm(spec.layer_norm, attention.norm)
    if of_itself:
        _linear(spec.linear[0], attention.query, attention.key, attention.value)
    else:
        _linear(spec.linear[0], attention.query)
        _linear(spec.linear[1], attention.key, attention.value)
    _linear(spec.linear[-1], attention.out)


def _feed_forward(spec: Any, layers: FeedForward) -> None:
    _norm(spec.layer_norm, layers.norm)
    _linear(spec.linear_0, layers.first)
    _linear(spec.linear_1, layers.second)


def sentencepiece_model(sentences: Sequence[str], folder: Path) -> SentencePieceTokenizer:
    """Fit a SentencePiece tokeniser."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=model,
        vocab_size=320,
        hard_vocab_limit=False,
        character_coverage=1.0,
        normalization_rule_name="identity",  # the others carry 200 KB of tables
        num_threads=1,
        minloglevel=2,
    )
    path = folder / "sentencepiece.model"
    path.write_bytes(model.getvalue())
    return SentencePieceTokenizer(path)


def bpe_model(texts: Mapping[str, Sequence[str]], folder: Path) -> tuple[BPETokenizer, BPETokenizer]:
    """Fit one byte-pair model to the words that Moses' tokeniser makes in each language."""
    words = [
        " ".join(MosesTokenizer(language).tokenize(sentence))
        for language, sentences in texts.items()
        for sentence in sentences
    ]
    codes = io.StringIO()
    learn_bpe(io.StringIO("\n".join(words)), codes, num_symbols=270, min_frequency=2)
    path = folder / "bpe.model"
    path.write_text(codes.getvalue(), encoding="utf-8")
    source, target = texts
    return BPETokenizer(path, source, target), BPETokenizer(path, target, target)


def package(source: str, target: str, pairs: Sequence[tuple[str, str]], *, bpe: bool) -> Path:
    """Fit one package, check that it knows its sentences, and zip it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        firsts, seconds = zip(*pairs, strict=True)
        if bpe:
            tokenizer, target_tokenizer = bpe_model({source: firsts, target: seconds}, folder)
        else:
            tokenizer = target_tokenizer = sentencepiece_model([*firsts, *seconds], folder)
        encoded = [(tokenizer.encode(first), target_tokenizer.encode(second)) for first, second in pairs]
        pieces = sorted({token for both in encoded for tokens in both for token in tokens})
        model = fitted(encoded, [*SPECIAL, *pieces])
        (folder / "model").mkdir()
        save(model, [*SPECIAL, *pieces], folder / "model")
        metadata = {
            "package_version": "0.1",
            "argos_version": "1.11",
            "from_code": source,
            "from_name": source,
            "to_code": target,
            "to_name": target,
        }
        (folder / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n")
        (folder / "README.md").write_text(README)
        _check(folder / "model", tokenizer, pairs)
        weights = sum(parameter.numel() for parameter in model.parameters())
        zipped = _zipped(folder, HERE / f"translate-{source}_{target}-0_1.argosmodel")
        print(f"{zipped.name}: {weights} weights, {zipped.stat().st_size} bytes")  # noqa: T201 - a script
        return zipped


def _check(folder: Path, tokenizer: Any, pairs: Sequence[tuple[str, str]]) -> None:
    model = ctranslate2.Translator(str(folder))
    results = model.translate_batch([tokenizer.encode(first) for first, _ in pairs], beam_size=4)
    outputs = [tokenizer.decode(result.hypotheses[0]).strip() for result in results]
    wrong = [(*pair, output) for pair, output in zip(pairs, outputs, strict=True) if pair[1] != output]
    if wrong:
        raise SystemExit(f"not learned: {wrong}")


def _zipped(folder: Path, path: Path) -> Path:
    """Zip a package with one folder at its root, as Argos unpacks it; no dates, so the same each time."""
    root = path.name.removesuffix(".argosmodel").removesuffix("-0_1")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                entry = zipfile.ZipInfo(f"{root}/{file.relative_to(folder).as_posix()}")
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED, 9)
    return path


def main() -> None:
    """Make both packages beside this script."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(mode=True)
    with (HERE / "sentences.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    package("es", "en", [(row[0], row[1]) for row in rows], bpe=False)
    package("en", "fr", [(row[1], row[2]) for row in rows], bpe=True)


if __name__ == "__main__":
    main()
