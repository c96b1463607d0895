import { api, given, tag } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { region, type Whistle } from './matters'
import { wordOf } from './playbook'

export type Summons = components['schemas']['SummonsView']
export type SuggestedUnit = components['schemas']['SuggestedUnit']

interface Named {
  name: string
  en?: string
}
export interface Rung extends Named {
  key: string
  by: string
  answers: string
  'report-in': string
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

type Raw = { rungs?: Record<string, Omit<Rung, 'key'>>; causes?: Record<string, Named>; list?: { classes?: Record<string, Named>; items?: Record<string, Named & { cause?: string; class?: string }> } }

/** Reads the table out of the playbook's document. A place without whistles has an empty one. */
export function tableOf(raw: Raw | undefined): WhistleTable {
  const word = (it: Named | undefined) => (it ? wordOf({ zh: it.name, en: it.en ?? '' }) : '')
  return {
    rungs: Object.entries(raw?.rungs ?? {}).map(([key, it]) => ({ ...it, key, name: word(it) })),
    causes: Object.entries(raw?.causes ?? {}).map(([key, it]) => ({ key, name: word(it) })),
    entries: Object.entries(raw?.list?.items ?? {}).map(([key, it]) => ({ key, name: word(it), cause: it.cause, group: word(raw?.list?.classes?.[it.class ?? '']) })),
  }
}

export async function readTable(playbook: string): Promise<WhistleTable> {
  const whole = given(await api.GET('/api/v1/{region}/playbooks/{key}' as never, { params: { path: { region: region(), key: playbook } } } as never)) as { document?: { whistle?: Raw } }
  return tableOf(whole.document?.whistle)
}

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
