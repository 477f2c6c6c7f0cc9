# SPDX-License-Identifier: EUPL-1.2
"""What is known of a film before anything is made of it, and which places of it somebody chose.

Everything here is a number or one of a few words: nothing that a person or a file says in its own words
reaches a command line.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from relay.errors import MediaEmptyError, WrongShapeError

MOST_SPANS: Final = 50
MOST_REGIONS: Final = 20
_MS: Final = 1_000
_WHOLE: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The moving picture of a film, as it is shown: turned, in square pixels of ``width`` × ``height``."""

    codec: str
    width: int
    height: int
    turned: int  # degrees, of what is stored against what is shown


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
    """A rectangle in thousandths of the picture as it is shown, for the whole time."""

    left: int
    top: int
    width: int
    height: int

    def __post_init__(self) -> None:
        """Refuse what reaches over an edge, or has no inside.

        Raises:
            WrongShapeError: it does.
        """
        numbers = (self.left, self.top, self.width, self.height)
        if any(type(one) is not int for one in numbers) or min(numbers) < 0 or 0 in numbers[2:]:
            raise WrongShapeError("a part is left, top, width and height in thousandths")
        if max(self.left + self.width, self.top + self.height) > _WHOLE:
            raise WrongShapeError("a part lies within its picture")

    def within(self, picture: Picture) -> Region:
        """Return the same in pixels; a part of a tiny picture has one pixel at least."""
        x, y = self.left * picture.width // _WHOLE, self.top * picture.height // _WHOLE
        return Region(
            x=x,
            y=y,
            width=max(1, -(-(self.left + self.width) * picture.width // _WHOLE) - x),
            height=max(1, -(-(self.top + self.height) * picture.height // _WHOLE) - y),
        )


def kept_spans(film: Film, cut: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what is left of ``film`` when ``cut`` is taken out.

    Raises:
        MediaEmptyError: nothing.
        WrongShapeError: nothing is cut, or more than ``MOST_SPANS``.
    """
    check_spans(cut)
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


def check_spans(spans: tuple[Span, ...]) -> None:
    """Refuse no spans, and too many.

    Raises:
        WrongShapeError: none, or more than ``MOST_SPANS``.
    """
    if not 1 <= len(spans) <= MOST_SPANS:
        raise WrongShapeError(f"1 to {MOST_SPANS} spans")
