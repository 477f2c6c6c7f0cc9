# SPDX-License-Identifier: EUPL-1.2
"""Clients of tus that others wrote, against the same address: opaque bytes arrive as they were sent."""

import asyncio
import base64
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tusclient.client import TusClient

from relay.records import UploadId
from tests.review.letters import chunk_of
from tests.review.world import ODA
from tests.server.letters import begun
from tests.server.relays import Relay

WEB = Path(__file__).parent.parent.parent / "web"
PIECE_BYTES = 20_000

NODE = """
import { Upload } from "tus-js-client"
const { endpoint, headers, metadata, content, chunkSize } = JSON.parse(process.argv[1])
const upload = new Upload(Buffer.from(content, "base64"), {
  endpoint, headers, metadata, chunkSize, retryDelays: [0],
  onSuccess: () => console.log(upload.url),
  onError: (error) => { console.error(error); process.exit(1) },
})
upload.start()
"""


async def staged(relay: Relay, place: str) -> bytes:
    """Return what is durable of an upload."""
    upload = UploadId(place.rsplit("/", 1)[1])
    return b"".join([piece async for piece in relay.world.blobs.read_staged(upload, chunk_bytes=65_536)])


async def asked(relay: Relay) -> tuple[str, dict[str, str]]:
    """Begin a letter; return its id and the headers of its author."""
    message = await begun(relay)
    return message, {"Authorization": f"Bearer {await relay.token(ODA)}", "Host": f"localhost:{relay.port}"}


async def test_tuspy_uploads_in_pieces(real_relay: Relay) -> None:
    """The Python client of the tus project."""
    message, headers = await asked(real_relay)
    client = TusClient(f"http://127.0.0.1:{real_relay.port}/v1/uploads", headers=headers)

    def send() -> str:
        uploader: Any = client.uploader(
            file_stream=io.BytesIO(chunk_of(message)),
            chunk_size=PIECE_BYTES,
            metadata={"message": message, "part": "0"},
        )
        uploader.upload()
        return str(uploader.url)

    place = await asyncio.to_thread(send)
    assert await staged(real_relay, place) == chunk_of(message)


async def test_tus_js_client_uploads_in_pieces(real_relay: Relay) -> None:
    """The JavaScript client of the tus project, in Node."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("needs node")
    message, headers = await asked(real_relay)
    given = {
        "endpoint": f"http://localhost:{real_relay.port}/v1/uploads",
        "headers": {"Authorization": headers["Authorization"]},
        "metadata": {"message": message, "part": "0"},
        "content": base64.b64encode(chunk_of(message)).decode("ascii"),
        "chunkSize": PIECE_BYTES,
    }
    process = await asyncio.create_subprocess_exec(
        node, "--input-type=module", "-e", NODE, json.dumps(given), cwd=WEB,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, complained = await process.communicate()
    assert process.returncode == 0, complained.decode()
    assert await staged(real_relay, said.decode().strip()) == chunk_of(message)
