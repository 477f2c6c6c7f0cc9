# SPDX-License-Identifier: EUPL-1.2
"""The demonstration, which is also the training mode: one invented case on this machine."""
