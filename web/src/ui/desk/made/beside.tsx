// SPDX-License-Identifier: EUPL-1.2
/** What was made beside what it was made from. */
import type { ComponentChildren } from "preact"
import type { Passage } from "../../../review/passages.ts"
import { Cut } from "../../elements/cut/cut.tsx"
import { Sides } from "../../elements/sides/sides.tsx"
import { say } from "../../language.ts"

export type BesideProperties = {
  readonly original: { readonly text: string; readonly language: string }
  /** What of the original is watched. */
  readonly seen?: ComponentChildren
  /** What is left out of it; nothing for another form of the whole. */
  readonly left: readonly Passage[]
  readonly made: ComponentChildren
}

export function Beside({ original, seen, left, made }: BesideProperties) {
  return (
    <Sides
      both={say("sides-both")}
      first={{
        title: say("compare-original"),
        only: say("compare-original-only"),
        children: (
          <>
            {original.text !== "" && (
              <Cut
                text={original.text}
                language={original.language}
                label={say("compare-original")}
                left={left}
                begins={say("cut-begins")}
                ends={say("cut-ends")}
              />
            )}
            {seen}
          </>
        ),
      }}
      second={{ title: say("compare-made"), only: say("compare-made-only"), children: made }}
    />
  )
}
