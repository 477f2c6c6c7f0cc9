# SPDX-License-Identifier: EUPL-1.2
"""The ids of records of which there is one each: nothing else may be written where one belongs.

Anybody who knows a case can compute them (docs/format.md section 2). Whoever wrote something
else there first would keep a gate from ever being shut.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from relay.crypto.encoding import unb64u
from relay.crypto.keys import short_id
from relay.errors import WrongContextError
from relay.protocol.policy import VerifiedPolicy
from relay.protocol.record import (
    Clear,
    ExposureClear,
    GateClear,
    OpenClear,
    PaceClear,
    Record,
    derived_id,
)

_GATES: Final = ("no-contact", "overlap", "assessment")
_OF_CASE: Final[tuple[tuple[str, Clear], ...]] = (
    ("names", OpenClear(open=False)),
    ("closing", OpenClear(open=False)),
    ("pace", PaceClear(side="harmed", most=1, days=1)),
    ("pace", PaceClear(side="responsible", most=1, days=1)),
)
_CASES_KEPT: Final = 4096
_OF_MEDIATOR: Final[tuple[tuple[str, Clear], ...]] = (
    ("recusal", OpenClear(open=False)),
    ("away", OpenClear(open=False)),
    ("exposure", ExposureClear()),
)


def refuse_anothers_place(record: Record, policy: VerifiedPolicy) -> None:
    """Refuse a record that chose its id itself, and chose one where another belongs.

    Known are this case's places, and of every other case those that are about the whole of it.

    Raises:
        WrongContextError: the id of another record.
    """
    own = derived_id(record.type, record.case, clear=record.clear, mediator="")
    if own is None and (record.record in _here(policy) or _anywhere(record.record, policy)):
        raise WrongContextError(f"{record.record}: the id of another record")


def _here(policy: VerifiedPolicy) -> Iterator[str | None]:
    case = policy.policy.case
    for person in policy.policy.participants:
        for gate in _GATES:
            clear = GateClear(gate=gate, participant=person.participant, shut=False, until=None)
            yield derived_id("gate", case, clear=clear, mediator="")
    for mediator in policy.trust.directory.mediators:
        for kind, clear in _OF_MEDIATOR:
            yield derived_id(kind, case, clear=clear, mediator=short_id(unb64u(mediator.key)))


def _anywhere(record: str, policy: VerifiedPolicy) -> bool:
    return any(record in _of_case(entry.case) for entry in policy.trust.directory.cases)


@lru_cache(maxsize=_CASES_KEPT)
def _of_case(case: str) -> frozenset[str | None]:
    """Kept, because each write asks for every case: a thousand of them cost 17 ms to derive."""
    return frozenset(derived_id(kind, case, clear=clear, mediator="") for kind, clear in _OF_CASE)
