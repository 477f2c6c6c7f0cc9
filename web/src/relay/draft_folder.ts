// SPDX-License-Identifier: EUPL-1.2
/** Where a person's drafts wait on a device or in a tab: small enough for the first page to know. */

/** Return the beginning of the names of an account's waiting drafts. */
export function draftFolder(account: string): string {
  return `draft/${account}/`
}
