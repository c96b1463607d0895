import { api, given } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { regionCode } from './region'

export type Texting = components['schemas']['Texting']

/** Whether the place tells residents by text message at all; where that is not known, nobody is asked. */
export async function textingOffered(): Promise<boolean> {
  try {
    const region = await regionCode()
    return given(await api.GET('/api/v1/{region}/texting', { params: { path: { region } } })).offered
  } catch {
    return false
  }
}

export async function texting(number: string, secret: string): Promise<Texting> {
  const region = await regionCode()
  return given(await api.GET('/api/v1/{region}/track/{number}/texting', { params: { path: { region, number }, header: { 'X-Tracking-Secret': secret } } }))
}

/** From now on; taken back, nothing more comes. */
export async function sayTexting(number: string, secret: string, wanted: boolean): Promise<Texting> {
  const region = await regionCode()
  return given(await api.PUT('/api/v1/{region}/track/{number}/texting', { params: { path: { region, number }, header: { 'X-Tracking-Secret': secret } }, body: { wanted } }))
}
