"""How each model of a site stands: installed, pinned, both, or neither as it should."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from digest.translate.models.pins import ARGOS, Pin
from digest.translate.models.store import Installed, fault


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How one model stands."""

    name: str
    version: str | None
    """What is installed."""
    pinned: str | None
    """The version that `models.toml` names."""
    used: bool
    """Whether it may translate: where anything is pinned, only what is pinned may."""
    fault: str | None = None
    """Why it cannot be used as it is pinned."""
    engine: str = ARGOS


def states(
    engine: str, pins: Mapping[str, Pin] | None, there: Iterable[Installed], *, thorough: bool
) -> Iterator[State]:
    """Yield how each installed or pinned model of an engine stands.

    Args:
        engine: By name.
        pins: Those of the engine; None where nothing is pinned at all.
        there: What is installed.
        thorough: Read every file.
    """
    found, known = {one.name: one for one in there}, pins or {}
    for name in sorted(known.keys() | found.keys()):
        package, pin = found.get(name), known.get(name)
        wrong = _fault(engine, name, package, pin, thorough=thorough)
        yield State(
            name=name,
            version=package.version if package else None,
            pinned=pin.version if pin else None,
            used=wrong is None and (pin is not None or pins is None),
            fault=wrong,
            engine=engine,
        )


def _fault(
    engine: str, name: str, package: Installed | None, pin: Pin | None, *, thorough: bool
) -> str | None:
    if pin is None:
        return None
    if package is None:
        asked = "" if engine == ARGOS else f" --engine {engine}"
        return f"{name} {pin.version} is not installed; run digest models install{asked}"
    if thorough or package.version != pin.version:
        return fault(package, pin)
    return None
