"""Stub."""

from __future__ import annotations

from dataclasses import dataclass

from digest.read.blocks import Passage


@dataclass(frozen=True, slots=True)
class Cut:
    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Pasted:
    passages: list[Passage]
    authors: tuple[str, ...]
    cuts: list[Cut]


def read_pasted(source: str, *, language: str, title: str | None) -> Pasted:
    return Pasted([Passage(t.strip()) for t in source.split("\n") if t.strip()], (), [])
