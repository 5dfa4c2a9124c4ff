#!/bin/sh
# Babel 2.18.0 knows each language's first numbering system (`Locale("fa").default_numbering_system` is "arabext"), and takes
# `numbering_system="default"`; what changes are the separators alone: Persian comes out as 1٬234٫5, Persian signs between English
# digits, which nobody writes. Days (`format_date`) have English digits in every language and no such argument.
# Here: digest/languages/__init__.py (`numerals`) writes the digits of the language's own system into days and counts.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet babel==2.18.0
seen=$("$folder/venv/bin/python" -c '
from datetime import date
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
for code in ("fa", "mr"):
    number = format_decimal(1234.5, locale=code, numbering_system="default")
    print(Locale(code).default_numbering_system, number, "3" in format_date(date(2025, 12, 3), "long", locale=code))
')
echo "seen: $seen"
[ "$seen" = "arabext 1٬234٫5 True
deva 1,234.5 True" ]
