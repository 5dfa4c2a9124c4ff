"""How surely the language of a quotation is told: `python -m benchmarks.language --data FOLDER`.

`FOLDER/data.jsonl` holds strings of the length of quotations: `lang`, `bucket` (how many words) and `text`.
The shipped detector is asked, without the article's language as prior.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.quotes import read
from digest.quote.language.detect import detect


def main() -> None:
    """Print the figures as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    right: dict[tuple[str, str], list[bool]] = {}
    for row in read(parser.parse_args().data / "data.jsonl"):
        is_right = detect(row["text"])[0] == row["lang"]
        for scope in ("", row["lang"]):
            right.setdefault((scope, row["bucket"]), []).append(is_right)
    for (code, bucket), rights in sorted(right.items()):
        scope = {"language": code} if code else {}
        value = round(sum(rights) / len(rights), 4)
        print(
            json.dumps(
                {"measure": "language.accuracy", "value": value, "unit": "share", "bucket": bucket, **scope}
            )
        )


if __name__ == "__main__":
    main()
