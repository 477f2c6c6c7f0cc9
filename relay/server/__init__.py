# SPDX-License-Identifier: EUPL-1.2
"""The HTTP edge: decode a request, make one call inward, encode the answer."""
