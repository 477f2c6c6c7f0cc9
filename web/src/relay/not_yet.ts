// SPDX-License-Identifier: EUPL-1.2
/** Placeholder while bodies follow. */
import { RelayError } from "../errors.ts"

export function notYet(...used: readonly unknown[]): never {
  throw new RelayError("internal", `not built yet (${used.length})`)
}
