# SPDX-License-Identifier: EUPL-1.2
"""What may be made of a film, and whether its author is asked first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from relay.station.media.film import Part, Region, Span

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
    """What is to be made; ``spans`` for cut and mute, ``regions`` for blur."""

    kind: Kind
    spans: tuple[Span, ...] = ()
    regions: tuple[Region | Part, ...] = ()
