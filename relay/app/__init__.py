# SPDX-License-Identifier: EUPL-1.2
"""The built web app and the headers it is served with."""
