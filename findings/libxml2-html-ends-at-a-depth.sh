#!/bin/sh
# lxml 6.1.3 (libxml2 2.14.6): HTML nested deeper than 2,048 elements ends there, `huge_tree=True` or not, and
# what stands behind it is not in the tree. Nothing is raised: only the parser's log holds a fatal error, which
# advises the very option that is set. A check that reads pages would call green what it never saw.
# Here: digest/publish/verify/quotations.py takes a fatal error in the log for a page that cannot be read.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet lxml==6.1.3
seen=$("$folder/venv/bin/python" -c '
from lxml import etree, html
parser = html.HTMLParser(huge_tree=True)
page = "<div>" * 2100 + "<b>inside</b>" + "</div>" * 2100 + "<b>after</b>"
tree = html.document_fromstring(page, parser=parser)
fatal = [error.message for error in parser.error_log if error.level == etree.ErrorLevels.FATAL]
print(len(tree.findall(".//b")), len(list(tree.iter())), *fatal, sep=" | ")
')
echo "seen: $seen"
[ "$seen" = "0 | 2048 | Excessive depth in document: 2048, use XML_PARSE_HUGE option" ]
