#!/bin/sh
# trafilatura 2.3.1: a block quotation that tells its language (<blockquote lang="es">) is taken for program code.
# Seen: <code> in XML, <pre> in HTML, where the same quotation without lang stays <quote> and <blockquote>.
# Expected: lang, which WCAG 3.1.2 asks for on words in another language, changes nothing about what they are.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6
"$folder/venv/bin/python" - <<'PYTHON'
from trafilatura import extract

TEXT = "<p>The committee met in the capital on Monday to discuss the plan, and its members will publish a report.</p>"
PAGE = "<html><body><article><h1>Harbour</h1>{0}{1}{0}</article></body></html>"
SAID = "<blockquote{0}><p>Construiremos el puerto juntos este año.</p></blockquote>"


def kinds(attribute, form):
    text = extract(PAGE.format(TEXT * 3, SAID.format(attribute)), output_format=form)
    return [tag for tag in ("<code", "<pre", "<quote", "<blockquote") if tag in text]


seen = {(form, attribute): kinds(attribute, form) for form in ("xml", "html") for attribute in ("", ' lang="es"')}
for (form, attribute), tags in seen.items():
    print(f"{form}, <blockquote{attribute}>: {tags}")
expected = {
    ("xml", ""): ["<quote"], ("xml", ' lang="es"'): ["<code"],
    ("html", ""): ["<blockquote"], ("html", ' lang="es"'): ["<pre"],
}
raise SystemExit(0 if seen == expected else "this has changed")
PYTHON
