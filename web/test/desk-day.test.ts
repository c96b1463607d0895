import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { moved, movedMonths, readDay, readHour, sayDay, sheetOf } from '@/desk/lib/day'
import HyDay from '@/desk/ui/HyDay.vue'
import { addWords, i18n } from '@/shared/i18n'
import en from '@/desk/words/en.json'
import zh from '@/desk/words/zh-CN.json'

describe('a day', () => {
  it('is read as people write it', () => {
    for (const text of ['2026-11-29', '2026/11/29', '2026.11.29', '20261129', '2026 年 11 月 29 日'.replaceAll(' ', ''), '11-29', '29 Nov 2026', '29 november', ' 2026-11-29 ']) expect(readDay(text, '2026-01-05'), text).toBe('2026-11-29')
    for (const text of ['', '2026-13-01', '2026-02-30', 'soon', '29 Nob 2026', '99', '2026-11']) expect(readDay(text, '2026-01-05'), text).toBeNull()
  })

  it('is said in the order of the language', () => {
    expect(sayDay('2026-11-09', 'zh-CN')).toBe('2026-11-09')
    expect(sayDay('2026-11-09', 'en')).toBe('9 Nov 2026')
    expect(readDay(sayDay('2026-11-09', 'en'), '2020-01-01')).toBe('2026-11-09')
  })

  it('moves over the ends of months', () => {
    expect(moved('2026-03-01', -1)).toBe('2026-02-28')
    expect(movedMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(movedMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  it('stands on a sheet of whole weeks from Monday', () => {
    const sheet = sheetOf('2026-11-29')
    expect(sheet.length).toBe(42)
    expect(sheet[0]!.day).toBe('2026-10-26')
    expect(sheet.filter((it) => it.inside).length).toBe(30)
  })
})

it('a time of day is read as people write it', () => {
  expect(['8:30', '0830', '8', '23：59', '24:00', '8:77', 'x'].map(readHour)).toEqual(['08:30', '08:30', '08:00', '23:59', null, null, null])
})

describe('the field of a day', () => {
  addWords('desk', { 'zh-CN': zh, en })
  const field = (props: object) => mount(HyDay, { props, global: { plugins: [i18n] } })

  it('shows the day in the language of the page and tells what was written', async () => {
    i18n.global.locale.value = 'zh-CN'
    const it = field({ modelValue: '2026-11-09' })
    const input = it.get('input')
    expect(input.element.value).toBe('2026-11-09')
    i18n.global.locale.value = 'en'
    await nextTick()
    expect(input.element.value).toBe('9 Nov 2026')
    await input.setValue('20261201')
    expect(it.emitted('update:modelValue')).toEqual([['2026-12-01']])
    i18n.global.locale.value = 'zh-CN'
  })

  it('says what is no day, and what lies beyond its limits, and tells of neither', async () => {
    const it = field({ modelValue: '2026-11-09', max: '2026-11-30' })
    for (const text of ['2026-02-30', '2026-12-01']) {
      await it.get('input').setValue(text)
      expect(it.get('input').attributes('aria-invalid')).toBe('true')
      expect(it.get('[role=alert]').text()).not.toBe('')
    }
    expect(it.emitted('update:modelValue')!.flat()).toEqual(['', ''])
  })
})
