#!/bin/sh
# htmlmin2 0.1.13: a `lang` that an element has already from those around it is taken away, rightly; but what a link says of its own text counts as
# said of all that follows it in the same parent. So `<a lang=es>…</a><p lang=es>…</p>` in an English page becomes a paragraph without a language,
# which screen readers read as English, while `<p lang=es>` behind `<p lang=es>` stays.
# Here: templates/digest/languages.html says the language once, of the list's item; digest/compare/ tells a language that was lost.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet htmlmin2==0.1.13
seen=$("$folder/venv/bin/python" -c '
import htmlmin
page = "<html lang=en><body><div><{0} lang=es>Uno</{0}><p lang=es>Dos</p></div>"
print(*("<p lang=es>Dos" in htmlmin.minify(page.format(tag)) for tag in ("a", "p")))
')
echo "the language is kept behind a link, behind a paragraph: $seen"
[ "$seen" = "False True" ]
