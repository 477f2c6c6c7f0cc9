# SPDX-License-Identifier: EUPL-1.2
"""What may be made of a film, and whether its author is asked first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from relay.errors import WrongShapeError
from relay.station.media.film import Part, Region, Span, count_regions, count_spans

Kind = Literal["watchable", "cut", "mute", "blur", "poster", "sheet"]

CLASSES: Final[Mapping[Kind, Literal["rendition", "redaction"]]] = {
    "watchable": "rendition",
    "poster": "rendition",
    "sheet": "rendition",
    "cut": "redaction",
    "mute": "redaction",
    "blur": "redaction",
}
"""What leaves something out is a redaction: its author is asked first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be made; ``spans`` for cut and mute, ``regions`` for blur (none: the whole picture).

    The one reading of what a terminal or a page asks for, before anything is fetched.
    """

    kind: Kind
    spans: tuple[Span, ...] = ()
    regions: tuple[Region | Part, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what is incomplete, too much, or belongs to another kind.

        Raises:
            SpanMissingError, TooManyPlacesError: as ``count_spans`` and ``count_regions``.
            WrongShapeError: spans or regions that this kind has none of.
        """
        if self.kind in {"cut", "mute"}:
            count_spans(self.spans)
        elif self.spans:
            raise WrongShapeError(f"{self.kind} takes no spans")
        count_regions(self.regions)
        if self.regions and self.kind != "blur":
            raise WrongShapeError(f"{self.kind} takes no regions")
