#!/bin/sh
# sentencex 1.0.32 cuts behind an abbreviation that it does not know even where a small letter follows, and behind `M.` at the start of
# a French sentence, though its lists hold titles of both languages. A text that is translated a sentence at a time falls apart there.
# Here: digest/languages/sentences joins such cuts again.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet sentencex==1.0.32
seen=$("$folder/venv/bin/python" -c '
from sentencex import segment
texts = (("pl", "W 2024 r. w Polsce wybrano rząd."), ("fr", "M. Dupont a dit non."), ("es", "Llegó a las 5 p. m. y habló."))
print(*(len([part for part in segment(language, text) if part.strip()]) for language, text in texts))
')
echo "seen: $seen sentences where there is one each"
[ "$seen" = "2 2 2" ]
