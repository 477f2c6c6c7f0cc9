// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: names the other language in full, in that language, and is marked as being in it. */
import type { Examples } from "../../examples/examples.ts"
import { LanguageSwitch } from "./languages.tsx"

export const examples: Examples = {
  switch: () => <LanguageSwitch />,
}
