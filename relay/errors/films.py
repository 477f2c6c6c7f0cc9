# SPDX-License-Identifier: EUPL-1.2
"""What a station refuses about films, and about the machine that it works on."""

from relay.errors.refusal import StationError


class ToolMissingError(StationError):
    """No ffmpeg on this machine."""

    code = "ffmpeg-missing"


class SandboxMissingError(StationError):
    """Neither bubblewrap nor Landlock works here: no film is opened outside a sandbox."""

    code = "sandbox-missing"


class MediaEmptyError(StationError):
    """No bytes, or nothing that would be left of it."""

    code = "media-empty"


class MediaUnknownError(StationError):
    """Not a film or sound of a kind that is read here; a playlist is none."""

    code = "media-unknown"


class MediaCodecError(StationError):
    """A film or sound in a form that this work cannot be done on."""

    code = "media-codec"


class SeveralFilmsError(StationError):
    """More than one film or sound in a message: a station works on a message's only one."""

    code = "several-films"


class MediaBrokenError(StationError):
    """Cut off or damaged, or what reads it gave up."""

    code = "media-broken"


class SpanMissingError(StationError):
    """Passages are to be left out or silenced, and none was named."""

    code = "span-missing"


class SpanOutsideError(StationError):
    """A passage that begins where the film is over, or ends long after it."""

    code = "span-outside"


class RegionOutsideError(StationError):
    """A rectangle that reaches over an edge of the picture."""

    code = "region-outside"


class TooManyPlacesError(StationError):
    """More passages or rectangles than one piece of work takes."""

    code = "too-many-places"


class TooManyWorksError(StationError):
    """As many pieces of work wait at this station as it takes."""

    code = "too-many-works"


class MediaTooLargeError(StationError):
    """More pixels, bytes or memory than this work may take."""

    code = "media-too-large"


class MediaTooSlowError(StationError):
    """Not done within its time; it was stopped."""

    code = "media-too-slow"


class MediaNotCleanError(StationError):
    """What was made still says where or with what it was filmed; it was thrown away."""

    code = "media-not-clean"


class NoRoomError(StationError):
    """Not enough memory that forgets (tmpfs) for a film in the clear; a disk is never used for one."""

    code = "no-room"
