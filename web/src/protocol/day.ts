// SPDX-License-Identifier: EUPL-1.2
/** Days as statements write them, `YYYY-MM-DD` in UTC; whole days only, so no clock and no time zone. */

const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAYS_PER_ERA = 146_097
const DAY_SECONDS = 86_400

function monthDays(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return (MONTH_DAYS[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0)
}

/** Tell whether a text is a real date, from year 1 on. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, date = 0] = (DAY.exec(text) ?? []).map(Number)
  return year >= 1 && date >= 1 && date <= monthDays(year, month)
}

/** Count the days from 1970-01-01 to a real date. Source: Hinnant, days_from_civil. */
export function dayNumber(text: string): number {
  const [year, month, date] = text.split("-").map(Number) as [number, number, number]
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return era * DAYS_PER_ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

/** Return the UTC day of a moment in whole seconds since 1970. */
export function dayOf(seconds: number): string {
  return dayFromNumber(Math.floor(seconds / DAY_SECONDS))
}

function dayFromNumber(number: number): string {
  const shifted = number + 719_468
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const day = shifted - era * DAYS_PER_ERA
  const ofEra = Math.floor(
    (day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365,
  )
  const ofYear = day - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100))
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const date = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const year = ofEra + era * 400 + (month <= 2 ? 1 : 0)
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join(
    "-",
  )
}
