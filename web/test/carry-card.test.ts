import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { Problem } from '@/shared/api/problem'
import * as carry from '@/shared/carry'
import { i18n } from '@/shared/i18n'
import CarryCard from '@/shared/ui/CarryCard.vue'

vi.mock('@/shared/carry', async (real) => ({ ...(await real<typeof carry>()), keep: vi.fn() }))
afterEach(() => vi.mocked(carry.keep).mockReset())

const mine = { address: '138****', confirmed: true, kinds: ['desk-red'], quiet: '22:00-06:00', digest: 'none', version: 2 }
const channel = (more: object = {}): carry.Carrier => ({ key: 'sms', name: '短信', en: 'Text', by: 'sms', quiet: '21:30-08:00', kinds: [{ key: 'desk-new', name: '新到一件', urgent: false }, { key: 'desk-red', name: '超期', urgent: true }], ...more }) as carry.Carrier
const card = (more: object) => mount(CarryCard, { props: { channel: channel(more) }, global: { plugins: [i18n] } })
const times = (it: ReturnType<typeof card>) => it.findAll<HTMLInputElement>('input[type=time]').map((one) => one.element.value)

test('a card begins with the quiet hours of its channel', () => {
  expect(times(card({}))).toEqual(['21:30', '08:00'])
})

test('a card goes on from what was stored elsewhere meanwhile', async () => {
  const it = card({ mine })
  expect(times(it)).toEqual(['22:00', '06:00'])
  await it.setProps({ channel: channel({ mine: { ...mine, kinds: [], quiet: 'none', digest: 'daily', version: 3 } }) })
  expect(times(it)).toEqual(['', ''])
  expect(it.find('select').element.value).toBe('daily')
  expect(it.findAll<HTMLInputElement>('input[type=checkbox]').map((one) => one.element.checked)).toEqual([true, true])
})

test('a card that was overtaken asks for what stands now, and says so', async () => {
  vi.mocked(carry.keep).mockRejectedValue(new Problem({ code: 'stale', status: 412, title: 'overtaken' }))
  const it = card({ mine })
  await it.findAll('form').at(-1)!.trigger('submit')
  await flushPromises()
  expect(it.emitted('changed')).toHaveLength(1)
  expect(it.find('[role=alert]').exists()).toBe(true)
})

test('a card that was refused asks for nothing', async () => {
  vi.mocked(carry.keep).mockRejectedValue(new Problem({ code: 'invalid', status: 422, title: 'wrong' }))
  const it = card({ mine })
  await it.findAll('form').at(-1)!.trigger('submit')
  await flushPromises()
  expect(it.emitted('changed')).toBeUndefined()
})
