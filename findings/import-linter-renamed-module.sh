#!/bin/sh
# import-linter 2.16 (grimp 3.19): a module that is gone is still imported, says the cache.
# A package re-exports a function of the same name as its module: `from room import guess` means the module to the linter, rightly. When the
# module is renamed, only the file of the package changes, not the one that imports from it; for that one the cache answers, and the contract
# is broken by an import of a module that does not exist. Without the cache, or with --no-cache, it is kept.
# Here: modules of digest/quote/ are named otherwise than what their doors export (`credit/guesses.py`).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet import-linter==2.16 grimp==3.19
mkdir -p "$folder/site/house/room"
cd "$folder/site"
cat > .importlinter <<'INI'
[importlinter]
root_package = house
[importlinter:contract:door]
name = The room is entered by its door
type = protected
protected_modules = house.room.*
allowed_importers = house.room
INI
echo 'from house.room import guess' > house/__init__.py
echo 'from house.room.guess import guess' > house/room/__init__.py
echo 'def guess(): return 1' > house/room/guess.py
linted() { PYTHONPATH=. "$folder/venv/bin/lint-imports" "$@" | grep -c "house -> house.room.guess" || true; }
first=$(linted)
mv house/room/guess.py house/room/guesses.py
echo 'from house.room.guesses import guess' > house/room/__init__.py
cached=$(linted)
fresh=$(linted --no-cache)
echo "imports of house.room.guess seen: before the renaming $first, after it with the cache $cached, without $fresh"
[ "$first $cached $fresh" = "1 1 0" ]
