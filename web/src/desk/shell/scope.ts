import { reactive } from 'vue'
import { api, given } from '@/shared/api/client'
import { may, session } from '@/shared/api/session'

export interface Place {
  code: string
  name: string
}

/** What the desk looks at: an area of one's own or one below it. `area` is empty until asked. */
export const scope = reactive<{ area: string; name: string; held: Place[]; below: Place[] }>({ area: '', name: '', held: [], below: [] })

/** The areas a person holds, without those that lie in another of them. */
export const widest = (areas: string[]) => [...new Set(areas)].filter((area, _, all) => !all.some((other) => other !== area && area.startsWith(other))).sort()

export async function settleScope() {
  const me = session.me!
  const held = widest(me.grants.map((it) => it.area ?? me.region))
  scope.held = held.map((code) => ({ code, name: '' }))
  await choose(scope.held[0] ?? { code: me.region, name: '' })
  if (!may('territory:node:read')) return
  const named = await Promise.all(scope.held.map(async ({ code }) => ({ code, name: given(await api.GET('/api/v1/{region}/territory/nodes/{code}', { params: { path: { region: me.region, code } } })).node.name })))
  scope.held = named
  scope.name = named.find((it) => it.code === scope.area)?.name ?? scope.name
}

export async function choose(place: Place) {
  scope.area = place.code
  scope.name = place.name
  scope.below = []
  if (!may('territory:node:read')) return
  const page = given(await api.GET('/api/v1/{region}/territory/nodes', { params: { path: { region: session.me!.region }, query: { parent: place.code } } }))
  if (scope.area === place.code) scope.below = page.items.map(({ code, name }) => ({ code, name }))
}
