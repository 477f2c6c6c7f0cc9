# SPDX-License-Identifier: EUPL-1.2
"""Ports and backends that keep records, blobs and shred keys; they hold no rules."""
