# SPDX-License-Identifier: EUPL-1.2
"""Passages and rectangles as somebody writes them; the page reads the same times."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from relay.errors import RegionOutsideError, WrongShapeError
from relay.station.media.film import Part, Region, Span
from relay.station.media.written import read_region, read_span, read_time

TIMES: Final[dict[str, Any]] = json.loads((Path(__file__).parent / "times.json").read_text("utf-8"))
SPAN: Final = Span(start_ms=12_500, end_ms=20_000)


@pytest.mark.parametrize(("said", "milliseconds"), TIMES["times"])
def test_a_time_is_read(said: str, milliseconds: int) -> None:
    """Minutes and seconds, or seconds alone; a tenth after a point or a comma."""
    assert read_time(said) == milliseconds


@pytest.mark.parametrize("said", TIMES["not times"])
def test_anything_else_is_no_time(said: str) -> None:
    """Refused by its code; nothing is guessed."""
    with pytest.raises(WrongShapeError):
        read_time(said)


@pytest.mark.parametrize("said", ["12.5-20", "0:12.5-0:20", "0:12,5 - 0:20"])
def test_a_span_is_two_times(said: str) -> None:
    """As the manual writes it, and as the page does."""
    assert read_span(said) == SPAN


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("10,20,200,100", Region(x=10, y=20, width=200, height=100)),
        ("10,20,200,100@12.5-20", Region(x=10, y=20, width=200, height=100, span=SPAN)),
        ("10%,20%,30%,12.5%", Part(left=100, top=200, width=300, height=125)),
        ("0%,0%,50%,100%@0:12.5-0:20", Part(left=0, top=0, width=500, height=1000, span=SPAN)),
    ],
)
def test_a_rectangle_is_in_pixels_or_percent(said: str, meant: Region | Part) -> None:
    """For the whole time, or for a span."""
    assert read_region(said) == meant


@pytest.mark.parametrize("said", ["1,2,3", "10%,20%,30%,4", "0,0,0,0", "a,b,c,d", "1,2,3,4@", "1,2,3,4@5-5"])
def test_anything_else_is_no_rectangle(said: str) -> None:
    """Refused by its code."""
    with pytest.raises(WrongShapeError):
        read_region(said)


def test_percents_stay_within_the_picture() -> None:
    """Said before anything is fetched."""
    with pytest.raises(RegionOutsideError):
        read_region("90%,0%,20%,1%")
