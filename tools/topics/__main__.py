"""Learn from `examples.txt` what reports of each subject are like; write `digest/group/topics/subjects.npy`.

`python -m tools.topics` fits a multinomial logistic regression to the encoder's vectors of the examples and
says how many of those left out were right; the same examples and encoder give the same weights.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from digest.group.topics.subjects import FILE, PARTS, SUBJECTS
from digest.meaning import WHOLE, UniversalEncoder, Vectors

EXAMPLES = Path(__file__).with_name("examples.txt")
FOLDS = 5
STEPS = 600
PENALTY = 0.0005
"""Of large weights: chosen so that examples left out are told best."""

Matrix = NDArray[np.float64]


def examples() -> tuple[list[str], NDArray[np.int64]]:
    """Return the texts, and the place of each one's subject in `SUBJECTS`."""
    texts, subjects, subject = [], [], ""
    for line in EXAMPLES.read_text("utf-8").splitlines():
        if line.startswith("["):
            subject = line.strip("[]")
        elif line and not line.startswith("#"):
            # As a report is read: its headline on a line, then how it begins.
            texts.append(line.replace(". ", "\n", 1))
            subjects.append([*SUBJECTS].index(subject))
    return texts, np.array(subjects)


def learnt(vectors: Matrix, subjects: NDArray[np.int64]) -> Matrix:
    """Return weights and constants: a row for each subject."""
    table = np.c_[vectors, np.ones(len(vectors))]
    wanted = np.eye(len(SUBJECTS))[subjects]
    weights, pace = np.zeros((table.shape[1], len(SUBJECTS))), 0.0
    for _ in range(STEPS):
        odds = table @ weights
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        slope = table.T @ (odds / odds.sum(axis=1, keepdims=True) - wanted) / len(table)
        slope[:-1] += PENALTY * weights[:-1]
        pace = 0.9 * pace + slope
        weights -= 1.5 * pace
    return np.asarray(weights.T)


def main() -> None:
    """Write the weights."""
    texts, subjects = examples()
    vectors = Vectors(UniversalEncoder(), None).table((text, "en") for text in texts) / WHOLE
    fold = np.arange(len(texts)) % FOLDS
    right = 0
    for left_out in range(FOLDS):
        weights = learnt(vectors[fold != left_out], subjects[fold != left_out])
        told = np.c_[vectors, np.ones(len(vectors))][fold == left_out] @ weights.T
        right += int((told.argmax(axis=1) == subjects[fold == left_out]).sum())
    np.save(FILE, np.round(learnt(vectors, subjects) * PARTS).astype(np.int16))
    print(f"{right} of {len(texts)} examples are told by the others; wrote {FILE}")


if __name__ == "__main__":
    main()
