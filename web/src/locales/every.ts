// SPDX-License-Identifier: EUPL-1.2
/** Every catalogue there is: for examples and tests. A page names its own. */
import { ASK } from "./ask.ts"
import { BOARD } from "./board.ts"
import { CAPTIONS } from "./captions.ts"
import { DESK } from "./desk.ts"
import { ENROL } from "./enrol.ts"
import { ERRORS } from "./errors.ts"
import { FILM } from "./film.ts"
import { HANDOVER } from "./handover.ts"
import { INTERPRETER } from "./interpreter.ts"
import { MADE } from "./made.ts"
import { OFFICE } from "./office.ts"
import { OWN } from "./own.ts"
import { PARTICIPANT } from "./participant.ts"
import { PLAYER } from "./player.ts"
import { REVIEW } from "./review.ts"
import { START } from "./start.ts"
import { STATION } from "./station.ts"

export const EVERY_CATALOGUE = [
  START,
  ASK,
  ENROL,
  PARTICIPANT,
  OWN,
  FILM,
  DESK,
  HANDOVER,
  REVIEW,
  BOARD,
  MADE,
  INTERPRETER,
  OFFICE,
  PLAYER,
  STATION,
  CAPTIONS,
  ERRORS,
] as const
