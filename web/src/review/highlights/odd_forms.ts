// SPDX-License-Identifier: EUPL-1.2
/**
 * One thing written in two forms that look alike is a place to hide a message, a bit at a time.
 *
 * People mix forms by accident, too (a phone that corrects, a line that was pasted), so one or two odd ones
 * are let be: what fits into them says nothing.
 */
export type Form = {
  /** What is the same. */
  readonly place: string
  /** How it is written here. */
  readonly form: string
  readonly from: number
  readonly to: number
}

/** So many odd ones, and they are shown. */
export const FEWEST_ODD = 3

/** Return the forms of each place that are not its usual one, where there are several. */
export function oddForms(forms: readonly Form[]): readonly Form[] {
  const places = new Map<string, Form[]>()
  for (const one of forms) {
    const same = places.get(one.place)
    if (same === undefined) places.set(one.place, [one])
    else same.push(one)
  }
  return [...places.values()].flatMap((same) => {
    const usual = mostOf(same)
    const odd = same.filter(({ form }) => form !== usual)
    return odd.length >= FEWEST_ODD ? odd : []
  })
}

function mostOf(forms: readonly Form[]): string {
  const counts = new Map<string, number>()
  for (const { form } of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  const [first] = [...counts].sort(([, one], [, other]) => other - one)
  return first?.[0] ?? ""
}
