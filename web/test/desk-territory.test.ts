import { describe, expect, it } from 'vitest'
import { cut, nextCode, share, shortName } from '@/desk/pages/admin/territory'
import { squareMetres, type Outline, type Position } from '@/shared/map/geo'

const square: Outline = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]] }
const near = (a: number, b: number) => expect(Math.abs(a - b) / b).toBeLessThan(0.001)

describe('cutting an outline', () => {
  it.each<[string, Position[], number]>([
    ['straight across', [[1, -1], [1, 5]], 0.25],
    ['straight across, the other way', [[1, 5], [1, -1]], 0.25],
    ['over a bend inside', [[2, -1], [3, 2], [2, 5]], 2 / 3],
    ['a corner off, in and out by neighbouring sides', [[3, -1], [3, 1], [5, 1]], 0.0625],
    ['a bite out of one side', [[1, -1], [1, 2], [2, 2], [2, -1]], 0.125],
    ['a bite out of one side, the other way', [[2, -1], [2, 2], [1, 2], [1, -1]], 0.125],
  ])('%s leaves the whole in two parts', (_, line, part) => {
    const pair = cut(square, line)!
    expect(pair).not.toBeNull()
    near(squareMetres(pair[0]) + squareMetres(pair[1]), squareMetres(square))
    const smaller = Math.min(share(pair), 1 - share(pair))
    expect(smaller).toBeCloseTo(Math.min(part, 1 - part), 2)
  })

  it('is refused when the line does not cross exactly twice', () => {
    expect(cut(square, [[1, 1], [2, 2]])).toBeNull()
    expect(cut(square, [[1, -1], [1, 2]])).toBeNull()
    expect(cut(square, [[1, -1], [1, 5], [3, 5], [3, -1]])).toBeNull()
  })

  it('is refused for a place in several parts', () => {
    expect(cut({ type: 'MultiPolygon', coordinates: [square.coordinates as number[][][], square.coordinates as number[][][]] }, [[1, -1], [1, 5]])).toBeNull()
  })
})

it('the next code follows the highest of its kind', () => {
  const codes = ['370481001001001', '370481001001007', '370481001001901', '370481001002009']
  expect(nextCode('370481001001', codes)).toBe('370481001001008')
  expect(nextCode('370481001001', codes, true)).toBe('370481001001902')
  expect(nextCode('370481001003', codes)).toBe('370481001003001')
})

it('names on the map are short', () => {
  expect(shortName('荆庄社区第1网格', '荆庄社区居民委员会')).toBe('第1网格')
  expect(shortName('荆庄社区居民委员会', '荆河街道')).toBe('荆庄社区')
  expect(shortName('荆庄社区', '荆庄社区')).toBe('荆庄社区')
})
