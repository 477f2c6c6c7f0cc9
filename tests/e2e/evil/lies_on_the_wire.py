# SPDX-License-Identifier: EUPL-1.2
"""Answers that are none: rubbish, errors, other places, and bytes without end."""

import json
from typing import Final

from tests.e2e.evil.proxy import Lies, breaks_off, in_json, never_ends, redirects, says
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json, Table

WIRE: Final = Table()
_PAGE: Final = b"<!doctype html><title>Error</title><h1>It works!</h1>"
_DEEP: Final = b"[" * 200_000 + b"]" * 200_000

WIRE.instead("a_page_where_json_is_due", "malformed", "detail", says(_PAGE, kind="text/html"))
WIRE.instead("nothing", "malformed", "detail", says(b""))
WIRE.instead("half_an_answer", "malformed", "detail", says(b'{"view":{"message":'))
WIRE.instead("null", "wrong-shape", "detail", says(b"null"))
WIRE.instead("brackets_without_end", "wrong-shape", "detail", says(_DEEP))
WIRE.instead("an_error_page", "internal", "detail", says(_PAGE, status=500, kind="text/html"))
WIRE.instead("a_code_that_is_none", "internal", "detail", says(b'{"code":"<b>","kept":null}', status=500))
WIRE.instead("too_busy", "too-busy", "trust", says(b"", status=503))
WIRE.instead("another_place", "offline", "detail", redirects("http://localhost:9/"))
WIRE.instead("an_answer_that_breaks_off", "offline", "detail", breaks_off)
WIRE.instead("a_chunk_that_breaks_off", "offline", "stored", breaks_off)
WIRE.instead("chunks_without_end", "size-wrong", "stored", never_ends)
WIRE.instead("leaves_without_end", "size-wrong", "leaves", never_ends)
WIRE.instead("trust_that_is_a_page", "malformed", "trust", says(_PAGE, kind="text/html"))


@WIRE.about("detail", "wrong-shape")
def a_field_that_nobody_knows(world: World, detail: Json) -> Json:
    """The server speaks of something else besides."""
    return detail | {"html": "<b>hello</b>"}


@WIRE.about("detail", "wrong-shape")
def a_field_too_few(world: World, detail: Json) -> Json:
    """The server leaves out the statements."""
    return {key: value for key, value in detail.items() if key != "statements"}


@WIRE.about("detail", "wrong-shape")
def a_number_where_words_are_due(world: World, detail: Json) -> Json:
    """Another type."""
    return detail | {"header": 7}


@WIRE.about("detail", "wrong-shape")
def a_prototype(world: World, detail: Json) -> Json:
    """A field that JavaScript would take for something else."""
    return json.loads(json.dumps(detail)[:-1] + ', "__proto__": {"state": "released"}}')


@WIRE.whole("wrong-shape")
def a_signature_too_short(world: World) -> Lies:
    """A statement whose signature has another length."""

    def cut(detail: Json) -> Json:
        return detail | {"manifest": detail["manifest"] | {"sig": detail["manifest"]["sig"][:-4]}}

    return Lies(answers={"detail": in_json(cut)})
