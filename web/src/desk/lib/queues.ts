import { api, given } from '@/shared/api/client'
import { nested } from '@/shared/places'
import type { MatterLine, MatterPage } from './matters'
import { region } from './matters'

/** What a queue is asked for. Empty values are not sent. */
export interface Filters {
  state?: string
  item?: string
  channel?: string
  flag?: string
  /** The first and the last day of the report. */
  from?: string
  to?: string
}

export const FILTERS = ['state', 'item', 'channel', 'flag', 'from', 'to'] as const

export interface View {
  key: string
  /** Words the person gave; built-in views are named by their key. */
  name?: string
  filters: Filters
}

const STEADY = 'huying.desk.views'

/** The views that each queue has without anybody saving one. */
export const BUILT: Record<string, View[]> = {
  mine: [{ key: 'assignee', filters: {} }, { key: 'places', filters: {} }],
  area: [{ key: 'all', filters: {} }, { key: 'verify', filters: { state: 'HANDLED' } }, { key: 'rating', filters: { state: 'VERIFYING' } }, { key: 'rework', filters: { state: 'REWORK' } }, { key: 'supervised', filters: { flag: 'supervised' } }, { key: 'supervised-late', filters: { flag: 'supervised-late' } }],
  approvals: [{ key: 'all', filters: {} }, { key: 'appeals', filters: { flag: 'appealed' } }],
  returns: [{ key: 'waiting', filters: { state: 'RETURNED' } }, { key: 'once', filters: { flag: 'returned' } }],
}

/** Which lists show everything there is in the place that is looked at; the others are somebody's own work. */
export const ofPlace = (queue: string) => queue !== 'mine' && queue !== 'team'

const HOUR = '+08:00'
const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The filters as the server takes them: days begin and end where the place is. */
export function queryOf(filters: Filters) {
  const { from, to, ...rest } = clean(filters)
  return { ...rest, ...(from ? { from: `${from}T00:00:00${HOUR}` } : {}), ...(to ? { to: `${dayAfter(to)}T00:00:00${HOUR}` } : {}) }
}

export const clean = (filters: Filters): Filters => Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as Filters

/** The views a person saved; broken or foreign content counts as none. */
export function savedViews(account: string, queue: string): View[] {
  try {
    const all = JSON.parse(localStorage.getItem(`${STEADY}.${account}`) ?? '{}') as Record<string, View[]>
    return (all[queue] ?? []).filter((it) => typeof it.name === 'string' && typeof it.filters === 'object')
  } catch {
    return []
  }
}

export function saveViews(account: string, queue: string, views: View[]) {
  let all: Record<string, View[]> = {}
  try {
    all = JSON.parse(localStorage.getItem(`${STEADY}.${account}`) ?? '{}') as Record<string, View[]>
  } catch {
    /* start anew */
  }
  localStorage.setItem(`${STEADY}.${account}`, JSON.stringify({ ...all, [queue]: views }))
}

export interface Asked {
  queue: string
  view: string
  area: string
  unit: string
  filters: Filters
}

/** Reads a page of a queue. */
export async function readQueue(asked: Asked, after?: string, limit = 50): Promise<MatterPage> {
  const path = { region: region() }
  const query = { after, limit, area: (ofPlace(asked.queue) && asked.area) || undefined, ...queryOf(asked.filters) }
  switch (asked.queue) {
    case 'mine':
      return given(await api.GET('/api/v1/{region}/lists/my-work', { params: { path, query: { ...query, axis: asked.view === 'places' ? 'area' : 'assignee' } } }))
    case 'team':
      return given(await api.GET('/api/v1/{region}/lists/team', { params: { path, query: { ...query, unit: asked.unit } } }))
    case 'overdue':
      return given(await api.GET('/api/v1/{region}/lists/overdue', { params: { path, query } }))
    case 'amber':
      return given(await api.GET('/api/v1/{region}/lists/amber', { params: { path, query } }))
    case 'approvals':
      return given(await api.GET('/api/v1/{region}/lists/approvals', { params: { path, query } }))
    default:
      return given(await api.GET('/api/v1/{region}/lists/matters', { params: { path, query } }))
  }
}

/** The same list as the export takes it. */
export function exportOf(asked: Asked): Record<string, string | undefined> {
  const list = asked.queue === 'mine' ? (asked.view === 'places' ? 'places' : 'mine') : ['team', 'overdue', 'amber', 'approvals'].includes(asked.queue) ? asked.queue : 'matters'
  return { list, unit: list === 'team' ? asked.unit : undefined, area: (ofPlace(asked.queue) && asked.area) || undefined, ...queryOf(asked.filters) }
}

/** How many of the rows fetched again were not there before. */
export function arrivals(before: readonly MatterLine[], now: readonly MatterLine[]): number {
  const known = new Set(before.map((it) => it.id))
  return now.filter((it) => !known.has(it.id)).length
}

/** Rows that are still there take their new state; nothing moves and nothing goes. */
export function refreshed(before: readonly MatterLine[], now: readonly MatterLine[]): MatterLine[] {
  const fresh = new Map(now.map((it) => [it.id, it]))
  return before.map((it) => fresh.get(it.id) ?? it)
}

/** The rows that are drawn out of `count` when `top` pixels are scrolled away: first, last, and the room above and below. */
export function windowed(count: number, top: number, height: number, row: number, spare = 8) {
  const first = Math.max(0, Math.min(count, Math.floor(top / row)) - spare)
  const last = Math.min(count, Math.ceil((top + height) / row) + spare)
  return { first, last, above: first * row, below: (count - last) * row }
}

/** 370481-261117-00317 → 00317; of a whistle, 370481-W261117-0003 → 0003. */
export const lastFive = (number: string) => number.slice(-5).replace('-', '')

/** The last two of the names of a place: what a person looks for. */
export function shortPlace(areaName: string): [string, string] {
  const names = nested(areaName.split(' / '))
  return [names.at(-1) ?? '', names.slice(0, -1).slice(-2).join(' · ')]
}
