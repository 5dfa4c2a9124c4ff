#!/bin/sh
# Babel 2.18.0 reads a PO file and writes it again. The source that a fuzzy translation was made for (`#| msgid`)
# comes back as a translator's comment, `# | msgid "…"`, above the other comments: no PO tool sees that the source
# changed. A wrapped `#.` remark is broken at 76 columns without its mark, so lines have up to 79.
# Our answer: digest/translate/po/read.py reads the old source from that comment, memory/remarks.py joins the lines.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0
"$folder/venv/bin/python" - <<'PYTHON'
import io

from babel.messages.pofile import read_po, write_po

SOURCE = b"""msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#. one two three four five six seven eight nine ten eleven twelve thirteen four
#. short
#, fuzzy
#| msgid "Old"
msgid "New"
msgstr "Neu"
"""
written = io.BytesIO()
write_po(written, read_po(io.BytesIO(SOURCE)), omit_header=True)
lines = written.getvalue().decode().splitlines()
print(*lines, sep="\n")
assert '# | msgid "Old"' in lines, "the old source is no comment any more"
assert '#| msgid "Old"' not in lines, "the old source is kept"
assert max(map(len, lines)) == 79, "lines of remarks have another length"
PYTHON
