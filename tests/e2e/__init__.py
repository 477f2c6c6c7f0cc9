# SPDX-License-Identifier: EUPL-1.2
"""The whole system, in real browsers against a real relay."""
