// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: an article with a name, in the language it was written in, never translated by the browser. */

import { paragraphsOf } from "../../../review/release.ts"
import type { Examples } from "../../examples/examples.ts"
import { TEXT, TEXT_FR } from "../../examples/records.ts"
import { Letter } from "./letter.tsx"

export const examples: Examples = {
  english: () => <Letter paragraphs={paragraphsOf(TEXT)} language="en" label="Your letter" />,
  french: () => <Letter paragraphs={paragraphsOf(TEXT_FR)} language="fr" label="Votre lettre" />,
  "one paragraph": () => <Letter paragraphs={["Thank you."]} language="en" label="A short letter" />,
}
