"""LibreTranslate: a server of one's own, or another's, asked over HTTP; off unless its address is configured.

plugins:
  - digest:
      engines: {default: [libretranslate]}
      engine_options:
        libretranslate: {url: "http://127.0.0.1:5000", key: !ENV LIBRETRANSLATE_KEY}

Registered as every engine of another package is: by an entry point of `digest.engines`.
"""

from __future__ import annotations

import http.client
import json
import re
import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import SplitResult, urlsplit

from digest.errors import EngineError
from digest.languages.tags import written
from digest.model import Engine, Settings
from digest.translate.engines.protocol import pairs_for
from digest.translate.models import TAGS

TIMEOUT = 300
"""Seconds for one answer: a server without a graphics card takes its time."""
TEXTS, CHARACTERS = 32, 4000
"""Of one question; servers refuse longer ones."""
_LEAST_SIZE, _TIMES = 1_000_000, 50
"""Bytes of an answer that are always free, and those for each byte of the question."""
_TRIES = 4
"""Questions to a busy server: with its own waits between them, a few minutes."""
_WITH_SCRIPT = re.compile(r"[a-z]+-[A-Z][a-z]{3}")
_LONGEST_WAIT = 60
"""Seconds that a busy server may ask for."""


class LibreTranslate:
    """The pairs that a server lists."""

    online = True

    def __init__(self, url: str, key: str = "") -> None:
        self._url, self._key = url, key

    def stamp(self, source: str, target: str) -> Engine | None:
        """Return the server's version for a pair that it lists.

        Raises:
            EngineError: it is not there, or says what is no answer.
        """
        pair = self._pair(source, target) if self._url else None
        return Engine(
            name="libretranslate", model="_".join(pair), version=self._version, label="LibreTranslate"
        ) if pair else None  # fmt: skip

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate all texts, some dozens in one question.

        Raises:
            EngineError: the server does not serve the pair, or broke down.
        """
        pair = self._pair(source, target) if self._url else None
        if pair is None:
            raise EngineError(f"LibreTranslate does not translate {source} into {target}")
        made: list[str] = []
        for batch in _batches(texts):
            source_code, target_code = self._pairs[pair]
            question = {"q": batch, "source": source_code, "target": target_code, "format": "text"}
            if self._key:
                question["api_key"] = self._key
            said = self._asked("POST", "/translate", question)
            outputs = said.get("translatedText") if isinstance(said, dict) else None
            if (
                not isinstance(outputs, list)
                or len(outputs) != len(batch)
                or not all(isinstance(one, str) for one in outputs)
            ):
                raise EngineError(f"{self._url} gave no translation for each of {len(batch)} texts")
            made += ("" if not text.strip() else one for text, one in zip(batch, outputs, strict=True))
        return made

    def _pair(self, source: str, target: str) -> tuple[str, str] | None:
        return next((pair for pair in pairs_for(source, target) if pair in self._pairs), None)

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], tuple[str, str]]:
        """The server's own codes, by the tags of a pair."""
        said = self._asked("GET", "/languages")
        try:
            return {
                (_tag(one["code"]), _tag(target)): (one["code"], target)
                for one in said
                for target in one["targets"]
                if target != one["code"]
            }
        except (TypeError, KeyError, AttributeError) as error:
            raise EngineError(f"{self._url}/languages is no list of LibreTranslate's") from error

    @cached_property
    def _version(self) -> str:
        said = self._asked("GET", "/spec")
        version = said.get("info", {}).get("version") if isinstance(said, dict) else None
        return str(version or "unknown")

    def _asked(self, method: str, path: str, question: object = None) -> Any:
        """Return the server's answer; one that says that it is busy is asked again when it says."""
        address = urlsplit(self._url.rstrip("/") + path)
        body = json.dumps(question, ensure_ascii=False).encode() if question else b""
        for left in reversed(range(_TRIES)):
            try:
                status, wait, said = _answer(address, method, body)
            except TimeoutError as error:
                raise EngineError(f"{self._url} gave no answer in {TIMEOUT} seconds") from error
            except (OSError, http.client.HTTPException, ValueError) as error:
                raise EngineError(f"{self._url} cannot be asked: {error or type(error).__name__}") from error
            if status == http.HTTPStatus.OK:
                return said
            if status not in {429, 503} or not left:
                why = said.get("error") if isinstance(said, dict) else None
                raise EngineError(f"{self._url} refused ({status}){f': {why}' if why else ''}")
            time.sleep(wait)
        raise AssertionError("the last try returns or raises")


def libretranslate(settings: Settings) -> LibreTranslate:
    """Return the engine with what a site configures of it.

    Raises:
        EngineError: it configures what there is not.
    """
    options = settings.engine_options.get("libretranslate", {})
    for unknown in options.keys() - {"url", "key"}:
        raise EngineError(
            f"engine_options: “{unknown}” is not known for libretranslate; there are url and key"
        )
    return LibreTranslate(options.get("url", ""), options.get("key", ""))


def _answer(address: SplitResult, method: str, body: bytes) -> tuple[int, float, Any]:
    """Return a status, the seconds to wait before the next question, and what JSON says.

    Raises:
        ValueError: it is no JSON, too much or elsewhere, or the address is none of the web.
    """
    kinds = {"http": http.client.HTTPConnection, "https": http.client.HTTPSConnection}
    if address.scheme not in kinds or not address.hostname:
        raise ValueError("it is no address of the web (http or https)")
    most = _LEAST_SIZE + _TIMES * len(body)
    connection = kinds[address.scheme](address.hostname, address.port, timeout=TIMEOUT)
    try:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        connection.request(method, address.path, body or None, headers)
        response = connection.getresponse()
        read = response.read(most + 1)
        if len(read) > most:
            raise ValueError(f"it answered with more than {most} bytes")
        if elsewhere := response.headers.get("Location"):
            # Not followed: a key would go along to an address that nobody configured.
            raise ValueError(f"it has moved to {elsewhere}; if you trust that, configure it")
        wait = response.headers.get("Retry-After", "")
        seconds = min(_LONGEST_WAIT, int(wait)) if wait.isdecimal() else 1.0
        try:
            return response.status, seconds, json.loads(read)
        except (ValueError, RecursionError):
            if response.status == http.HTTPStatus.OK:
                raise ValueError("it answered with what is no JSON") from None
            return response.status, seconds, None
    finally:
        connection.close()


def _tag(code: str) -> str:
    """Return the tag for a code of a server's; some say `pb` or `zt`, others `pt-BR`, `zh-Hans` or `zh-Hant`.

    >>> [_tag(code) for code in ("es", "pb", "pt-BR", "zh", "zh-Hans", "zt", "zh-Hant")]
    ['es', 'pt-BR', 'pt-BR', 'zh', 'zh', 'zh-Hant', 'zh-Hant']
    """
    return TAGS.get(code) or (written(code) if _WITH_SCRIPT.fullmatch(code) else code)


def _batches(texts: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for text in texts:
        if batch and (len(batch) == TEXTS or sum(map(len, batch)) + len(text) > CHARACTERS):
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch
