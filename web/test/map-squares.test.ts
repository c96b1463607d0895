import { describe, expect, it } from 'vitest'
import { around, onto } from '@/field/place'
import { drawnAround, squares } from '@/shared/map/squares'

const RANGE = { shallowest: 4, deepest: 18 }
const NEAR = { lon: 117.1582, lat: 35.0863 }

describe('the map under a drawing', () => {
  const box = around([NEAR], 300)
  const flat = { width: 390, height: 340, ...onto(box, 390, 340) }
  const found = squares(flat, NEAR, RANGE)
  it('covers all of it without gaps', () => {
    expect(Math.min(...found.map((it) => it.left))).toBeLessThanOrEqual(0)
    expect(Math.min(...found.map((it) => it.top))).toBeLessThanOrEqual(0)
    expect(Math.max(...found.map((it) => it.left + it.wide))).toBeGreaterThanOrEqual(390)
    expect(Math.max(...found.map((it) => it.top + it.high))).toBeGreaterThanOrEqual(340)
    const [first] = found
    const right = found.find((it) => it.x === first!.x + 1 && it.y === first!.y)!
    expect(right.left).toBeCloseTo(first!.left + first!.wide, 6)
  })
  it('has the ground where the drawing has it', () => {
    const home = found.find((it) => it.left <= 195 && it.left + it.wide > 195 && it.top <= 170 && it.top + it.high > 170)!
    const n = 2 ** home.z
    expect(home.x).toBe(Math.floor(((NEAR.lon + 180) / 360) * n))
    expect(home.y).toBe(Math.floor(((1 - Math.asinh(Math.tan((NEAR.lat * Math.PI) / 180)) / Math.PI) / 2) * n))
  })
  it('is about as large as it was drawn, and never closer than the service goes', () => {
    for (const it of found) expect(it.wide).toBeGreaterThan(170)
    for (const it of found) expect(it.wide).toBeLessThan(370)
    expect(squares(flat, NEAR, { shallowest: 4, deepest: 12 }).every((it) => it.z === 12)).toBe(true)
  })
  it('asks for few pictures', () => {
    expect(found.length).toBeLessThanOrEqual(12)
    expect(squares({ width: 20_000, height: 20_000, ...onto(box, 20_000, 20_000) }, NEAR, RANGE).length).toBeLessThanOrEqual(40)
  })
  it('lies right around a point at so many pixels a metre', () => {
    const card = drawnAround(NEAR, { width: 390, height: 132, x: 195, y: 74 }, 1)
    expect(card.at(NEAR)).toEqual({ x: 195, y: 74 })
    expect(card.at({ lon: NEAR.lon, lat: NEAR.lat + 50 / 111_195 }).y).toBeCloseTo(24, 3)
    expect(squares(card, NEAR, RANGE).length).toBeGreaterThan(0)
  })
})
