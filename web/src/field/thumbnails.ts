import { api } from '@/shared/api/client'
import { who } from './who'

const known = new Map<string, Promise<string | null>>()
let running = 0
const queue: (() => void)[] = []

async function turn<T>(what: () => Promise<T>): Promise<T> {
  if (running >= 3) await new Promise<void>((go) => queue.push(go))
  running += 1
  try {
    return await what()
  } finally {
    running -= 1
    queue.shift()?.()
  }
}

export const pictureAt = (region: string, matter: string, id: string, small = true) => `/api/v1/${region}/matters/${matter}/attachments/${id}${small ? '?thumbnail=true' : ''}`

/** A picture that was handed in with a task; opening it at full size is recorded. */
export const proofAt = (region: string, task: string, id: string, small = true) => `/api/v1/${region}/tasks/${task}/attachments/${id}${small ? '?thumbnail=true' : ''}`

/** The newest picture of a matter, small; asked three at a time and once. */
export function thumbnail(matter: string): Promise<string | null> {
  const region = who.value?.region
  if (!region) return Promise.resolve(null)
  let asked = known.get(matter)
  if (!asked) {
    asked = turn(async () => {
      const { data } = await api.GET('/api/v1/{region}/matters/{id}/attachments', { params: { path: { region, id: matter } } })
      const pictures = (data ?? []).filter((it) => it.width > 0)
      return pictures.length ? pictureAt(region, matter, pictures.at(-1)!.id) : null
    }).catch(() => (known.delete(matter), null))
    known.set(matter, asked)
  }
  return asked
}
