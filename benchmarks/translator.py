"""An Argos package of transformer-base size, built rather than trained, and texts for it.

6 + 6 layers, width 512, 8 heads, 32,000 pieces. Its language is made up; it says each sentence again with
every word replaced by another one, so no two sentences come out alike. How: a third of the width holds codes
of words, a quarter codes of positions; the last layer's attention finds the word at the same place, and the
output layer knows what stands for it. Every other weight is noise, so all layers do their work and no
output is certain (the best next word has a probability of about 0.8).
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt

LAYERS, WIDTH, HEADS, INNER, PIECES = 6, 512, 8, 2048, 32_000
HEAD = WIDTH // HEADS
WORD, PLACE, ANSWER = slice(0, 192), slice(192, 320), slice(320, 512)
"""What parts of the width hold: the code of a word, of its position, and of the word to say."""
PLACES = 512
SPECIAL = ("<unk>", "<s>", "</s>")
CONTRAST, SURENESS, NOISE = 4.0, 10.5, 0.05
"""How sharply the last attention sees, how sure an output is (a logit), and how loud the other layers are."""
LETTERS = ("bdfgklmnprstvz", "aeiou")

Floats = npt.NDArray[np.float32]


def words() -> tuple[list[str], list[str], list[str]]:
    """Return the words that begin, continue and end sentences: together one a piece of the vocabulary."""
    random, made = Random(1), dict[str, None]()  # noqa: S311 - the same words each time
    counts = (6_000, 18_000, PIECES - len(SPECIAL) - 24_000)
    while len(made) < max(counts):
        made["".join(random.choice(LETTERS[place % 2]) for place in range(random.choice((4, 6))))] = None
    first, middle, last = (list(made)[:count] for count in counts)
    return [word.capitalize() for word in first], middle, [f"{word}." for word in last]


def paragraphs(count: int) -> list[str]:
    """Return different texts of one to three sentences, of 6 to 45 words each, about 22 in the middle."""
    random = Random(2)  # noqa: S311 - the same texts each time
    first, middle, last = words()

    def sentence() -> str:
        length = round(random.triangular(6, 45, 16))
        return " ".join([random.choice(first), *random.choices(middle, k=length - 2), random.choice(last)])

    return [" ".join(sentence() for _ in range(random.randint(1, 3))) for _ in range(count)]


def write_package(folder: Path, quantization: str) -> Path:
    """Write the package into `folder`, its weights as `int8` or `float32`; return its own folder."""
    package = folder / "translate-es_en-1_0"
    (package / "model").mkdir(parents=True)
    # Empty: it only keeps argostranslate from fetching a model of its own when it looks at the package.
    (package / "stanza").mkdir()
    metadata = {"package_version": "1.0", "argos_version": "1.9", "from_code": "es", "to_code": "en"}
    (package / "metadata.json").write_text(json.dumps({**metadata, "from_name": "es", "to_name": "en"}))
    (package / "sentencepiece.model").write_bytes(_sentencepiece())
    _write_model(package / "model", quantization)
    return package


def _sentencepiece() -> bytes:
    import sentencepiece  # noqa: PLC0415 - the extra's

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([word for some in words() for word in some]),
        model_writer=model,
        model_type="word",
        vocab_size=PIECES,
        character_coverage=1.0,
        normalization_rule_name="identity",
        minloglevel=2,
    )
    return model.getvalue()


def _write_model(folder: Path, quantization: str) -> None:
    from ctranslate2.specs import TransformerSpec  # noqa: PLC0415 - the extra's

    random = np.random.default_rng(3)
    spec = TransformerSpec.from_config((LAYERS, LAYERS), HEADS)
    spec.config.add_source_eos = True
    vocabulary = [*SPECIAL, *(f"▁{word}" for some in words() for word in some)]
    codes, places = _signs(random, PIECES, WORD), _signs(random, PLACES, PLACE)
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = places
        _norm(side.layer_norm)
        for layer in side.layer:
            _noise(layer, random)
    spec.encoder.embeddings[0].weight = codes
    spec.decoder.embeddings.weight = codes
    _look(spec.decoder.layer[-1].attention, random)
    _answer(spec.decoder.projection, codes)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization=None if quantization == "float32" else quantization)
    spec.save(str(folder))


def _signs(random: np.random.Generator, count: int, part: slice) -> Floats:
    """Return rows that are 1 or -1 in a part of the width, at random, and 0 elsewhere."""
    rows = np.zeros((count, WIDTH), dtype=np.float32)
    rows[:, part] = random.choice((-1.0, 1.0), size=(count, part.stop - part.start))
    return rows


def _linears(layer: Any) -> Iterator[tuple[Any, int, int, float]]:
    """Yield each linear map of a layer, its sizes, and how loud it may be."""
    for attention in (layer.self_attention, *([layer.attention] if hasattr(layer, "attention") else [])):
        _norm(attention.layer_norm)
        *reading, writing = attention.linear
        for linear, times in zip(reading, (3,) if len(reading) == 1 else (1, 2), strict=True):
            yield linear, times * WIDTH, WIDTH, 1.0
        yield writing, WIDTH, WIDTH, NOISE
    _norm(layer.ffn.layer_norm)
    yield layer.ffn.linear_0, INNER, WIDTH, 1.0
    yield layer.ffn.linear_1, WIDTH, INNER, NOISE


def _noise(layer: Any, random: np.random.Generator) -> None:
    for linear, rows, columns, loudness in _linears(layer):
        weight = random.normal(0.0, loudness / columns**0.5, size=(rows, columns))
        linear.weight, linear.bias = weight.astype(np.float32), np.zeros(rows, dtype=np.float32)


def _norm(spec: Any) -> None:
    spec.gamma, spec.beta = np.ones(WIDTH, dtype=np.float32), np.zeros(WIDTH, dtype=np.float32)


def _look(attention: Any, random: np.random.Generator) -> None:
    """Make an attention find its own position in the source and pass on the word that stands there."""
    query, keys_and_values, writing = (linear.weight for linear in attention.linear)
    query[:], keys_and_values[:], writing[:] = 0.0, 0.0, 0.0
    size = PLACE.stop - PLACE.start
    look = random.normal(0.0, CONTRAST / size**0.5, size=(WIDTH, size)).astype(np.float32) / HEAD**0.25
    query[:, PLACE] = keys_and_values[:WIDTH, PLACE] = look
    share = (WORD.stop - WORD.start) // HEADS
    for head in range(HEADS):
        for index in range(share):
            keys_and_values[WIDTH + head * HEAD + index, WORD.start + head * share + index] = 1.0
            writing[ANSWER.start + head * share + index, head * HEAD + index] = 1.0


def _answer(projection: Any, codes: Floats) -> None:
    """Make the output layer say, for each word, the one that stands for it; what ends stays what ends."""
    first, middle, last = (len(some) for some in words())
    order = list(range(len(SPECIAL)))
    for count in (first, middle, last):
        start = len(order)
        order += [start + (place + 1) % count for place in range(count)]
    weight = np.zeros_like(codes)
    weight[order, ANSWER] = codes[:, WORD] * (SURENESS / (WORD.stop - WORD.start))
    projection.weight = weight
    projection.bias = np.zeros(PIECES, dtype=np.float32)
    projection.bias[:2] = -1e4  # never <unk> or <s>
