import type { components } from '@/shared/api/schema'
import { ringsOf, type Geometry, type Outline } from './geo'
import { read } from './read'
import type { Place } from './wall'

export interface Ground { outlines: Outline[]; residents: Map<string, number> }

const MOST = 24
const kept = new Map<string, Ground>()

/** The ground below an area, and who lives there; kept for the areas looked at last. */
export async function groundOf(region: string, area: string, places: readonly Place[]): Promise<Ground> {
  const known = kept.get(area)
  if (known) return known
  const { parts } = await read<components['schemas']['PartsView']>(`/api/v1/${region}/territory/nodes/${area}/parts`)
  const order = new Map(places.map((it, i) => [it.code, i]))
  const shown = parts.filter((it) => order.has(it.node.code)).sort((a, b) => order.get(a.node.code)! - order.get(b.node.code)!)
  const ground = {
    outlines: shown.map((it) => ({ code: it.node.code, rings: ringsOf(it.outline as Geometry | undefined) })),
    residents: new Map(shown.map((it) => [it.node.code, Number(it.residents ?? 0)])),
  }
  kept.set(area, ground)
  if (kept.size > MOST) kept.delete(kept.keys().next().value!)
  return ground
}
