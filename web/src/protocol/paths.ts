// SPDX-License-Identifier: EUPL-1.2
/**
 * Every URL path, once: the server routes by these templates, clients fill them in.
 *
 * An id in a path is an id and nothing else, so no path can name a file or a parent. Twin:
 * `relay/protocol/paths.py`. The table with methods is `docs/api.md`.
 */
import { unb64u } from "../crypto/encoding.ts"
import { ID_BYTES } from "../crypto/keys.ts"
import { RelayError } from "../errors.ts"

export const PATHS = {
  programme: "/v1/programme",
  health: "/v1/health",
  openapi: "/v1/openapi.json",
  challenges: "/v1/challenges",
  sessions: "/v1/sessions",
  session: "/v1/session",
  bundle: "/v1/bundle",
  tickets: "/v1/tickets",
  ticket: "/v1/tickets/{lookup}",
  enrolment: "/v1/tickets/{lookup}/enrolment",
  certificate: "/v1/tickets/{lookup}/certificate",
  answer: "/v1/tickets/{lookup}/answer",
  pending: "/v1/pending",
  trust: "/v1/trust",
  cases: "/v1/cases",
  "case-withdrawals": "/v1/cases/{case}/withdrawals",
  handovers: "/v1/cases/{case}/handovers",
  handover: "/v1/cases/{case}/handover",
  policies: "/v1/cases/{case}/policies",
  records: "/v1/cases/{case}/records",
  record: "/v1/cases/{case}/records/{record}",
  "consent-text": "/v1/cases/{case}/consent-text",
  consents: "/v1/cases/{case}/consents",
  gates: "/v1/cases/{case}/gates",
  tasks: "/v1/tasks",
  messages: "/v1/messages",
  message: "/v1/messages/{message}",
  submit: "/v1/messages/{message}/submit",
  claim: "/v1/messages/{message}/claim",
  approvals: "/v1/messages/{message}/approvals",
  decisions: "/v1/messages/{message}/decisions",
  offers: "/v1/messages/{message}/offers",
  releases: "/v1/messages/{message}/releases",
  readiness: "/v1/messages/{message}/readiness",
  opened: "/v1/messages/{message}/opened",
  withdrawals: "/v1/messages/{message}/withdrawals",
  confirmation: "/v1/messages/{message}/confirmation",
  "message-grants": "/v1/messages/{message}/grants",
  grants: "/v1/grants",
  part: "/v1/messages/{message}/parts/{part}",
  leaves: "/v1/messages/{message}/parts/{part}/leaves",
  drafts: "/v1/drafts",
  draft: "/v1/drafts/{message}",
  uploads: "/v1/uploads",
  upload: "/v1/uploads/{upload}",
  events: "/v1/events",
} as const
export type PathName = keyof typeof PATHS
export type PathArguments = Readonly<Record<string, string>>

const FIELD = /\{([a-z]+)\}/g
const PART = /^(?:0|[1-9][0-9]?)$/

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(".", "\\.").replace(FIELD, "(?<$1>[^/]*)")}$`)
}

const PATTERNS = Object.entries(PATHS).map(([name, template]) => [name, patternOf(template)] as const)

/** Return an id (22 characters) or a part number (0 to 99) as it stands in a path. Throws `not-found`. */
export function checkArgument(field: string, value: string): string {
  if (!(field === "part" ? PART.test(value) : isId(value))) throw new RelayError("not-found", "no such thing")
  return value
}

function isId(value: string): boolean {
  try {
    return unb64u(value, ID_BYTES).length === ID_BYTES
  } catch {
    return false
  }
}

/** Fill in a template. Throws `not-found`: an argument is not an id or part number. */
export function writePath(name: PathName, given: PathArguments = {}): string {
  return PATHS[name].replace(FIELD, (_, field: string) => checkArgument(field, given[field] ?? ""))
}

/** Return a path's name and arguments. Throws `not-found`. */
export function parsePath(path: string): { readonly name: PathName; readonly arguments: PathArguments } {
  for (const [name, pattern] of PATTERNS) {
    const match = pattern.exec(path)
    if (match === null) continue
    const found = Object.entries(match.groups ?? {})
    const checked = found.map(([field, value]) => [field, checkArgument(field, value)])
    return { name: name as PathName, arguments: Object.fromEntries(checked) as PathArguments }
  }
  throw new RelayError("not-found", "no such path")
}
