import { reactive } from 'vue'
import type { Problem } from '@/shared/api/problem'
import { ask, asProblem } from './ask'

/** A list that comes page by page: what is there so far, and whether there is more. */
export interface Pages<T> {
  items: T[]
  next: string | null
  ready: boolean
  busy: boolean
  problem: Problem | null
  again: () => Promise<void>
  more: () => Promise<void>
  /** Reads the first page again where only that is shown, without hiding what stands there. */
  refresh: () => Promise<void>
}

/** Fetches a list of the region. `field` is the name of the list in the answer, `cursor` that of the place to go on from. */
export function usePages<T>(path: string, query: () => Record<string, string | number | undefined>, { field = 'items', cursor = 'after', limit = 50, now = true } = {}): Pages<T> {
  const state = reactive({ items: [], next: null, ready: false, busy: false, problem: null }) as unknown as Pages<T>
  let turn = 0
  async function fetch(after: string | null) {
    const mine = ++turn
    state.busy = true
    try {
      const page = await ask<Record<string, unknown>>(path, { ...query(), [cursor]: after ?? undefined, limit })
      if (mine !== turn) return
      state.items = after ? [...state.items, ...(page[field] as T[])] : (page[field] as T[])
      state.next = (page.next as string | null) ?? null
      state.problem = null
      state.ready = true
    } catch (e) {
      if (mine === turn) state.problem = asProblem(e)
    } finally {
      if (mine === turn) state.busy = false
    }
  }
  state.again = () => {
    state.ready = false
    return fetch(null)
  }
  state.more = () => fetch(state.next)
  state.refresh = async () => {
    if (state.ready && !state.busy && state.items.length <= limit) await fetch(null)
  }
  if (now) void fetch(null)
  return state
}
