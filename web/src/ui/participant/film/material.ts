// SPDX-License-Identifier: EUPL-1.2
/** What sort of message somebody is about to give. */
import type { Material } from "./film.tsx"

/** Whether it is a voice alone, as its type says. */
export function sortOf(material: Material): "video" | "sound" {
  const { type } = material.kind === "file" ? material.file : material.recorded
  return type.startsWith("audio/") ? "sound" : "video"
}
