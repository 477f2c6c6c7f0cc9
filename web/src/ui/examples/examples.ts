// SPDX-License-Identifier: EUPL-1.2
/** An element's named examples: each can be looked at, tested and gone over by axe. */
import type { ComponentType } from "preact"

export type Examples = Readonly<Record<string, ComponentType>>
