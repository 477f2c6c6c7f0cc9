# SPDX-License-Identifier: EUPL-1.2
"""Lies to who signs in, and about what waits for them on their first page."""

from typing import Final

from tests.e2e.evil.forging import flipped
from tests.e2e.evil.proxy import says
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json, Table

WORDS_TYPED: Final = Table()
CODE_TYPED: Final = Table()
FIRST_PAGE: Final = Table()


def _slots(challenge: Json, **fields: int) -> Json:
    return challenge | {"slots": [slot | fields for slot in challenge["slots"]]}


@WORDS_TYPED.about("challenge", "too-weak")
def words_to_be_guessed_with_less_memory(world: World, challenge: Json) -> Json:
    """A signature over a secret that costs little to make is a word list's answer."""
    return _slots(challenge, memory_kib=64)


@WORDS_TYPED.about("challenge", "too-weak")
def words_to_be_guessed_in_one_pass(world: World, challenge: Json) -> Json:
    """The same by fewer passes."""
    return _slots(challenge, passes=1)


@WORDS_TYPED.about("challenge", "clock-off")
def a_clock_of_another_day(world: World, challenge: Json) -> Json:
    """A login that is good tomorrow would be kept for tomorrow."""
    return challenge | {"time": challenge["time"] + 86_400}


@WORDS_TYPED.about("challenge", "sign-in-failed")
def no_way_in(world: World, challenge: Json) -> Json:
    """The server does not know the account's words."""
    return challenge | {"slots": []}


@CODE_TYPED.about("sessions", "sign-in-failed")
def the_slot_of_somebody_else(world: World, signed_in: Json) -> Json:
    """A box that another secret opens."""
    return signed_in | {"slot": flipped(signed_in["slot"])}


@CODE_TYPED.about("sessions", "own-entry-wrong")
def a_participant_called_a_mediator(world: World, signed_in: Json) -> Json:
    """Somebody is let into a room that is not theirs."""
    return signed_in | {"role": "mediator"}


@CODE_TYPED.about("sessions", "own-entry-wrong")
def somebody_elses_name(world: World, signed_in: Json) -> Json:
    """The author is told that they are the reader."""
    return signed_in | {"person": world.reader.keyring.person}


@CODE_TYPED.about("sessions", "wrong-shape")
def a_session_with_a_field_too_many(world: World, signed_in: Json) -> Json:
    """The server speaks of something else besides."""
    return signed_in | {"next": "http://localhost:9/"}


@FIRST_PAGE.about("list", "wrong-shape")
def a_state_that_is_none(world: World, page: Json) -> Json:
    """A letter is in a state that nobody knows."""
    return page | {"messages": [one | {"state": "<b>free</b>"} for one in page["messages"]]}


@FIRST_PAGE.about("list", "wrong-shape")
def a_day_that_is_a_script(world: World, page: Json) -> Json:
    """Something else where a day is shown."""
    return page | {"messages": [one | {"day": "<img src=x onerror=alert(1)>"} for one in page["messages"]]}


@FIRST_PAGE.about("cases", "wrong-shape")
def cases_of_another_shape(world: World, cases: Json) -> Json:
    """Gates that are no list."""
    return {"cases": [one | {"shut": None} for one in cases["cases"]]}


FIRST_PAGE.instead("a_list_that_is_a_page", "malformed", "list", says(b"<h1>hello</h1>", kind="text/html"))
FIRST_PAGE.instead("drafts_that_are_a_page", "malformed", "drafts", says(b"<h1>hello</h1>", kind="text/html"))
