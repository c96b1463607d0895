import { api, given, tag } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { region, type Whistle } from './matters'
import { wordOf } from './playbook'

export type Summons = components['schemas']['SummonsView']
export type SuggestedUnit = components['schemas']['SuggestedUnit']

type WhistleForm = components['schemas']['WhistleForm']

export interface Rung {
  key: string
  name: string
  by: string
  answers: string
  reportIn: string
}
export interface Entry {
  key: string
  name: string
  cause?: string
  group: string
}
/** The published list of a place: who calls whom, why, about what. */
export interface WhistleTable {
  rungs: Rung[]
  causes: { key: string; name: string }[]
  entries: Entry[]
}

/** The table in the words of the reader. A place without whistles has an empty one. */
export function tableOf(form: WhistleForm): WhistleTable {
  const group = new Map(form.classes.map((it) => [it.key, wordOf(it)]))
  return {
    rungs: form.rungs.map((it) => ({ key: it.key, name: wordOf(it), by: it.by, answers: it.answers, reportIn: it.reportIn })),
    causes: form.causes.map((it) => ({ key: it.key, name: wordOf(it) })),
    entries: form.items.map((it) => ({ key: it.key, name: wordOf(it), cause: it.cause ?? undefined, group: group.get(it.itemClass) ?? '' })),
  }
}

export const readTable = async (key: string, version: number): Promise<WhistleTable> => tableOf(given(await api.GET('/api/v1/{region}/playbook/whistle', { params: { path: { region: region() }, query: { key, version } } })))

export const readWhistle = async (id: string): Promise<Whistle> => given(await api.GET('/api/v1/{region}/whistles/{id}', { params: { path: { region: region(), id } } }))

/** Takes a step of a whistle, for one of the units called where it is theirs. */
export async function takeWhistle(whistle: Whistle, act: string, unit: string | undefined, body: unknown): Promise<Whistle> {
  const path = unit ? `/api/v1/{region}/whistles/{id}/units/{unit}/${act}` : `/api/v1/{region}/whistles/{id}/${act}`
  return given(
    await api.POST(path as '/api/v1/{region}/whistles/{id}/close', {
      params: { path: { region: region(), id: whistle.id, unit } as never, header: { 'If-Match': tag(whistle.version) } },
      body: body as never,
    }),
  ) as Whistle
}

/** Where a unit stands on the roll-call: here, late, on the way, off it. */
export function seatOf(it: Summons): 'here' | 'late' | 'wait' | 'off' {
  if (it.state === 'CHECKED_IN' || it.arrival) return 'here'
  if (it.state === 'UPHELD' || it.state === 'ENDED') return 'off'
  return it.state === 'MISSED' || it.overdue ? 'late' : 'wait'
}

/** Minutes from the call until a unit stood there. */
export const minutesTaken = (it: Summons) => (it.arrival ? Math.max(1, Math.round((Date.parse(it.arrival.at) - Date.parse(it.since)) / 60_000)) : null)
