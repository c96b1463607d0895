import { describe, expect, it } from 'vitest'
import { few, number, versionOf } from '@/desk/pages/admin/ask'
import { monday, months, week } from '@/desk/pages/admin/days'
import { limit } from '@/desk/pages/admin/items'
import { cells } from '@/desk/pages/admin/lines'
import { changed, yaml } from '@/desk/pages/admin/yaml'
import { clock, isForm, latest, minutes, pages, seal, type Entry } from '@/desk/print/sheet'

describe('answers', () => {
  it('carry their version as an ETag, strong or weak', () => {
    const of = (tag?: string) => versionOf(new Response(null, { headers: tag ? { ETag: tag } : {} }))
    expect([of('"7"'), of('W/"12"'), of('"abc"'), of()]).toEqual([7, 12, null, null])
  })

  it('are fetched few at a time', async () => {
    let now = 0
    let most = 0
    await few(Array.from({ length: 9 }, () => async () => { most = Math.max(most, ++now); await Promise.resolve(); now-- }), 3)
    expect(most).toBe(3)
  })

  it('have their thousands apart', () => expect([number(1127), number(0), number(null), number(1884430)]).toEqual(['1\u2009127', '0', '', '1\u2009884\u2009430']))
})

describe('lines of a table', () => {
  it('come with tabs, commas and quotes', () => {
    expect(cells('a\tb\tc\n\nd\t\tf')).toEqual([['a', 'b', 'c'], ['d', '', 'f']])
    expect(cells('\uFEFFkey,"name, long","say ""hi""",\r\nx，y')).toEqual([['key', 'name, long', 'say "hi"', ''], ['x', 'y']])
  })
})

describe('days', () => {
  it('stand under their weekday', () => {
    const year = months(2026)
    expect(year.map((it) => it.days.length).reduce((a, b) => a + b)).toBe(365)
    expect(year[0]!.blank).toBe(3)
    expect(year[0]!.days[2]).toEqual({ n: 3, date: '2026-01-03', weekend: true })
    expect(months(2028)[1]!.days).toHaveLength(29)
  })

  it('make weeks from Monday on', () => {
    expect(monday('2026-11-29')).toBe('2026-11-23')
    expect(monday('2026-11-23', -1)).toBe('2026-11-16')
    expect(week('2026-12-28').at(-1)).toBe('2027-01-03')
  })
})

it('limits are taken apart, and left alone when they are written another way', () => {
  expect(limit('5 work-days')).toEqual({ n: 5, unit: 'work-day' })
  expect(limit('30 min')).toEqual({ n: 30, unit: 'min' })
  expect(limit('end of month')).toBeNull()
})

it('the playbook is written out line by line with its paths', () => {
  const lines = yaml({ name: '滕州市', when: 'a == "b"', list: ['x', 'y'], none: null, deep: { on: true, at: [{ k: 1 }] } })
  expect(lines.map((it) => it.text)).toEqual(['name: 滕州市', 'when: "a == \\"b\\""', 'list: [x, y]', 'none: ~', 'deep:', '  on: true', '  at:', '    -', '      k: 1'])
  expect(lines.at(-1)!.path).toBe('/deep/at/0/k')
  expect(['+ a', '- b', 'c'].map(changed)).toEqual(['more', 'less', 'same'])
})

describe('sheets', () => {
  const step = (seq: number, act: string, hash = 'f'): Entry => ({ seq, act, hash: hash.repeat(64), at: '2026-11-18T09:30:00+08:00', actor: '小周', note: '' })

  it('carry the last hash and the last step of a kind', () => {
    expect(seal([step(2, 'handle', 'a'), step(1, 'report', 'b')])).toBe('aaaa aaaa aaaa')
    expect(seal([])).toBe('')
    expect(latest([step(1, 'return'), step(3, 'return'), step(2, 'accept')], 'return')!.seq).toBe(3)
  })

  it('count minutes and pages', () => {
    expect(minutes('2026-11-18T09:30:00Z', '2026-11-18T09:52:10Z')).toBe(22)
    expect(minutes('2026-11-18T09:30:00Z', null)).toBeNull()
    expect([pages(300), pages(1017), pages(1300)]).toEqual([1, 1, 2])
    expect(clock('2026-11-18T09:52:00', '2026-11-18T09:30:00')).toBe('09:52')
    expect(clock('2026-11-19T09:52:00', '2026-11-18T09:30:00')).toBe('11-19 09:52')
    expect([isForm('order'), isForm('board'), isForm('letter')]).toEqual([true, true, false])
  })
})
