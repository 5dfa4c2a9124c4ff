"""Mutilated PO files: whatever gettext's `msgfmt --check` refuses is refused, with the line."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from memories import HEADER, entry
from system import needs

from digest.model import Problem
from digest.translate.memory.index import index

WHOLE = (
    HEADER
    + entry("Yes", "# A remark", "#. desk", "#: articles/a.md#quote articles/b.md#quote", "#, fuzzy, no-wrap")
    + r"""
#. person: María Pérez
#, fuzzy
#| msgctxt "title"
#| msgid "Antes"
msgctxt "title"
msgid "Después — «ya»"
msgstr "After: “now”"

msgctxt "quote"
msgid ""
"Una línea\n"
"y \"otra\"\tcon \\"
msgstr ""
"One line\n"
"and \"another\"\twith \\"

#, fuzzy
#~| msgid "Vieja antes"
#~ msgctxt "title"
#~ msgid "Vieja"
#~ msgstr ""
#~ "Old "
#~ "one"
"""
).encode()

LITTLE = (b'"', b"\\", b"\n", b"#", b"\0", b"\r", b" ", b"\xff", b"msgid ", b"#~ ", b"#| ", b"%")


def without(dice: random.Random, content: bytes) -> bytes:
    """Lose some bytes."""
    at = dice.randrange(len(content))
    return content[:at] + content[at + dice.choice([1, 1, 1, 5, 80]) :]


def cut(dice: random.Random, content: bytes) -> bytes:
    """Lose the end."""
    return content[: dice.randrange(1, len(content))]


def doubled(dice: random.Random, content: bytes) -> bytes:
    """Have a part twice."""
    at = dice.randrange(len(content))
    end = at + dice.randrange(1, 400)
    return content[:end] + content[at:end] + content[end:]


def spoilt(dice: random.Random, content: bytes) -> bytes:
    """Have something in between."""
    at = dice.randrange(len(content))
    return content[:at] + dice.choice(LITTLE) + content[at:]


def unquoted(dice: random.Random, content: bytes) -> bytes:
    """Lose a quotation mark."""
    at = content.find(b'"', dice.randrange(len(content)))
    return content[:at] + content[at + 1 :]


def escaped(dice: random.Random, content: bytes) -> bytes:
    """Have another character escaped."""
    at = content.find(b"\\", dice.randrange(len(content))) + 1
    return content[:at] + dice.choice([b"z", b"\n", b'"']) + content[at + 1 :]


def shuffled(dice: random.Random, content: bytes) -> bytes:
    """Have two lines in each other's place."""
    lines = content.split(b"\n")
    a, b = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def without_a_line(dice: random.Random, content: bytes) -> bytes:
    """Lose a line."""
    lines = content.split(b"\n")
    del lines[dice.randrange(len(lines))]
    return b"\n".join(lines)


def marked(dice: random.Random, content: bytes) -> bytes:
    """Have another mark before a line."""
    lines = content.split(b"\n")
    at = dice.randrange(len(lines))
    lines[at] = dice.choice([b"#~ ", b"#| ", b"# ", b"#, ", b"msgstr ", b"msgid "]) + lines[at]
    return b"\n".join(lines)


WAYS: list[Callable[[random.Random, bytes], bytes]] = [
    *(without, cut, doubled, spoilt, unquoted, escaped, shuffled, without_a_line, marked)
]


def problems(content: bytes) -> tuple[Problem, ...]:
    return index(Path("translations/es-en/2025-12.po"), "2025-12.po", content)[1]


def gettext_refuses(content: bytes) -> bool:
    command = ["msgfmt", "--check", "--output-file", "-", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=False).returncode != 0


@needs("msgfmt")
@pytest.mark.parametrize(
    "times", [pytest.param(30, id="some"), pytest.param(500, id="many", marks=pytest.mark.thorough)]
)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_what_gettext_refuses_is_refused_with_a_line(
    way: Callable[[random.Random, bytes], bytes], times: int
) -> None:
    assert not problems(WHOLE)
    assert not gettext_refuses(WHOLE)
    for seed in range(times):
        content = way(random.Random(seed), WHOLE)  # noqa: S311 - no secret
        found = problems(content)
        if gettext_refuses(content):
            assert found, content.decode(errors="replace")
        lines = content.count(b"\n") + 1
        assert all(problem.line and 1 <= problem.line <= lines for problem in found)


@needs("msgfmt")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgctxt "title"\nmsgid "Sí\\n"\nmsgstr "Yes"\n', 9),
        ('msgctxt "title"\nmsgid "Sí"\nmsgstr "\\nYes"\n', 9),
        ('msgctxt "title"\nmsgid "S\\í"\nmsgstr "Yes"\n', 9),
        ('msgctxt "title"\nmsgid "Sí"\n#~ msgstr "Yes"\n', 10),
        ('msgctxt "title"\nmsgstr "Yes"\nmsgid "Sí"\n', 9),
        ('#| msgctxt "title"\nmsgctxt "title"\nmsgid "Sí"\nmsgstr "Yes"\n', 9),
        ('#| msgid "Si"\n#, fuzzy\nmsgctxt "title"\nmsgid "Sí"\nmsgstr "Yes"\n', 9),
        (
            'msgctxt "title"\nmsgid "Sí"\nmsgstr "Yes"\n\n#~ msgctxt "title"\n#~ msgid "Sí"\n#~ msgstr "No"\n',
            13,
        ),
        ('msgctxt "title"\nmsgid "Sí"\nmsgstr[0] "Yes"\n', 10),
        ('msgctxt "title"\nmsgid "Sí"\n# A remark\nmsgstr "Yes"\n', 9),
        ("\0\n", 8),
    ],
)
def test_each_of_these_is_refused_in_its_line(text: str, line: int) -> None:
    content = (HEADER + text).encode()
    assert gettext_refuses(content)
    assert problems(content)[0].line == line


@needs("msgfmt")
@pytest.mark.parametrize("text", ["", "\n", "# A remark\n", 'msgid ""\nmsgstr ""\n', entry("Yes")])
def test_a_file_without_a_header_is_refused(text: str) -> None:
    assert gettext_refuses(text.encode())
    [problem] = problems(text.encode())
    assert (problem.line, problem.message[:9]) == (1, "no header")
