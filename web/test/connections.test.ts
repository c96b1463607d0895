import { expect, test } from 'vitest'
import { health, mark, type PartnerLine } from '@/desk/pages/admin/connections'

const NOW = Date.parse('2026-11-30T08:00:00+08:00')
const line = (more: Partial<PartnerLine>): PartnerLine => ({ key: 'hotline', name: '热线', en: 'Hotline', scheme: 'hmac-sha256', keys: true, paused: false, waiting: 0, dead: 0, ...more })

test('a partner is well, or says what is worst', () => {
  expect(health(line({}), NOW)).toBe('well')
  expect(health(line({ waiting: 2, oldest: '2026-11-30T07:50:00+08:00' }), NOW)).toBe('well')
  expect(health(line({ waiting: 2, oldest: '2026-11-30T07:40:00+08:00' }), NOW)).toBe('slow')
  expect(health(line({ paused: true, oldest: '2026-11-30T07:40:00+08:00' }), NOW)).toBe('paused')
  expect(health(line({ paused: true, dead: 1 }), NOW)).toBe('dead')
  expect(health(line({ keys: false, dead: 1 }), NOW)).toBe('keyless')
})

test('what arrived and what was given up are told apart', () => {
  expect(mark('delivered')).toBe('ok')
  expect(mark('dead')).toBe('late')
  expect(mark('dropped')).toBe('')
})
