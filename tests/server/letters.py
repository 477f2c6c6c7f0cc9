# SPDX-License-Identifier: EUPL-1.2
"""The steps of a letter's way over HTTP, each by the right person."""

import base64
from typing import Any

from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.protocol import wire
from relay.records import Message
from relay.server.translate import envelope_of
from tests.review.letters import (
    a_wrap,
    approval,
    chunk_of,
    header_of,
    manifest,
    offer,
    readiness,
    release,
    withdrawal,
    wraps_for,
)
from tests.review.world import ADA, ODA, VIVI, Person, hash_of, ident
from tests.server.relays import Answer, Relay

TUS = {"Tus-Resumable": "1.0.0"}
OCTETS = TUS | {"Content-Type": "application/offset+octet-stream"}


def new_message(
    relay: Relay, name: str, *, sender: Person = ODA, addressee: Person = VIVI, **changed: Any
) -> wire.NewMessage:
    """Return what begins a letter; ``changed``: other fields of its manifest."""
    message = ident(name)
    signed = manifest(relay.world, message, sender=sender, addressee=addressee, **changed)
    return wire.NewMessage(
        manifest=envelope_of(signed),
        header=b64u(header_of(message)),
        wraps=[
            wire.Wrap(purpose=purpose, recipient=key, wrap=b64u(raw))  # pyright: ignore[reportArgumentType]
            for (purpose, key), raw in wraps_for(sender).items()
        ],
    )


def metadata(message: str, part: int = 0) -> str:
    """Return ``Upload-Metadata`` for a part."""
    named = (("message", message), ("part", str(part)))
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in named)


async def begun(relay: Relay, name: str = "letter", *, sender: Person = ODA, addressee: Person = VIVI) -> str:
    """Begin a letter; return its id."""
    asked = new_message(relay, name, sender=sender, addressee=addressee)
    answer = await relay.ask("POST", "/v1/messages", by=sender, json=asked)
    assert answer.status == 200, answer
    return ident(name)


async def upload_begun(relay: Relay, message: str, *, by: Person = ODA) -> str:
    """Begin to send the only part; return its path."""
    headers = TUS | {"Upload-Length": "65552", "Upload-Metadata": metadata(message)}
    answer = await relay.ask("POST", "/v1/uploads", by=by, headers=headers)
    assert answer.status == 201, answer
    return answer.headers["Location"]


async def uploaded(relay: Relay, message: str, *, by: Person = ODA) -> str:
    """Send the only part whole; return the upload's path."""
    place = await upload_begun(relay, message, by=by)
    answer = await patched(relay, place, chunk_of(message), by=by)
    assert answer.status == 204, answer
    return place


async def patched(
    relay: Relay, place: str, content: bytes, *, offset: int = 0, by: Person = ODA, **more: str
) -> Answer:
    """Send some bytes."""
    headers = (
        OCTETS
        | {"Upload-Offset": str(offset)}
        | {name.replace("_", "-"): value for name, value in more.items()}
    )
    return await relay.ask("PATCH", place, by=by, headers=headers, body=content)


async def submitted(
    relay: Relay, name: str = "letter", *, sender: Person = ODA, addressee: Person = VIVI
) -> str:
    """Give a letter to the mediators and let its cooling-off time pass."""
    message = await begun(relay, name, sender=sender, addressee=addressee)
    await uploaded(relay, message, by=sender)
    view = (await relay.ask("GET", f"/v1/messages/{message}", by=sender)).json["view"]
    asked = wire.VersionPost(version=view["version"])
    answer = await relay.ask("POST", f"/v1/messages/{message}/submit", by=sender, json=asked)
    assert answer.status == 200, answer
    relay.world.now += 3_601
    for name_of_session in tuple(relay.tokens):  # nobody sits through an hour of cooling off
        del relay.tokens[name_of_session]
    return message


async def record(relay: Relay, message: str) -> Message:
    """Return the server's own record of a message."""
    found = await relay.world.ledger.load(Message, message)
    assert found is not None
    return found


async def post(
    relay: Relay, message: str, resource: str, statement: Signed, *, by: Person, **more: Any
) -> Answer:
    """Post a signed statement, looking at the current view first."""
    seen = await relay.ask("GET", f"/v1/messages/{message}", by=by)
    version = seen.json["view"]["version"]
    asked = wire.StatementPost(statement=envelope_of(statement), version=version, **more)
    return await relay.ask("POST", f"/v1/messages/{message}/{resource}", by=by, json=asked)


async def approved(relay: Relay, name: str = "letter") -> str:
    """Bring a letter through the first gate."""
    message = await submitted(relay, name)
    seen = (await relay.ask("GET", f"/v1/messages/{message}", by=ADA)).json["view"]
    claimed = await relay.ask(
        "POST", f"/v1/messages/{message}/claim", by=ADA, json=wire.VersionPost(version=seen["version"])
    )
    assert claimed.status == 200, claimed
    statement = approval(relay.world, await record(relay, message), ADA)
    answer = await post(relay, message, "approvals", statement, by=ADA)
    assert answer.status == 200, answer
    return message


async def offered(relay: Relay, name: str = "letter") -> str:
    """Tell the addressee that something waits."""
    message = await approved(relay, name)
    answer = await post(
        relay, message, "offers", offer(relay.world, await record(relay, message), ADA), by=ADA
    )
    assert answer.status == 200, answer
    return message


async def released(relay: Relay, name: str = "letter") -> str:
    """Bring a letter through both gates."""
    message = await offered(relay, name)
    ready = readiness(relay.world, await record(relay, message), VIVI)
    answer = await post(relay, message, "readiness", ready, by=VIVI)
    assert answer.status == 200, answer
    known = await record(relay, message)
    statement = release(
        relay.world,
        known,
        ADA,
        to=VIVI,
        readiness=hash_of(ready, "readiness"),
        approvals=tuple(known.approved_with.split(",")),
    )
    wrap = wire.Wrap(purpose="release", recipient=VIVI.key, wrap=b64u(a_wrap("release", VIVI.name)))
    answer = await post(relay, message, "releases", statement, by=ADA, wrap=wrap)
    assert answer.status == 200, answer
    return message


async def withdrawn(relay: Relay, message: str, *, by: Person = ODA) -> Answer:
    """Take a letter back."""
    statement = withdrawal(relay.world, await record(relay, message), by, of=by)
    asked = wire.StatementPost(statement=envelope_of(statement))
    return await relay.ask("POST", f"/v1/messages/{message}/withdrawals", by=by, json=asked)
