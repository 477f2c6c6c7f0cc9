// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: a status that is read out when it changes; what needs care is said in words and in heavier type. */
import type { Examples } from "../../examples/examples.ts"
import { NOON } from "../../examples/records.ts"
import { Saved } from "./saved.tsx"

export const examples: Examples = {
  untouched: () => <Saved state={{ where: "untouched", at: null, conflict: false }} />,
  saving: () => <Saved state={{ where: "saving", at: null, conflict: false }} />,
  server: () => <Saved state={{ where: "saved-server", at: NOON, conflict: false }} />,
  device: () => <Saved state={{ where: "saved-device", at: NOON, conflict: false }} />,
  "no link": () => <Saved state={{ where: "unsaved-shared", at: null, conflict: false }} />,
}
