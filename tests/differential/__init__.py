# SPDX-License-Identifier: EUPL-1.2
"""The same random and mutated inputs to both languages; their verdicts must be the same."""
