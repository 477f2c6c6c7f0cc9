// SPDX-License-Identifier: EUPL-1.2
/** Writing down a need, or changing one: its words stay here until they are kept. */
import { useId, useState } from "preact/hooks"
import { TOPICS, type Topic } from "../../../relay/record_words.ts"
import type { OpenedRecord } from "../../../relay/records.ts"
import { Button } from "../../elements/button/button.tsx"
import { Tick } from "../../elements/choice/choice.tsx"
import { Field } from "../../elements/field/field.tsx"
import { Form } from "../../elements/form/form.tsx"
import { Notice } from "../../elements/notice/notice.tsx"
import { Trouble } from "../../elements/trouble/trouble.tsx"
import { say } from "../../language.ts"
import { useWritingBy, type Writing } from "../../writing.ts"
import { ownActions } from "./actions.ts"
import { topicsToAsk } from "./topics.ts"

const LINES = 5
export const NO_WORDS = { words: "", topics: [] } as const

export type NeedFormProperties = {
  readonly caseId: string
  /** The need that is changed; null for a new one. */
  readonly before: OpenedRecord<"need"> | null
  readonly label: string
  readonly onDone: () => void
  readonly onCancel?: () => void
}

export function NeedForm({ caseId, before, label, onDone, onCancel }: NeedFormProperties) {
  const writing = useWritingBy<"need">(() => ownActions().ownSay(), {
    caseId,
    before,
    first: { type: "need", clear: { gone: false }, words: before?.words ?? NO_WORDS },
    onDone,
  })
  const [asked, setAsked] = useState(false)
  const { words, write, doing, meanwhile } = writing
  const missing = words.words.trim() === ""
  const send = () => {
    setAsked(true)
    if (!missing) writing.send()
  }
  return (
    <Form onSend={send} label={label}>
      <Field
        label={say("own-need-words")}
        lines={LINES}
        value={words.words}
        onWrite={(text) => write({ words: text })}
        problem={asked && missing ? say("own-need-missing") : undefined}
      />
      <Topics writing={writing} />
      <Meanwhile now={meanwhile} />
      <Trouble code={doing.trouble} />
      {doing.trouble !== null && <p>{say("own-need-not-kept")}</p>}
      <div class="row">
        <Button kind="main" ends busy={doing.busy}>
          {say(meanwhile === null ? "own-need-save" : "own-need-save-over")}
        </Button>
        {onCancel && <Button onPress={onCancel}>{say("own-need-cancel")}</Button>}
      </div>
    </Form>
  )
}

function Topics({ writing }: { readonly writing: Writing<"need"> }) {
  const { words, write } = writing
  const hint = useId()
  const tick = (topic: Topic, on: boolean) =>
    write({ topics: TOPICS.filter((one) => (one === topic ? on : words.topics.includes(one))) })
  return (
    <fieldset class="choice" aria-describedby={hint}>
      <legend class="choice-question">{say("own-need-topics")}</legend>
      <p class="field-hint" id={hint}>
        {say("own-need-topics-hint")}
      </p>
      {topicsToAsk(words.words, words.topics).map((topic) => (
        <Tick
          key={topic}
          label={say(`own-topic-${topic}`)}
          ticked={words.topics.includes(topic)}
          onTick={(on) => tick(topic, on)}
        />
      ))}
    </fieldset>
  )
}

function Meanwhile({ now }: { readonly now: OpenedRecord<"need"> | null }) {
  if (now === null) return null
  return (
    <Notice tone="care" live="now" title={say("own-need-meanwhile")}>
      <p>{say("own-need-meanwhile-text")}</p>
      <p class="note-words" translate={false} dir="auto">
        {now.words?.words}
      </p>
    </Notice>
  )
}
