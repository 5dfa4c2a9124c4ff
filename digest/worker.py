"""What a worker of a Dask cluster is prepared with. Imported only where `distributed` is installed."""

from __future__ import annotations

import asyncio
from typing import Any

import distributed

from digest.model import Settings
from digest.translate.models import install_pinned

_WorkerPlugin: Any = distributed.WorkerPlugin


class PinnedModels(_WorkerPlugin):  # type: ignore[misc]
    """Installs the models that a site pins on each worker, those that join later among them.

    Args:
        settings: Of the site.
        pins: The bytes of its `models.toml`.
        index: Of a mirror, instead of each engine's own.
    """

    name = "digest-models"

    def __init__(self, settings: Settings, pins: bytes, index: str | None) -> None:
        self._told = (settings, pins, index)

    async def setup(self, worker: Any) -> None:
        """Install what is lacking; the worker goes on answering meanwhile."""
        del worker
        await asyncio.to_thread(install_pinned, *self._told)
