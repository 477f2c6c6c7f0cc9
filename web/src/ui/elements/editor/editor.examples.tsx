// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: a plain text area with label and hint; it grows with the words; spelling help is a labelled switch. */
import type { Examples } from "../../examples/examples.ts"
import { TEXT_FR } from "../../examples/records.ts"
import { Editor } from "./editor.tsx"

const nothing = () => undefined

export const examples: Examples = {
  empty: () => (
    <Editor label="Your letter" hint="Write as you speak." text="" language="en" onWrite={nothing} />
  ),
  written: () => <Editor label="Votre lettre" text={TEXT_FR} language="fr" onWrite={nothing} />,
}
