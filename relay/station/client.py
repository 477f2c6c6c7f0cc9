# SPDX-License-Identifier: EUPL-1.2
"""The only outbound HTTP: each path of ``docs/api.md`` as one typed call.

Twin: ``web/src/relay/client.ts``. A refusal of the server comes back as the same
``RelayError`` that the server raised; what is no known refusal is ``MalformedError``.
"""

import base64
import re
from collections.abc import AsyncIterable, Callable, Mapping
from http import HTTPStatus
from io import SEEK_END, BytesIO
from types import TracebackType
from typing import BinaryIO, Final, Self, TypeVar

import aiohttp
import msgspec
from yarl import URL

from relay import errors
from relay.protocol import wire, wire_casework, wire_handover, wire_office

T = TypeVar("T", bound=wire.Wire)

_BY_CODE: Final = {kind.code: kind for kind in errors.all_kinds()}
_UPLOAD: Final = re.compile(r"/v1/uploads/[A-Za-z0-9_-]{22}")
_TUS: Final = {"Tus-Resumable": "1.0.0"}
_MAX_PIECE_BYTES: Final = 8 * 1024 * 1024
_PASSED_ON: Final = aiohttp.ClientTimeout(total=None, sock_connect=20)  # events and films take their time


class Client:
    """One person's connection to a relay; holds the bearer token and nothing else."""

    def __init__(self, url: str, *, host: str | None = None, token: str | None = None) -> None:
        """Take the relay's ``url``; ``host`` replaces the Host header (one origin a role).

        ``token``: of a session that was begun elsewhere.
        """
        self._url = url.rstrip("/")
        self._session = aiohttp.ClientSession(
            headers={"Host": host} if host else None, cookie_jar=aiohttp.DummyCookieJar()
        )
        self._token = token

    async def __aenter__(self) -> Self:
        """Enter a block at whose end the connection closes."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connection."""
        await self.close()

    @property
    def token(self) -> str | None:
        """The bearer token, while signed in."""
        return self._token

    async def close(self) -> None:
        """Close the connection and forget the token."""
        self._token = None
        await self._session.close()

    # --- Signing in

    async def programme(self) -> wire.Programme:
        """Ask what anyone may know."""
        return await self._ask("GET", "/v1/programme", gives=wire.Programme)

    async def health(self) -> wire.Health:
        """Ask how the relay is."""
        return await self._ask("GET", "/v1/health", gives=wire.Health)

    async def challenge(self, account: str) -> wire.Challenge:
        """Ask for a nonce and the salts of an account."""
        asked = wire.ChallengeRequest(account=account)
        return await self._ask("POST", "/v1/challenges", asked, gives=wire.Challenge)

    async def sign_in(self, login: wire.Envelope) -> wire.SignedIn:
        """Hand in a signed login; from here on every call carries the token."""
        asked = wire.SessionRequest(login=login, private_device=False)
        signed_in = await self._ask("POST", "/v1/sessions", asked, gives=wire.SignedIn)
        self._token = signed_in.token
        return signed_in

    async def session(self) -> wire.SessionView:
        """Ask whose session the token is of."""
        return await self._ask("GET", "/v1/session", gives=wire.SessionView)

    async def bundle(self) -> wire.BundlePut:
        """Ask for my sealed bundle with its version."""
        return await self._ask("GET", "/v1/bundle", gives=wire.BundlePut)

    async def put_bundle(self, bundle: str, *, version: int) -> int:
        """Replace the sealed bundle of ``version``; return the new version."""
        asked = wire.BundlePut(bundle=bundle, version=version)
        return (await self._ask("PUT", "/v1/bundle", asked, gives=wire.Version)).version

    # --- Enrolment and trust

    async def make_ticket(self, asked: wire.TicketRequest) -> wire.TicketView:
        """Announce the lookup id of a new ticket."""
        return await self._ask("POST", "/v1/tickets", asked, gives=wire.TicketView)

    async def ticket(self, lookup: str) -> wire.TicketView:
        """Ask how far a ticket is."""
        return await self._ask("GET", f"/v1/tickets/{lookup}", gives=wire.TicketView)

    async def enrol(self, lookup: str, asked: wire.EnrolmentPost) -> wire.TicketView:
        """Use a ticket."""
        return await self._ask("POST", f"/v1/tickets/{lookup}/enrolment", asked, gives=wire.TicketView)

    async def certify(self, lookup: str, certificate: wire.Envelope) -> wire.TicketView:
        """Hand in the certificate for the ticket's person."""
        asked = wire.CertificatePost(certificate=certificate)
        return await self._ask("POST", f"/v1/tickets/{lookup}/certificate", asked, gives=wire.TicketView)

    async def answer_ticket(self, lookup: str, mac2: str) -> wire.TicketView:
        """Complete an enrolment."""
        asked = wire.AnswerPost(mac2=mac2)
        return await self._ask("POST", f"/v1/tickets/{lookup}/answer", asked, gives=wire.TicketView)

    async def tickets(self, case: str | None = None) -> wire.PendingView:
        """Ask for the tickets that I may certify or answer."""
        asked = "" if case is None else f"?case={case}"
        return await self._ask("GET", f"/v1/tickets{asked}", gives=wire.PendingView)

    async def pending(self) -> wire.PendingView:
        """Ask what no policy or directory names yet (managers)."""
        return await self._ask("GET", "/v1/pending", gives=wire.PendingView)

    async def trust(self) -> wire.TrustView:
        """Ask for root, directory, policies and certificates."""
        return await self._ask("GET", "/v1/trust", gives=wire.TrustView)

    async def post_trust(self, asked: wire_office.TrustPost) -> wire.TrustView:
        """Hand in a new root, directory and policies; their signatures are the authority."""
        return await self._ask("POST", "/v1/trust", asked, gives=wire.TrustView)

    async def cases(self) -> wire.Cases:
        """Ask for my cases."""
        return await self._ask("GET", "/v1/cases", gives=wire.Cases)

    async def withdraw_case(self, case: str, statement: wire.Envelope) -> wire.Receipt:
        """Pause, resume or leave."""
        asked = wire.CaseWithdrawal(statement=statement)
        return await self._ask("POST", f"/v1/cases/{case}/withdrawals", asked, gives=wire.Receipt)

    # --- Casework

    async def post_record(self, case: str, asked: wire_casework.RecordPost) -> int:
        """Hand in the next version of a record; return its number."""
        return (await self._ask("POST", f"/v1/cases/{case}/records", asked, gives=wire.Version)).version

    async def records(self, case: str, *, kind: str | None = None) -> tuple[wire_casework.RecordView, ...]:
        """Return every current record of a case that I may see, page after page."""
        named = "" if kind is None else f"&type={kind}"
        return await self._records(f"/v1/cases/{case}/records?limit=100{named}")

    async def record(self, case: str, record: str) -> tuple[wire_casework.RecordView, ...]:
        """Return every version of a record, the first one first."""
        path = f"/v1/cases/{case}/records/{record}"
        return tuple((await self._ask("GET", path, gives=wire_casework.RecordHistory)).versions)

    async def tasks(self) -> tuple[wire_casework.RecordView, ...]:
        """Return what is due in all my cases, the earliest day first, page after page."""
        return await self._records("/v1/tasks?limit=100")

    async def post_consent(self, case: str, statement: wire.Envelope) -> int:
        """Say yes or no to a channel."""
        asked = wire_casework.ConsentPost(statement=statement)
        return (await self._ask("POST", f"/v1/cases/{case}/consents", asked, gives=wire.Version)).version

    async def consent_text(self, case: str) -> wire_casework.ConsentText:
        """Ask for the text that people of a case agree to."""
        return await self._ask("GET", f"/v1/cases/{case}/consent-text", gives=wire_casework.ConsentText)

    async def consents(self, case: str) -> wire_casework.Consents:
        """Ask for the latest words about each channel."""
        return await self._ask("GET", f"/v1/cases/{case}/consents", gives=wire_casework.Consents)

    async def gates(self, case: str) -> wire_casework.ShutGates:
        """Ask which gates of a case are shut."""
        return await self._ask("GET", f"/v1/cases/{case}/gates", gives=wire_casework.ShutGates)

    async def _records(self, path: str) -> tuple[wire_casework.RecordView, ...]:
        seen: list[wire_casework.RecordView] = []
        after = ""
        while True:
            page = await self._ask("GET", f"{path}{after}", gives=wire_casework.RecordsPage)
            seen.extend(page.records)
            if page.next is None:
                return tuple(seen)
            after = f"&after={page.next}"

    # --- Hand-over

    async def unhanded(self, case: str, *, to: str, after: str | None = None) -> wire_handover.UnhandedPage:
        """Ask what a mediator cannot open yet and I can."""
        more = "" if after is None else f"&after={after}"
        return await self._ask(
            "GET", f"/v1/cases/{case}/handover?to={to}{more}", gives=wire_handover.UnhandedPage
        )

    async def hand_over(self, case: str, asked: wire_handover.HandoverPost) -> None:
        """Hand keys over."""
        body = msgspec.json.encode(asked)
        headers = {"Content-Type": "application/json"}
        await self._send("POST", f"/v1/cases/{case}/handovers", headers=headers, body=body)

    async def handovers(self, case: str) -> wire_handover.Handovers:
        """Ask for a case's hand-overs."""
        return await self._ask("GET", f"/v1/cases/{case}/handovers", gives=wire_handover.Handovers)

    # --- Messages

    async def messages(self, case: str) -> tuple[wire.MessageView, ...]:
        """Return every message of a case that I may see, page after page."""
        seen: list[wire.MessageView] = []
        after = ""
        while True:
            page = await self._ask("GET", f"/v1/messages?case={case}{after}", gives=wire.MessagePage)
            seen.extend(page.messages)
            if page.next is None:
                return tuple(seen)
            after = f"&after={page.next}"

    async def message(self, message: str) -> wire.MessageDetail:
        """Ask for all that I may verify and open of a message."""
        return await self._ask("GET", f"/v1/messages/{message}", gives=wire.MessageDetail)

    async def begin(self, asked: wire.NewMessage) -> wire.MessageDetail:
        """Create a message; its parts follow by ``upload``."""
        return await self._ask("POST", "/v1/messages", asked, gives=wire.MessageDetail)

    async def submit(self, message: str, *, version: int) -> wire.MessageView:
        """Give a complete message to the mediators."""
        return await self._move(message, "submit", version=version, gives=wire.MessageView)

    async def claim(self, message: str, *, version: int, take_over: bool = False) -> wire.MessageDetail:
        """Take a message up for review; ``take_over``: from another mediator who is at it."""
        asked = wire.ClaimPost(version=version, take_over=take_over)
        return await self._ask("POST", f"/v1/messages/{message}/claim", asked, gives=wire.MessageDetail)

    async def let_go(self, message: str, *, version: int) -> wire.MessageView:
        """Put down what one took up."""
        return await self._move(message, "unclaim", version=version, gives=wire.MessageView)

    async def opened(self, message: str, *, version: int) -> wire.MessageView:
        """Say that the addressee has opened it."""
        return await self._move(message, "opened", version=version, gives=wire.MessageView)

    async def state(self, message: str, resource: str, asked: wire.StatementPost) -> wire.MessageView:
        """Post a signed statement to ``resource``: approvals, decisions, offers, releases, readiness."""
        return await self._ask("POST", f"/v1/messages/{message}/{resource}", asked, gives=wire.MessageView)

    async def withdraw(self, message: str, statement: wire.Envelope) -> wire.Receipt:
        """Take a message back; return the proof of its destruction."""
        asked = wire.StatementPost(statement=statement)
        return await self._ask("POST", f"/v1/messages/{message}/withdrawals", asked, gives=wire.Receipt)

    async def part(self, message: str, part: int) -> bytes:
        """Fetch a part's whole ciphertext."""
        return await self._fetch(f"/v1/messages/{message}/parts/{part}")

    async def leaves(self, message: str, part: int) -> bytes:
        """Fetch a part's leaf table."""
        return await self._fetch(f"/v1/messages/{message}/parts/{part}/leaves")

    async def part_range(self, message: str, part: int, *, start: int, end: int) -> bytes:
        """Fetch a part's ciphertext from byte ``start`` up to and without ``end``.

        Raises:
            SizeWrongError: the server answered with another range.
        """
        headers = {"Range": f"bytes={start}-{end - 1}"}
        answer = await self._send("GET", f"/v1/messages/{message}/parts/{part}", headers=headers)
        if answer.status != HTTPStatus.PARTIAL_CONTENT or answer.content_length != end - start:
            raise errors.SizeWrongError(f"asked for {end - start} bytes, {answer.status} came")
        return await answer.read()

    async def upload(self, message: str, part: int, sealed: bytes) -> None:
        """Send one part that is in memory."""
        await self.upload_file(message, part, BytesIO(sealed))

    async def upload_file(
        self, message: str, part: int, sealed: BinaryIO, *, tell: Callable[[int], None] | None = None
    ) -> None:
        """Send one part by tus, in pieces of at most 8 MiB; ``tell`` hears of the bytes that have arrived."""
        length = sealed.seek(0, SEEK_END)
        sealed.seek(0)
        named = ", ".join(
            f"{key} {_base64(value)}" for key, value in (("message", message), ("part", str(part)))
        )
        headers = _TUS | {"Upload-Length": str(length), "Upload-Metadata": named}
        answer = await self._send("POST", "/v1/uploads", headers=headers)
        place = self._place_of(answer)
        for offset in range(0, length, _MAX_PIECE_BYTES):
            headers = _TUS | {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
            piece = sealed.read(_MAX_PIECE_BYTES)
            await self._send("PATCH", place, headers=headers, body=piece)
            if tell is not None:
                tell(offset + len(piece))

    # --- Drafts

    async def put_draft(self, message: str, asked: wire.DraftPut) -> int:
        """Save a sealed draft; return its version."""
        return (await self._ask("PUT", f"/v1/drafts/{message}", asked, gives=wire.Version)).version

    async def drafts(self) -> wire.Drafts:
        """Ask for all my sealed drafts."""
        return await self._ask("GET", "/v1/drafts", gives=wire.Drafts)

    async def draft(self, message: str) -> wire.DraftView:
        """Ask for a sealed draft of mine."""
        return await self._ask("GET", f"/v1/drafts/{message}", gives=wire.DraftView)

    # --- The desk at a station

    async def pass_on(
        self, method: str, path: str, *, headers: Mapping[str, str], body: AsyncIterable[bytes] | None
    ) -> aiohttp.ClientResponse:
        """Pass a page's own call on, with its own token, and return the answer as it comes.

        A redirect is not followed. The caller reads the answer to its end or closes it.

        Raises:
            aiohttp.ClientError: the relay was not reached.
        """
        return await self._session.request(
            method,
            URL(self._url + path, encoded=True),
            headers=dict(headers),
            data=body,
            allow_redirects=False,
            timeout=_PASSED_ON,
        )

    # --- The wire

    async def _move(self, message: str, verb: str, *, version: int, gives: type[T]) -> T:
        asked = wire.VersionPost(version=version)
        return await self._ask("POST", f"/v1/messages/{message}/{verb}", asked, gives=gives)

    async def _ask(self, method: str, path: str, asked: wire.Wire | None = None, *, gives: type[T]) -> T:
        body = None if asked is None else msgspec.json.encode(asked)
        headers = {} if body is None else {"Content-Type": "application/json"}
        answer = await self._send(method, path, headers=headers, body=body)
        try:
            return msgspec.json.decode(await answer.read(), type=gives)
        except msgspec.MsgspecError as problem:
            raise errors.MalformedError(f"{method} {path}: {problem}") from problem

    def _place_of(self, begun: aiohttp.ClientResponse) -> str:
        """Return where an upload goes on: at this relay, whatever it says."""
        place = begun.headers.get("Location", "").removeprefix(self._url)
        if _UPLOAD.fullmatch(place) is None:
            raise errors.MalformedError("an upload that was begun nowhere")
        return place

    async def _fetch(self, path: str) -> bytes:
        return await (await self._send("GET", path)).read()

    async def _send(
        self, method: str, path: str, *, headers: dict[str, str] | None = None, body: bytes | None = None
    ) -> aiohttp.ClientResponse:
        carried = dict(headers or {})
        if self._token is not None:
            carried["Authorization"] = f"Bearer {self._token}"
        answer = await self._session.request(
            method, self._url + path, headers=carried, data=body, allow_redirects=False
        )
        if answer.status >= HTTPStatus.MULTIPLE_CHOICES:  # elsewhere, it would be no relay's answer any more
            raise _refusal(await answer.read(), f"{method} {path}: {answer.status}")
        return answer


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("ascii")).decode("ascii")


def _refusal(body: bytes, text: str) -> errors.RelayError:
    try:
        code = msgspec.json.decode(body, type=wire.Refusal).code
    except msgspec.MsgspecError:
        return errors.MalformedError(text)
    return _BY_CODE.get(code, errors.RelayError)(f"{text} {code}")
