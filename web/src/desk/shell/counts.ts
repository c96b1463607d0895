import { reactive } from 'vue'
import { api, given } from '@/shared/api/client'
import { may, session } from '@/shared/api/session'

/** How long the lists are that stand in the menu; at most 50 are counted, then it says 50+. */
export const counts = reactive<Record<string, string>>({})
/** Notices nobody has read yet. */
export const unseen = reactive({ text: '' })

const MOST = 50
const short = (length: number, more: boolean) => (more ? `${length}+` : length ? String(length) : '')

async function count() {
  const params = { path: { region: session.me!.region }, query: { limit: MOST } }
  const lists: [string, string, () => Promise<{ data?: unknown }>][] = [
    ['mine', 'insight:list:read', () => api.GET('/api/v1/{region}/lists/my-work', { params })],
    ['overdue', 'insight:list:read', () => api.GET('/api/v1/{region}/lists/overdue', { params })],
    ['amber', 'insight:list:read', () => api.GET('/api/v1/{region}/lists/amber', { params })],
    ['approvals', 'matter:matter:decide', () => api.GET('/api/v1/{region}/lists/approvals', { params })],
    ['returns', 'insight:list:read', () => api.GET('/api/v1/{region}/lists/matters', { params: { ...params, query: { ...params.query, state: 'RETURNED' } } })],
    ['dispatch', 'matter:matter:dispatch', () => api.GET('/api/v1/{region}/lists/matters', { params: { ...params, query: { ...params.query, state: 'ACCEPTED' } } })],
    ['tasks', 'task:task:read', () => api.GET('/api/v1/{region}/tasks', { params })],
    ['whistles', 'whistle:whistle:read', () => api.GET('/api/v1/{region}/whistles', { params })],
  ]
  for (const [name, permission, read] of lists) {
    if (!may(permission)) continue
    const page = given(await read()) as { lines?: unknown[]; whistles?: unknown[]; tasks?: unknown[]; next?: string | null }
    counts[name] = short((page.lines ?? page.whistles ?? page.tasks ?? []).length, !!page.next)
  }
}

async function bell() {
  if (!may('notice:inbox:read')) return
  const inbox = given(await api.GET('/api/v1/{region}/inbox', { params: { path: { region: session.me!.region }, query: { limit: 1 } } }))
  unseen.text = short(inbox.unseen, inbox.moreUnseen)
}

let last = 0

/** Counts again, at most every 20 seconds, and never while the window is hidden. */
export async function recount(now = Date.now()) {
  if (!session.me || document.hidden || now - last < 20_000) return
  last = now
  await Promise.all([count(), bell()]).catch(() => undefined)
}

export function forgetCounts() {
  for (const name of Object.keys(counts)) delete counts[name]
  unseen.text = ''
  last = 0
}
