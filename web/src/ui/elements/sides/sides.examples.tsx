// SPDX-License-Identifier: EUPL-1.2
/** Accessibility: each version has a heading; the order is the same whether they stand beside or under each other. */
import type { Examples } from "../../examples/examples.ts"
import { Letter } from "../letter/letter.tsx"
import { Sides } from "./sides.tsx"

export const examples: Examples = {
  shorter: () => (
    <Sides
      both="Show both"
      first={{
        title: "What you wrote",
        only: "Show only what you wrote",
        children: (
          <Letter
            paragraphs={["I am sorry. I live on Elm Street now."]}
            language="en"
            label="What you wrote"
          />
        ),
      }}
      second={{
        title: "The shorter version",
        only: "Show only the shorter version",
        children: <Letter paragraphs={["I am sorry. […]"]} language="en" label="The shorter version" />,
      }}
    />
  ),
}
