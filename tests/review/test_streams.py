# SPDX-License-Identifier: EUPL-1.2
"""The registry of open downloads."""

import pytest

from relay.errors import WithdrawnError
from relay.records import MessageId
from relay.review.streams import Streams

ONE, OTHER = MessageId("one"), MessageId("other")


async def test_p10_an_abort_cuts_every_open_download_of_the_message_and_no_other():
    """Each connection is cut once, and its next chunk is refused."""
    streams, cut = Streams(), list[str]()
    with (
        streams.sending(ONE, stop=lambda: cut.append("a")) as first,
        streams.sending(ONE, stop=lambda: cut.append("b")),
        streams.sending(OTHER, stop=lambda: cut.append("c")) as other,
    ):
        await streams.abort(ONE)
        with pytest.raises(WithdrawnError):
            first.check()
        other.check()
    assert sorted(cut) == ["a", "b"]


async def test_p10_after_an_abort_no_new_download_begins():
    """Also when the request was already on its way."""
    streams = Streams()
    await streams.abort(ONE)
    with pytest.raises(WithdrawnError), streams.sending(ONE, stop=lambda: None):
        pass


async def test_a_download_that_ended_is_forgotten():
    """Nothing is left to abort, and nothing leaks."""
    streams = Streams()
    with streams.sending(ONE, stop=lambda: None):
        assert streams.open_count(ONE) == 1
    assert streams.open_count(ONE) == 0
