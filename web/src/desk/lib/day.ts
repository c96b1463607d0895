const two = (n: number) => String(n).padStart(2, '0')
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day that exists, as 2026-11-29; null for one that does not. */
function made(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year < 2200 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? `${year}-${two(month)}-${two(day)}` : null
}

/** Reads a day as people write it: 2026-11-29, 2026/11/29, 20261129, 11-29 of this year, 29 Nov 2026. Null for anything else. */
export function readDay(text: string, today: string): string | null {
  const words = text.trim().toLowerCase()
  const whole = /^(\d{4})(\d\d)(\d\d)$/.exec(words) ?? /^(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?$/.exec(words)
  if (whole) return made(Number(whole[1]), Number(whole[2]), Number(whole[3]))
  const short = /^(\d{1,2})[-/.\u6708]\s?(\d{1,2})\u65e5?$/.exec(words)
  if (short) return made(Number(today.slice(0, 4)), Number(short[1]), Number(short[2]))
  const english = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?(?:\s+(\d{4}))?$/.exec(words)
  if (english) return made(Number(english[3] ?? today.slice(0, 4)), MONTHS.indexOf(english[2]!) + 1, Number(english[1]))
  return null
}

/** 2026-11-29 in Chinese, 29 Nov 2026 in English. */
export function sayDay(day: string, language: string): string {
  const [year, month, date] = day.split('-')
  if (language !== 'en' || !month || !date) return day
  const name = MONTHS[Number(month) - 1] ?? month
  return `${Number(date)} ${name[0]!.toUpperCase()}${name.slice(1)} ${year}`
}

/** Reads a time of day: 8:30, 08:30, 0830, 8. Null for anything else. */
export function readHour(text: string): string | null {
  const found = /^(\d{1,2})(?:[:\uff1a.]?([0-5]\d))?$/.exec(text.trim())
  return found && Number(found[1]) < 24 ? `${two(Number(found[1]))}:${found[2] ?? '00'}` : null
}

/** A day moved on by whole days. */
export function moved(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}

/** A day moved on by whole months, to the last of a shorter one. */
export function movedMonths(day: string, by: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + by, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + by, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The weeks of the month a day lies in, Monday to Sunday, with the days of its neighbours that fill them. */
export function sheetOf(day: string): { day: string; n: number; inside: boolean }[] {
  const first = `${day.slice(0, 8)}01`
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
  return Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, i) => {
    const at = moved(first, i - lead)
    return { day: at, n: Number(at.slice(8)), inside: at.slice(0, 7) === day.slice(0, 7) }
  })
}

/** The day it is where this desk stands. */
export const todayHere = (now = new Date()) => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
