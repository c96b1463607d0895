import { describe, expect, it } from 'vitest'
import { asked, carried, isChosen, lacking, local, moment, turned, typed, unfit, withFields, wrong, type Field, type Form } from '@/shared/fields'

const field = (over: Partial<Field>): Field => ({ key: 'households', name: { zh: '户数', en: 'Households' }, type: 'number', required: true, personal: false, least: 0, most: 500, choices: [], ...over })
const number = field({})
const flag = field({ key: 'dangerous', type: 'flag' })
const text = field({ key: 'whose', type: 'text', most: 4 })
const form = (...fields: Field[]): Form => ({ items: [], fields })

describe('what a place asks for beside the words', () => {
  it('is only what it requires', () => {
    expect(asked(form(number, { ...flag, required: false }))).toEqual([number])
    expect(asked(null)).toEqual([])
    const rest = { ...flag, required: false }
    expect(asked(withFields(form(number, rest), ['dangerous'])).map((it) => it.key)).toEqual(['households', 'dangerous'])
  })
  it('is read as it is typed', () => {
    expect([typed(number, ' 12 '), typed(number, '-3'), typed(number, ''), typed(number, '  '), typed(number, '十二')]).toEqual([12, -3, undefined, undefined, '十二'])
    expect(typed(text, '王家')).toBe('王家')
  })
  it('must fit its kind', () => {
    expect([unfit(number, 0), unfit(number, 500), unfit(number, undefined), unfit(flag, false), unfit(text, '四个字了')]).toEqual([null, null, null, null, null])
    expect([unfit(number, 501), unfit(number, -1), unfit(number, 1.5), unfit(number, '十二')]).toEqual(['number', 'number', 'number', 'number'])
    expect(unfit(text, '五个字多了')).toBe('text')
  })
  it('is a moment with an offset, whatever this device shows', () => {
    const at = moment('2026-01-31T08:05')!
    expect(at).toMatch(/^2026-01-3\dT\d\d:05:00Z$/)
    expect(local(at)).toBe('2026-01-31T08:05')
    expect([moment(''), moment('soon'), local(undefined), local('soon')]).toEqual([undefined, undefined, '', ''])
  })
  it('is one of a list, or several in the order they are offered', () => {
    const choices = ['gas', 'smoke', 'drain'].map((key) => ({ key, name: { zh: key, en: key } }))
    const one = field({ key: 'smell', type: 'choice', choices })
    const several = field({ key: 'smells', type: 'choices', choices, most: 2 })
    expect([turned(one, undefined, 'gas'), turned(one, 'gas', 'smoke'), turned(one, 'gas', 'gas')]).toEqual(['gas', 'smoke', undefined])
    expect(turned(several, ['drain'], 'gas')).toEqual(['gas', 'drain'])
    expect(turned(several, ['gas'], 'gas')).toBeUndefined()
    expect([unfit(several, ['gas', 'drain']), unfit(several, ['gas', 'smoke', 'drain'])]).toEqual([null, 'choices'])
    expect([isChosen('gas', 'gas'), isChosen(['gas'], 'gas'), isChosen(['gas'], 'smoke'), isChosen(undefined, 'gas')]).toEqual([true, true, false, false])
  })
  it('says what lacks and what is wrong', () => {
    expect(lacking([number, flag], { dangerous: false })).toEqual([number])
    expect(wrong([number, text], { households: 900, whose: '' })).toEqual([number])
  })
  it('is sent without what is not asked for any more', () => {
    expect(carried([flag], { dangerous: false, households: 3 })).toEqual({ dangerous: false })
    expect(carried([flag], { households: 3 })).toBeUndefined()
    expect(carried([], {})).toBeUndefined()
  })
})
