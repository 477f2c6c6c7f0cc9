// SPDX-License-Identifier: EUPL-1.2
/** One rising number for every statement a person signs, whatever was remembered where. */
import { RelayError } from "../errors.ts"
import type { Session } from "./session.ts"

/** Send something under a fresh number; if the server knows a higher one, once more above it. */
export async function withNumber<T>(
  { trust, ports }: Pick<Session, "trust" | "ports">,
  send: (number: number) => Promise<T>,
): Promise<T> {
  try {
    return await send(await trust.nextNumber())
  } catch (error) {
    if (!(error instanceof RelayError) || error.code !== "old-number") throw error
  }
  const { cases } = await ports.client.cases()
  const highest = Math.max(0, ...cases.map(({ last_number }) => last_number))
  return send(await trust.nextNumber(highest))
}
