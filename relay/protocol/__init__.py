# SPDX-License-Identifier: EUPL-1.2
"""The format's statements and rules, pure: what each record says and when it may be believed."""
