import { shallowRef } from 'vue'
import { api } from '@/shared/api/client'
import type { Point } from './place'
import { who } from './who'

export type Ring = Point[]
export interface Area {
  code: string
  name: string
  rings: Ring[]
}

/** My place with its outline and its parts; empty until they came. */
export const mine = shallowRef<Area | null>(null)
export const parts = shallowRef<Area[]>([])
/** The unit I work for where no grant names one: the body behind my post. */
export const unit = shallowRef<string | null>(null)

let asked = ''

const rings = (outline: { coordinates: number[][][][] } | null | undefined): Ring[] =>
  (outline?.coordinates ?? []).map((polygon) => (polygon[0] ?? []).map(([lon, lat]) => ({ lon: lon!, lat: lat! })))

/** One place with its outline. */
export async function one(region: string, code: string): Promise<Area | null> {
  const { data } = await api.GET('/api/v1/{region}/territory/nodes/{code}', { params: { path: { region, code } } })
  return data ? { code, name: data.node.name, rings: rings(data.outline as never) } : null
}

/** Learns the worker's own place, once for each worker; without a network what was kept is enough. */
export async function learn() {
  const me = who.value
  if (!me || asked === me.account) return
  asked = me.account
  mine.value = null
  parts.value = []
  unit.value = me.unit
  if (!me.area) return
  try {
    mine.value = await one(me.region, me.area)
    if (!me.unit) {
      const { data } = await api.GET('/api/v1/{region}/posts', { params: { path: { region: me.region }, query: { area: me.area } } })
      unit.value = (data?.items.find((it) => me.roles.includes(it.key)) ?? data?.items[0])?.organisation ?? null
    }
    if (me.area.length === 9) return // a street has more communities than one asks for one by one
    const { data } = await api.GET('/api/v1/{region}/territory/nodes', { params: { path: { region: me.region }, query: { parent: me.area, limit: 30 } } })
    const all = await Promise.all((data?.items ?? []).map((it) => one(me.region, it.code).catch(() => null)))
    parts.value = all.filter((it): it is Area => it !== null && it.rings.length > 0)
  } catch {
    asked = ''
  }
}
