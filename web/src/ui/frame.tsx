// SPDX-License-Identifier: EUPL-1.2
/** What surrounds every page: skip link, quick exit, language, who to call, and the questions before an end. */
import type { ComponentChildren } from "preact"
import { useEffect } from "preact/hooks"
import type { Language } from "../locales/catalogue.ts"
import { type Appearance, appearance } from "./appearance.ts"
import { Button } from "./elements/button/button.tsx"
import { ExitButton } from "./elements/exit/exit.tsx"
import { LanguageSwitch } from "./elements/languages/languages.tsx"
import { More } from "./elements/more/more.tsx"
import { Pledge } from "./elements/pledge/pledge.tsx"
import { Support } from "./elements/support/support.tsx"
import { language, say, sayIn } from "./language.ts"
import { go, place } from "./place.ts"
import { demo, firstPlace, quickExit, session } from "./session.ts"
import { endOrAsk, Staying } from "./staying.tsx"
import "./frame.css"

/** Go past the top. A button, not a link: the address of a link would stand in the history. */
function skip(): void {
  document.getElementById("main")?.focus()
}

/** Both languages, because a visitor may read only one. */
function DemoBanner() {
  const languages = language.value === "fr" ? (["fr", "en"] as const) : (["en", "fr"] as const)
  return (
    <section class="banner" aria-label={say("demo-label")}>
      {languages.map((tongue) => (
        <p key={tongue} lang={tongue}>
          {sayIn(tongue, "demo-banner")}
        </p>
      ))}
    </section>
  )
}

function Top() {
  const now = session.value
  return (
    <header class="top">
      <button type="button" class="skip" onClick={skip}>
        {say("skip")}
      </button>
      <div class="top-row">
        <ExitButton onLeave={quickExit} both={place.value.at === "start"} />
        {now === null ? (
          <p class="top-name">{place.value.at !== "start" && say("title")}</p>
        ) : (
          <nav class="top-nav" aria-label={say("title")}>
            <button type="button" class="top-link top-name" onClick={() => go(firstPlace(now))}>
              {say("title")}
            </button>
            {now.role === "mediator" && (
              <>
                <button type="button" class="top-link" onClick={() => go({ at: "queue" })}>
                  {say("queue")}
                </button>
                <button type="button" class="top-link" onClick={() => go({ at: "people" })}>
                  {say("people")}
                </button>
              </>
            )}
            <button type="button" class="top-link" onClick={() => void endOrAsk(now)}>
              {say("sign-out")}
            </button>
          </nav>
        )}
        {place.value.at !== "start" && <LanguageSwitch />}
      </div>
    </header>
  )
}

function AppearanceChoice() {
  const options: readonly Appearance[] = ["system", "light", "dark"]
  return (
    <label class="appearance">
      {say("appearance")}
      <select
        class="appearance-select"
        value={appearance.value}
        onChange={(event) => {
          appearance.value = event.currentTarget.value as Appearance
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {say(`appearance-${option}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

function AboutLeaving({ tongue }: { readonly tongue: Language }) {
  return (
    <div lang={tongue}>
      <More title={sayIn(tongue, "exit-about")}>
        <p>{sayIn(tongue, "exit-how")}</p>
        <p>{sayIn(tongue, "exit-limits")}</p>
      </More>
    </div>
  )
}

function Bottom() {
  const now = session.value
  return (
    <footer class="bottom">
      <div class="bottom-row">
        <Support tongue={language.value} forMediator={now?.role === "mediator" || now?.role === "manager"} />
        <div class="stack near">
          {now?.role === "participant" && (
            <>
              <Pledge />
              <p>
                <Button kind="quiet" onPress={() => go({ at: "stop" })}>
                  {say("stop-link")}
                </Button>
              </p>
            </>
          )}
          <AboutLeaving tongue={language.value} />
          <AppearanceChoice />
        </div>
      </div>
    </footer>
  )
}

/** The first page has no language yet: both stand beside each other to its very end. */
function StartBottom() {
  return (
    <footer class="bottom">
      <div class="bottom-row">
        {(["en", "fr"] as const).map((tongue) => (
          <div key={tongue} class="stack near">
            <Support tongue={tongue} />
            <AboutLeaving tongue={tongue} />
          </div>
        ))}
      </div>
    </footer>
  )
}

export function Frame({ children }: { readonly children: ComponentChildren }) {
  useEffect(() => {
    document.documentElement.lang = language.value
  }, [language.value])
  useEffect(() => {
    document.title = say("title")
  }, [])
  return (
    <>
      <Top />
      {demo.value && <DemoBanner />}
      {children}
      {place.value.at === "start" ? <StartBottom /> : <Bottom />}
      <Staying />
    </>
  )
}
