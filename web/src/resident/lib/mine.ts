import { ref } from 'vue'
import { api, given } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { regionCode } from './region'
import { shelf, type Mine } from './store'

export type Progress = components['schemas']['Progress']

/** What was reported from this phone, the newest first; null until it was read. */
export const mine = ref<Mine[] | null>(null)

/** How far each of them is, by number. */
export const progress = ref<Record<string, Progress>>({})

export async function readMine() {
  const kept = await (await shelf()).getAll('mine')
  return (mine.value = kept.sort((a, b) => b.at.localeCompare(a.at)))
}

export async function keepMine(matter: Mine) {
  await (await shelf()).put('mine', matter)
  await readMine()
}

export async function forgetMine(number: string) {
  await (await shelf()).delete('mine', number)
  await readMine()
}

export async function secretOf(number: string) {
  return (await (await shelf()).get('mine', number))?.secret
}

export async function track(number: string, secret: string): Promise<Progress> {
  const region = await regionCode()
  const found = given(await api.GET('/api/v1/{region}/track/{number}', { params: { path: { region, number }, header: { 'X-Tracking-Secret': secret } } }))
  progress.value = { ...progress.value, [number]: found }
  return found
}

/** A photo that belongs to it, small. */
export async function photo(number: string, secret: string, id: string): Promise<Blob> {
  const region = await regionCode()
  const answer = await api.GET('/api/v1/{region}/track/{number}/photos/{photo}', { params: { path: { region, number, photo: id }, query: { thumbnail: true }, header: { 'X-Tracking-Secret': secret } }, parseAs: 'blob' })
  return given(answer) as unknown as Blob
}

/** Asks for the newest few, one after the other; what fails stays as it was. */
export async function refreshMine(most: number) {
  for (const it of (await readMine()).slice(0, most)) await track(it.number, it.secret).catch(() => undefined)
}

export type Word = 'answer' | 'reopen' | 'withdraw'

/** Answers a question, asks to have it done again, or takes it back. */
export async function say(act: Word, number: string, secret: string, words: string): Promise<Progress> {
  const region = await regionCode()
  const params = { path: { region, number }, header: { 'X-Tracking-Secret': secret } }
  const body = { words }
  const found = given(await (act === 'answer' ? api.POST('/api/v1/{region}/track/{number}/answer', { params, body }) : act === 'reopen' ? api.POST('/api/v1/{region}/track/{number}/reopen', { params, body }) : api.POST('/api/v1/{region}/track/{number}/withdraw', { params, body })))
  progress.value = { ...progress.value, [number]: found }
  return found
}

export interface Rated {
  answer: string
  comment?: string
  contacted?: boolean
}

export async function rate(number: string, secret: string, body: Rated): Promise<Progress> {
  const region = await regionCode()
  const found = given(await api.POST('/api/v1/{region}/track/{number}/rate', { params: { path: { region, number }, header: { 'X-Tracking-Secret': secret } }, body }))
  progress.value = { ...progress.value, [number]: found }
  return found
}
