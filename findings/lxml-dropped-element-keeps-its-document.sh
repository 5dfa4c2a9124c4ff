#!/bin/sh
# lxml 6.1.3: after drop_tree() an element still answers getroottree().getroot() with the document it was taken out of.
# Seen: the old root, though iterancestors() no longer leads to it. A loop that asks it whether an element is still in
# the page drops elements that are gone (drop_tree() then fails with an AssertionError on what has no parent).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet lxml==6.1.3
"$folder/venv/bin/python" - <<'PYTHON'
from lxml import html

page = html.document_fromstring("<html><body><div><p>one</p></div><p>two</p></body></html>")
box = page.find(".//div")
inside = box[0]
box.drop_tree()
root = inside.getroottree().getroot()
ancestors = [one.tag for one in inside.iterancestors()]
print(f"root: {root.tag}; ancestors: {ancestors}; the page holds it: {inside in list(page.iter())}")
raise SystemExit(0 if root is page and ancestors == ["div"] and inside not in list(page.iter()) else "this has changed")
PYTHON
