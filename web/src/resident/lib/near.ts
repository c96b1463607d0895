import { api, given } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { regionCode } from './region'

export type Near = components['schemas']['Candidate']

/** What others reported of this kind around a point; while no item is chosen, what the words sound like. */
export async function similar(about: { item?: string; text?: string }, { lon, lat }: { lon: number; lat: number }): Promise<Near[]> {
  const region = await regionCode()
  const body = { point: { lon, lat }, item: about.item || undefined, text: about.item ? undefined : about.text?.trim().slice(0, 1000) || undefined }
  return given(await api.POST('/api/v1/{region}/matters/similar', { params: { path: { region } }, body }))
}

export async function follow(number: string) {
  const region = await regionCode()
  return given(await api.POST('/api/v1/{region}/follows/{number}', { params: { path: { region, number } } }))
}

export async function unfollow(number: string) {
  const region = await regionCode()
  await api.DELETE('/api/v1/{region}/follows/{number}', { params: { path: { region, number } } })
}

export interface Followed {
  number: string
  title: string
  state: Near['state']
  words: string
  unit?: string | null
  reportedAt: string
  changedAt: string
}

export async function followed(): Promise<Followed[]> {
  const region = await regionCode()
  return (given(await api.GET('/api/v1/{region}/follows', { params: { path: { region } } })).lines ?? []) as unknown as Followed[]
}

/** One offer of what kind of matter it is. */
export interface Offered {
  item: string
  name: { zh: string; en: string }
  confidence: number
}

export async function itemsFor(text: string): Promise<Offered[]> {
  const region = await regionCode()
  return given(await api.POST('/api/v1/{region}/suggestions/items', { params: { path: { region } }, body: { text: text.slice(0, 1000) } })) as unknown as Offered[]
}
