#!/bin/sh
# Babel 2.19.0: a variable called like a keyword (`_`) with an index behind it is read as a call that a `]` does not end,
# so the strings after it are taken for its own: the message is lost, and a string that is none is listed. 2.18.0 finds it.
# Python programs use `_` for a value that they throw away, and short names (`text`) for a keyword of their own.
# Here: digest/publish/pages/described.py has no such variable; tests/publish/test_strings.py tells of a lost message.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/module.py" <<'END'
last = _[-1]
key = "no message"
print(_("a message"))
shown = _("another")
END
for version in 2.18.0 2.19.0; do
    python3 -m venv --clear "$folder/venv"
    "$folder/venv/bin/pip" install --quiet "babel==$version"
    "$folder/venv/bin/python" -c '
import sys
from babel.messages.extract import extract_from_file
print([message for _, message, *_ in extract_from_file("python", sys.argv[1])])
' "$folder/module.py" >> "$folder/seen"
done
seen=$(paste -s -d' ' "$folder/seen")
echo "seen: $seen"
[ "$seen" = "['a message', 'another'] ['no message', 'another']" ]
