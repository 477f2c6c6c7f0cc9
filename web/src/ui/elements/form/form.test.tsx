// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment happy-dom
import { useState } from "preact/hooks"
import { expect, test } from "vitest"
import { after, draw, one } from "../../testing.tsx"
import { Field } from "../field/field.tsx"
import { Form } from "./form.tsx"

function Asking() {
  const [asked, setAsked] = useState(false)
  return (
    <Form onSend={() => setAsked(true)}>
      <Field label="First" value="filled" onWrite={() => undefined} />
      <Field label="Second" value="" onWrite={() => undefined} problem={asked ? "Missing." : undefined} />
    </Form>
  )
}

function submit(room: Element): Event {
  const event = new Event("submit", { cancelable: true, bubbles: true })
  one(room, "form").dispatchEvent(event)
  return event
}

test("the first field that misses something takes the focus", async () => {
  const room = draw(<Asking />)
  await after(() => submit(room))
  expect(document.activeElement).toBe(room.querySelectorAll("input")[1])
})

test("nothing is ever sent to an address", async () => {
  const room = draw(<Asking />)
  let sent: Event | undefined
  await after(() => {
    sent = submit(room)
  })
  expect(sent?.defaultPrevented).toBe(true)
})
