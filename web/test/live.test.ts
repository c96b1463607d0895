import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'

class Stream extends EventTarget {
  static CLOSED = 2
  static all: Stream[] = []
  readyState = 1
  constructor(readonly url: string) {
    super()
    Stream.all.push(this)
  }
  close() {
    this.readyState = 2
  }
  say(kind: string, id: string) {
    this.dispatchEvent(Object.assign(new Event(kind), { lastEventId: id }))
  }
}

vi.mock('@/shared/api/session', () => ({ session: { me: { region: '370481' } } }))
const { useNews } = await import('@/shared/live')
const reader = (look: () => void, kinds: ('matter' | 'whistle')[]) =>
  mount(defineComponent({ setup: () => (useNews(kinds, look), () => null) }))

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
  Stream.all = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('one stream serves all, a burst asks once, and who hears of nothing of theirs does not ask', () => {
  const matters = vi.fn()
  const whistles = vi.fn()
  const one = reader(matters, ['matter'])
  const other = reader(whistles, ['whistle'])
  expect(Stream.all).toHaveLength(1)
  for (let i = 0; i < 20; i++) Stream.all[0]!.say('matter', `1-${i}`)
  expect(matters).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2_000)
  expect(matters).toHaveBeenCalledOnce()
  expect(whistles).not.toHaveBeenCalled()
  Stream.all[0]!.say('reset', '2-0')
  vi.advanceTimersByTime(2_000)
  expect(whistles).toHaveBeenCalledOnce()
  one.unmount()
  other.unmount()
  expect(Stream.all[0]!.readyState).toBe(2)
})

it('goes on after the last place when the server has ended the stream', () => {
  const page = reader(vi.fn(), ['matter'])
  Stream.all[0]!.say('matter', '7-42')
  Stream.all[0]!.readyState = 2
  Stream.all[0]!.dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(6_000)
  expect(Stream.all.at(-1)!.url).toBe('/api/v1/370481/live?after=7-42')
  page.unmount()
})
