import { closed, parts, squareMetres, type Outline, type Position } from '@/shared/map/geo'

/** A place of the territory, as the API answers it. */
export interface Place {
  code: string
  level: string
  kind: string
  name: string
  validFrom: string
  validTo: string | null
  generated: boolean
}

export interface Step {
  act: string
  at: string
  source: string
  fromCode: string
  fromName: string
  toCode: string
  toName: string
}

export interface Detail {
  node: Place
  households: number | null
  residents: number | null
  outline: Outline | null
  path: Place[]
  lineage: Step[]
}

export interface Finding {
  kind: 'overlap' | 'gap' | 'outside' | 'households' | 'area' | 'orphan' | 'without-grids'
  code: string
  name: string
  other: string
  squareMetres: number
  reason: string
}

export interface Flaw {
  path: string
  code: string
  zh: string
  en: string
}

export interface Imported {
  dryRun: boolean
  added: number
  changed: number
  unchanged: number
  flaws: Flaw[]
  findings: Finding[]
}

export interface Count {
  level: string
  kind: string
  places: number
  generated: number
  households: number
  residents: number
}

/** What must be put right before a layout can stand; the rest are hints. */
export const grave = (it: Finding) => it.kind === 'overlap' || it.kind === 'outside' || it.kind === 'orphan'

/** Whether a place can have places of its own on the map. */
export const opens = (place: Place) => !['estate', 'building', 'segment', 'micro-grid'].includes(place.kind)

/** The code one level up; null above the county. */
export const above = (code: string): string | null => (code.length <= 6 ? null : code.slice(0, -3))

/**
 * A code for a new place beside `codes`: the number after the highest of its kind. Exclusive grids count from 901. The server has the last word,
 * since old codes are never used again.
 */
export function nextCode(parent: string, codes: string[], exclusive = false): string {
  const numbers = codes.filter((it) => it.startsWith(parent) && it.length === parent.length + 3).map((it) => Number(it.slice(-3)))
  const own = numbers.filter((it) => it > 900 === exclusive)
  return parent + String(Math.max(exclusive ? 900 : 0, ...own) + 1).padStart(3, '0')
}

/** A name as it stands on the map: without the kind of committee, and without the name of the place around it. */
export function shortName(name: string, within?: string): string {
  const bare = (text: string) => text.replace(/居民委员会|村民委员会/, '')
  return bare(name).replace(within ? bare(within) : '', '') || name
}

/** Where the line a–b meets the side p–q: how far along each, from 0 to 1. */
function meets(a: Position, b: Position, p: Position, q: Position): { along: number; side: number; at: Position } | null {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]]
  const [sx, sy] = [q[0] - p[0], q[1] - p[1]]
  const cross = rx * sy - ry * sx
  if (cross === 0) return null
  const along = ((p[0] - a[0]) * sy - (p[1] - a[1]) * sx) / cross
  const side = ((p[0] - a[0]) * ry - (p[1] - a[1]) * rx) / cross
  if (along < 0 || along > 1 || side < 0 || side >= 1) return null
  return { along, side, at: [a[0] + along * rx, a[1] + along * ry] }
}

/**
 * Cuts an outline in two along a line that crosses its edge exactly twice. Null when it does not, or when the outline has several parts or holes:
 * such a place is cut in a proper tool and imported.
 */
export function cut(outline: Outline, line: Position[]): [Outline, Outline] | null {
  const all = parts(outline)
  if (all.length !== 1 || all[0]!.length !== 1 || line.length < 2) return null
  const ring = all[0]![0]!.slice(0, -1) as Position[]
  const hits: { leg: number; along: number; side: number; where: number; at: Position }[] = []
  for (let leg = 0; leg < line.length - 1; leg++)
    for (let i = 0; i < ring.length; i++) {
      const hit = meets(line[leg]!, line[leg + 1]!, ring[i]!, ring[(i + 1) % ring.length]!)
      if (hit) hits.push({ leg, along: hit.along, side: i, where: i + hit.side, at: hit.at })
    }
  hits.sort((x, y) => x.leg - y.leg || x.along - y.along)
  if (hits.length !== 2 || hits[0]!.where === hits[1]!.where) return null
  const [first, last] = hits as [(typeof hits)[0], (typeof hits)[0]]
  const across = [first.at, ...line.slice(first.leg + 1, last.leg + 1), last.at]
  const round = (from: (typeof hits)[0], to: (typeof hits)[0]): Position[] => {
    const way: Position[] = []
    for (let i = from.side; ; ) {
      if (i === to.side && (from.side !== to.side || to.where > from.where || way.length > 0)) break
      i = (i + 1) % ring.length
      way.push(ring[i]!)
      if (i === to.side) break
    }
    return way
  }
  const one = closed([...across, ...round(last, first)])
  const other = closed([...[...across].reverse(), ...round(first, last)])
  return one && other ? [one, other] : null
}

/** The share of the first part, for a first guess at its homes. */
export function share(pair: [Outline, Outline]): number {
  const [one, other] = pair.map(squareMetres) as [number, number]
  return one + other === 0 ? 0.5 : one / (one + other)
}

/** A feature as the import wants it. */
export const feature = (place: { code: string; name: string; kind: string; households?: number | null; residents?: number | null }, outline: Outline) => ({
  type: 'Feature',
  properties: { code: place.code, name: place.name, kind: place.kind, ...(place.households == null ? {} : { households: place.households }), ...(place.residents == null ? {} : { residents: place.residents }) },
  geometry: { type: outline.type, coordinates: outline.coordinates },
})

export const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features })
