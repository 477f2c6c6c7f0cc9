// SPDX-License-Identifier: EUPL-1.2
/** How little one sees of a picture or a film at first, and the switches that give it up one by one. */
import { useEffect, useState } from "preact/hooks"
import { say } from "../../language.ts"
import "../button/button.css"
import "./viewer.css"

export type Look = { readonly clear: boolean; readonly coloured: boolean; readonly silent: boolean }

const VEILED: Look = { clear: false, coloured: false, silent: true }

export type Looking = { readonly look: Look; readonly change: (part: Partial<Look>) => void }

/** Blurred, grey and silent at first; blurred again whenever everything was hidden. */
export function useLook(hidden: boolean): Looking {
  const [look, setLook] = useState(VEILED)
  const change = (part: Partial<Look>) => setLook((before) => ({ ...before, ...part }))
  useEffect(() => {
    if (hidden) change({ clear: false })
  }, [hidden])
  return { look, change }
}

/** The classes of what is looked at. */
export function lookClass({ clear, coloured }: Look): string {
  return ["viewer-media", clear ? "" : "viewer-blurred", coloured ? "" : "viewer-grey"].join(" ")
}

type SwitchProperties = { readonly on: boolean; readonly words: string; readonly onSwitch: () => void }

function Switch({ on, words, onSwitch }: SwitchProperties) {
  return (
    <button type="button" class="button button-plain viewer-switch" aria-pressed={on} onClick={onSwitch}>
      {words}
    </button>
  )
}

export type SwitchesProperties = Looking & {
  /** There is something to see. */
  readonly picture: boolean
  /** There is something to hear. */
  readonly sound: boolean
}

export function Switches({ look, change, picture, sound }: SwitchesProperties) {
  const { clear, coloured, silent } = look
  return (
    <>
      <div class="row">
        {picture && (
          <Switch on={clear} words={say("viewer-clear")} onSwitch={() => change({ clear: !clear })} />
        )}
        {picture && (
          <Switch
            on={coloured}
            words={say("viewer-colours")}
            onSwitch={() => change({ coloured: !coloured })}
          />
        )}
        {sound && (
          <Switch on={!silent} words={say("viewer-sound")} onSwitch={() => change({ silent: !silent })} />
        )}
      </div>
      {picture && !clear && <p class="small soft">{say("viewer-blurred")}</p>}
    </>
  )
}
