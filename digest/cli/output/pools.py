"""Who does the work of a command: this process, others here, or a cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from digest.model import Settings

if TYPE_CHECKING:
    from digest.build import Gathered

cluster_option = click.option(
    "--cluster",
    default="",
    metavar="ADDRESS",
    help="The scheduler of a Dask cluster, whose workers do the work.",
)


def gathered(settings: Settings, *, cluster: str = "") -> Gathered:
    """Return what the content says, found with as many processes as the site is given, or by a cluster."""
    from digest.build import gather  # noqa: PLC0415 - listings of sources need no build

    with workers(settings, cluster) as executor:
        return gather(settings, executor=executor)


@contextmanager
def workers(settings: Settings, cluster: str = "") -> Iterator[Executor | None]:
    """Give the workers of the cluster at an address, or the processes that the site is given.

    Raises:
        ClusterError: the cluster cannot be used, or went away.
    """
    if cluster:
        from digest.cluster import cluster_pool  # noqa: PLC0415 - few have one

        with cluster_pool(cluster) as executor:
            yield executor
        return
    if settings.jobs == 1:
        yield None
        return
    from digest.build import local_pool  # noqa: PLC0415 - who needs no processes need not load a build

    with local_pool(settings) as local:
        yield local
