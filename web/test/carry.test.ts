import { expect, test } from 'vitest'
import { inboxOf, told } from '@/field/offline/told'
import { goal } from '@/shared/go'
import { bodyOf, ends, hours, wantedOf, type Carrier } from '@/shared/carry'

const channel = (more: Partial<Carrier> = {}): Carrier => ({ key: 'sms', name: '短信', en: 'Text', by: 'sms', quiet: '21:30-08:00', kinds: [{ key: 'desk-new', name: '新到一件', urgent: false }, { key: 'desk-red', name: '超期', urgent: true }], ...more })

test('quiet hours have two ends or none', () => {
  expect(hours('22:00', '07:00')).toBe('22:00-07:00')
  expect(hours('22:00', '')).toBe('none')
  expect(hours('08:00', '08:00')).toBe('none')
  expect(ends('22:00-07:00')).toEqual(['22:00', '07:00'])
  expect(ends('none')).toEqual(['', ''])
})

test('a form begins with all kinds, or with those that were chosen', () => {
  expect(wantedOf(channel()).kinds).toEqual(['desk-new', 'desk-red'])
  expect(wantedOf(channel({ mine: { address: '138****', confirmed: true, kinds: ['desk-red'], quiet: 'none', digest: 'daily', version: 2 } }))).toEqual({ address: '', kinds: ['desk-red'], quiet: 'none', digest: 'daily' })
})

test('what is not offered any more is not wanted again', () => {
  const mine = { address: '138****', confirmed: true, kinds: ['desk-red', 'desk-gone'], quiet: 'none', digest: 'none', version: 2 }
  expect(wantedOf(channel({ mine })).kinds).toEqual(['desk-red'])
  expect(wantedOf(channel({ mine: { ...mine, kinds: ['desk-gone'] } })).kinds).toEqual([])
})

test('a message of the worker leads to a place of this door only', () => {
  expect(goal({ go: '/desk/inbox' }, 'desk')).toBe('/inbox')
  for (const data of [null, 'x', {}, { go: 1 }, { go: '/field/inbox' }, { go: 'https://elsewhere.example/desk/' }, { go: '/desk' }]) expect(goal(data, 'desk')).toBeNull()
})

test('all kinds are named by none, and no address keeps the one that stands', () => {
  const wanted = wantedOf(channel())
  expect(bodyOf(wanted, 2)).toEqual({ address: undefined, kinds: [], quiet: '21:30-08:00', digest: 'none' })
  expect(bodyOf({ ...wanted, address: ' 138 ', kinds: ['desk-red'] }, 2)).toMatchObject({ address: '138', kinds: ['desk-red'] })
})

test('a message of the server is an id and a headline, or nothing', () => {
  expect(told('{"id":"a","title":"呼应：新到一件","more":1}')).toEqual({ id: 'a', title: '呼应：新到一件' })
  for (const text of ['', 'x', 'null', '[]', '{"id":1,"title":"x"}', '{"id":"a","title":""}']) expect(told(text)).toBeNull()
})

test('the inbox opens where the person works', () => {
  expect(inboxOf(['https://h/field/map', 'https://h/desk/queue'])).toEqual({ at: 1, path: '/desk/inbox' })
  expect(inboxOf(['https://h/resident/', 'https://h/field/'])).toEqual({ at: 1, path: '/field/inbox' })
  expect(inboxOf([])).toEqual({ at: -1, path: '/field/inbox' })
})
