#!/bin/sh
# distributed 2026.8.0: the executor of a client is one of concurrent.futures, but its `map` asks each iterable for its length, so an argument that
# is the same for all, written as `itertools.repeat(value)`, is a TypeError there and right with the pools of the standard library.
# Here: digest/cache/made.py binds what is the same for all with `functools.partial`, which both take.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'dask[distributed]==2026.8.0'
seen=$("$folder/venv/bin/python" -c '
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import repeat
from distributed import Client
def tried(pool, function, *iterables):
    try:
        return list(pool.map(function, *iterables))
    except TypeError as error:
        return type(error).__name__
with ThreadPoolExecutor(1) as pool:
    print(tried(pool, pow, repeat(2), [1, 2, 3]), end=" ")
with Client(processes=False, n_workers=1, threads_per_worker=1, dashboard_address=None) as client:
    pool = client.get_executor()
    print(tried(pool, pow, repeat(2), [1, 2, 3]), tried(pool, partial(pow, 2), [1, 2, 3]))
' 2>/dev/null)
echo "seen: $seen"
[ "$seen" = "[2, 4, 8] TypeError [2, 4, 8]" ]
