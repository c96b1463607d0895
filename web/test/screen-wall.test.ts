import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listen } from '@/shared/beats'
import { fit, ringsOf, squarePath } from '@/screen/wall/geo'
import { clockOf, dayOf, freshness, hourOf } from '@/screen/wall/moment'
import { beside, Turning } from '@/screen/wall/turning'

describe('pages turn', () => {
  it('each after its time, round and round', () => {
    const turning = new Turning(0, 45, 300)
    expect(turning.tick(44)).toBeNull()
    expect(turning.tick(45)).toBe('turn')
    expect(turning.tick(46)).toBeNull()
    expect(turning.tick(90)).toBe('turn')
    expect(beside('places', 1)).toBe('today')
    expect(beside('today', -1)).toBe('places')
  })

  it('not while a touch holds them; then the wall goes back once and turns on', () => {
    const turning = new Turning(0, 45, 300)
    turning.touched(40)
    expect(turning.tick(100)).toBeNull()
    expect(turning.left(100)).toBe(240)
    turning.touched(200)
    expect(turning.tick(499)).toBeNull()
    expect(turning.tick(501)).toBe('back')
    expect(turning.tick(502)).toBeNull()
    expect(turning.tick(546)).toBe('turn')
  })
})

describe('the time of the place', () => {
  const at = Date.parse('2026-11-20T02:42:00Z')
  it('is that of the place, not of the screen', () => {
    expect(clockOf(at)).toBe('10:42')
    expect(hourOf(at)).toBe(10)
    expect(dayOf(at, 'zh-CN')).toBe('11 月 20 日 周五')
    expect(dayOf(at, 'en')).toBe('Fri 20 Nov')
  })

  it('is live for as long as something was heard lately', () => {
    expect(freshness(1_000, 2_500)).toEqual({ live: true, seconds: 1, minutes: 1 })
    expect(freshness(1_000, 121_000)).toEqual({ live: false, seconds: 120, minutes: 2 })
    expect(freshness(0, 5_000).live).toBe(false)
  })
})

describe('outlines', () => {
  const square = (x: number, y: number, side: number): [number, number][] => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]

  it('are fitted into the sheet with north on top', () => {
    const drawn = fit([{ code: 'south', rings: [square(0, 0, 1)] }, { code: 'north', rings: [square(0, 1, 1)] }], 220, 220, 10)
    const [south, north] = drawn
    expect(north!.y).toBeLessThan(south!.y)
    expect(north!.y).toBeCloseTo(60, 0)
    expect(south!.height).toBeCloseTo(100, 5)
    expect(south!.x).toBeCloseTo(110, 0)
  })

  it('come from polygons and from many of them, and from nothing', () => {
    expect(ringsOf({ type: 'Polygon', coordinates: [square(0, 0, 1)] })).toHaveLength(1)
    expect(ringsOf({ type: 'MultiPolygon', coordinates: [[square(0, 0, 1)], [square(3, 3, 1)]] })).toHaveLength(2)
    expect(ringsOf(null)).toEqual([])
    expect(fit([], 10, 10)).toEqual([])
  })

  it('squares begin at the middle of the top', () => {
    expect(squarePath(20)).toMatch(/^M0 -10h4a6 6 0 0 1 6 6/)
  })
})

describe('the pulse', () => {
  class Stream extends EventTarget {
    static CLOSED = 2
    static all: Stream[] = []
    readyState = 1
    constructor(readonly url: string) {
      super()
      Stream.all.push(this)
    }
    close() {
      this.readyState = 2
    }
  }
  const asked = vi.fn()
  beforeEach(() => {
    vi.useFakeTimers()
    Stream.all = []
    asked.mockReset().mockImplementation(() => Promise.resolve(new Response('{"received":1}')))
    vi.stubGlobal('EventSource', Stream)
    vi.stubGlobal('fetch', asked)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is heard as it is pushed, asked for after silence, and its stream opened again', async () => {
    const heard: number[] = []
    const end = listen('370481', (pulse) => heard.push(pulse.received))
    await vi.advanceTimersByTimeAsync(100)
    expect(heard).toEqual([1])
    Stream.all[0]!.dispatchEvent(new MessageEvent('pulse', { data: '{"received":7}' }))
    expect(heard).toEqual([1, 7])
    await vi.advanceTimersByTimeAsync(7_000)
    expect(asked).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(asked.mock.calls.length).toBeGreaterThan(1)
    Stream.all[0]!.close()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(Stream.all.length).toBe(2)
    end()
    const calls = asked.mock.calls.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked.mock.calls.length).toBe(calls)
    expect(Stream.all.every((it) => it.readyState === 2)).toBe(true)
  })
})
