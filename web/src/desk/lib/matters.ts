import { api, given, tag } from '@/shared/api/client'
import { session } from '@/shared/api/session'
import type { components } from '@/shared/api/schema'

type Schemas = components['schemas']
export type MatterLine = Schemas['MatterLine']
export type MatterPage = Schemas['MatterPage']
export type Matter = Schemas['MatterView']
export type Offer = Schemas['StepOffer']
export type Suggestions = Schemas['SuggestionsView']
export type Kin = Schemas['KinView']
export type Shown = Schemas['Shown']
export type Whistle = Schemas['WhistleView']
export type WhistleLine = Schemas['WhistleLine']

/** One step of a matter's history, as the server keeps it. */
export interface Step {
  seq: number
  at: string
  actor: string
  act: string
  from: string
  to: string
  note: string
  facts: Record<string, unknown>
  hash: string
}

export const region = () => session.me!.region
const at = (id: string) => ({ params: { path: { region: region(), id } } })

export const readMatter = async (id: string): Promise<Matter> => given(await api.GET('/api/v1/{region}/matters/{id}', at(id)))
export const readSteps = async (id: string): Promise<Step[]> => given(await api.GET('/api/v1/{region}/matters/{id}/steps', at(id))) as unknown as Step[]
export const readShown = async (id: string): Promise<Shown[]> => given(await api.GET('/api/v1/{region}/matters/{id}/attachments', at(id)))
export const readKin = async (id: string): Promise<Kin> => given(await api.GET('/api/v1/{region}/matters/{id}/kin', at(id)))
export const readSuggestions = async (id: string): Promise<Suggestions> => given(await api.GET('/api/v1/{region}/matters/{id}/suggestions', at(id)))

/** Takes a step the server offered, against the version that was read. */
export async function take(id: string, act: string, version: number, body: unknown): Promise<Matter> {
  const answer = await api.POST(`/api/v1/{region}/matters/{id}/${act}` as '/api/v1/{region}/matters/{id}/close', {
    params: { path: { region: region(), id }, header: { 'If-Match': tag(version) } },
    body: body as never,
  })
  return given(answer) as Matter
}

/** A picture by its address; the small one for lists. */
export const pictureAt = (matter: string, attachment: string, thumbnail = true) => `/api/v1/${region()}/matters/${matter}/attachments/${attachment}${thumbnail ? '?thumbnail=true' : ''}`

export async function upload(file: File): Promise<string> {
  const form = new FormData()
  form.set('file', file)
  return given(await api.POST('/api/v1/{region}/attachments', { params: { path: { region: region() } }, body: form as never, bodySerializer: () => form })).id
}
