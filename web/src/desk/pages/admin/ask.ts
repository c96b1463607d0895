import { reactive, type UnwrapNestedRefs } from 'vue'
import { api, tag } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { session } from '@/shared/api/session'

/** What the client offers when the path is put together here. Answers are given their types by whoever asks. */
type Loose = Record<'GET' | 'POST' | 'PUT' | 'DELETE', (path: string, init?: object) => Promise<{ data?: unknown; response: Response }>>
const loose = api as unknown as Loose

type Query = Record<string, string | number | boolean | null | undefined>

const ofRegion = (path: string) => (path.startsWith('/') ? `/api/v1${path}` : `/api/v1/${session.me?.region ?? ''}/${path}`)
const given = (query: Query) => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''))

/** The version an answer carries as its ETag; null without one. */
export function versionOf(response: Response): number | null {
  const found = /^(?:W\/)?"(\d+)"$/.exec(response.headers.get('ETag') ?? '')
  return found ? Number(found[1]) : null
}

/** An answer together with the version that a change of it has to name. */
export async function askVersioned<T>(path: string, query: Query = {}): Promise<{ data: T; version: number | null }> {
  const { data, response } = await loose.GET(ofRegion(path), { params: { query: given(query) } })
  return { data: data as T, version: versionOf(response) }
}

/** Looks something up in the region; a path that begins with `/` stands outside any region. */
export const ask = async <T>(path: string, query: Query = {}): Promise<T> => (await askVersioned<T>(path, query)).data

interface Sent {
  body?: unknown
  query?: Query
  /** The version that was seen; 0 for what is not there yet. */
  version?: number | null
  /** For bodies that are no JSON. */
  type?: string
}

/** Changes something; throws the server's refusal. */
export async function send<T = void>(method: 'POST' | 'PUT' | 'DELETE', path: string, { body, query = {}, version, type }: Sent = {}): Promise<T> {
  const headers: Record<string, string> = {}
  if (version === 0) headers['If-None-Match'] = '*'
  else if (version !== undefined && version !== null) headers['If-Match'] = tag(version)
  if (type) headers['Content-Type'] = type
  if (method !== 'POST') headers['Idempotency-Key'] = crypto.randomUUID?.() ?? String(Date.now())
  const { data } = await loose[method](ofRegion(path), { params: { query: given(query) }, headers, ...(body === undefined ? {} : { body }), ...(type ? { bodySerializer: (it: unknown) => it } : {}) })
  return data as T
}

export interface Asked<T> {
  data: T | null
  busy: boolean
  problem: Problem | null
  again: () => Promise<void>
}

/** Something looked up, with what is shown while waiting and when it failed. A later question overtakes an earlier one. */
export function useAsked<T>(question: () => Promise<T>, now = true): UnwrapNestedRefs<Asked<T>> {
  let turn = 0
  const state = reactive({ data: null, busy: false, problem: null }) as unknown as Asked<T>
  state.again = async () => {
    const mine = ++turn
    state.busy = true
    try {
      const data = await question()
      if (mine === turn) {
        state.data = data
        state.problem = null
      }
    } catch (e) {
      if (mine === turn) state.problem = asProblem(e)
    } finally {
      if (mine === turn) state.busy = false
    }
  }
  if (now) void state.again()
  return state as UnwrapNestedRefs<Asked<T>>
}

export const asProblem = (e: unknown) => (e instanceof Problem ? e : new Problem({ code: 'unknown', status: 0, title: String(e) }))

/** An act on its way: one at a time, its refusal kept for the form. */
export function useAct() {
  const state = reactive<{ busy: boolean; problem: Problem | null }>({ busy: false, problem: null })
  async function run(act: () => Promise<unknown>): Promise<boolean> {
    if (state.busy) return false
    state.busy = true
    state.problem = null
    try {
      await act()
      return true
    } catch (e) {
      state.problem = asProblem(e)
      return false
    } finally {
      state.busy = false
    }
  }
  return { state, run }
}

/** Runs the tasks few at a time, so that a screen full of outlines does not crowd out other people. */
export async function few<T>(tasks: (() => Promise<T>)[], atOnce = 6): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < tasks.length) await tasks[next++]!()
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, tasks.length) }, worker))
}

/** Whole numbers as they are read here: 1 127. */
export const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u2009'))
