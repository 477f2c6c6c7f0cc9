// SPDX-License-Identifier: EUPL-1.2
/** An address of this page for bytes that were opened here; it goes with what shows them. */
import { useEffect, useState } from "preact/hooks"
import type { Picture } from "../../review/contents.ts"

/** Null while there is none. */
export function useAddress(picture: Picture | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (picture === null) return
    const made = URL.createObjectURL(new Blob([picture.content], { type: picture.type }))
    setAddress(made)
    return () => {
      setAddress(null)
      URL.revokeObjectURL(made)
    }
  }, [picture?.content])
  return address
}
