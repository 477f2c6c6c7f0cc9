// SPDX-License-Identifier: EUPL-1.2
/** The second signature for a mediator, on another computer than the first: a file opened, looked at, and signed. */
import { useState } from "preact/hooks"
import type { ErrorCode } from "../../errors.ts"
import type { Office } from "../../relay/managing.ts"
import type { Vouched } from "../../relay/vouching.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { Tick } from "../elements/choice/choice.tsx"
import { Facts } from "../elements/facts/facts.tsx"
import { FileChoice } from "../elements/file/file.tsx"
import { Form } from "../elements/form/form.tsx"
import { Notice } from "../elements/notice/notice.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { SixWords } from "../elements/words/words.tsx"
import { language, say, writtenDate } from "../language.ts"
import { shortId } from "../short-id.ts"
import { officeActions } from "./actions.ts"
import { heldDesk } from "./held.ts"
import { Signing } from "./signing.tsx"

type SecondProperties = {
  readonly office: Office
  readonly again: () => void
  readonly onDone: (words: readonly string[]) => void
}

/** A file that was believed, with its content, which is believed anew when it is signed. */
type Opened = { readonly content: Uint8Array; readonly vouched: Vouched; readonly words: string }

async function openFile(office: Office, file: File): Promise<Opened> {
  const content = new Uint8Array(await file.arrayBuffer())
  const { openVouched, mediatorWords } = await officeActions().vouching()
  const vouched = await openVouched(heldDesk(), office, content)
  return {
    content,
    vouched,
    words: await mediatorWords(office.root.body.programme, vouched.mediator, language.value),
  }
}

async function sign(office: Office, { content }: Opened): Promise<void> {
  const { openVouched, vouchSecond } = await officeActions().vouching()
  await vouchSecond(heldDesk(), office, await openVouched(heldDesk(), office, content))
}

export function SecondSignature(at: SecondProperties) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const doing = useDoing()
  const choose = (file: File | null) => {
    setOpened(null)
    doing.clear()
    if (file !== null) doing.run(async () => setOpened(await openFile(at.office, file)))
  }
  return (
    <section class="stack decide-panel" aria-labelledby="second">
      <h2 id="second">{say("second-title")}</h2>
      <p class="soft">{say("second-lead")}</p>
      <FileChoice label={say("second-file")} onChoose={choose} />
      <SecondTrouble code={doing.trouble} />
      {opened && <Looking {...at} opened={opened} onBack={() => setOpened(null)} />}
    </section>
  )
}

type LookingProperties = SecondProperties & { readonly opened: Opened; readonly onBack: () => void }

function factsOf({ vouched, words }: Opened) {
  const signers = vouched.vouchings.map(({ signer }) => shortId(signer)).join(", ")
  return [
    { name: say("second-who"), value: shortId(vouched.keyId) },
    { name: say("second-words"), value: <SixWords words={words} language={language.value} /> },
    { name: say("second-signers"), value: signers },
    { name: say("second-day"), value: writtenDate(vouched.vouchings[0]?.body.day ?? "") },
  ]
}

function saysOf({ vouched }: Opened, { directory }: Office): readonly string[] {
  const person = shortId(vouched.keyId)
  const signer = shortId(vouched.vouchings[0]?.signer ?? "")
  return [
    vouched.complete ? say("second-publishes", { person }) : say("second-signs", { person, signer }),
    say("letting-means-mediator"),
    say("signing-list", { number: directory.body.epoch + 1 }),
  ]
}

function Looking({ opened, office, again, onDone, onBack }: LookingProperties) {
  const [compared, setCompared] = useState(false)
  const [asked, setAsked] = useState(false)
  const [sure, setSure] = useState(false)
  const doing = useDoing()
  const person = shortId(opened.vouched.keyId)
  const look = () => {
    setAsked(true)
    if (compared) setSure(true)
  }
  const go = () =>
    doing.run(async () => {
      await sign(office, opened)
      onBack()
      onDone([say("second-done", { person }), say("second-done-next")])
    })
  if (sure) {
    return (
      <>
        <SecondTrouble code={doing.trouble} />
        <Signing
          says={saysOf(opened, office)}
          doing={ownTrouble(doing.trouble) === null ? doing : { ...doing, trouble: null }}
          onSign={go}
          onBack={() => setSure(false)}
          again={again}
        />
      </>
    )
  }
  return (
    <Form onSend={look} label={say("second-title")}>
      <Facts facts={factsOf(opened)} />
      <p>{say("second-ask")}</p>
      <div>
        {asked && !compared && <p class="field-problem">{say("second-compared-missing")}</p>}
        <Tick label={say("second-compared")} ticked={compared} onTick={setCompared} />
      </div>
      <div class="row">
        <Button kind="main" ends>
          {say("signing-look-first")}
        </Button>
      </div>
    </Form>
  )
}

/** What is wrong with a file; whatever cannot be read at all is no such file. */
const OWN: Readonly<Partial<Record<ErrorCode, Refusal>>> = {
  malformed: "malformed",
  "wrong-shape": "malformed",
  "not-canonical": "malformed",
  "unknown-suite": "malformed",
  "wrong-context": "wrong-context",
  "signature-wrong": "signature-wrong",
  "signer-not-allowed": "signer-not-allowed",
  expired: "expired",
  revoked: "revoked",
  exists: "exists",
  "not-vouched": "not-vouched",
}
type Refusal =
  | "malformed"
  | "wrong-context"
  | "signature-wrong"
  | "signer-not-allowed"
  | "expired"
  | "revoked"
  | "exists"
  | "not-vouched"

function ownTrouble(code: ErrorCode | null): Refusal | null {
  return (code !== null && OWN[code]) || null
}

function SecondTrouble({ code }: { readonly code: ErrorCode | null }) {
  const own = ownTrouble(code)
  if (own === null) return code === "stale-version" || code === "fork" ? null : <Trouble code={code} />
  return <Notice tone="trouble" live="now" title={say(`second-no-${own}`)} />
}
