// SPDX-License-Identifier: EUPL-1.2
/** A one-time link: nothing is used up until the person says whose device this is. */
import { useState } from "preact/hooks"
import { RelayError } from "../../errors.ts"
import { actions } from "../actions.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say } from "../language.ts"
import { Page } from "../page.tsx"
import { go } from "../place.ts"
import { begin } from "../session.ts"
import { type DeviceAnswer, DeviceQuestion } from "./device.tsx"

async function follow(fragment: string, privateDevice: boolean): Promise<void> {
  const [ports, module] = await Promise.all([actions().ports(), actions().signIn()])
  const link = module.readLink(`#${fragment}`)
  if (link === null) throw new RelayError("code-wrong", "link")
  begin(await module.signInWithLink(ports, link, { privateDevice }))
}

export function SignInByLink({ fragment }: { readonly fragment: string }) {
  const [device, setDevice] = useState<DeviceAnswer>(null)
  const [asked, setAsked] = useState(false)
  const doing = useDoing()
  const send = () => {
    setAsked(true)
    if (device !== null) doing.run(() => follow(fragment, device === "mine"))
  }
  return (
    <Page title={say("sign-in-link-title")}>
      <p>{say("sign-in-link-text")}</p>
      <Form onSend={send}>
        <DeviceQuestion value={device} onChoose={setDevice} missing={asked && device === null} />
        {doing.trouble === "sign-in-failed" ? (
          <Notice tone="trouble" live="now" title={say("sign-in-link-used")} />
        ) : (
          <Trouble code={doing.trouble} />
        )}
        <div class="row">
          <Button kind="main" ends busy={doing.busy}>
            {say("sign-in-go")}
          </Button>
          <Button kind="quiet" onPress={() => go({ at: "sign-in" })}>
            {say("sign-in-by-words")}
          </Button>
        </div>
        <p role="status">{doing.busy && say("sign-in-busy")}</p>
      </Form>
    </Page>
  )
}
