import { shallowRef } from 'vue'
import { Problem } from '@/shared/api/problem'

/** Something asked of the server: what came, since when it was kept, or why it did not come. */
export function useAnswer<T>(ask: () => Promise<{ data?: T; response: Response }>) {
  const data = shallowRef<T | null>(null)
  const keptAt = shallowRef<number | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = shallowRef(false)
  let turn = 0

  async function load(): Promise<T | null> {
    const mine = (turn += 1)
    busy.value = true
    try {
      const { data: came, response } = await ask()
      if (mine !== turn) return data.value
      data.value = came as T
      keptAt.value = Number(response.headers.get('X-Kept-At')) || null
      problem.value = null
    } catch (e) {
      if (mine !== turn) return data.value
      problem.value = e instanceof Problem ? e : new Problem({ code: 'unknown', status: 0, title: String(e) })
    } finally {
      if (mine === turn) busy.value = false
    }
    return data.value
  }
  return { data, keptAt, problem, busy, load }
}
