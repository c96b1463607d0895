import type { components } from '@/shared/api/schema'

export type WhistleLine = components['schemas']['WhistleLine']
export type WhistleView = components['schemas']['WhistleView']
export type Summons = components['schemas']['SummonsView']

const WAITS = new Set(['SUMMONED', 'RECEIVED', 'DENIED'])

/** The summons of one's own unit that waits for somebody to come. */
export const mineOf = (whistle: { summoned: readonly Summons[] }, unit: string | null): Summons | null => whistle.summoned.find((it) => it.unit === unit) ?? null

/** The unit one answers for here: one's own where it is called, else the one that the server offers steps of. */
export function answersFor(view: WhistleView, unit: string | null): string | null {
  if (unit && view.summoned.some((it) => it.unit === unit)) return unit
  return view.steps.find((it) => it.unit && ORDER.includes(it.act) && !CALLERS.has(it.act))?.unit ?? unit
}

/** Whistles one is called to and has not come to yet, what is due first on top. */
export function calling(whistles: readonly WhistleLine[], unit: string | null): { whistle: WhistleLine; summons: Summons }[] {
  return whistles
    .flatMap((whistle) => {
      const summons = mineOf(whistle, unit)
      return summons && WAITS.has(summons.state) && !summons.arrival && ['BLOWN', 'IN_PROGRESS'].includes(whistle.state) ? [{ whistle, summons }] : []
    })
    .sort((a, b) => Date.parse(a.summons.due) - Date.parse(b.summons.due))
}

/** What is left as on a stop-watch: 12:08 under an hour, else null and words say it. */
export function ticking(due: string, now: number): string | null {
  const left = Date.parse(due) - now
  if (left <= 0 || left >= 3_600_000) return null
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(left / 60_000))}:${two(Math.floor((left % 60_000) / 1000))}`
}

/** How a seat is drawn: come, on the way, or not come in time. */
export function seat(summons: Summons, now: number): 'here' | 'late' | 'wait' {
  if (summons.arrival) return 'here'
  return summons.missed || summons.overdue || Date.parse(summons.due) < now ? 'late' : 'wait'
}

/** The steps of a whistle a phone can do, the filled button first. */
const ORDER = ['check-in', 'receive', 'record', 'sign', 'submit', 'evaluate', 'close', 'leave', 'object', 'withdraw']
/** Steps of the one who called; the others are taken for a unit that was called. */
export const CALLERS = new Set(['evaluate', 'close', 'withdraw'])
export const arrangedWhistle = (view: WhistleView, unit: string | null) =>
  view.steps.filter((it) => ORDER.includes(it.act) && (it.unit == null || it.unit === unit || unit === null)).sort((a, b) => ORDER.indexOf(a.act) - ORDER.indexOf(b.act))

/** How a caller marks a unit that came: from one to five. */
export interface UnitMark {
  unit: string
  name: string
  response: number
  quality: number
  solved: boolean
}
export const marksOf = (view: WhistleView): UnitMark[] => view.summoned.filter((it) => it.arrival || it.missed).map(({ unit, name }) => ({ unit, name, response: 5, quality: 5, solved: true }))
