"""Addresses in their one form, those of one page, and hosts that are asked: `tests/golden/addresses`."""

from __future__ import annotations

import contextlib

import pytest
from golden_cases import rows

from digest.errors import FetchError
from digest.fetch.guard import demand_public_name
from digest.receive.addresses import canonical, key_of


@pytest.mark.parametrize(("written", "kept"), rows("addresses/one_form.txt"))
def test_an_address_has_one_form_whoever_writes_it(written: str, kept: str) -> None:
    found = canonical(written)
    assert (found or "none") == kept
    assert found is None or canonical(found) == found


@pytest.mark.parametrize(("first", "kind", "second"), rows("addresses/same_page.txt"))
def test_two_addresses_are_of_one_page(first: str, kind: str, second: str) -> None:
    assert (key_of(first) == key_of(second)) is (kind == "same")


@pytest.mark.parametrize(("host", "kind"), rows("addresses/reached.txt"))
def test_only_public_hosts_are_asked(host: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DIGEST_ALLOW_LOOPBACK", raising=False)
    refused = pytest.raises(FetchError, match="public") if kind == "not" else contextlib.nullcontext()
    with refused:
        demand_public_name(host, shown=f"https://{host}/")
