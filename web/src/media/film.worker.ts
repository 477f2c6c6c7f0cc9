// SPDX-License-Identifier: EUPL-1.2
/** Films off the main thread: cleaned and sealed into a private file, or recorded slice by slice into one. */
import { RelayError } from "../errors.ts"
import type { FilmAnswer, FilmQuestion } from "./film_work.ts"
import { answerFilm } from "./film_work.ts"

const reply = (answer: FilmAnswer) => self.postMessage(answer)

self.addEventListener("message", (event: MessageEvent<FilmQuestion>) => {
  answerFilm(event.data, reply).catch((error: unknown) => {
    reply({ code: error instanceof RelayError ? error.code : "internal" })
  })
})
