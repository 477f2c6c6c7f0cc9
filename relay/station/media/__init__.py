# SPDX-License-Identifier: EUPL-1.2
"""Films at the station: opened only in a sandbox, in memory that forgets, by ffmpeg."""
