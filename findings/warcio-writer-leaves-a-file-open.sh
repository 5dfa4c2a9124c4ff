#!/bin/sh
# warcio 1.8.1: a good guess is that a record that was written holds nothing open any more. It does where its length was
# not told: its payload goes through a SpooledTemporaryFile, which nobody closes. Python says so when the record is
# collected, and a test suite that makes warnings errors fails far from the place that wrote.
# Seen: “Unclosed file <tempfile.SpooledTemporaryFile …>”; none after record.raw_stream.close(), and the same bytes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet warcio==1.8.1
"$folder/venv/bin/python" - <<'PYTHON'
import gc
import io
import warnings
from importlib.metadata import version

from warcio.warcwriter import WARCWriter

PAGE = b"<p>One page.</p>"
KEPT = {"WARC-Date": "2026-03-05T09:30:00Z", "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000001>"}


def written(close):
    out = io.BytesIO()
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        record = WARCWriter(out, gzip=False).create_warc_record(
            "https://example.org/", "resource", payload=io.BytesIO(PAGE), warc_content_type="text/html",
            warc_headers_dict=KEPT,
        )
        WARCWriter(out, gzip=False).write_record(record)
        if close:
            record.raw_stream.close()
        del record
        gc.collect()
    return out.getvalue(), [str(one.message) for one in told if one.category is ResourceWarning]


print("warcio", version("warcio"))
left, told = written(close=False)
closed, silent = written(close=True)
print("left as it is:", told)
print("raw_stream closed:", silent)
as_seen = len(told) == 1 and "SpooledTemporaryFile" in told[0] and not silent and left == closed and PAGE in left
raise SystemExit(0 if as_seen else "this has changed")
PYTHON
