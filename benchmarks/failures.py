"""Outputs that users of Argos Translate, LibreTranslate and Apertium reported, each with its thread.

Where a report gives no sentence (“any text”) the sentence is ours.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """What an engine made of a text."""

    thread: str
    source: str
    output: str
    pair: tuple[str, str]
    names: tuple[str, ...] = ()
    """That the site protects."""


_ARGOS = "argosopentech/argos-translate"

FAILURES = (
    Failure(f"{_ARGOS}#409", "¡Hola, Mundo! ¿Cómo estás?", "How are you?", ("es", "en")),
    Failure(f"{_ARGOS}#409", "Hola, Mundo! Cómo estás?", "Hello, World!", ("es", "en")),
    # The report shows the text as a picture alone: a word where there were parentheses.
    Failure(f"{_ARGOS}#285", "()", "Terraína", ("en", "pt")),
    Failure(f"{_ARGOS}#382", '"myword-split"', "'%translated-word", ("en", "es")),
    Failure(
        f"{_ARGOS}#383",
        "Borrower will pay Bank the unpaid principal amount of …",
        "Borrower va payer Bank the unpaid principal amount of …",
        ("en", "fr"),
    ),
    Failure(
        f"{_ARGOS}#444",
        "What It Is: Think of it like a smart trick to uncover stuff on the internet.",
        "(笑声) (掌声) (掌声) (掌声) (掌声) (掌声)",
        ("en", "zh"),
    ),
    Failure(f"{_ARGOS}#299", "да, я видел :)", "♪", ("ru", "en")),
    Failure(f"{_ARGOS}#299", "да, я видел :)", "_", ("ru", "en")),
    Failure(f"{_ARGOS}#428", "enrolled", "matriculados matriculados matriculados", ("en", "pt")),
    Failure(f"{_ARGOS}#397", "Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία.", "Home", ("el", "en")),
    Failure(
        "LibreTranslate/LibreTranslate#484",
        "His name was [Roger Stone]",
        "Su nombre era [Roger Piedra]",
        ("en", "es"),
    ),
    Failure(
        "apertium-eng-spa",
        "Ana Paola Hall spoke.",
        "Sala de Paola de la Ana habló.",
        ("en", "es"),
        ("Ana Paola Hall",),
    ),
)
