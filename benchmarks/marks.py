"""How surely quotation marks are paired: `python -m benchmarks.marks --data FOLDER`.

`FOLDER/data.jsonl` holds the same sentence in several languages, one record a line, by language code.
Sentences with exactly one opening and one closing mark of their language count; a straight pair is one.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from benchmarks.quotes import article_of, read, strip
from digest import languages
from digest.model import Span
from digest.quote.find.marks import pair_marks


def main() -> None:
    """Print the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    paired: dict[str, list[bool]] = {}
    for row in read(parser.parse_args().data / "data.jsonl"):
        for code, text in row.items():
            if code.partition("-")[0] in languages.codes() and (gold := only_pair(text, code)):
                found = [strip(text, marked.span) for marked in pair_marks(article_of(row["id"], text, code))]
                paired.setdefault(code, []).append(found == [strip(text, gold)])
    everything = [right for rights in paired.values() for right in rights]
    for code, rights in (("", everything), *sorted(paired.items())):
        scope = {"language": code} if code else {}
        value = round(sum(rights) / len(rights), 4) if rights else 0.0
        print(
            json.dumps(
                {
                    "measure": "quotes.marks_paired",
                    "value": value,
                    "unit": "share",
                    "of": len(rights),
                    **scope,
                }
            )
        )


def only_pair(text: str, code: str) -> Span | None:
    """Return what stands between the only two marks of a sentence, or None if there are not exactly two."""
    pairs = dict(languages.row(code).marks)
    marks = "".join(sorted({mark for pair in languages.row(code).marks for mark in pair if len(mark) == 1}))
    found = list(re.finditer(f"[{re.escape(marks)}]", text))
    if len(found) != 2:
        return None
    opening, closing = found
    accepted = {end for start, end in languages.row(code).marks if start == opening.group()}
    if opening.group() not in pairs or closing.group() not in accepted:
        return None
    return Span(opening.end(), closing.start())


if __name__ == "__main__":
    main()
