// SPDX-License-Identifier: EUPL-1.2
/** Made words on the server in memory: whose turn it is, the sealed yes, and what an interpreter may open. */
import { b64u, unb64u } from "../src/crypto/encoding.ts"
import { ID_BYTES } from "../src/crypto/keys.ts"
import type * as wire from "../src/protocol/wire.ts"
import type { MadeCalls } from "../src/relay/client_made.ts"
import { type AccountKept, bodyOf, found, type Kept, type MessageKept, refuse } from "./kept.ts"

const CONFIRMED: readonly unknown[] = ["relayed", "redaction", "excerpt"]

/** Where handing in leads: words that need their author's yes are proposed to them. */
export function handedIn({ body }: MessageKept): wire.MessageView["state"] {
  return CONFIRMED.includes(body["class"]) ? "proposed" : "submitted"
}

/** The grants behind a message: its own, and of what it renders. */
export function grantsBehind(kept: Kept, { body, hash }: MessageKept): readonly wire.Envelope[] {
  const about = [hash, body["derived_from"]]
  return [...kept.messages.values()]
    .flatMap(({ statements }) => statements)
    .filter((statement) => {
      const said = bodyOf(statement)
      return said["kind"] === "grant" && about.includes(said["manifest"] ?? "")
    })
}

type Shown = (message: MessageKept) => wire.MessageView

export function madeCallsOf(kept: Kept, me: () => AccountKept, view: Shown): MadeCalls {
  return {
    confirm: async (id, { box, version }) => {
      const message = found(kept.messages.get(id))
      if (message.version !== version) refuse("stale-version")
      if (message.state !== "proposed") refuse("not-allowed")
      message.confirmation = box
      message.state = "submitted"
      message.version += 1
      return view(message)
    },
    grants: async () => {
      const mine = [...kept.messages].flatMap(([message, { statements }]) =>
        statements
          .filter((statement) => isGrantTo(statement, me().keyId))
          .slice(-1)
          .filter((statement) => bodyOf(statement)["given"] === true)
          .map((statement) => ({ message, until: String(bodyOf(statement)["until"]), statement })),
      )
      const own = b64u(unb64u(me().keyId).subarray(0, ID_BYTES))
      const made = [...kept.messages.values()].filter(({ maker }) => maker === own)
      return { grants: mine, made: made.map(view) }
    },
  }
}

function isGrantTo(statement: wire.Envelope, keyId: string): boolean {
  const said = bodyOf(statement)
  return said["kind"] === "grant" && said["interpreter"] === keyId
}
