# SPDX-License-Identifier: EUPL-1.2
"""``relay manager certify`` and ``revoke``: who counts, and who no longer does."""

from pathlib import Path

import click

from relay.cli.countersigning import write_first
from relay.cli.entry import IDS, Here
from relay.cli.sitting import Asked, Sitting, at_work, confirmed, manager_options, open_key_file
from relay.config import ConfigWrongError
from relay.crypto import codes, keys, tickets
from relay.crypto.encoding import unb64u
from relay.protocol import wire
from relay.protocol.directory import Mediator
from relay.protocol.enrolment import EnrolmentRequest
from relay.protocol.root import key_id_text
from relay.records import Role
from relay.station.calendar import now
from relay.station.certifying import Answered, answer, believe_request, make_ticket
from relay.station.key_file import KeyFile, MadeTicket, drop_ticket, keep_ticket
from relay.station.managing import (
    admit_interpreter,
    admit_mediator,
    name_people,
    people_waiting,
    retire_interpreter,
    retire_mediator,
    revoke_interpreter,
    revoke_mediator,
    tickets_used,
    voucher_hash,
)


@click.command()
@click.option("--ticket", is_flag=True, help="Make a ticket for a new mediator, and stop.")
@click.option("--interpreter", is_flag=True, help="With --ticket: for a new interpreter instead.")
@click.option(
    "--second",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The second key file that vouches for a mediator: root.key, or another manager's.",
)
@click.option(
    "--first",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Sign first for the mediator who waits, into this file, for who signs second elsewhere.",
)
@click.option("--yes", is_flag=True, help="Do not ask: everything was compared beforehand.")
@manager_options
@click.pass_obj
def certify(
    here: Here,
    key: Path,
    url: str | None,
    ticket: bool,
    interpreter: bool,
    second: Path | None,
    first: Path | None,
    yes: bool,
) -> None:
    """Complete the enrolments that wait for a manager, or make a mediator's or interpreter's ticket."""
    asked = Asked(key=key, url=url)
    if ticket:
        at_work(here, asked, lambda sitting: _make_ticket(sitting, interpreter=interpreter))
        return
    other = None
    if second is not None:
        other, _ = open_key_file(here, second, holder=None, variable="RELAY_SECOND_WORDS")

    async def complete(sitting: Sitting) -> None:
        done = await _name_people(sitting, yes=yes)
        done += await _admit_interpreters(sitting, yes=yes)
        done += await _admit_mediators(sitting, other, first, yes=yes)
        if not done:
            here.say("certify-nothing")

    at_work(here, asked, complete)


async def _make_ticket(sitting: Sitting, *, interpreter: bool) -> None:
    made = await make_ticket(sitting.client, case=None, person=None, side=None, interpreter=interpreter)
    kept = MadeTicket(code=made.code, lookup=made.lookup, expires_at=made.expires_at)
    sitting.keep(keep_ticket(sitting.keys, kept, at=now()))
    link = f"{sitting.url}/#ticket={made.code}&root={sitting.keys.fingerprint}"
    word = "certify-ticket-interpreter" if interpreter else "certify-ticket"
    sitting.here.say(word, code=codes.group_code(made.code), link=link)


async def _name_people(sitting: Sitting, *, yes: bool) -> int:
    waiting = [
        person
        for person in await people_waiting(sitting.client, sitting.office)
        if confirmed(
            sitting.here,
            yes,
            "certify-replaces" if person.replaces else "certify-person",
            case=person.certificate.case,
            person=person.certificate.participant,
            side=sitting.here.words.say(f"side-{person.side}"),
        )
    ]
    if waiting:
        sitting.office = await name_people(sitting.client, sitting.seed, sitting.office, waiting)
        sitting.here.say("certify-named", count=len(waiting))
    return len(waiting)


async def _waiting(sitting: Sitting, role: Role) -> list[tuple[wire.TicketView, MadeTicket]]:
    made = {ticket.lookup: ticket for ticket in sitting.keys.tickets}
    used = await tickets_used(sitting.client, tuple(made))
    return [(view, made[view.lookup]) for view in used if view.role == role.value]


async def _admit_interpreters(sitting: Sitting, *, yes: bool) -> int:
    done = 0
    for view, ticket in await _waiting(sitting, Role.INTERPRETER):
        request = believe_request(view, ticket.code)
        if not _compared(sitting, request, yes=yes):
            continue
        entry = _mediator(request)
        listed = {known.key for known in sitting.office.directory.interpreters if known.status == "active"}
        if entry.mediator not in listed:
            sitting.office = await admit_interpreter(sitting.client, sitting.seed, sitting.office, entry)
        await _answered(sitting, view, ticket, entry)
        sitting.here.say("certify-listed", interpreter=key_id_text(request.identity))
        done += 1
    return done


async def _admit_mediators(sitting: Sitting, second: KeyFile | None, first: Path | None, *, yes: bool) -> int:
    used = await _waiting(sitting, Role.MEDIATOR)
    if second is not None and second.seed == sitting.keys.seed:
        raise ConfigWrongError(sitting.here.words.say("certify-same"))
    done = unsigned = 0
    for view, ticket in used:
        mediator = _mediator(believe_request(view, ticket.code))
        listed = key_id_text(mediator.mediator) in _active(sitting)
        if listed or second is not None:
            done += await _admit(sitting, view, ticket, second=None if listed else second, yes=yes)
        elif first is not None and not done:  # one file is for one mediator
            done += _sign_first(sitting, view, ticket, path=first, yes=yes)
        else:
            unsigned += 1
    if unsigned:
        sitting.here.note("certify-second", count=unsigned)
    return done + unsigned


def _sign_first(sitting: Sitting, view: wire.TicketView, ticket: MadeTicket, *, path: Path, yes: bool) -> int:
    request = believe_request(view, ticket.code)
    if not _compared(sitting, request, yes=yes):
        return 0
    write_first(sitting, _mediator(request), path)
    return 1


async def _admit(
    sitting: Sitting, view: wire.TicketView, ticket: MadeTicket, *, second: KeyFile | None, yes: bool
) -> int:
    request = believe_request(view, ticket.code)
    if not _compared(sitting, request, yes=yes):
        return 0
    mediator = _mediator(request)
    if second is not None:
        seeds = (sitting.seed, unb64u(second.seed))
        sitting.office = await admit_mediator(sitting.client, seeds, sitting.office, mediator)
    await _answered(sitting, view, ticket, mediator)
    sitting.here.say("certify-admitted", mediator=key_id_text(request.identity))
    return 1


def _compared(sitting: Sitting, request: EnrolmentRequest, *, yes: bool) -> bool:
    own = keys.signing_public_key(sitting.seed)
    number = tickets.safety_number(own, unb64u(request.identity))
    named = key_id_text(request.identity)
    return confirmed(sitting.here, yes, "certify-safety", number=number, mediator=named)


async def _answered(sitting: Sitting, view: wire.TicketView, ticket: MadeTicket, admitted: Mediator) -> None:
    answered = Answered(
        certificate=voucher_hash(admitted),
        directory=sitting.office.standing.directory,
        policy=None,
        fingerprint=sitting.keys.fingerprint,
    )
    await answer(sitting.client, ticket.code, answered, mac1=view.mac1 or "")
    sitting.keep(drop_ticket(sitting.keys, ticket.lookup))


def _mediator(request: EnrolmentRequest) -> Mediator:
    return Mediator(programme=request.programme, mediator=request.identity, kem=request.kem)


def _active(sitting: Sitting) -> set[str]:
    entries = sitting.office.directory.mediators
    return {key_id_text(entry.key) for entry in entries if entry.status == "active"}


@click.command(context_settings=IDS)
@click.argument("mediator")
@click.option("--retire", is_flag=True, help="Who leaves in peace: what they signed or made still counts.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@manager_options
@click.pass_obj
def revoke(here: Here, mediator: str, key: Path, url: str | None, retire: bool, yes: bool) -> None:
    """Revoke a mediator or an interpreter: nothing they signed counts from here on."""
    done = "revoke-retire-done" if retire else "revoke-done"

    async def act(sitting: Sitting) -> None:
        listed = {key_id_text(known.key) for known in sitting.office.directory.interpreters}
        interprets = mediator in listed
        if not confirmed(here, yes, _question(retire=retire, interprets=interprets), mediator=mediator):
            return
        stuck: tuple[str, ...] = ()
        if interprets:
            end = retire_interpreter if retire else revoke_interpreter
            sitting.office = await end(sitting.client, sitting.seed, sitting.office, mediator)
        else:
            leave = retire_mediator if retire else revoke_mediator
            sitting.office, stuck = await leave(sitting.client, sitting.seed, sitting.office, mediator)
        here.say(done, mediator=mediator, epoch=sitting.office.directory.epoch)
        for case in stuck:
            here.say("revoke-stuck", case=case)

    at_work(here, Asked(key=key, url=url), act)


def _question(*, retire: bool, interprets: bool) -> str:
    if interprets:
        return "revoke-interpreter-retire-ask" if retire else "revoke-interpreter-ask"
    return "revoke-retire-ask" if retire else "revoke-ask"
