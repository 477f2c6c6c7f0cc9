# SPDX-License-Identifier: EUPL-1.2
"""Bearer tokens: shown once, stored hashed, idle for twenty minutes at most.

The end slides with use, but is written down only once a minute, so that reading costs no
commit. A session is believed from memory for half a minute, then looked up again.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from relay.crypto.encoding import b64u
from relay.errors import RelayError, SessionExpiredError
from relay.records import Account, Actor, Hash, KeyId, Session
from relay.storage.contract import Drop, Ledger, Put

TOKEN_BYTES: Final = 32
_TOKEN_CHARACTERS: Final = 43
_BELIEVED_SECONDS: Final = 30
_WRITE_EVERY_SECONDS: Final = 60
_MOST_CACHED: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A session, and the key of its account: which place in a case is theirs hangs on it."""

    session: Session
    key: KeyId | None


@dataclass(slots=True)
class _Known:
    session: Session
    key: KeyId | None
    expires_at: int  # slides with use
    loaded_at: int


@dataclass(slots=True, eq=False)
class Sessions:
    """The sessions of one process, over the ledger that keeps them."""

    ledger: Ledger
    clock: Callable[[], int]
    idle_seconds: int
    ended: Callable[[Hash], None] = lambda _: None  # told when a session is over
    _known: OrderedDict[Hash, _Known] = field(default_factory=OrderedDict[Hash, _Known])

    def begin(self, token: bytes, account: Account) -> Session:
        """Return the record for a fresh token of ``account``; the caller commits it."""
        return Session(
            id=_hashed(b64u(token)),
            version=1,
            account=account.id,
            role=account.role,
            person=account.person,
            idle_seconds=self.idle_seconds,
            expires_at=self.clock() + self.idle_seconds,
        )

    async def find(self, token: str) -> SignedIn:
        """Return the session of a token and let its end slide.

        Raises:
            SessionExpiredError: there is none, or it was idle too long.
        """
        known = await self._look_up(_hashed(token)) if len(token) == _TOKEN_CHARACTERS else None
        if known is None:
            raise SessionExpiredError("no session")
        now = self.clock()
        if known.expires_at <= now:
            self._forget(known.session.id)
            raise SessionExpiredError("idle for too long")
        known.expires_at = now + known.session.idle_seconds
        if known.expires_at - known.session.expires_at >= _WRITE_EVERY_SECONDS:
            await self._write_down(known)
            if not self.is_live(known.session.id):
                raise SessionExpiredError("signed out meanwhile")
        return SignedIn(session=known.session, key=known.key)

    def is_live(self, session: Hash) -> bool:
        """Say whether a session that this process serves has not ended; asking does not prolong it."""
        known = self._known.get(session)
        return known is not None and known.expires_at > self.clock()

    async def end(self, session: Session) -> None:
        """Sign out."""
        await self.ledger.commit([Drop(Session, session.id)])
        self._forget(session.id)

    async def _look_up(self, key: Hash) -> _Known | None:
        now = self.clock()
        known = self._known.get(key)
        if known is not None and 0 <= now - known.loaded_at < _BELIEVED_SECONDS:
            self._known.move_to_end(key)
            return known
        bound = known.key if known is not None else await self._key_of(key)
        session = await self.ledger.load(Session, key)  # last: a sign-out meanwhile must count
        if session is None:
            self._forget(key)
            return None
        slid = known.expires_at if known is not None else session.expires_at
        known = _Known(session, bound, max(slid, session.expires_at), now)
        self._known[key] = known
        self._known.move_to_end(key)
        if len(self._known) > _MOST_CACHED:
            self._known.popitem(last=False)
        return known

    async def _key_of(self, key: Hash) -> KeyId | None:
        """Return the key of a session's account, which never changes."""
        session = await self.ledger.load(Session, key)
        account = None if session is None else await self.ledger.load(Account, session.account)
        return None if account is None else account.key

    async def _write_down(self, known: _Known) -> None:
        moved = replace(known.session, version=known.session.version + 1, expires_at=known.expires_at)
        known.session = moved  # first, so that no second request writes as well
        with suppress(RelayError):  # another process wrote, a sign-out dropped it, or the disk is full
            await self.ledger.commit([Put(moved)])

    def _forget(self, key: Hash) -> None:
        self._known.pop(key, None)
        self.ended(key)


def actor_of(found: SignedIn) -> Actor:
    """Return who asks."""
    session = found.session
    return Actor(person=session.person, role=session.role, account=session.account, key=found.key)


def _hashed(token: str) -> Hash:
    return Hash(b64u(hashlib.sha256(token.encode("utf-8", "replace")).digest()))
