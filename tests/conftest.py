# SPDX-License-Identifier: EUPL-1.2
"""What every test shares: Hypothesis settings that suit a small machine."""

import os

from hypothesis import settings

settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("RELAY_EXAMPLES", "quick"))
