// SPDX-License-Identifier: EUPL-1.2
/** Who to call, on every page: the mediator, the programme, and somebody to talk to. Set by each programme. */
import { useId } from "preact/hooks"
import type { Language } from "../../../locales/catalogue.ts"
import { sayIn } from "../../language.ts"
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

export type SupportProperties = {
  readonly tongue: Language
  /** A mediator does not need to be given their own number. */
  readonly forMediator?: boolean
}

export function Support({ tongue, forMediator }: SupportProperties) {
  const id = useId()
  return (
    <section class="stack near" lang={tongue} aria-labelledby={id}>
      <h2 id={id} class="bottom-title">
        {sayIn(tongue, "help-title")}
      </h2>
      {!forMediator && (
        <Line
          label={setting("mediator-name", tongue) || sayIn(tongue, "help-mediator")}
          number={setting("mediator-phone", tongue)}
        />
      )}
      <Line label={sayIn(tongue, "help-programme")} number={setting("phone", tongue)} />
      <Line label={sayIn(tongue, "help-support")} number={setting("support-phone", tongue)} />
      <p>{sayIn(tongue, "help-danger")}</p>
    </section>
  )
}
