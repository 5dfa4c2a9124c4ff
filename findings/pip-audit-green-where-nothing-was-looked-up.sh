#!/bin/sh
# pip-audit 2.10.1: where the index of advisories does not know a pinned package (a mirror that has none, a private name, a version withdrawn), it
# is skipped, “No known vulnerabilities found” stands above the table of what was skipped, and the status is 0: also when every pin was skipped.
# With --strict the first of them is an error.
# Here: `make audit` says --strict.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pip-audit==2.10.1
echo 'a-made-up-name-that-nobody-has-registered==1.0' > "$folder/pins.txt"
audited() { "$folder/venv/bin/pip-audit" --requirement "$folder/pins.txt" --no-deps --disable-pip "$@"; }
said=$(audited 2>&1) && plain=0 || plain=$?
audited --strict > "$folder/strict.txt" 2>&1 && strict=0 || strict=$?
echo "$said" | grep -e vulnerabilities -e audited
echo "status: $plain; with --strict: $strict"
echo "$said" | grep -q "No known vulnerabilities found"
[ "$plain $strict" = "0 1" ]
