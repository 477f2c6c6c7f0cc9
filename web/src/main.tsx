// SPDX-License-Identifier: EUPL-1.2
/** Where the web app begins: leaving works first, then words, then the first page. */

import { render } from "preact"
import { START } from "./locales/start.ts"
import { actions } from "./ui/actions.ts"
import { App } from "./ui/app.tsx"
import { followAppearance } from "./ui/appearance.ts"
import { onThreeShifts } from "./ui/exit.ts"
import { haveWords, needWords } from "./ui/language.ts"
import { go, place, placeOfFragment, takeFragment } from "./ui/place.ts"
import { begin, quickExit } from "./ui/session.ts"
import "./ui/styles/fonts.css"
import "./ui/styles/values.css"
import "./ui/styles/page.css"

/** A reload on a private device does not ask again; every other visit begins at the first page. */
function isReload(): boolean {
  const [entry] = performance.getEntriesByType("navigation")
  return entry instanceof PerformanceNavigationTiming && entry.type === "reload"
}

async function resume(): Promise<void> {
  if (!isReload()) return
  const [ports, { resumeSession }] = await Promise.all([actions().ports(), actions().signIn()])
  const found = await resumeSession(ports)
  if (found !== null && place.value.at === "start") begin(found)
}

async function start(): Promise<void> {
  const there = placeOfFragment(takeFragment())
  if (there !== null) go(there)
  await Promise.all([needWords(START), haveWords("en", START), haveWords("fr", START)])
  const room = document.getElementById("app")
  if (room !== null) render(<App />, room)
  await resume()
}

onThreeShifts(quickExit)
followAppearance()
addEventListener("pageshow", (event) => {
  // A page that the browser kept alive must not come back with what it showed.
  if (event.persisted) globalThis.location.reload()
})
void start()
