import { shallowRef, watch, type Ref } from 'vue'
import { api, given } from '@/shared/api/client'
import { may } from '@/shared/api/session'
import { boxOf, type Box, type Outline } from '@/shared/map/geo'
import { region } from './matters'

/** The outline of a place, or null while it is not known. Micro-grids take the outline of their grid. */
export function useOutline(code: () => string | undefined): Ref<Outline | null> {
  const outline = shallowRef<Outline | null>(null)
  watch(code, async (full) => {
    outline.value = null
    if (!full || !may('territory:node:read')) return
    const node = await api.GET('/api/v1/{region}/territory/nodes/{code}', { params: { path: { region: region(), code: full.slice(0, 15) } } }).then(given).catch(() => null)
    if (code() === full) outline.value = (node as { outline?: Outline | null } | null)?.outline ?? null
  }, { immediate: true })
  return outline
}

const NEAR = 0.004
const WALK = 0.03

/** What a small map shows: the whole place where that is a walk across and holds the point, else what lies around the point. */
export function boxAround(point: { lon: number; lat: number } | null | undefined, outline: Outline | null): Box | null {
  const whole = outline ? boxOf([outline]) : null
  if (!point) return whole
  const holds = whole && whole[0] <= point.lon && point.lon <= whole[2] && whole[1] <= point.lat && point.lat <= whole[3]
  return holds && whole[2] - whole[0] < WALK ? whole : [point.lon - NEAR, point.lat - NEAR, point.lon + NEAR, point.lat + NEAR]
}
