# SPDX-License-Identifier: EUPL-1.2
"""What is known of a film before anything is made of it, and which places of it somebody chose.

Everything here is a number or one of a few words: nothing that a person or a file says in its own words
reaches a command line.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from relay.errors import (
    MediaEmptyError,
    RegionOutsideError,
    SpanMissingError,
    SpanOutsideError,
    TooManyPlacesError,
    WrongShapeError,
)

MOST_SPANS: Final = 50
MOST_REGIONS: Final = 20
LEAST_RATE: Final = 25.0
_MS: Final = 1_000
_WHOLE: Final = 1_000
_ROUNDED_MS: Final = 1_000  # what a browser and ffmpeg may differ by about where a film ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The moving picture of a film, as it is shown: turned, in square pixels of ``width`` × ``height``."""

    codec: str
    width: int
    height: int
    turned: int  # degrees, of what is stored against what is shown
    rate: float = LEAST_RATE  # pictures a second, about: one may stand for minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A film or sound, as ffmpeg reads it.

    ``picture`` or ``sound`` (its codec) is there, or both; ``duration_ms`` is above 0.
    """

    duration_ms: int
    picture: Picture | None
    sound: str | None

    @property
    def seconds(self) -> float:
        """How long it plays."""
        return self.duration_ms / _MS


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From ``start_ms`` up to, and without, ``end_ms``."""

    start_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        """Refuse what is no span.

        Raises:
            WrongShapeError: not two whole numbers, in order.
        """
        if not (type(self.start_ms) is type(self.end_ms) is int and 0 <= self.start_ms < self.end_ms):
            raise WrongShapeError("a span goes from a millisecond to a later one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A rectangle of the picture as it is shown, in pixels, for a span or the whole time."""

    x: int
    y: int
    width: int
    height: int
    span: Span | None = None

    def __post_init__(self) -> None:
        """Refuse what is no rectangle.

        Raises:
            WrongShapeError: not four whole numbers, or without an inside.
        """
        numbers = (self.x, self.y, self.width, self.height)
        if any(type(one) is not int for one in numbers) or min(numbers) < 0 or 0 in numbers[2:]:
            raise WrongShapeError("a region is x, y, width and height in pixels")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A rectangle in thousandths of the picture as it is shown, for a span or the whole time."""

    left: int
    top: int
    width: int
    height: int
    span: Span | None = None

    def __post_init__(self) -> None:
        """Refuse what is no rectangle, or reaches over an edge.

        Raises:
            WrongShapeError: not four whole numbers, or without an inside.
            RegionOutsideError: a part of it lies outside.
        """
        numbers = (self.left, self.top, self.width, self.height)
        if any(type(one) is not int for one in numbers) or min(numbers) < 0 or 0 in numbers[2:]:
            raise WrongShapeError("a part is left, top, width and height in thousandths")
        if max(self.left + self.width, self.top + self.height) > _WHOLE:
            raise RegionOutsideError("a part lies within its picture")

    def within(self, picture: Picture) -> Region:
        """Return the same in pixels; a part of a tiny picture has one pixel at least."""
        x, y = self.left * picture.width // _WHOLE, self.top * picture.height // _WHOLE
        return Region(
            x=x,
            y=y,
            width=max(1, -(-(self.left + self.width) * picture.width // _WHOLE) - x),
            height=max(1, -(-(self.top + self.height) * picture.height // _WHOLE) - y),
            span=self.span,
        )


def kept_spans(film: Film, cut: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what is left of ``film`` when ``cut`` is taken out.

    Raises:
        MediaEmptyError: nothing.
        RelayError: as ``check_spans``.
    """
    check_spans(film, cut)
    edges = [(0, 0), *sorted((one.start_ms, one.end_ms) for one in cut), (film.duration_ms, film.duration_ms)]
    kept: list[Span] = []
    reached = 0
    for (_, end), (start, _) in pairwise(edges):
        reached = max(reached, end)
        if reached < min(start, film.duration_ms):
            kept.append(Span(start_ms=reached, end_ms=min(start, film.duration_ms)))
    if not kept:
        raise MediaEmptyError("nothing is left of it")
    return tuple(kept)


def count_spans(spans: tuple[Span, ...]) -> None:
    """Refuse no spans, and too many.

    Raises:
        SpanMissingError: none.
        TooManyPlacesError: more than ``MOST_SPANS``.
    """
    if not spans:
        raise SpanMissingError("no span")
    if len(spans) > MOST_SPANS:
        raise TooManyPlacesError(f"at most {MOST_SPANS} spans")


def count_regions(regions: tuple[Region | Part, ...]) -> None:
    """Refuse too many regions; none stands for the whole picture.

    Raises:
        TooManyPlacesError: more than ``MOST_REGIONS``.
    """
    if len(regions) > MOST_REGIONS:
        raise TooManyPlacesError(f"at most {MOST_REGIONS} regions")


def check_spans(film: Film, spans: tuple[Span, ...]) -> None:
    """Refuse no spans, too many, and those that are not in ``film``.

    Raises:
        SpanOutsideError: one begins where it is over, or ends long after it.
        RelayError: as ``count_spans``.
    """
    count_spans(spans)
    for one in spans:
        if one.start_ms >= film.duration_ms or one.end_ms > film.duration_ms + _ROUNDED_MS:
            raise SpanOutsideError(f"a span outside the film of {film.duration_ms} ms")


def check_regions(film: Film, picture: Picture, regions: tuple[Region, ...]) -> None:
    """Refuse too many regions, and those that are not in ``picture`` or not in ``film``.

    Raises:
        RegionOutsideError: one reaches over an edge.
        RelayError: as ``count_regions`` and ``check_spans``.
    """
    count_regions(regions)
    for one in regions:
        if one.x + one.width > picture.width or one.y + one.height > picture.height:
            raise RegionOutsideError(f"a region outside the picture of {picture.width} × {picture.height}")
        if one.span is not None:
            check_spans(film, (one.span,))
