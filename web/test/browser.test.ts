import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { api } from '@/shared/api/client'
import { signOut } from '@/shared/api/session'
import { tellHere } from '@/shared/browser'
import type { Carrier } from '@/shared/carry'
import { untellHere } from '@/shared/untell'

const channel = { key: 'push', pushKey: 'new-key' } as Carrier
const toJSON = () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } })
const unsubscribe = vi.fn()
const subscribe = vi.fn()
const getSubscription = vi.fn()

beforeEach(() => {
  const registration = { active: {}, pushManager: { subscribe, getSubscription } }
  vi.stubGlobal('Notification', { requestPermission: async () => 'granted' })
  vi.stubGlobal('navigator', { serviceWorker: { register: async () => registration, getRegistration: async () => registration } })
  unsubscribe.mockReset().mockResolvedValue(true)
  subscribe.mockReset().mockResolvedValue({ toJSON })
  getSubscription.mockReset().mockResolvedValue({ unsubscribe })
  vi.spyOn(api, 'POST').mockResolvedValue({ data: channel, response: new Response() } as never)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const named = (name: string) => Object.assign(new Error(name), { name })

test('a browser that knew us by another key is asked anew', async () => {
  subscribe.mockRejectedValueOnce(named('InvalidStateError'))
  expect(await tellHere(channel)).toBe(channel)
  expect(unsubscribe).toHaveBeenCalledOnce()
  expect(subscribe).toHaveBeenCalledTimes(2)
})

test('a browser that will not be told for another reason says so', async () => {
  subscribe.mockRejectedValue(named('AbortError'))
  await expect(tellHere(channel)).rejects.toThrow('AbortError')
  expect(unsubscribe).not.toHaveBeenCalled()
})

test('whoever signs out is told in this browser no more', async () => {
  vi.spyOn(api, 'GET').mockResolvedValue({} as never)
  vi.spyOn(api, 'DELETE').mockResolvedValue({} as never)
  await signOut()
  expect(unsubscribe).toHaveBeenCalledOnce()
})

test('nobody is kept from signing out by a push service', async () => {
  unsubscribe.mockRejectedValue(named('AbortError'))
  await untellHere()
  unsubscribe.mockReturnValue(new Promise(() => undefined))
  await untellHere(1)
  vi.stubGlobal('navigator', {})
  await untellHere()
})
