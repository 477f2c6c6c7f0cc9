# SPDX-License-Identifier: EUPL-1.2
"""Who takes part, whom to trust, and which gates stand open: tables and rules, then a service."""
