import { describe, expect, it } from 'vitest'
import { barsOf, labelled, usual } from '@/screen/wall/chart'
import { climbed, densities, grouped, measureFor, percent, pressing, ranked, seat, seats, short, told, track } from '@/screen/wall/figures'
import type { Below } from '@/screen/wall/wall'

const below = (code: string, open: number, received: number, more: Partial<Below> = {}): Below => ({
  place: { code, name: code, level: 'STREET' },
  now: { open, overdue: 0, soon: 0, held: 0 },
  today: { received, answered: 0, closed: 0, receivedByHour: [], closedByHour: [] },
  received,
  rates: { onTime: {}, solved: {}, satisfaction: {} },
  ...more,
})

describe('what a wall tells', () => {
  it('is nothing of one to four', () => {
    expect([0, 1, 4, 5, null, undefined].map(told)).toEqual([0, null, null, 5, null, null])
  })

  it('is a rate that is whole only when all of it is', () => {
    expect(percent(0.9996)).toBe('99.9')
    expect(percent(1)).toBe('100.0')
    expect(percent(0.974)).toBe('97.4')
    expect(percent(null)).toBeNull()
  })

  it('has thin spaces in large numbers', () => {
    expect(grouped(1234567)).toBe('1\u2009234\u2009567')
    expect(grouped(999)).toBe('999')
  })
})

describe('the map', () => {
  it('counts what is in hand where there is enough of it, else the calls of today', () => {
    expect(measureFor([below('a', 9, 40), below('b', 7, 30)])).toBe('open')
    expect(measureFor([below('a', 2, 40), below('b', 1, 30), below('c', 9, 20)])).toBe('calls')
    expect(measureFor([])).toBe('open')
  })

  it('shades from the least to the most for ten thousand people, and leaves out what is not told', () => {
    const people = new Map([['a', 10_000], ['b', 10_000], ['c', 10_000], ['d', 0]])
    const shades = densities([below('a', 5, 0), below('b', 50, 0), below('c', 3, 0), below('d', 80, 0)], people, 'open')
    expect(Object.fromEntries(shades)).toEqual({ a: 1, b: 4, c: 0, d: 0 })
    expect(densities([below('a', 9, 0)], people, 'open').get('a')).toBe(2)
  })

  it('draws the edge as far as what presses', () => {
    expect(pressing(below('a', 10, 0, { now: { open: 10, soon: 3, overdue: 2 } }))).toBe(0.5)
    expect(pressing(below('a', 0, 0))).toBe(0)
  })
})

describe('the ranking', () => {
  it('puts places without a rank last and says how far each has come', () => {
    const places = [below('c', 0, 0), below('b', 0, 9, { rank: 2, rankBefore: 1 }), below('a', 0, 9, { rank: 1, rankBefore: undefined })]
    expect(ranked(places).map((it) => it.place.code)).toEqual(['a', 'b', 'c'])
    expect(places.map(climbed)).toEqual([null, -1, null])
  })

  it('has tracks from half to whole', () => {
    expect(track(1)).toBe(100)
    expect(track(0.75)).toBe(50)
    expect(track(0.2)).toBe(2)
    expect(track(null)).toBe(0)
  })
})

it('a seat of the roll-call is taken, on the way, or late', () => {
  const unit = (state: string, due: number) => ({ name: 'x', lead: false, state, due: new Date(due).toISOString() })
  expect(seat(unit('CHECKED_IN', 0), 1000)).toBe('here')
  expect(seat(unit('RECEIVED', 2000), 1000)).toBe('way')
  expect(seat(unit('SUMMONED', 0), 1000)).toBe('late')
  expect(seat(unit('MISSED', 2000), 1000)).toBe('late')
  expect(seat(unit('UPHELD', 0), 1000)).toBeNull()
  const whistle = { units: [unit('ENDED', 0), unit('UPHELD', 0)] } as never
  expect(seats(whistle, 1000)).toEqual([{ name: 'x', at: 'here' }])
})

it('names are said short', () => {
  expect(short('荆河街道 / 荆庄社区居民委员会')).toBe('荆庄社区')
  expect(short('大坞镇')).toBe('大坞镇')
  expect(short('荆庄社区（合并生成）第1网格')).toBe('荆庄社区第1网格')
})

describe('the chart of calls and answers', () => {
  it('names every sixth hour and, counted from today, every third day', () => {
    expect([0, 1, 6, 18].map((i) => labelled('hours', i, 24))).toEqual([true, false, true, true])
    expect([13, 12, 10].map((i) => labelled('days', i, 14))).toEqual([true, false, true])
  })

  it('draws a day with its date, and nothing for what is not told', () => {
    expect(barsOf([{ day: '2026-11-09', called: 7, closed: null }, { day: '2026-12-10' }])).toEqual([{ label: '11-9', called: 7, closed: 0 }, { label: '12-10', called: 0, closed: 0 }])
  })

  it('takes the days before today for usual', () => {
    expect(usual([{ label: '1', called: 10, closed: 2 }, { label: '2', called: 20, closed: 4 }, { label: '3', called: 900, closed: 900 }])).toEqual({ called: 15, closed: 3 })
    expect(usual([{ label: '1', called: 10, closed: 2 }])).toBeNull()
  })
})
