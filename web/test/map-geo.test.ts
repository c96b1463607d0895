import { describe, expect, it } from 'vitest'
import { between, boxOf, closed, corners, middle, rounded, squareMetres, type Outline } from '@/shared/map/geo'
import { colours, layers } from '@/shared/map/style'

const square: Outline = { type: 'Polygon', coordinates: [[[117, 35], [117.01, 35], [117.01, 35.01], [117, 35.01], [117, 35]]] }
const two: Outline = { type: 'MultiPolygon', coordinates: [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]], [[[4, 4], [8, 4], [8, 8], [4, 8], [4, 4]]]] }

describe('outlines', () => {
  it('have a box, a size and a middle', () => {
    expect(boxOf([square, two])).toEqual([0, 0, 117.01, 35.01])
    expect(boxOf([])).toBeNull()
    expect(squareMetres(square) / 1e6).toBeCloseTo(1.015, 2)
    expect(middle(square)[0]).toBeCloseTo(117.005)
    expect(middle(two)).toEqual([6, 6])
  })

  it('lose what a hole takes away', () => {
    const holed: Outline = { type: 'Polygon', coordinates: [square.coordinates[0] as number[][], [[117.002, 35.002], [117.004, 35.002], [117.004, 35.004], [117.002, 35.004], [117.002, 35.002]]] }
    expect(squareMetres(holed)).toBeLessThan(squareMetres(square))
  })

  it('are drawn corner by corner', () => {
    expect(closed([[0, 0], [1, 0]])).toBeNull()
    expect(corners(closed([[0, 0], [1, 0], [1, 1]])!)).toEqual([[0, 0], [1, 0], [1, 1]])
    expect(between([0, 0], [2, 4])).toEqual([1, 2])
    expect(rounded([117.123456789, 35.00000004])).toEqual([117.1234568, 35])
  })
})

it('the map takes every colour from a token and draws names last', () => {
  const asked: string[] = []
  const found = colours((name) => (asked.push(name), name))
  expect(asked.every((name) => name.startsWith('--'))).toBe(true)
  expect(layers(found, 15).at(-1)!.id).toBe('names')
  expect(JSON.stringify(layers(found, 15))).not.toMatch(/#[0-9a-f]{3}/i)
})
