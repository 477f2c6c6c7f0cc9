// SPDX-License-Identifier: EUPL-1.2
/** The way into the office: the key file, its words, and whose device this is. Opened again after a reload. */
import { useState } from "preact/hooks"
import { actions } from "../actions.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Form } from "../elements/form/form.tsx"
import { More } from "../elements/more/more.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { begin, session } from "../session.ts"
import { type DeviceAnswer, DeviceQuestion } from "../start/device.tsx"
import { officeActions } from "./actions.ts"
import { hold } from "./held.ts"
import { givenOf, KeyFileFields, KeyFileTrouble, NOTHING_TYPED } from "./key-file.tsx"

/** Nobody is signed in yet, or a manager is whose page was loaded anew. */
async function open(typed: typeof NOTHING_TYPED, device: DeviceAnswer): Promise<void> {
  const given = await givenOf(typed)
  if (given === null) return
  const [ports, office] = await Promise.all([actions().ports(), officeActions().office()])
  const now = session.value
  if (now?.role === "manager") return hold(await office.openKeyFile(now, given))
  if (device === null) return
  const fresh = await office.signInWithKeyFile(ports, given, { privateDevice: device === "mine" })
  hold(fresh)
  begin(fresh.session)
}

export function OfficeDoor() {
  const [typed, setTyped] = useState(NOTHING_TYPED)
  const [device, setDevice] = useState<DeviceAnswer>(null)
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  const again = session.value?.role === "manager"
  const send = () => {
    setAsked(true)
    doing.run(() => open(typed, device))
  }
  return (
    <Page title={say("office-door-title")}>
      <p class="lead">{say(again ? "office-door-again" : "office-door-lead")}</p>
      <p>{say("office-door-kept")}</p>
      <Form class="stack far" onSend={send}>
        <KeyFileFields
          typed={typed}
          onType={setTyped}
          asked={asked}
          label={say("office-door-file")}
          hint={say("office-door-file-hint")}
        />
        {!again && <DeviceQuestion value={device} onChoose={setDevice} missing={asked && device === null} />}
        <div class="stack near">
          <KeyFileTrouble code={doing.trouble} />
          <div class="row">
            <Button kind="main" ends busy={doing.busy}>
              {say("office-door-go")}
            </Button>
          </div>
          <p role="status">{doing.busy && say("office-door-busy")}</p>
        </div>
      </Form>
      <More title={say("office-door-means")}>
        <p>{say("office-door-means-keys")}</p>
        <p>{say("office-door-means-code")}</p>
        <p>{say("office-door-means-root")}</p>
      </More>
    </Page>
  )
}
