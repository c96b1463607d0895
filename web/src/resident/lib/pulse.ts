import { api, given } from '@/shared/api/client'
import { regionCode } from './region'

/** The pulse of the county: sums, and what came in lately without anybody's words. */
export interface Pulse {
  at: string
  received: number
  answered: number
  inHand: number
  closed: number
  rated: number
  satisfaction?: number | null
  days: { day: string; called: number; closed: number }[]
  latest: Latest[]
}
export interface Latest {
  itemZh: string
  itemEn: string
  place: string
  state: string
  at: string
}

export async function pulse(): Promise<Pulse> {
  const region = await regionCode()
  return given(await api.GET('/api/v1/{region}/pulse', { params: { path: { region } } })) as unknown as Pulse
}

/** What is in hand in a street; elsewhere in the county when nothing is there. */
export function around(latest: readonly Latest[], street: string | undefined, most: number): Latest[] {
  const open = latest.filter((it) => !['CLOSED', 'RATED', 'REJECTED', 'WITHDRAWN', 'VOIDED', 'MERGED'].includes(it.state))
  const here = street ? open.filter((it) => it.place === street) : []
  return (here.length ? here : open).slice(0, most)
}
