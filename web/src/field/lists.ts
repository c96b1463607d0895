import type { components } from '@/shared/api/schema'

export type Line = components['schemas']['MatterLine']
export type FilterName = 'urgent' | 'today' | 'check' | 'area'
export const FILTERS: readonly FilterName[] = ['urgent', 'today', 'check', 'area']

const URGENT = new Set(['urgent', 'emergency', 'key', 'supervised'])

/** One list of two: what is mine and what lies in my place, each matter once. */
export function together(mine: readonly Line[], area: readonly Line[]): Line[] {
  const known = new Set(mine.map((it) => it.id))
  return [...mine, ...area.filter((it) => !known.has(it.id))]
}

/** Late first, then by what falls due; what has no limit comes last. */
export const byUrgency = (a: Line, b: Line) => Date.parse(a.due ?? '9999-12-31') - Date.parse(b.due ?? '9999-12-31') || a.number.localeCompare(b.number)

export const isLate = (line: Line, now: number) => line.late || (line.due != null && Date.parse(line.due) < now)

/** Whether a matter belongs under a filter. `mine` are the ids of what is in my hands. */
export function under(filter: FilterName, line: Line, mine: ReadonlySet<string>, now: number): boolean {
  switch (filter) {
    case 'urgent':
      return isLate(line, now) || line.amber || line.flags.some((it) => URGENT.has(it)) || (line.state === 'DISPATCHED' && mine.has(line.id))
    case 'today':
      return line.due != null && Date.parse(line.due) <= endOfDay(now) && line.state !== 'VERIFYING' && line.state !== 'RATED'
    case 'check':
      return line.state === 'HANDLED'
    case 'area':
      return true
  }
}

export const endOfDay = (now: number) => new Date(now).setHours(23, 59, 59, 999)

/** The whole of each filter, sorted. */
export function sorted(lines: readonly Line[], mine: ReadonlySet<string>, now: number): Record<FilterName, Line[]> {
  const all = [...lines].sort(byUrgency)
  return Object.fromEntries(FILTERS.map((it) => [it, all.filter((line) => under(it, line, mine, now))])) as Record<FilterName, Line[]>
}

/** Where to begin: the first filter with something in it. */
export const first = (lists: Record<FilterName, Line[]>): FilterName => FILTERS.find((it) => lists[it].length > 0) ?? 'urgent'
