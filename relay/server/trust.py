# SPDX-License-Identifier: EUPL-1.2
"""Root, directory and policies: given out to be checked, taken in on their signatures alone."""

from typing import Final

from relay.casework import trust
from relay.errors import RootWrongError
from relay.protocol import wire, wire_office
from relay.server.operations import EVERYBODY, Call, Resource
from relay.server.parts import LISTENERS, RATES
from relay.server.statements import STATEMENT_CODES
from relay.server.translate import envelope_of, envelopes_of, statement_of

routes = Resource()

_MAX_BYTES: Final = 8 * 1024**2


@routes.on("GET", "/v1/trust", roles=EVERYBODY, gives=wire.TrustView, refuses=frozenset({"not-found"}))
async def show_trust(call: Call[None]) -> wire.TrustView:
    """Give the current root and directory, and the policies and certificates of my cases."""
    current = await trust.current(call.parts.ledger, call.actor)
    return wire.TrustView(
        root=envelope_of(current.root),
        directory=envelope_of(current.directory),
        policies=envelopes_of(current.policies),
        certificates=envelopes_of(current.certificates),
        checkpoint=None,
    )


@routes.on(
    "POST",
    "/v1/trust",
    roles=None,
    takes=wire_office.TrustPost,
    gives=wire.TrustView,
    refuses=STATEMENT_CODES
    | {
        "root-wrong",
        "rollback",
        "fork",
        "expired",
        "not-vouched",
        "policy-mismatch",
        "certificate-wrong",
        "hidden-text",
        "not-normal",
        "stale-version",
        "too-many-tries",
    },
    max_bytes=_MAX_BYTES,
)
async def renew_trust(call: Call[wire_office.TrustPost]) -> wire.TrustView:
    """Take a new root, directory and policies, all or none; the managers' signatures are the authority."""
    call.request.app[RATES].take(call.address)
    if call.settings.programme is None:
        raise RootWrongError("this relay has no programme yet")
    root = None if call.asked.root is None else statement_of(call.asked.root)
    directory = statement_of(call.asked.directory)
    changed = await trust.accept(
        call.parts.ledger,
        programme=call.settings.programme,
        root=root,
        directory=directory,
        policies=[statement_of(policy) for policy in call.asked.policies],
        intake=None if call.asked.intake is None else statement_of(call.asked.intake),
        texts=[statement_of(text) for text in call.asked.texts],
        at=call.now,
    )
    if changed:  # or anybody with yesterday's copy could wake every browser at will
        call.request.app[LISTENERS].tell_everybody("trust", "")
    return wire.TrustView(
        root=envelope_of(root or await trust.current_root(call.parts.ledger)),
        directory=envelope_of(directory),
        policies=[],
        certificates=[],
        checkpoint=None,
    )
