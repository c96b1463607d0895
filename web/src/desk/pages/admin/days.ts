const two = (n: number) => String(n).padStart(2, '0')

export interface Sheet {
  /** Empty places before the first day, weeks beginning on Monday. */
  blank: number
  days: { n: number; date: string; weekend: boolean }[]
}

/** The twelve months of a year. Dates are those of the calendar, without any zone. */
export function months(year: number): Sheet[] {
  return Array.from({ length: 12 }, (_, month) => {
    const first = (new Date(Date.UTC(year, month, 1)).getUTCDay() + 6) % 7
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    return { blank: first, days: Array.from({ length }, (_, i) => ({ n: i + 1, date: `${year}-${two(month + 1)}-${two(i + 1)}`, weekend: (first + i) % 7 >= 5 })) }
  })
}

/** Monday of the week a date lies in, moved on by whole weeks. */
export function monday(date: string, weeks = 0): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7) + 7 * weeks)
  return at.toISOString().slice(0, 10)
}

/** The seven dates from a Monday on. */
export const week = (from: string) => Array.from({ length: 7 }, (_, n) => new Date(Date.parse(`${from}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10))

/** A recount of the open deadlines of a county. */
export interface Recount {
  id: string
  cause: 'ORDER' | 'DAYS'
  why: string
  asked: string
  looked: number
  moved: number
  failed: number
  parts?: { kind: string; looked: number; moved: number; failed: number }[]
  done?: string | null
  joined?: string | null
}

/** How it stands: waiting, running, done with or without anything moved, or left to a younger one. */
export function recountState(it: Recount): 'waiting' | 'running' | 'moved' | 'same' | 'joined' {
  if (it.joined) return 'joined'
  if (it.done) return it.moved ? 'moved' : 'same'
  return it.looked ? 'running' : 'waiting'
}
