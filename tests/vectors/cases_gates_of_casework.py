# SPDX-License-Identifier: EUPL-1.2
"""Family gates: when something may be offered or released, and why not."""

from collections.abc import Iterator
from typing import Any, Final

from tests.vectors.cases_approval import OTHER_HASH
from tests.vectors.maker import Maker, Row
from tests.vectors.world import DAY, EMPTY_HASH, MESSAGE, ident

AUTHOR: Final = ident("author")
READER: Final = ident("reader")
PEOPLE: Final = (AUTHOR, READER)
YESTERDAY: Final = "2026-11-21"


def add_cases(maker: Maker) -> None:
    """Add the family."""
    given = _open()
    maker.share("gates", given)
    for rows in (_consents(given), _gates(given), _paces(given)):
        for name, fields, expect, note, claim in rows:
            known = expect == "ok" and name != "open"
            maker.add(
                f"known/gates-{name}" if known else f"gates/{name}",
                "require-open",
                {**given, **fields},
                expect=expect,
                note=note,
                claim=claim,
                base="gates",
            )
    maker.add_all("known", "shut-gates", given, _told(given), base="gates")
    people = [{"participant": AUTHOR, "side": "responsible"}, {"participant": READER, "side": "harmed"}]
    board = {**given, "people": people, "channels": ["letter", "video"], "day": DAY}
    maker.add_all("known", "shut-in-case", board, _in_case(given), base="gates")


def _open() -> dict[str, Any]:
    """Return a case in which every gate is open for a letter from the author to the reader."""
    return {
        "consent_text": EMPTY_HASH,
        "consents": [_consent(person) for person in PEOPLE],
        "gates": [
            *(_gate("no-contact", person) for person in PEOPLE),
            *(_gate("assessment", person, until=DAY) for person in PEOPLE),
        ],
        "paces": [],
        "offers": [],
        "asked": {
            "message": MESSAGE,
            "channel": "letter",
            "sender": AUTHOR,
            "side": "responsible",
            "addressee": READER,
            "day": DAY,
        },
    }


def _consent(person: str, **fields: Any) -> dict[str, Any]:
    made = {"participant": person, "channel": "letter", "given": True, "text": EMPTY_HASH, "number": 3}
    return made | fields


def _gate(gate: str, person: str, **fields: Any) -> dict[str, Any]:
    return {"gate": gate, "participant": person, "shut": False, "until": None} | fields


def _without(given: dict[str, Any], name: str, at: int) -> dict[str, Any]:
    return {name: [one for place, one in enumerate(given[name]) if place != at]}


def _with(given: dict[str, Any], name: str, *more: dict[str, Any]) -> dict[str, Any]:
    return {name: [*given[name], *more]}


def _consents(given: dict[str, Any]) -> Iterator[Row]:
    missing = "consent-missing"
    yield "open", {}, "ok", "everything is open", "P2"
    yield "consent-sender", _without(given, "consents", 0), missing, "the author said nothing", "P2"
    yield "consent-addressee", _without(given, "consents", 1), missing, "the addressee said nothing", "P2"
    back = _with(given, "consents", _consent(READER, given=False, number=4))
    yield "consent-back", back, missing, "the addressee took it back", "P2"
    again = _with(given, "consents", _consent(READER, given=False, number=4), _consent(READER, number=5))
    yield "consent-again", again, "ok", "taken back, and given again", "P2"
    older = _with(given, "consents", _consent(READER, given=False, number=2))
    yield "consent-older", older, "ok", "an earlier no", "P2"
    both = _with(given, "consents", _consent(READER, given=False))
    yield "consent-both", both, missing, "yes and no under one number", "P2"
    other = {"consents": [_consent(AUTHOR), _consent(READER, channel="video")]}
    yield "consent-channel", other, missing, "to another channel only", "P2"
    video = _with(given, "consents", _consent(READER, channel="video", given=False, number=9))
    yield "consent-other-channel", video, "ok", "a later no to another channel", "P2"
    text = {"consents": [_consent(AUTHOR), _consent(READER, text=OTHER_HASH)]}
    yield "consent-text", text, missing, "to an earlier wording", "P2"
    yield "consent-new-text", {"consent_text": OTHER_HASH}, missing, "the wording has changed", "P2"


def _gates(given: dict[str, Any]) -> Iterator[Row]:
    for name, at in (("no-contact", 0), ("assessment", 2)):
        code = "no-contact" if name == "no-contact" else "assessment-due"
        for whose, place in (("sender", at), ("addressee", at + 1)):
            yield f"{name}-{whose}", _without(given, "gates", place), code, f"none of the {whose}", "P2"

        def now(*, at: int = at, **fields: Any) -> dict[str, Any]:
            return {
                "gates": [one | fields if place == at else one for place, one in enumerate(given["gates"])]
            }

        yield f"{name}-shut", now(shut=True), code, "it is shut", "P2"
        yield f"{name}-over", now(until=YESTERDAY), code, "it held until yesterday", "P2"
        yield f"{name}-last-day", now(until=DAY), "ok", "it holds until today", "P2"
        twice = _with(given, "gates", _gate(name, READER, shut=True, until="2027-01-01"))
        yield f"{name}-twice", twice, code, "open and shut at once", "P2"
    yield (
        "overlap",
        _with(given, "gates", _gate("overlap", READER, shut=True)),
        "overlap",
        "an appeal is under way",
        "P2",
    )
    yield (
        "overlap-sender",
        _with(given, "gates", _gate("overlap", AUTHOR, shut=True, until=DAY)),
        "overlap",
        "until today, the author's",
        "P2",
    )
    over = _with(given, "gates", _gate("overlap", READER, shut=True, until=YESTERDAY))
    yield "overlap-over", over, "ok", "it was over yesterday", "P2"
    yield "overlap-open", _with(given, "gates", _gate("overlap", READER)), "ok", "there is none", "P2"
    yield (
        "somebody-else",
        _with(given, "gates", _gate("no-contact", ident("x"), shut=True)),
        "ok",
        "a third person's gate",
        "P2",
    )


def _pace(**fields: Any) -> dict[str, Any]:
    return {"side": "responsible", "most": 2, "days": 30} | fields


def _offer(message: str, day: str, side: str = "responsible") -> dict[str, Any]:
    return {"message": ident(message), "side": side, "day": day}


def _paces(given: dict[str, Any]) -> Iterator[Row]:
    two = [_offer("first", "2026-10-24"), _offer("second", DAY)]

    def counted(offers: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
        return {"paces": [_pace(**fields)], "offers": offers}

    yield "pace-none", {"offers": two}, "ok", "no pace was set", "P2"
    yield "pace", counted(two), "pace", "two of two within thirty days, the first day included", "P2"
    yield "pace-before", counted([_offer("first", "2026-10-23"), two[1]]), "ok", "one was a day earlier", "P2"
    yield "pace-fewer", counted(two, most=3), "ok", "two of three", "P2"
    yield "pace-one-day", counted(two, most=1, days=1), "pace", "one of one today", "P2"
    yield "pace-other-side", counted(two, side="harmed"), "ok", "the other side's pace", "P2"
    theirs = [_offer("first", DAY, "harmed"), two[1]]
    yield "pace-theirs", counted(theirs), "ok", "one was the other side's", "P2"
    same = [two[0], {"message": MESSAGE, "side": "responsible", "day": DAY}]
    yield "pace-itself", counted(same), "ok", "one is the message itself, offered before", "P2"
    again = [two[0], _offer("first", DAY)]
    yield "pace-again", counted(again), "ok", "one message offered twice", "P2"
    moved = [_offer("first", "2026-10-23"), _offer("first", DAY), two[1]]
    yield "pace-first", counted(moved), "ok", "what counts is when it was first offered", "P2"
    yield (
        "pace-ahead",
        counted([two[1], _offer("first", "2026-11-23")]),
        "pace",
        "one by a clock that is ahead",
        "P2",
    )
    several = {"paces": [_pace(most=9), _pace(most=1)], "offers": two}
    yield "pace-several", several, "pace", "of two paces, the slower", "P2"


def _told(given: dict[str, Any]) -> Iterator[Row]:
    yield "gates-told-none", {}, "ok", "nothing is shut", "P2"
    shut = {
        "consents": [],
        "gates": [_gate("overlap", READER, shut=True)],
        "paces": [_pace(most=1, days=1)],
        "offers": [_offer("first", DAY)],
    }
    yield "gates-told-all", shut, "ok", "everything is shut, in the order in which it is told", "P2"


def _in_case(given: dict[str, Any]) -> Iterator[Row]:
    yield "gates-case-open", {}, "ok", "a case in which letters are open, and videos are not", "P2"
    shut = {
        "gates": given["gates"][:3],
        "paces": [_pace(most=1, days=1)],
        "offers": [_offer("first", DAY), {"message": MESSAGE, "side": "responsible", "day": DAY}],
    }
    yield "gates-case-shut", shut, "ok", "one assessment is missing, and a pace is reached", "P2"
