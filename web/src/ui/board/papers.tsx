// SPDX-License-Identifier: EUPL-1.2
/** Released letters that are brought on paper: the record of it first, then the page to print. */
import { useState } from "preact/hooks"
import { type Board, ofType } from "../../relay/casework.ts"
import type { DeskItem } from "../../relay/desk.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { deskActions } from "../desk/actions.ts"
import { addresseeSide, sideWithin } from "../desk/naming.ts"
import { useLoaded } from "../doing.ts"
import { Field } from "../elements/field/field.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { go } from "../place.ts"
import { signedIn } from "../session.ts"
import { shortId } from "../short-id.ts"
import { RecordForm } from "./record-form.tsx"
import { By, Own, Sealed } from "./record-lines.tsx"
import { missingWords, Named, Opening } from "./section.tsx"
import { useWriting } from "./writing.ts"

type FormProperties = {
  readonly item: DeskItem
  readonly onCancel: () => void
}

function PaperForm({ item, onCancel }: FormProperties) {
  const writing = useWriting<"paper">({
    caseId: item.case,
    before: null,
    first: { type: "paper", clear: { message: item.id }, words: { words: "" } },
    onDone: () => go({ at: "paper", case: item.case, message: item.id }),
  })
  const { words, write } = writing
  const missing = words.words.trim() === "" ? "words" : null
  return (
    <RecordForm
      title={say("papers-bring")}
      writing={writing}
      missing={missing}
      onCancel={onCancel}
      go={say("papers-keep")}
      fields={(asked) => (
        <>
          <p>{say("paper-care")}</p>
          <Field
            label={say("papers-words")}
            lines={3}
            value={words.words}
            onWrite={(text) => write({ words: text })}
            problem={missingWords(asked, missing !== null)}
          />
        </>
      )}
    />
  )
}

type LetterProperties = { readonly item: DeskItem; readonly brought: readonly OpenedRecord<"paper">[] }

function Released({ item, brought }: LetterProperties) {
  const [open, setOpen] = useState(false)
  const day = writtenDate(item.day)
  return (
    <li class="card">
      <h3 class="card-title">{say("papers-of", { day })}</h3>
      <p class="soft">
        {say("papers-for", { side: sideWithin(addresseeSide(item)), person: shortId(item.addressee) })}
      </p>
      {brought.map((record) => (
        <div key={record.record} class="stack near">
          <p>
            <strong>{say("papers-brought")}</strong>
          </p>
          {record.words !== null && <Own text={record.words.words} />}
          <Sealed record={record} />
          <By record={record} />
        </div>
      ))}
      <Opening
        open={open}
        add={<Named short={say("papers-bring")} long={say("papers-bring-what", { day })} />}
        onOpen={setOpen}
      >
        <PaperForm item={item} onCancel={() => setOpen(false)} />
      </Opening>
    </li>
  )
}

export function Papers({ board }: { readonly board: Board }) {
  const released = useLoaded(async () => (await deskActions().casework()).releasedIn(signedIn(), board.case))
  const papers = ofType(board, "paper")
  const items = released.value ?? []
  return (
    <section class="stack board-section" aria-labelledby="papers">
      <h2 id="papers">{say("papers-title")}</h2>
      <Trouble code={released.trouble} again={released.again} />
      {released.value !== null && items.length === 0 && <p class="soft">{say("papers-none")}</p>}
      {items.length > 0 && <p class="small soft">{say("papers-lead")}</p>}
      <ul class="cards">
        {items.map((item) => (
          <Released
            key={item.id}
            item={item}
            brought={papers.filter(({ clear }) => clear.message === item.id)}
          />
        ))}
      </ul>
    </section>
  )
}
