#!/bin/sh
# numpy 2.4.6: `np.bincount(places, weights=weights, minlength=n)` adds up weights as float64, but of no places at all it returns int64, though
# `weights` is an array of float64: a sum that is then divided in place, or into its own like, fails on the day when nothing is in common.
# Here: digest/group/evidence/held.py asks for float64 by name.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6
seen=$("$folder/venv/bin/python" -c '
import numpy as np
def kind(places):
    weights = np.full(len(places), 1.5)
    return np.bincount(np.array(places, dtype=np.int64), weights=weights, minlength=3).dtype
print(kind([1]), kind([]))
')
echo "seen: $seen"
[ "$seen" = "float64 int64" ]
