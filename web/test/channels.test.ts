import { expect, test } from 'vitest'
import { health, keyOf, SAMPLE, secretsOf, shade, yuan, type ChannelLine } from '@/desk/pages/admin/channels'

const NOW = Date.parse('2026-11-30T08:00:00+08:00')
const line = (more: Partial<ChannelLine>): ChannelLine => ({ key: 'duty', name: '值班群', en: 'Duty', by: 'dingtalk', sandbox: false, paused: null, failures: 0, lacks: [], waiting: 0, dead: 0, ...more })

test('a channel is well, or says what is worst', () => {
  expect(health(line({}), NOW)).toBe('well')
  expect(health(line({ waiting: 3, oldest: '2026-11-30T09:00:00+08:00' }), NOW)).toBe('well')
  expect(health(line({ waiting: 3, oldest: '2026-11-30T07:40:00+08:00' }), NOW)).toBe('slow')
  expect(health(line({ paused: 'manual', oldest: '2026-11-30T07:40:00+08:00' }), NOW)).toBe('manual')
  expect(health(line({ paused: 'manual', dead: 1 }), NOW)).toBe('dead')
  expect(health(line({ paused: 'failing', dead: 1 }), NOW)).toBe('failing')
  expect(health(line({ paused: 'failing', lacks: ['token'] }), NOW)).toBe('secrets')
  expect(['well', 'slow', 'dead'].map((it) => shade(it as never))).toEqual(['ok', 'warn', 'late'])
})

test('a file says its key and which secrets it needs', () => {
  expect(keyOf(SAMPLE)).toBe('duty-group')
  expect(keyOf('channel: Duty')).toBe('')
  expect(secretsOf(SAMPLE)).toEqual(['sign', 'token'])
  expect(secretsOf('by: smtp\nsmtp:\n  host: a\n  user: b\n')).toEqual(['password'])
  expect(secretsOf('by: wecom\nrobot:\n  url: https://x?key={secret.key}\n')).toEqual(['key'])
})

test('fen are shown as yuan', () => {
  expect(yuan(5)).toBe('0.05')
  expect(yuan(12345)).toBe('123.45')
})
