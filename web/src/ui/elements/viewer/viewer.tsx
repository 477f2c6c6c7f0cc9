// SPDX-License-Identifier: EUPL-1.2
/**
 * A picture as a reviewer sees it: blurred until asked, and grey.
 *
 * Each is given up one by one, so that one sees no more than the work needs. The words of a message
 * always come first; this stands after them. A film has the same switches (`look.tsx`) under its player.
 */
import { lookClass, Switches, useLook } from "./look.tsx"

export type ViewerProperties = {
  /** A `blob:` address of what was opened in this browser. */
  readonly source: string
  /** What it is, for who does not see it. */
  readonly label: string
  /** True while everything is hidden: it is blurred again. */
  readonly hidden?: boolean
}

export function Viewer({ source, label, hidden = false }: ViewerProperties) {
  const looking = useLook(hidden)
  return (
    <figure class="viewer stack near">
      <div class="viewer-frame">
        <img class={lookClass(looking.look)} src={source} alt={label} />
      </div>
      <Switches {...looking} picture sound={false} />
    </figure>
  )
}
