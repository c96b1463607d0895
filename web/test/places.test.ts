import { describe, expect, it } from 'vitest'
import { nested } from '../src/shared/places'

describe('the names of a place', () => {
  it('are not said twice where one is called after the one above', () => {
    expect(nested(['山城', '河街道', '河社区', '河社区第1网格', '河社区第1网格 2 号微网格'])).toEqual(['山城', '河街道', '河社区', '第1网格', '2 号微网格'])
  })

  it('stay whole where nothing is left, or only the beginning is alike', () => {
    expect(nested(['河社区', '河社区'])).toEqual(['河社区', '河社区'])
    expect(nested(['河街道', '河社区'])).toEqual(['河街道', '河社区'])
    expect(nested([])).toEqual([])
  })
})
