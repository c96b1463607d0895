import type { MatterLine } from './matters'

export interface Year {
  year: number
  coverage: 'OFFICIAL' | 'PROVISIONAL' | 'WEEKENDS_ONLY'
  off: string[]
  made: string[]
  entered: { day: string; worked: boolean }[]
}

const two = (n: number) => String(n).padStart(2, '0')
export const dayKey = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`

/** The weeks of a month, from Monday to Sunday, with the days of its neighbours that fill them. */
export function monthOf(year: number, month: number): Date[] {
  const lead = (new Date(year, month, 1).getDay() + 6) % 7
  const weeks = Math.ceil((lead + new Date(year, month + 1, 0).getDate()) / 7)
  return Array.from({ length: weeks * 7 }, (_, i) => new Date(year, month, i - lead + 1))
}

/** Worked, a weekend, a holiday, or a weekend that is worked for a holiday. What a place entered itself comes first. */
export function kindOf(at: Date, year: Year | null): 'work' | 'rest' | 'off' | 'made' {
  const key = dayKey(at)
  const weekend = at.getDay() === 0 || at.getDay() === 6
  const entered = year?.entered.findLast((it) => it.day === key)
  if (entered) return entered.worked ? (weekend ? 'made' : 'work') : 'off'
  if (year?.off.includes(key)) return 'off'
  if (year?.made.includes(key)) return 'made'
  return weekend ? 'rest' : 'work'
}

/** What falls due on each day. */
export function byDay(lines: readonly MatterLine[]): Map<string, MatterLine[]> {
  const days = new Map<string, MatterLine[]>()
  for (const it of lines) if (it.due) days.set(dayKey(new Date(it.due)), [...(days.get(dayKey(new Date(it.due))) ?? []), it])
  return days
}
