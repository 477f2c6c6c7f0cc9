# SPDX-License-Identifier: EUPL-1.2
"""What ``./dev`` runs to look after the tree itself."""
