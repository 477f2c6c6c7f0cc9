# SPDX-License-Identifier: EUPL-1.2
"""Work on a film as a desk's page asks for it: begun, followed, stopped; and refused by its code."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from relay.demo.cast import MANAGER
from relay.errors import SandboxMissingError, StaleVersionError, StationError, ToolMissingError
from relay.station import holding, works
from relay.station.client import Client
from relay.station.desk import desk_open
from relay.station.media import places
from relay.station.media.places import find_tmpfs
from relay.station.workshop import workshop_open
from tests.station.media.test_renditions import film_message
from tests.station.relays import Case, case

OVER = {"done", "refused"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A desk with a vault open behind it."""

    at: Case
    address: str
    session: aiohttp.ClientSession

    async def ask(
        self, method: str, path: str = "", *, token: str | None = None, body: object = None
    ) -> tuple[int, Any]:
        """Ask as the page does."""
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        url = f"{self.address}station/works{path}"
        async with self.session.request(method, url, headers=headers, json=body) as found:
            return found.status, (await found.json() if found.content_type == "application/json" else None)

    async def begin(self, message: str, **also: object) -> tuple[int, Any]:
        """Ask for a piece of work with the mediator's session."""
        post = {"message": message, "kind": "watchable", "spans": [], "regions": [], "note": "", **also}
        return await self.ask("POST", token=self.at.mediator.client.token, body=post)

    async def claimed(self, work: str, how: str) -> None:
        """Look until the work says of the claim ``how``."""
        late = time.monotonic() + 60
        while (await self.ask("GET", f"/{work}"))[1]["claim"] != how:
            assert time.monotonic() < late, f"never {how}"
            await asyncio.sleep(0.02)

    async def reach(self, work: str, states: set[str]) -> dict[str, Any]:
        """Look until it is in one of ``states``."""
        late = time.monotonic() + 60
        while time.monotonic() < late:
            _, view = await self.ask("GET", f"/{work}")
            if view["state"] in states:
                return view
            await asyncio.sleep(0.02)
        raise AssertionError(f"never {states}")


@asynccontextmanager
async def shop(folder: Path) -> AsyncGenerator[Shop]:
    """Open a desk with the mediator's vault."""
    async with case(folder) as at, aiohttp.ClientSession() as session:
        relay = at.house.addresses.origin(MANAGER)
        async with (
            workshop_open(relay, at.mediator.keyring) as station,
            desk_open(relay, station=station) as desk,
        ):
            yield Shop(at=at, address=desk.address, session=session)


async def test_work_is_followed_to_what_was_handed_in(tmp_path: Path) -> None:
    """In shares of a thousand; the made message is bound to the film."""
    async with shop(tmp_path) as here:
        message = await film_message(here.at, "iphone-hevc.mov", "video/mp4")
        status, begun = await here.begin(message, kind="blur", regions=[part(0, 0, 500, 1000)])
        assert (status, begun["state"], begun["share"]) == (201, "waiting", 0)
        done = await here.reach(begun["work"], OVER)
        assert (done["state"], done["code"], done["seconds_left"]) == ("done", None, None)
        client = here.at.mediator.client
        made = (await client.message(done["made"])).view
        assert (made.kind, made.derived_from) == (
            "redaction",
            (await client.message(message)).view.manifest,
        )


async def test_stopped_work_leaves_nothing(tmp_path: Path) -> None:
    """No room, no message; its id is forgotten, and the next piece of work begins."""
    async with shop(tmp_path) as here:
        message = await film_message(here.at, "iphone-hevc.mov", "video/mp4")
        before = await here.at.mediator.client.messages(here.at.id)
        _, begun = await here.begin(message)
        _, queued = await here.begin(message, kind="poster")
        await here.reach(begun["work"], {"making", "sealing"})
        assert (await here.ask("GET", f"/{queued['work']}"))[1]["state"] == "waiting"
        assert (await here.ask("DELETE", f"/{queued['work']}"))[0] == 204
        assert (await here.ask("DELETE", f"/{begun['work']}"))[0] == 204
        assert list(find_tmpfs().glob("relay-film-*")) == []
        assert await here.at.mediator.client.messages(here.at.id) == before
        assert (await here.ask("GET", f"/{begun['work']}"))[0] == 404


async def test_a_page_that_was_closed_finds_its_work_again(tmp_path: Path) -> None:
    """What runs and what lately ended, the last begun first; what was stopped is none of it."""
    async with shop(tmp_path) as here:
        token = here.at.mediator.client.token
        assert await here.ask("GET", token=token) == (200, {"works": []})
        _, refused = await here.begin("A" * 22, kind="cut")
        message = await film_message(here.at, "iphone-hevc.mov", "video/mp4")
        _, begun = await here.begin(message)
        await here.reach(begun["work"], {"making", "sealing"})
        status, listed = await here.ask("GET", token=token)
        assert status == 200
        assert [(one["work"], one["message"], one["kind"]) for one in listed["works"]] == [
            (begun["work"], message, "watchable"),
            (refused["work"], "A" * 22, "cut"),
        ]
        assert listed["works"][0]["state"] not in OVER
        assert listed["works"][1]["code"] == "span-missing"
        await here.ask("DELETE", f"/{begun['work']}")
        _, listed = await here.ask("GET", token=token)
        assert [one["work"] for one in listed["works"]] == [refused["work"]]


async def test_what_a_station_works_on_is_listed_to_its_mediator_only(tmp_path: Path) -> None:
    """Whoever has no session, or one of somebody else's, learns of no work and of no id to stop it by."""
    async with shop(tmp_path) as here:
        await here.begin("A" * 22, kind="cut")
        expired, forbidden = ({"code": code, "kept": None} for code in ("session-expired", "forbidden"))
        assert await here.ask("GET") == (401, expired)
        assert await here.ask("GET", token="nonsense") == (401, expired)
        assert await here.ask("GET", token=here.at.victim.client.token) == (403, forbidden)


async def test_a_relay_that_does_not_answer_is_a_code_for_who_asks_for_the_list(tmp_path: Path) -> None:
    """No traceback at the station: the page says it, and asks again."""
    async with shop(tmp_path) as here:
        token = here.at.mediator.client.token
        async with (
            workshop_open("http://127.0.0.1:9", here.at.mediator.keyring) as station,
            desk_open("http://127.0.0.1:9", station=station) as desk,
        ):
            alone = Shop(at=here.at, address=desk.address, session=here.session)
            assert await alone.ask("GET", token=token) == (502, {"code": "offline", "kept": None})


async def test_a_bug_of_ours_ends_the_work_instead_of_going_on_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is told, and can put it away."""

    def broken() -> None:
        raise ValueError("a bug")

    monkeypatch.setattr(works, "open_bench", broken)
    async with shop(tmp_path) as here:
        _, begun = await here.begin("A" * 22)
        assert (await here.reach(begun["work"], OVER))["code"] == "internal"
        assert (await here.ask("DELETE", f"/{begun['work']}"))[0] == 204


@pytest.mark.parametrize("missing", [ToolMissingError, SandboxMissingError])
async def test_what_this_machine_lacks_is_a_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: type[StationError]
) -> None:
    """Looked for each time: what is installed meanwhile is found without a new start."""

    def lacking() -> None:
        raise missing("not here")

    async with shop(tmp_path) as here:
        message = await film_message(here.at, "iphone-hevc.mov", "video/mp4")
        with monkeypatch.context() as without:
            without.setattr(works, "open_bench", lacking)
            _, begun = await here.begin(message, kind="poster")
            assert (await here.reach(begun["work"], OVER))["code"] == missing.code
        _, begun = await here.begin(message, kind="poster")
        assert (await here.reach(begun["work"], OVER))["state"] == "done"


async def test_too_little_memory_for_a_film_is_a_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is fetched, and no disk is taken instead."""
    monkeypatch.setattr(places, "_BESIDE_BYTES", 1 << 60)
    async with shop(tmp_path) as here:
        message = await film_message(here.at, "iphone-hevc.mov", "video/mp4")
        _, begun = await here.begin(message)
        assert (await here.reach(begun["work"], OVER))["code"] == "no-room"
        assert list(find_tmpfs().glob("relay-film-*")) == []


async def test_a_claim_is_kept_while_work_on_its_message_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long it takes, and while it waits for its turn; what is let go of is not taken up again."""
    monkeypatch.setattr(holding, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(holding, "_ENOUGH_SECONDS", 1 << 20)
    async with shop(tmp_path) as here:
        client = here.at.mediator.client
        message = await film_message(here.at, "iphone-hevc.mov", "video/mp4")
        version = (await client.message(message)).view.version
        unclaimed = (await here.begin(message, kind="poster"))[1]
        assert (await here.reach(unclaimed["work"], OVER))["claim"] is None
        assert (await client.message(message)).view.claimed_by is None
        await client.claim(message, version=version)
        running = (await here.begin(message))[1]["work"]
        waiting = (await here.begin(message))[1]["work"]
        await here.claimed(waiting, "mine")
        assert (await client.message(message)).view.version > version + 1
        await let_go(client, message)
        await here.claimed(waiting, "lost")
        assert (await client.message(message)).view.claimed_by is None
        assert (await here.reach(running, OVER))["state"] == "done"


async def let_go(client: Client, message: str) -> None:
    """Let go of a message whose claim is renewed all the time."""
    while True:
        try:
            await client.let_go(message, version=(await client.message(message)).view.version)
        except StaleVersionError:
            continue
        return


async def test_a_refusal_is_a_code(tmp_path: Path) -> None:
    """A film that is none, a session that is none, a person who may not read it, a slip of the page."""
    async with shop(tmp_path) as here:
        film = await film_message(here.at, "playlist.mp4", "video/mp4")
        _, begun = await here.begin(film)
        refused = await here.reach(begun["work"], OVER)
        assert (refused["state"], refused["code"], refused["made"]) == ("refused", "media-unknown", None)
        post = {"message": film, "kind": "poster", "spans": [], "regions": [], "note": ""}
        assert await here.ask("POST", body=post) == (401, {"code": "session-expired", "kept": None})
        for token, code in (("nonsense", "session-expired"), (here.at.victim.client.token, "forbidden")):
            _, begun = await here.ask("POST", token=token, body=post)
            assert (await here.reach(begun["work"], OVER))["code"] == code


async def test_a_station_takes_so_many_pieces_of_work_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one is refused by its code and takes nobody's place; one that is stopped makes room."""
    monkeypatch.setattr(works, "fetch_standing", lambda *_, **__: asyncio.Event().wait())
    async with shop(tmp_path) as here:
        begun = [(await here.begin("A" * 22, kind="poster"))[1] for _ in range(works.MOST_WAITING)]
        assert {one["state"] for one in begun} == {"waiting"}
        for _ in range(40):
            assert (await here.begin("A" * 22, kind="poster"))[1]["code"] == "too-many-works"
        for one in begun:
            assert (await here.ask("GET", f"/{one['work']}"))[1]["state"] == "waiting"
        assert (await here.ask("DELETE", f"/{begun[3]['work']}"))[0] == 204
        assert (await here.begin("A" * 22, kind="poster"))[1]["state"] == "waiting"


async def test_nobody_else_keeps_the_mediator_s_work_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Work is judged before it waits for its turn, not after."""
    monkeypatch.setattr(works, "fetch_standing", lambda *_, **__: asyncio.Event().wait())
    post = {"message": "A" * 22, "kind": "poster", "spans": [], "regions": [], "note": ""}
    async with shop(tmp_path) as here:
        await here.begin("A" * 22, kind="poster")
        for _ in range(works.MOST_WAITING):
            _, begun = await here.ask("POST", token="nonsense", body=post)
            assert (await here.reach(begun["work"], OVER))["code"] == "session-expired"
        assert (await here.begin("A" * 22, kind="poster"))[1]["state"] == "waiting"


async def test_a_slip_of_the_page_begins_nothing(tmp_path: Path) -> None:
    """Whatever is asked for beyond the known kinds, spans and parts."""
    slips: tuple[dict[str, object], ...] = (
        {"kind": "strip"},
        {"kind": "cut", "spans": [{"start_ms": 5, "end_ms": 5}]},
        {"kind": "blur", "regions": [part(900, 0, 0, 1)]},
        {"kind": "blur", "spans": [{"start_ms": 0, "end_ms": 5}]},
        {"note": "x" * 1001},
        {"path": "/etc/passwd"},
    )
    async with shop(tmp_path) as here:
        for slip in slips:
            status, said = await here.begin("A" * 22, **slip)
            assert status == 400
            assert said["code"] in {"malformed", "wrong-shape"}


async def test_what_a_station_refuses_is_said_before_anything_is_fetched(tmp_path: Path) -> None:
    """No span, too many of them, a rectangle over an edge: the work is over as soon as it is begun."""
    span, half = {"start_ms": 0, "end_ms": 5}, part(0, 0, 500, 1000)
    asked: tuple[tuple[str, dict[str, object]], ...] = (
        ("span-missing", {"kind": "cut"}),
        ("too-many-places", {"kind": "mute", "spans": [span] * 51}),
        ("too-many-places", {"kind": "blur", "regions": [half] * 21}),
        ("region-outside", {"kind": "blur", "regions": [part(900, 0, 200, 1)]}),
    )
    async with shop(tmp_path) as here:
        for code, slip in asked:
            status, view = await here.begin("A" * 22, **slip)
            assert (status, view["state"], view["code"]) == (201, "refused", code)


def part(left: int, top: int, width: int, height: int) -> dict[str, object]:
    """Return a rectangle in thousandths, for the whole time."""
    return {"left": left, "top": top, "width": width, "height": height, "span": None}
