import { api, given } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { regionCode } from './region'

export type Named = components['schemas']['NamedPlace']

/** What lies directly below a place, the county when none is said; down to the grids. */
export async function below(parent?: string): Promise<Named[]> {
  const region = await regionCode()
  const all: Named[] = []
  let after: string | undefined
  do {
    const page = given(await api.GET('/api/v1/{region}/places', { params: { path: { region }, query: { parent, after, limit: 200 } } }))
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after && all.length < 1000)
  return all
}

/** Whether something smaller can be chosen below it. */
export const opens = (place: Named) => place.level === 'street' || place.level === 'community'
