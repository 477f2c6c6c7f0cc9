# SPDX-License-Identifier: EUPL-1.2
"""Which file systems a slot file may lie on."""

from pathlib import Path

import pytest

from relay.storage import shredkeys
from relay.storage.contract import StorageBrokenError
from relay.storage.ground import Ground, judge_ground
from relay.storage.shredkeys import open_shred_keys

MOUNTS = r"""
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
23 22 0:21 / /srv rw - btrfs /dev/sdb rw,ssd
24 23 8:3 / /srv/keys rw - xfs /dev/sdc rw,attr2
25 22 8:4 / /journal rw - ext4 /dev/sdd rw,data=journal
26 22 0:30 / /run rw - tmpfs tmpfs rw
27 22 0:31 / /merged rw - overlay overlay rw,lowerdir=/a,upperdir=/b
28 22 8:5 / /with\040space rw - zfs pool rw
29 22 8:6 / /twice rw - btrfs /dev/sde rw
30 29 8:7 / /twice rw - ext4 /dev/sdf rw
"""


@pytest.mark.parametrize(
    ("path", "kind", "sound"),
    [
        ("/var/keys/slots", "ext4", True),
        ("/srv/slots", "btrfs", False),
        ("/srv/keys/slots", "xfs", True),
        ("/srv/keysmith/slots", "btrfs", False),
        ("/journal/slots", "ext4", False),
        ("/run/slots", "tmpfs", False),
        ("/merged/slots", "overlay", False),
        ("/with space/slots", "zfs", False),
        ("/twice/slots", "ext4", True),
    ],
)
def test_the_ground_is_the_deepest_and_last_mount(tmp_path: Path, path: str, kind: str, sound: bool) -> None:  # noqa: FBT001
    """In place on ext and XFS, without a journal of data; nowhere else."""
    table = tmp_path / "mountinfo"
    table.write_text(MOUNTS.lstrip("\n"), "utf-8")
    ground = judge_ground(Path(path), mounts=table)
    assert (ground.kind, ground.sound) == (kind, sound)
    assert bool(ground.why) is not sound


def test_an_unknown_ground_is_not_sound(tmp_path: Path) -> None:
    """No table, no promise."""
    assert not judge_ground(tmp_path, mounts=tmp_path / "none").sound


async def test_a_copy_on_write_file_system_is_refused_unless_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """protocol.md section 6; where it is allowed, what to warn of is said."""
    monkeypatch.setattr(shredkeys, "judge_ground", lambda _path: Ground("btrfs", False, "keeps old slots"))
    with pytest.raises(StorageBrokenError, match="keeps old slots"):
        await open_shred_keys(tmp_path / "slots")
    assert not (tmp_path / "slots").exists()
    keys = await open_shred_keys(tmp_path / "slots", allow_cow=True)
    assert keys.ground.why == "keeps old slots"
    await keys.close()
