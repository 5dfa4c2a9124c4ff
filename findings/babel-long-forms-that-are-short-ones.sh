#!/bin/sh
# Babel 2.18.0, where CLDR takes a long form over from the short one (an alias): `format_compact_decimal(…, format_type="long")`
# ends in a bare KeyError for Chinese, Japanese and Korean, though English gives "120 million" and Japanese has 1億 as its short form;
# `format_unit(5, "duration-day", length="long")` raises nothing and writes the unit's key after the number in Italian,
# Turkish, Persian, Japanese, Chinese and more, though each has a short name. 2.19.0 has both; older ones may still be installed.
# Here: digest/languages/numbers/rows.py asks for the long formats with a default, and rows name 万, 億 and 조 themselves; units.py
# takes the short name of a unit where the key comes back.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet babel==2.18.0
seen=$("$folder/venv/bin/python" -c '
from babel.numbers import format_compact_decimal
from babel.units import format_unit
def told(code, kind):
    try:
        return format_compact_decimal(120_000_000, format_type=kind, locale=code)
    except KeyError as error:
        return f"KeyError {error}"
print(told("en", "long"), told("ja", "short"), *(told(code, "long") for code in ("ja", "zh", "ko")), sep=" | ")
print(*(format_unit(5, "duration-day", length=kind, locale=code) for code in ("en", "it", "tr") for kind in ("long", "short")), sep=" | ")
')
echo "seen: $seen"
[ "$seen" = "120 million | 1億 | KeyError 'long' | KeyError 'long' | KeyError 'long'
5 days | 5 days | 5 duration-day | 5 giorni | 5 duration-day | 5 gün" ]
