import { expect, test } from 'vitest'
import { ahead, health, keyOf, mark, said, SAMPLE, shade, type ConnectionLine } from '@/desk/pages/admin/devices'

const line = (more: Partial<ConnectionLine>): ConnectionLine => ({ key: 'river', name: '沿河', en: 'River', by: 'mqtt', paused: false, lacksPassword: false, line: 'up', since: '2026-11-30T08:00:00+08:00', heard: 0, unread: 0, strange: 0, ...more })

test('a connection is well, or says what is worst', () => {
  expect(health(line({}))).toBe('well')
  expect(health(line({ line: 'down' }))).toBe('down')
  expect(health(line({ line: 'idle' }))).toBe('idle')
  expect(health(line({ line: 'idle', by: 'http' }))).toBe('well')
  expect(health(line({ line: 'down', lacksPassword: true }))).toBe('password')
  expect(health(line({ paused: true, lacksPassword: true }))).toBe('paused')
  expect(['well', 'down', 'password', 'idle', 'paused'].map((it) => shade(it as never))).toEqual(['ok', 'late', 'late', 'warn', 'warn'])
})

test('devices are marked, and readings are one line', () => {
  expect(mark('alarm')).toBe('late')
  expect(mark('ok')).toBe('ok')
  expect(said([{ name: 'level', value: '3.6' }, { name: 'open', value: 'true' }])).toBe('level=3.6  open=true')
  expect(ahead(1, Date.parse('2026-11-30T00:00:00Z'))).toBe('2026-12-01T00:00:00.000Z')
})

test('a file says its key', () => {
  expect(keyOf(SAMPLE)).toBe('riverside')
  expect(keyOf('connection: River')).toBe('')
})
