// SPDX-License-Identifier: EUPL-1.2
/** The board and the day of the invented case: needs, gates, promises and notes of people who do not exist. */
import type { RecordType } from "../../protocol/record.ts"
import type { Board, PersonOnBoard } from "../../relay/casework.ts"
import { dayOf } from "../../relay/clock.ts"
import type { DeskItem } from "../../relay/desk.ts"
import type { OpenedRecord, RecordDraft } from "../../relay/records.ts"
import type { DuePage } from "../../relay/today.ts"
import { ITEMS, item } from "./desk-records.ts"
import { ADA, BEN, CASE, DAY, HASH, MED, OTHER_MED } from "./records.ts"

type Tongue = "en" | "fr"

const NOW = Math.floor(Date.now() / 1000)

/** A day so many days from now. */
function ahead(days: number): string {
  return dayOf(NOW + days * DAY)
}

type Facts = { readonly by?: string; readonly day?: string; readonly version?: number }

let made = 0

function kept<T extends RecordType>(draft: RecordDraft<T>, facts: Facts = {}): OpenedRecord<T> {
  made += 1
  const { by = MED, day = ahead(-6), version = 1 } = facts
  const record = `${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[made % 26]}${made}`.padEnd(22, "0")
  const place = { case: CASE, record, version, hash: HASH, previous: version === 1 ? null : HASH }
  return { ...draft, ...place, by, day, trouble: null } as unknown as OpenedRecord<T>
}

const WORDS = {
  en: {
    need: "I want to know whether he saw the light was on. And I want to say once, myself, what that year was.",
    own: "I want to answer what I am asked, and not more. I would like to say that I am sorry, if she wants to hear it.",
    order:
      "Decision of the provincial court, seen on paper at the office. No condition about the person harmed.",
    orderWhy: "The condition ended with the parole review.",
    safety: "She feels safe at home. Her daughter is with her in the evenings.",
    privacy: "Nobody at her work knows. Letters only to the address of her sister.",
    wellbeing: "Sleeps badly before each letter. Sees her counsellor every second week.",
    follows: "Letters can go on. Call before each offer, never on a Friday.",
    promise: "Tell her before the letter is offered, not after.",
    call: "Ask whether the parole hearing was moved.",
    debrief: "Debrief after the meeting",
    note: "He spoke of his brother’s address in passing. Watch for it in the next letter.",
    names: ["Élise Tremblay", "the bakery on Cedar Street"],
    meeting: {
      aims: "She: to ask her question in person. He: to answer it and to listen.",
      rules: "One speaks at a time. Either may stop at any moment, without a reason.",
      who: "Both, her sister, the chaplain, two mediators",
      where: "The community room of the institution",
      when: "A Tuesday in the new year, in the morning",
      support: "Her sister drives with her both ways. He sees the chaplain before and after.",
    },
    repair: "He writes to the bakery and offers to pay for the window.",
    progress: "The letter was sent. The bakery has not answered yet.",
    away: "Call the office. Nothing of this case has to happen that week.",
    page: "Told on the telephone what was said about the address, and nothing else.",
    to: "The safety line of the institution",
    rule: "Danger to somebody’s life",
    paper: "Brought by hand on Tuesday, read together in her kitchen.",
  },
  fr: {
    need: "Je veux savoir s’il a vu que la lumière était allumée. Et je veux dire une fois, moi-même, ce qu’a été cette année-là.",
    own: "Je veux répondre à ce qu’on me demande, et pas plus. J’aimerais dire que je regrette, si elle veut l’entendre.",
    order:
      "Décision de la cour provinciale, vue sur papier au bureau. Aucune condition au sujet de la personne touchée.",
    orderWhy: "La condition a pris fin avec l’examen de la libération conditionnelle.",
    safety: "Elle se sent en sécurité chez elle. Sa fille est là le soir.",
    privacy: "Personne à son travail ne le sait. Les lettres vont seulement à l’adresse de sa sœur.",
    wellbeing: "Dort mal avant chaque lettre. Voit sa conseillère toutes les deux semaines.",
    follows: "Les lettres peuvent continuer. Appeler avant chaque offre, jamais un vendredi.",
    promise: "La prévenir avant que la lettre soit offerte, et non après.",
    call: "Demander si l’audience de libération conditionnelle a été déplacée.",
    debrief: "Bilan après la rencontre",
    note: "Il a parlé de l’adresse de son frère en passant. À surveiller dans la prochaine lettre.",
    names: ["Élise Tremblay", "la boulangerie de la rue du Cèdre"],
    meeting: {
      aims: "Elle : poser sa question en personne. Lui : y répondre et écouter.",
      rules: "Une seule personne parle à la fois. Chacune peut arrêter à tout moment, sans raison.",
      who: "Les deux, sa sœur, l’aumônier, deux médiateurs",
      where: "La salle communautaire de l’établissement",
      when: "Un mardi de la nouvelle année, le matin",
      support: "Sa sœur la conduit à l’aller et au retour. Il voit l’aumônier avant et après.",
    },
    repair: "Il écrit à la boulangerie et offre de payer la vitrine.",
    progress: "La lettre est partie. La boulangerie n’a pas encore répondu.",
    away: "Appeler le bureau. Rien de ce dossier ne doit se faire cette semaine-là.",
    page: "Dit au téléphone ce qui a été dit de l’adresse, et rien d’autre.",
    to: "La ligne de sécurité de l’établissement",
    rule: "Danger pour la vie de quelqu’un",
    paper: "Apportée en main propre mardi, lue ensemble dans sa cuisine.",
  },
} as const

const ENDS = {
  en: {
    debriefed: "She said what she came to say. She wants no more letters for now.",
    followUps: "One call to each of them in the spring.",
    reason: "Both said that the exchange has come to its end.",
  },
  fr: {
    debriefed: "Elle a dit ce qu’elle voulait dire. Elle ne veut plus de lettres pour le moment.",
    followUps: "Un appel à chacune des deux personnes au printemps.",
    reason: "Les deux ont dit que l’échange est arrivé à son terme.",
  },
} as const

function ada(tongue: Tongue): PersonOnBoard {
  const words = WORDS[tongue]
  return {
    person: ADA,
    side: "harmed",
    enrolled: true,
    needs: [
      kept(
        {
          type: "need",
          clear: { gone: false },
          words: { words: words.need, topics: ["answers", "impact"] },
        },
        { by: ADA },
      ),
    ],
    topics: ["answers", "impact"],
    consents: [
      { channel: "letter", said: "yes", day: ahead(-40) },
      { channel: "video", said: "no", day: ahead(-40) },
      { channel: "meeting", said: "nothing", day: null },
    ],
    gates: {
      "no-contact": kept({
        type: "gate",
        clear: { gate: "no-contact", participant: ADA, shut: false, until: null },
        words: { evidence: words.order, reason: words.orderWhy },
      }),
      assessment: kept(
        {
          type: "gate",
          clear: { gate: "assessment", participant: ADA, shut: false, until: ahead(-2) },
          words: {
            safety: words.safety,
            privacy: words.privacy,
            wellbeing: words.wellbeing,
            reason: words.follows,
          },
        },
        { day: ahead(-92), version: 2 },
      ),
      overlap: null,
    },
    shut: [
      { code: "consent-missing", participant: ADA, channel: "video" },
      { code: "assessment-due", participant: ADA, channel: null },
    ],
  }
}

function ben(tongue: Tongue): PersonOnBoard {
  const words = WORDS[tongue]
  return {
    person: BEN,
    side: "responsible",
    enrolled: true,
    needs: [
      kept(
        {
          type: "need",
          clear: { gone: false },
          words: { words: words.own, topics: ["answers", "apology"] },
        },
        { by: BEN },
      ),
    ],
    topics: ["answers", "apology"],
    consents: [
      { channel: "letter", said: "yes", day: ahead(-30) },
      { channel: "video", said: "old-text", day: ahead(-200) },
      { channel: "meeting", said: "nothing", day: null },
    ],
    gates: {
      "no-contact": kept({
        type: "gate",
        clear: { gate: "no-contact", participant: BEN, shut: false, until: ahead(60) },
        words: { evidence: words.order, reason: "" },
      }),
      assessment: kept({
        type: "gate",
        clear: { gate: "assessment", participant: BEN, shut: false, until: ahead(70) },
        words: { safety: words.safety, privacy: "", wellbeing: "", reason: words.follows },
      }),
      overlap: kept(
        {
          type: "gate",
          clear: { gate: "overlap", participant: BEN, shut: true, until: ahead(12) },
          words: { evidence: words.call, reason: "" },
        },
        { by: OTHER_MED },
      ),
    },
    shut: [{ code: "overlap", participant: BEN, channel: null }],
  }
}

function task(tongue: Tongue, name: "promise" | "call" | "debrief", days: number): OpenedRecord<"task"> {
  const participant = name === "call" ? BEN : ADA
  const clear = { task: name, participant, due: ahead(days), done: false }
  return kept<"task">({ type: "task", clear, words: { words: WORDS[tongue][name] } })
}

function keptAbout(tongue: Tongue): readonly OpenedRecord[] {
  const words = WORDS[tongue]
  const gone = { gone: false }
  return [
    task(tongue, "promise", -1),
    task(tongue, "call", 4),
    kept({
      type: "note",
      clear: gone,
      words: { words: words.note, message: null, risks: ["contact", "third-person"] },
    }),
    kept({ type: "names", clear: gone, words: { names: words.names } }),
    kept({ type: "meeting", clear: gone, words: words.meeting }),
    kept({ type: "repair", clear: gone, words: { words: words.repair, progress: words.progress } }),
    kept({ type: "paper", clear: { message: "ready" }, words: { words: words.paper } }),
    kept({
      type: "escalation",
      clear: { message: null, rule: "danger-life" },
      words: { page: words.page, to: words.to, rule: words.rule },
    }),
    absence(tongue),
    closing(tongue),
    kept(
      { type: "recusal", clear: { open: true }, words: null as unknown as { readonly reason: string } },
      { by: OTHER_MED },
    ),
  ]
}

/** The other mediator asks for the case to be closed; one person's debrief is still to come. */
function closing(tongue: Tongue): OpenedRecord<"closing"> {
  const { debriefed, followUps, reason } = ENDS[tongue]
  const words = { debriefs: [{ participant: ADA, words: debriefed }], follow_ups: followUps, reason }
  return kept<"closing">({ type: "closing", clear: { open: true }, words }, { by: OTHER_MED })
}

/** The other mediator's days away. */
export function absence(tongue: Tongue): OpenedRecord<"away"> {
  const clear = { from: ahead(2), until: ahead(9) }
  const draft = { type: "away", clear, words: { words: WORDS[tongue].away } } as const
  return kept<"away">(draft, { by: OTHER_MED })
}

export type Look = {
  /** As it is on its first day. */
  readonly empty: boolean
  /** Something does not verify. */
  readonly doubt: boolean
}

/** The board of the invented case. */
export function boardOf(tongue: Tongue, { empty, doubt }: Look): Board {
  const people = [ada(tongue), ben(tongue)]
  const pace = { type: "pace", clear: { side: "harmed", most: 2, days: 30 }, words: { reason: "" } } as const
  const full: Board = {
    case: CASE,
    day: ahead(0),
    people,
    channels: ["letter", "video", "meeting"],
    retention: "ten-years",
    paces: { harmed: kept<"pace">(pace), responsible: null },
    onlyServer: [],
    doubt: null,
    records: keptAbout(tongue),
    refused: [],
  }
  if (empty)
    return { ...full, people: people.map(asNew), paces: { harmed: null, responsible: null }, records: [] }
  return doubt ? doubted(full) : full
}

function doubted(board: Board): Board {
  const view = { record: "A", type: "gate" } as Board["refused"][number]["view"]
  return {
    ...board,
    doubt: "signature-wrong",
    refused: [{ view, code: "signature-wrong" }],
    onlyServer: [{ code: "pace", participant: ADA, channel: null }],
  }
}

function asNew(one: PersonOnBoard): PersonOnBoard {
  const codes = ["no-contact", "assessment-due"] as const
  return {
    ...one,
    needs: [],
    topics: [],
    consents: one.consents.map(({ channel }) => ({ channel, said: "nothing", day: null })),
    gates: { "no-contact": null, assessment: null, overlap: null },
    shut: codes.map((code) => ({ code, participant: one.person, channel: null })),
  }
}

/** What waits for a mediator. */
export const WAITING = ITEMS

/** The one letter that was released. */
export const RELEASED: DeskItem = item("ready", {
  state: "released",
  addressee: ADA,
  sender: BEN,
  senderSide: "responsible",
  may: ["withdraw"],
})

/** What is due in the invented case. */
export function dueOf(tongue: Tongue): DuePage {
  const { assessment } = ada(tongue).gates
  const { "no-contact": order } = ben(tongue).gates
  const tasks = [task(tongue, "promise", -1), task(tongue, "call", 4), task(tongue, "debrief", 40)]
  const gates = [assessment, order].flatMap((gate) => gate ?? [])
  const due = [
    ...tasks.map((record) => ({ day: record.clear.due, record })),
    ...gates.map((record) => ({ day: record.clear.until ?? "", record })),
  ]
  return { due: due.sort((one, other) => (one.day < other.day ? -1 : 1)), refused: [], next: null }
}

/** What a colleague wrote, while a form was open. */
export function overtaken<T extends RecordType>(draft: RecordDraft<T>): OpenedRecord<T> {
  return kept<T>(draft, { by: OTHER_MED, day: ahead(0), version: 3 })
}
