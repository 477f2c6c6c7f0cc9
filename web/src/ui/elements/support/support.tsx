// SPDX-License-Identifier: EUPL-1.2
/** Who to call, on every page: the mediator, the programme, and somebody to talk to. Set by each programme. */
import { say } from "../../language.ts"
import { setting } from "../../settings.ts"
import "./support.css"

function dial(number: string): string {
  return `tel:${number.replace(/[^+\d]/gu, "")}`
}

export function Telephone({ number }: { readonly number: string }) {
  return (
    <a class="support-number" href={dial(number)}>
      {number.replaceAll("-", "\u2011")}
    </a>
  )
}

function Line({ label, number }: { readonly label: string; readonly number: string }) {
  if (number === "") return null
  return (
    <p>
      {label}
      <br />
      <Telephone number={number} />
    </p>
  )
}

export function Support() {
  return (
    <section class="stack near" aria-labelledby="support-title">
      <h2 id="support-title" class="bottom-title">
        {say("help-title")}
      </h2>
      <Line label={setting("mediator-name") || say("help-mediator")} number={setting("mediator-phone")} />
      <Line label={say("help-programme")} number={setting("phone")} />
      <Line label={say("help-support")} number={setting("support-phone")} />
      <p>{say("help-danger")}</p>
    </section>
  )
}
