# SPDX-License-Identifier: EUPL-1.2
"""The edge: HTTP in, a command to the floor below, a record out as JSON. It cannot open content."""
