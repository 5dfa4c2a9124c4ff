#!/bin/sh
# Programs that the tests use and pip cannot bring: a browser, fonts to see pages with, a second
# translation engine, gettext as an oracle. Installs what is missing where it may; where it may
# not, the tests that need it skip and say so (under CI they fail).
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v apertium >/dev/null 2>&1 || missing="$missing apertium-eng-spa"
command -v faketime >/dev/null 2>&1 || missing="$missing faketime"
command -v hugo >/dev/null 2>&1 || missing="$missing hugo"
command -v msgfmt >/dev/null 2>&1 || missing="$missing gettext"
command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
command -v unshare >/dev/null 2>&1 || missing="$missing util-linux"
[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || missing="$missing fonts-noto-cjk"
[ -d /usr/share/fonts/truetype/noto ] || missing="$missing fonts-noto-core"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "not installed, and no apt-get here:$missing" >&2
    exit 0
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        echo "not installed, and this user may not:$missing" >&2
        exit 0
    fi
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# Unquoted on purpose: a list of packages.
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
