// SPDX-License-Identifier: EUPL-1.2
/** What was promised in a case, and to whom: calls, follow-ups, debriefs; done with one press. */
import { useState } from "preact/hooks"
import { type Board, ofType, type PersonOnBoard } from "../../relay/casework.ts"
import type { OpenedRecord } from "../../relay/records.ts"
import { sideWords } from "../desk/naming.ts"
import { useDoing } from "../doing.ts"
import { Button } from "../elements/button/button.tsx"
import { More } from "../elements/more/more.tsx"
import { Trouble } from "../elements/trouble/trouble.tsx"
import { say, writtenDate } from "../language.ts"
import { shortId } from "../short-id.ts"
import { By, EarlierVersions, Own, Sealed } from "./record-lines.tsx"
import { Named, Opening, Section } from "./section.tsx"
import { TaskForm } from "./task-form.tsx"
import { writeAtOnce } from "./writing.ts"

type Task = OpenedRecord<"task">

/** For whom a task is. */
function whoWords(task: Task, people: readonly PersonOnBoard[]): string {
  const found = people.find(({ person }) => person === task.clear.participant)
  return found === undefined ? say("task-who-case") : `${sideWords(found.side)} ${shortId(found.person)}`
}

type OneProperties = {
  readonly task: Task
  readonly people: readonly PersonOnBoard[]
  readonly again: () => void
}

function Done({
  task,
  what,
  again,
}: {
  readonly task: Task
  readonly what: string
  readonly again: () => void
}) {
  const doing = useDoing()
  const { words } = task
  if (words === null || task.clear.done) return null
  const finish = () =>
    doing.run(async () => {
      const draft = { type: "task", clear: { ...task.clear, done: true }, words } as const
      await writeAtOnce<"task">(task.case, draft, task)
      again()
    })
  return (
    <>
      <Button busy={doing.busy} onPress={finish}>
        <Named short={say("tasks-done")} long={say("tasks-done-what", { what })} />
      </Button>
      <Trouble code={doing.trouble} />
    </>
  )
}

function OneTask({ task, people, again }: OneProperties) {
  const [open, setOpen] = useState(false)
  const what = task.words?.words ?? say(`task-${task.clear.task}`)
  return (
    <li class="card">
      <p class="card-title">
        {say(`due-${task.clear.task}`)} <span class="soft">{writtenDate(task.clear.due)}</span>
      </p>
      {task.words !== null && <Own text={task.words.words} />}
      <Sealed record={task} />
      <p>{whoWords(task, people)}</p>
      <By record={task} />
      <EarlierVersions record={task} what={what} />
      {!task.clear.done && task.words !== null && (
        <Opening
          open={open}
          add={<Named short={say("board-change")} long={say("board-change-what", { what })} />}
          onOpen={setOpen}
          beside={<Done task={task} what={what} again={again} />}
        >
          <TaskForm
            {...{ people }}
            caseId={task.case}
            before={task}
            onDone={() => {
              setOpen(false)
              again()
            }}
            onCancel={() => setOpen(false)}
          />
        </Opening>
      )}
    </li>
  )
}

export function Tasks({ board, again }: { readonly board: Board; readonly again: () => void }) {
  const tasks = [...ofType(board, "task")].sort((one, other) => (one.clear.due < other.clear.due ? -1 : 1))
  const [open, over] = [tasks.filter(({ clear }) => !clear.done), tasks.filter(({ clear }) => clear.done)]
  const draw = (task: Task) => <OneTask key={task.record} {...{ task, again }} people={board.people} />
  return (
    <Section
      id="tasks"
      title={say("tasks-title")}
      empty={open.length === 0 ? say("tasks-none") : null}
      add={say("tasks-add")}
      form={(close) => (
        <TaskForm
          caseId={board.case}
          people={board.people}
          before={null}
          onDone={() => {
            close()
            again()
          }}
          onCancel={close}
        />
      )}
    >
      <ul class="cards">{open.map(draw)}</ul>
      {over.length > 0 && (
        <More title={say("tasks-over")}>
          <ul class="cards">{over.map(draw)}</ul>
        </More>
      )}
    </Section>
  )
}
