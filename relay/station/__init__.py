# SPDX-License-Identifier: EUPL-1.2
"""Clients in Python: they hold keys, the server does not.

The command line signs with them, the demo seeds itself with them, the tests tell the
whole story with them. The station at a mediator's desk grows from here.
"""
