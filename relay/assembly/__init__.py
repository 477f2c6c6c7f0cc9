# SPDX-License-Identifier: EUPL-1.2
"""Where settings become a running relay: ports opened, a programme founded, the edge started and stopped.

The command line and the demonstration both stand on this; nothing below it reads settings.
"""
