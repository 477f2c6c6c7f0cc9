// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: an image with a name; the same code stands beside it in letters. */
import type { Examples } from "../../examples/examples.ts"
import { Qr } from "./qr.tsx"

export const examples: Examples = {
  link: () => (
    <Qr text="https://relay.example.org/#ticket=7K2M9QXT4HVBN0REJ5WC8DSGY3AP" label="The same code" />
  ),
}
