import type { components } from '@/shared/api/schema'
import { ringsOf, type Geometry, type Outline } from './geo'
import { read } from './read'
import type { Place } from './wall'

export interface Ground { outlines: Outline[]; residents: Map<string, number> }

const MOST = 24
const AT_ONCE = 4
const kept = new Map<string, Ground>()

/** The ground below an area, and who lives there; kept for the areas looked at last. */
export async function groundOf(region: string, area: string, places: readonly Place[]): Promise<Ground> {
  const known = kept.get(area)
  if (known) return known
  const outlines: Outline[] = []
  const residents = new Map<string, number>()
  const waiting = places.map((it) => it.code)
  const worker = async () => {
    for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
      const node = await read<components['schemas']['NodeDetail']>(`/api/v1/${region}/territory/nodes/${code}`)
      outlines.push({ code, rings: ringsOf(node.outline as Geometry | undefined) })
      residents.set(code, Number(node.residents ?? 0))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const order = new Map(places.map((it, i) => [it.code, i]))
  outlines.sort((a, b) => order.get(a.code)! - order.get(b.code)!)
  const ground = { outlines, residents }
  kept.set(area, ground)
  if (kept.size > MOST) kept.delete(kept.keys().next().value!)
  return ground
}
