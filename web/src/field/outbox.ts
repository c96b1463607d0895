import { computed, ref, shallowRef } from 'vue'
import { newKey } from '@/shared/api/client'
import { session } from '@/shared/api/session'
import type { Entry, Sent } from './queue/entry'
import { Outbox, type Act } from './queue/outbox'
import { Store } from './queue/store'
import { wireOver } from './queue/wire'
import { settle, who } from './who'

/** The queue of this phone, as the pages see it. */
export const waiting = shallowRef<Entry[]>([])
export const sent = shallowRef<Sent[]>([])
export const online = ref(navigator.onLine)
export const signedOut = ref(false)
export const stuck = computed(() => waiting.value.filter((it) => it.state === 'stuck'))
/** Grows with everything the server has taken, so that pages read anew. */
export const taken = ref(0)

let store: Promise<Store> | null = null
let box: Promise<Outbox> | null = null

async function look() {
  const kept = await (store ??= Store.open())
  const own = who.value?.account
  waiting.value = (await kept.entries()).filter((it) => it.account === own)
  const before = sent.value.length
  sent.value = (await kept.sent()).filter((it) => it.account === own)
  signedOut.value = (await box)?.signedOut ?? false
  if (sent.value.length !== before) taken.value += 1
}

const means = {
  now: () => Date.now(),
  newKey,
  later: (what: () => void, millis: number) => {
    const timer = setTimeout(what, millis)
    return () => clearTimeout(timer)
  },
  alone: async <T>(what: () => Promise<T>) => ('locks' in navigator ? ((await navigator.locks.request('huying-field-outbox', what)) as T) : what()),
}

const outbox = () =>
  (box ??= (async () => {
    store ??= Store.open()
    return new Outbox(await store, wireOver(() => session.me?.csrfToken ?? ''), means, () => who.value?.account ?? null, () => void look())
  })())

/** Sends what waits; asks first who we are, for the server may have forgotten us meanwhile. */
export async function send() {
  if (!navigator.onLine || !who.value) return look()
  try {
    if (!session.me) await settle(true)
  } catch {
    return look()
  }
  if (session.me) await (await outbox()).drain()
  else signedOut.value = waiting.value.length > 0
  await look()
}

/** Keeps an act and sends it when it can be sent. Answers as soon as it is safe in the phone. */
export async function keep(act: Omit<Act, 'account'>): Promise<Entry> {
  // what a page holds may be watched by Vue, and the disk takes plain things only
  const body = JSON.parse(JSON.stringify(act.body ?? {})) as unknown
  const entry = await (await outbox()).keep({ ...act, body, account: who.value!.account })
  await look()
  void send()
  return entry
}

export const retry = async (id: string) => {
  if (!session.me) await settle(true).catch(() => null)
  return (await outbox()).retry(id)
}
export const drop = async (id: string) => (await outbox()).drop(id)
export const photosOf = async (entry: string) => (await (store ??= Store.open())).photos(entry)

/** What waits for one matter or whistle. */
export const waitingFor = (subject: string) => waiting.value.filter((it) => it.subject === subject)

export async function startOutbox() {
  addEventListener('online', () => ((online.value = true), void send()))
  addEventListener('offline', () => (online.value = false))
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void send())
  await look()
  void send()
}
