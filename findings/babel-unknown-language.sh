#!/bin/sh
# Babel 2.18.0: the language that is not known (`und`, BCP 47) is taken for American English.
# A site that shows "in LANGUAGE" beside words whose language nobody could tell would say "English", from left to right.
# Here: digest/languages/__init__.py gives `und` no name and the direction `auto`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet babel==2.18.0
seen=$("$folder/venv/bin/python" -c '
from babel import Locale
unknown = Locale.parse("und")
print(unknown, unknown.get_display_name("en"), unknown.text_direction, sep=" | ")
')
echo "seen: $seen"
[ "$seen" = "en_US | English (United States) | ltr" ]
