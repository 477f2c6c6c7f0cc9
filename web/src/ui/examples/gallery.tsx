// SPDX-License-Identifier: EUPL-1.2
/**
 * Every element's named examples, and every page with an invented case.
 *
 * `?page=home&lang=fr&look=dark`, `?element=button&lang=en` or `?element=all`; without either, the
 * list. `vite.examples.ts` builds it; the shipped app does not hold it.
 */

import { render } from "preact"
import { EVERY_CATALOGUE } from "../../locales/every.ts"
import { START } from "../../locales/start.ts"
import { actWith } from "../acting.ts"
import { App } from "../app.tsx"
import { appearance, followAppearance } from "../appearance.ts"
import { haveWords, needWords, speak } from "../language.ts"
import { hold } from "../office/held.ts"
import { place } from "../place.ts"
import { begin, demo, waits, warned } from "../session.ts"
import type { Examples } from "./examples.ts"
import { inventedActions, inventedSession } from "./invented.ts"
import { inventedDesk } from "./office-records.ts"
import { PAGES } from "./pages.ts"
import "../styles/fonts.css"
import "../styles/values.css"
import "../styles/page.css"

const modules = import.meta.glob<{ readonly examples: Examples }>("../elements/*/*.examples.tsx")
const asked = new URLSearchParams(globalThis.location.search)
const tongue = asked.get("lang") === "fr" ? "fr" : "en"

function nameOf(path: string): string {
  return path.split("/").at(-2) ?? path
}

function draw(what: Parameters<typeof render>[0]): void {
  const room = document.getElementById("app")
  if (room !== null) render(what, room)
}

/** Everything at once, but for what makes the rest of the page dead to clicks. */
const ALL = "all"
const MODAL = ["dialog", "calm"]

function isWanted(path: string, name: string): boolean {
  const own = nameOf(path)
  return name === ALL ? !MODAL.includes(own) : own === name
}

async function drawElements(name: string): Promise<void> {
  const wanted = Object.entries(modules).filter(([path]) => isWanted(path, name))
  const found = await Promise.all(
    wanted.map(async ([path, fetchIt]) => ({ name: nameOf(path), ...(await fetchIt()) })),
  )
  document.documentElement.lang = tongue
  draw(
    <main class="middle stack far">
      <h1>{name}</h1>
      {found.map((element) => (
        <div key={element.name} class="stack far">
          {Object.entries(element.examples).map(([title, Example]) => (
            <section key={title} aria-label={`${element.name}: ${title}`} class="stack">
              <Example />
            </section>
          ))}
        </div>
      ))}
    </main>,
  )
}

function drawPage(name: string): void {
  const page = PAGES[name]
  if (page === undefined) return
  actWith(inventedActions(page.of, tongue))
  demo.value = page.demo === true
  if (page.signedIn) {
    const now = inventedSession(page.of)
    if (now.role === "manager" && !page.of.unanchored) hold(inventedDesk(now))
    begin(now, page.place)
  } else place.value = page.place
  warned.value = page.warned === true
  waits.value = page.waits === true
  draw(<App />)
}

function drawList(): void {
  const elements = Object.keys(modules).map(nameOf)
  draw(
    <main class="middle">
      <h1>Examples</h1>
      <ul>
        {Object.keys(PAGES).map((name) => (
          <li key={name}>
            <a href={`?page=${name}`}>{name}</a>
          </li>
        ))}
        {elements.map((name) => (
          <li key={name}>
            <a href={`?element=${name}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>,
  )
}

async function start(): Promise<void> {
  if (asked.get("look") === "dark") appearance.value = "dark"
  followAppearance()
  await needWords(...EVERY_CATALOGUE)
  await Promise.all([speak(tongue), haveWords("en", START), haveWords("fr", START)])
  const element = asked.get("element")
  const page = asked.get("page")
  if (element !== null) await drawElements(element)
  else if (page !== null) drawPage(page)
  else drawList()
  document.documentElement.dataset["ready"] = "true"
}

void start()
