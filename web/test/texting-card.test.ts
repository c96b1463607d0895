import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { sayTexting, texting } from '@/resident/lib/texting'
import TextingCard from '@/resident/parts/TextingCard.vue'
import en from '@/resident/words/en.json'
import zh from '@/resident/words/zh-CN.json'
import { addWords, i18n } from '@/shared/i18n'

addWords('resident', { 'zh-CN': zh, en })
vi.mock('@/resident/lib/texting', () => ({ texting: vi.fn(), sayTexting: vi.fn() }))
beforeEach(() => vi.mocked(sayTexting).mockReset().mockResolvedValue({ possible: true, wanted: false }))

async function card(wanted: boolean, done: boolean) {
  vi.mocked(texting).mockResolvedValue({ possible: true, wanted })
  const it = mount(TextingCard, { props: { number: 'N-1', secret: 's', done }, global: { plugins: [i18n] } })
  await flushPromises()
  return it
}

test('while it is worked on, text messages are wanted or not', async () => {
  expect((await card(false, false)).find('input[type=checkbox]').exists()).toBe(true)
})

test('once it is done, what may still come can only be stopped', async () => {
  const it = await card(true, true)
  expect(it.find('input').exists()).toBe(false)
  await it.find('button').trigger('click')
  await flushPromises()
  expect(sayTexting).toHaveBeenCalledWith('N-1', 's', false)
  expect(it.find('section').exists()).toBe(false)
})

test('once it is done, nobody is asked who wanted none', async () => {
  expect((await card(false, true)).find('section').exists()).toBe(false)
})
