# SPDX-License-Identifier: EUPL-1.2
"""Lies to a mediator about what the desk keeps: another case's words here, or a colleague's as one's own."""

import secrets
from typing import Any, Final

from relay.crypto.encoding import b64u
from relay.crypto.keys import ID_BYTES
from relay.demo.hands import Hand
from relay.protocol.record import ExposureClear, GoneClear
from relay.station.calendar import today
from tests.e2e.evil.forging import flipped, reworded
from tests.e2e.evil.lies_about_casework import TIMES, casework, written
from tests.e2e.evil.lies_about_gates import seed_of
from tests.e2e.evil.proxy import Lies
from tests.e2e.evil.stage import LETTER, World
from tests.e2e.evil.tables import Json, Table

BOARD: Final = Table()
LOG: Final = Table()

_STANDING: Final = GoneClear(gone=False)
_WORDS: Final = {"words": LETTER, "message": None, "risks": []}


def note(world: World, *, case: str | None = None) -> Json:
    """Return a colleague's note, of another case where one is given."""
    return written(world, "note", _STANDING, _WORDS, at=1, case=case, by=world.two)


def beside_the_board(world: World, record: Json, kind: str = "note") -> Lies:
    """Tell a record among all that the board stands on."""
    return casework(world, next(TIMES), beside={kind: [record]})


@BOARD.whole("wrong-context")
def a_note_of_another_case(world: World) -> Lies:
    """All is true of it, but the board that it is shown on."""
    return beside_the_board(world, note(world, case=b64u(secrets.token_bytes(ID_BYTES))))


@BOARD.whole("signature-wrong")
def a_note_of_another_case_that_the_server_renamed(world: World) -> Lies:
    """The statement names this case, and its mediator never signed that."""
    known = note(world, case=b64u(secrets.token_bytes(ID_BYTES)))
    moved = reworded(known["statement"], world.service, case=world.cast.case)
    return beside_the_board(world, known | {"statement": known["statement"] | {"body": moved["body"]}})


@BOARD.whole("wrong-context")
def a_list_of_names_of_another_case(world: World) -> Lies:
    """Whom another case protects is nobody's business here."""
    other = b64u(secrets.token_bytes(ID_BYTES))
    known = written(world, "names", _STANDING, {"names": ["zymurgie"]}, at=1, case=other)
    return beside_the_board(world, known, "names")


@BOARD.whole("seal-broken")
def a_note_whose_box_was_changed(world: World) -> Lies:
    """Other words than the mediator signed for."""
    known = note(world)
    return beside_the_board(world, known | {"box": flipped(known["box"])})


def _log(world: World, hand: Hand) -> Json:
    entry: dict[str, Any] = {"day": today(), "message": None, "minutes": 5, "heavy": True}
    return written(
        world, "exposure", ExposureClear(), {"entries": [entry | {"words": "zymurgie"}]}, at=1, by=hand
    )


def told_as_ones_log(world: World, record: Json) -> Lies:
    """Tell a record as the one reading log there is."""
    return beside_the_board(world, record, "exposure")


@LOG.whole("wrong-context")
def a_colleagues_log(world: World) -> Lies:
    """Sealed for both by a colleague who goes along with the server."""
    return told_as_ones_log(world, _log(world, world.two))


@LOG.whole("signer-not-allowed")
def a_log_written_in_ones_name_by_a_manager(world: World) -> Lies:
    """What one is told to have read, by somebody who is no mediator of the case."""
    known = _log(world, world.one)
    return told_as_ones_log(world, known | {"statement": reworded(known["statement"], world.manager)})


@LOG.whole("wrong-context")
def a_log_written_in_ones_name_by_a_colleague(world: World) -> Lies:
    """Under the id of one's own log, and signed with the colleague's key."""
    known = _log(world, world.one)
    return told_as_ones_log(world, known | {"statement": reworded(known["statement"], seed_of(world.two))})


def ones_own_log(world: World) -> Lies:
    """Tell what is one's own."""
    return told_as_ones_log(world, _log(world, world.one))
