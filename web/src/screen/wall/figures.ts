import type { Below, Count, Whistle } from './wall'

/** Below this, a count of a small place could point at somebody, and is not shown. */
export const FEW = 5

/** A count of a place as a wall may show it: nothing and five or more, else not. */
export const told = (count: Count): number | null => (count === null || count === undefined || (count > 0 && count < FEW) ? null : count)

/** 1 127, with thin spaces. */
export const grouped = (count: number) => String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u2009')

/** A rate with one digit after the point, never rounded up to a whole; null without one. */
export function percent(rate: number | null | undefined): string | null {
  if (rate === null || rate === undefined) return null
  const tenths = Math.round(rate * 1000)
  return (rate < 1 ? Math.min(tenths, 999) / 10 : 100).toFixed(1)
}

/** What the squares on the map count. */
export type Measure = 'open' | 'calls'

export const measured = (place: Below, by: Measure): Count => (by === 'open' ? place.now.open : place.today.received)

/** What is in hand, unless hardly any place has enough of it to be shown: then the calls of today. */
export function measureFor(places: readonly Below[]): Measure {
  const shown = places.filter((it) => (told(it.now.open) ?? 0) > 0).length
  const calls = places.filter((it) => (told(it.today.received) ?? 0) > 0).length
  return shown * 2 >= calls ? 'open' : 'calls'
}

/** Five steps of the ramp by what there is for ten thousand people, from the least to the most shown; 0 where a count is not told. */
export function densities(places: readonly Below[], residents: ReadonlyMap<string, number>, by: Measure): Map<string, number> {
  const each = new Map<string, number>()
  for (const it of places) {
    const people = residents.get(it.place.code) ?? 0
    if (people > 0) each.set(it.place.code, ((told(measured(it, by)) ?? 0) * 10_000) / people)
  }
  const known = [...each.values()].filter((it) => it > 0)
  const least = Math.min(...known)
  const most = Math.max(...known)
  const step = (value: number) => (value === 0 ? 0 : most === least ? 2 : 1 + Math.min(3, Math.floor(((value - least) / (most - least)) * 4)))
  return new Map(places.map((it) => [it.place.code, step(each.get(it.place.code) ?? 0)]))
}

/** How much of what is in hand is near its limit or past it, 0 to 1. */
export function pressing(place: Below): number {
  const open = place.now.open ?? 0
  return open === 0 ? 0 : Math.min(1, ((place.now.soon ?? 0) + (place.now.overdue ?? 0)) / open)
}

/** Ranked places first, then those with too few reports to be ranked, in their own order. */
export const ranked = (places: readonly Below[]): Below[] =>
  [...places].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.place.code.localeCompare(b.place.code))

/** Places gained (positive) or lost since the span before; null where one of the two is not ranked. */
export const climbed = (place: Below): number | null => (place.rank && place.rankBefore ? place.rankBefore - place.rank : null)

/** A track from 50 to 100, so that differences among good rates are seen; the figure stands beside it. */
export const track = (score: number | null | undefined) => (score === null || score === undefined ? 0 : Math.max(2, (score - 0.5) * 200))

export type Seat = 'here' | 'way' | 'late'

/** Where a summoned unit stands on the roll-call; null for one that need not come. */
export function seat(unit: Whistle['units'][number], now: number): Seat | null {
  if (unit.state === 'CHECKED_IN' || unit.state === 'ENDED') return 'here'
  if (unit.state === 'UPHELD') return null
  return unit.state === 'MISSED' || Date.parse(unit.due) < now ? 'late' : 'way'
}

/** The roll-call of a whistle: those who must come, by name. */
export const seats = (whistle: Whistle, now: number): { name: string; at: Seat }[] =>
  whistle.units.flatMap((unit) => {
    const at = seat(unit, now)
    return at ? [{ name: short(unit.name), at }] : []
  })

/** 荆庄社区, not 荆庄社区居民委员会, nor what stands in brackets after it. */
export const short = (name: string) => name.replace(/（[^）]*）/g, '').replace(/(社区)?(居民委员会|村民委员会|居委会|村委会)$/, '$1').replace(/^.* \/ /, '')

/** The steps a matter's last answer told of in plain words; a fresh report is still a call. */
export const isAnswer = (state: string) => state !== 'REPORTED'
