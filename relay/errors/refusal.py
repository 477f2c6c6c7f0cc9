# SPDX-License-Identifier: EUPL-1.2
"""What every refusal is, and all of them."""

from collections.abc import Iterator
from typing import ClassVar


class RelayError(Exception):
    """A refusal, not a bug: ``code`` may be shown to a person, in their language."""

    code: ClassVar[str] = "internal"


class StationError(RelayError):
    """What only an installed station says, of its machine and of films; no server answers with it."""


def all_kinds(of: type[RelayError] = RelayError) -> Iterator[type[RelayError]]:
    """Yield every kind of refusal below ``of``."""
    for kind in of.__subclasses__():
        yield kind
        yield from all_kinds(kind)


def all_codes() -> frozenset[str]:
    """Return every code that a server may answer with, ``internal`` included."""
    served = (kind.code for kind in all_kinds() if not issubclass(kind, StationError))
    return frozenset({RelayError.code, *served})
