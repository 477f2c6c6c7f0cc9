// SPDX-License-Identifier: EUPL-1.2
/** What keys do on the desk, and the switch that turns them off. */
import { useState } from "preact/hooks"
import { Button } from "../../elements/button/button.tsx"
import { Tick } from "../../elements/choice/choice.tsx"
import { Dialog } from "../../elements/dialog/dialog.tsx"
import { Facts } from "../../elements/facts/facts.tsx"
import { say } from "../../language.ts"
import { deskSettings, setOnDesk } from "../settings.ts"
import { useShortcuts } from "./shortcuts.ts"

const KEYS = [
  ["J", "keys-next"],
  ["K", "keys-before"],
  ["N", "keys-note"],
  ["H", "keys-hide"],
  ["?", "keys-help"],
] as const

function Key({ name }: { readonly name: string }) {
  return <kbd class="key">{name}</kbd>
}

function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts } = deskSettings.value
  return (
    <Dialog title={say("keys-title")} onCancel={onClose}>
      <p>{say(shortcuts ? "keys-when" : "keys-off")}</p>
      <Facts
        facts={[
          ...KEYS.map(([name, word]) => ({ name: say(word), value: <Key name={name} /> })),
          { name: say("keys-open"), value: <Key name={say("keys-enter")} /> },
          {
            name: say("keys-approve"),
            value: (
              <>
                <Key name="Ctrl" /> + <Key name={say("keys-enter")} />
              </>
            ),
          },
        ]}
      />
      <Tick
        label={say("keys-on")}
        ticked={shortcuts}
        onTick={(ticked) => void setOnDesk({ shortcuts: ticked })}
      />
      <div class="row">
        <Button onPress={onClose}>{say("close")}</Button>
      </div>
    </Dialog>
  )
}

/** A button for it, and `?`. */
export function KeysHelp() {
  const [open, setOpen] = useState(false)
  useShortcuts({ "?": () => setOpen(true) })
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {say("keys-title")}
      </Button>
      {open && <KeysDialog onClose={() => setOpen(false)} />}
    </>
  )
}
