# SPDX-License-Identifier: EUPL-1.2
"""Side by side with named peers, in one run: only ratios count, and every miss is printed."""
