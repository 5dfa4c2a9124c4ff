#!/bin/sh
# Babel 2.18.0: `format_compact_decimal(…, format_type="long")` ends in a bare KeyError for Chinese, Japanese and Korean, whose long form
# CLDR takes over from the short one (an alias); English gives "120 million", and Japanese has 1億 as its short form.
# Here: digest/languages/numbers/rows.py asks for the long formats with a default; rows name 万, 億 and 조 themselves.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet babel==2.18.0
seen=$("$folder/venv/bin/python" -c '
from babel.numbers import format_compact_decimal
def told(code, kind):
    try:
        return format_compact_decimal(120_000_000, format_type=kind, locale=code)
    except KeyError as error:
        return f"KeyError {error}"
print(told("en", "long"), told("ja", "short"), *(told(code, "long") for code in ("ja", "zh", "ko")), sep=" | ")
')
echo "seen: $seen"
[ "$seen" = "120 million | 1億 | KeyError 'long' | KeyError 'long' | KeyError 'long'" ]
