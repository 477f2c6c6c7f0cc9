// SPDX-License-Identifier: EUPL-1.2
/** The office of the invented programme: requests, staff and cases, behind the same functions as the real ones. */
import { RelayError } from "../../errors.ts"
import type { Newcomer } from "../../relay/admitting.ts"
import type { Asking, Request } from "../../relay/inbox.ts"
import type { Office, Waiting } from "../../relay/managing.ts"
import type { Desk } from "../../relay/office.ts"
import type { Session } from "../../relay/session.ts"
import type { Invented } from "./invented.ts"
import { BEN, CASE, DAY, HASH, MED, NOON, OTHER_MED } from "./records.ts"

const ASKING: Asking = {
  who: "victim",
  language: "fr",
  name: "Camille",
  reach: "613-555-0100. Mon frère peut répondre : dites seulement votre prénom.",
  hours: "Le soir, après 18 h.",
  words: "J’aimerais poser une question.\n\nJe ne sais pas encore si je veux une réponse.",
  needs: "Quelqu’un à côté de moi.",
  institution: "",
  person: "",
  federal: null,
  responsibility: "",
}

function request(id: string, state: Request["state"], changes: Partial<Request> = {}): Request {
  return {
    ...{ id, state, version: 1, at: NOON - 6 * DAY, receipt: "7K2M-9QXT", asking: ASKING, sheet: null },
    ...{ trouble: null, case: null, view: {} as Request["view"] },
    ...changes,
  }
}

const STAFF: Asking = { ...ASKING, who: "staff", language: "en", name: "J. Roy, parole officer" }

const REQUESTS: readonly Request[] = [
  request("first", "new"),
  request("second", "new", {
    receipt: "4HVB-N0RE",
    at: NOON - 2 * DAY,
    asking: { ...STAFF, person: "Jonas", institution: "Rivière Institution", federal: true },
  }),
  request("broken", "new", { receipt: "J5WC-8DSG", at: NOON - DAY, asking: null, trouble: "hidden-text" }),
  request("third", "screening", {
    sheet: { checks: [{ item: "Is the sentence two years or more?", answer: "yes" }], words: "Called once." },
  }),
]

const ENTRY = { key: HASH, kem: "", from: null }

/** What stands, as far as screens look at it. */
function officeOf({ empty = false, closed = false, daysLeft = 9 }: Partial<Invented>): Office {
  const policy = {
    case: CASE,
    version: 4,
    quorum: 2,
    mediators: [MED, OTHER_MED],
    cooling_seconds: DAY,
    channels: closed ? [] : ["letter", "relayed"],
    retention: "ten-years",
    participants: [],
  }
  const mediators: readonly (readonly [string, object])[] = [
    [MED, { ...ENTRY, status: "active" }],
    [OTHER_MED, { ...ENTRY, status: "active" }],
    ["Rt4vKq", { ...ENTRY, status: "retired" }],
  ]
  const office = {
    root: { body: { programme: CASE } },
    directory: {
      hash: HASH,
      body: { epoch: 12, valid_until: "2026-12-04" },
      mediators: new Map(empty ? [] : mediators),
      interpreters: new Map<string, object>(empty ? [] : [["Tn7wLx", { ...ENTRY, status: "active" }]]),
    },
    policies: new Map(empty ? [] : [[CASE, { body: policy, hash: HASH }]]),
    daysLeft,
  }
  return office as unknown as Office
}

const NUMBER = "48213 07764 91025 33818 60492 15573"

const NEWCOMERS: readonly Newcomer[] = [
  {
    ...{ lookup: "one", role: "mediator", expiresAt: NOON + 9 * DAY, proof: "fits" },
    ...{ keyId: "Zp3mXe", safetyNumber: NUMBER, listed: false },
  },
  {
    ...{ lookup: "two", role: "interpreter", expiresAt: NOON + 3 * DAY, proof: "open" },
    ...{ keyId: null, safetyNumber: null, listed: false },
  },
]

const VOUCHED = {
  keyId: "Zp3mXe",
  mediator: { key: HASH, kem: "" },
  vouchings: [{ signer: "Wq9tLd", body: { day: "2026-11-20" } }],
  complete: false,
}

const WAITING: readonly Waiting[] = [
  { case: CASE, participant: BEN, epoch: 2, hash: HASH, side: "responsible", replaces: true },
]

/** A manager's desk of nobody. */
export function inventedDesk(session: Session): Desk {
  const keys = { identity: new Uint8Array(32), keyId: HASH, fingerprint: HASH, tickets: new Map() }
  const held = { ...keys, intake: { kem: new Uint8Array(1216) }, forget: () => undefined }
  return { session, keys: held } as unknown as Desk
}

/** What the office may ask for. */
export function managed({ of }: { readonly of: Invented }) {
  const office = async () => {
    if (of.trouble === "rollback") throw new RelayError("rollback", "invented")
    return officeOf(of)
  }
  const signed = async () => {
    if (of.trouble) throw new RelayError(of.trouble, "invented")
    return officeOf(of)
  }
  const leaving = async () => ({ office: await signed(), stuck: [CASE] })
  const none = of.empty ?? false
  return {
    office: async () => ({
      signInWithKeyFile: signed,
      openKeyFile: async (session: Session) => inventedDesk(session),
      openSecond: async () => ({ sign: signed, forget: () => undefined }),
      managingOf: () => ({}),
      openOffice: office,
    }),
    inbox: async () => ({
      inboxPage: async (_desk: unknown, state: string) => ({
        requests: none ? [] : REQUESTS.filter((one) => one.state === state),
        next: null,
      }),
      screen: signed,
      passOn: signed,
      endRequest: signed,
    }),
    admitting: async () => ({
      makeStaffTicket: async (_desk: unknown, role: string) => ({
        role,
        typed: "7K2M 9QXT 4HVB N0RE J5WC 8DSG Y3AP",
        link: `https://relay.example.org/#ticket=7K2M9QXT4HVBN0REJ5WC8DSGY3AP&root=${HASH}`,
        expiresAt: NOON + 14 * DAY,
        kept: true,
      }),
      newcomers: async () => (none ? [] : NEWCOMERS),
      letIn: signed,
      signFirst: async () => ({ content: new Uint8Array(2), keys: { key: HASH, kem: "" } }),
    }),
    vouching: async () => ({
      openVouched: async () => {
        if (of.trouble) throw new RelayError(of.trouble, "invented")
        return VOUCHED
      },
      vouchSecond: signed,
      mediatorWords: async () => "abacus abdomen abide ablaze able abnormal",
    }),
    managing: async () => ({
      peopleWaiting: async () => (none ? [] : WAITING),
      ...{ namePeople: signed, changePolicy: signed, renew: signed, revokeInterpreter: signed },
      ...{ retireInterpreter: signed },
      ...{ revokeMediator: leaving, retireMediator: leaving },
    }),
    opening: async () => ({
      retentionClasses: async () => ["standard", "ten-years"],
      newCase: async () => ({ case: CASE, office: await signed() }),
    }),
    passedOn: async () => ({
      passedOn: async () =>
        none
          ? []
          : [
              {
                id: "first",
                case: CASE,
                receipt: "7K2M-9QXT",
                at: NOON - 6 * DAY,
                asking: ASKING,
                trouble: null,
              },
            ],
    }),
  }
}
