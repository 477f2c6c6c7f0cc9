// SPDX-License-Identifier: EUPL-1.2
/**
 * A letter in which passages are marked: by selecting words, by tapping a sentence, or by keys.
 *
 * For keys and screen readers it is a list of sentences: arrows go from one to the next, Enter or
 * Space marks it. What is selected with a mouse or a finger is marked with the button under it, so
 * that nothing is marked by a slip.
 */
import { useEffect, useId, useRef, useState } from "preact/hooks"
import {
  type Mark,
  overlaps,
  type Passage,
  paragraphsAt,
  pointsOf,
  sentencesIn,
  toggled,
  withMark,
} from "../../../review/passages.ts"
import { say } from "../../language.ts"
import { Button } from "../button/button.tsx"
import { selectedIn } from "./selection.ts"
import { extentOf, Sentence } from "./sentence.tsx"
import "../letter/letter.css"
import "../marked/marked.css"
import "./marking.css"

export type MarkingProperties = {
  readonly text: string
  readonly language: string
  readonly label: string
  readonly marks: readonly Mark[]
  readonly onMark: (marks: readonly Mark[]) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Where the keys lead; null when a key leads nowhere. */
export function sentenceAfter(key: string, now: number, count: number): number | null {
  if (key === "Home") return 0
  if (key === "End") return count - 1
  const step = STEPS[key]
  return step === undefined ? null : Math.min(count - 1, Math.max(0, now + step))
}

/** The words selected just now, as a passage. */
function useSelected(text: string) {
  const letter = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<Passage | null>(null)
  useEffect(() => {
    const listen = () => setSelected(letter.current === null ? null : selectedIn(letter.current, text))
    document.addEventListener("selectionchange", listen)
    return () => document.removeEventListener("selectionchange", listen)
  }, [text])
  return { letter, selected }
}

export function Marking({ text, language, label, marks, onMark }: MarkingProperties) {
  const id = useId()
  const { letter, selected } = useSelected(text)
  const [now, setNow] = useState(0)
  const all = pointsOf(text)
  const sentences = sentencesIn(all, language)
  const toggle = (at: number) => {
    const sentence = sentences[at]
    if (sentence !== undefined) onMark(toggled(marks, sentence))
  }
  const go = (at: number) => {
    setNow(at)
    document.getElementById(`${id}-${at}`)?.scrollIntoView?.({ block: "nearest" })
  }
  const onKey = (event: KeyboardEvent) => {
    const next = sentenceAfter(event.key, now, sentences.length)
    if (next === null && event.key !== "Enter" && event.key !== " ") return
    event.preventDefault()
    if (next === null) toggle(now)
    else go(next)
  }
  const markSelected = () => {
    if (selected === null) return
    onMark(withMark(marks, selected))
    document.getSelection()?.removeAllRanges()
  }
  return (
    <div class="letter">
      <p class="small soft marking-how" id={`${id}-how`}>
        {say("mark-how")}
      </p>
      <div
        ref={letter}
        class="letter-words marking"
        role="listbox"
        tabIndex={0}
        aria-multiselectable="true"
        aria-label={label}
        aria-describedby={`${id}-how`}
        aria-activedescendant={`${id}-${now}`}
        lang={language}
        translate={false}
        dir="auto"
        onKeyDown={onKey}
      >
        {paragraphsAt(all).map((paragraph) => (
          // biome-ignore lint/a11y/useSemanticElements: paragraphs of sentences, not fields of a form
          <div key={paragraph.from} role="group" class="marking-paragraph">
            {sentences.map((sentence, at) =>
              overlaps(sentence, paragraph) ? (
                <Sentence
                  key={sentence.from}
                  id={`${id}-${at}`}
                  all={all}
                  sentence={sentence}
                  whole={extentOf(sentences, at, paragraph)}
                  marks={marks}
                  now={at === now}
                  onTap={() => {
                    setNow(at)
                    if (selected === null) toggle(at)
                  }}
                />
              ) : null,
            )}
          </div>
        ))}
      </div>
      {selected !== null && (
        <div class="marking-selected row">
          <Button onPress={markSelected}>{say("mark-selected")}</Button>
        </div>
      )}
    </div>
  )
}
