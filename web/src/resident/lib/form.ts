import { api, given } from '@/shared/api/client'
import type { Form } from '@/shared/fields'
import { regionCode } from './region'

/** What is asked for at a place, about an item. */
export async function formAt(area: string | undefined, item: string | undefined): Promise<Form> {
  const region = await regionCode()
  return given(await api.GET('/api/v1/{region}/matters/form', { params: { path: { region }, query: { area, item } } }))
}
