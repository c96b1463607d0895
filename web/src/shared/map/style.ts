import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Outline } from './geo'

/** How an area is drawn; the words stand in the legend of whoever shows it. */
export type AreaLook = 'whole' | 'frame' | 'grid' | 'exclusive' | 'edit' | 'new' | 'removed' | 'overlap' | 'gap' | 'level0' | 'level1' | 'level2' | 'level3' | 'level4'

export interface MapArea {
  id: string
  outline: Outline
  look: AreaLook
  name?: string
  note?: string
}

/** A point: an open matter, a near-duplicate, the one in question, a whistle, me, or a bunch of `count`. */
export interface MapSpot {
  id: string
  lon: number
  lat: number
  look: 'matter' | 'near' | 'pin' | 'whistle' | 'me' | 'cluster'
  count?: number
  /** Of a bunch: the share due soon or late, from 0 to 1. */
  pressing?: number
  late?: boolean
  name?: string
}

const NAMES = {
  land: '--map-land', halo: '--map-halo', text: '--map-text', grid: '--map-grid', block: '--map-block', road: '--map-road-line',
  ok: '--ok', warn: '--warn', fill: '--warn-fill', late: '--late', ink: '--ink', ink3: '--ink-3', card: '--card', brand: '--brand', onBrand: '--on-brand', info: '--info', whistle: '--whistle',
  level0: '--l0', level1: '--l1', level2: '--l2', level3: '--l3', level4: '--l4',
} as const

export type MapColours = Record<keyof typeof NAMES, string>

/** The colours of the map out of the tokens. A map cannot read CSS variables, so they are looked up and set again when the look changes. */
export function colours(token: (name: string) => string): MapColours {
  const found = Object.entries(NAMES).map(([key, name]) => [key, token(name)] as const)
  const of = Object.fromEntries(found) as MapColours
  for (const level of ['level0', 'level1', 'level2', 'level3', 'level4'] as const) of[level] ||= of.block
  return of
}

const look = (cases: Record<string, string | number>, otherwise: string | number) =>
  ['match', ['get', 'look'], ...Object.entries(cases).flat(), otherwise] as unknown as ExpressionSpecification
const chosen = (yes: number, no: unknown) => ['case', ['get', 'chosen'], yes, no] as unknown as ExpressionSpecification
const only = (...looks: AreaLook[]) => ['in', ['get', 'look'], ['literal', looks]] as never

/** What is put between the land and the areas, and on top of everything. */
export interface Between {
  below: LayerSpecification[]
  above: LayerSpecification[]
}

/** Everything the map draws, in its order: land, what lies below, areas, their edges, the outline in hand, points, names. */
export function layers(c: MapColours, textSize: number, between: Between = { below: [], above: [] }): LayerSpecification[] {
  const edge = look({ frame: c.grid, edit: c.grid, new: c.ok, removed: c.ink3, overlap: c.late, gap: c.warn }, c.grid)
  return [
    { id: 'land', type: 'background', paint: { 'background-color': c.land } },
    ...between.below,
    {
      id: 'area-fill', type: 'fill', source: 'areas',
      paint: {
        'fill-color': look({ new: c.ok, removed: c.ink3, overlap: c.late, gap: c.fill, level0: c.level0, level1: c.level1, level2: c.level2, level3: c.level3, level4: c.level4 }, c.grid),
        'fill-opacity': chosen(0.16, look({ whole: 0, frame: 0.04, new: 0.08, removed: 0.06, overlap: 0.12, gap: 0.1, level0: 1, level1: 1, level2: 1, level3: 1, level4: 1 }, 0.08)),
        'fill-antialias': false,
      },
    },
    { id: 'area-hatch', type: 'fill', source: 'areas', filter: only('new', 'removed', 'overlap', 'gap'), paint: { 'fill-pattern': ['concat', 'hatch-', ['get', 'look']] as never, 'fill-opacity': 0.6 } },
    { id: 'area-edge-dashed', type: 'line', source: 'areas', filter: ['all', only('grid', 'gap'), ['!', ['get', 'chosen']]] as never, layout: { 'line-join': 'round' }, paint: { 'line-color': edge, 'line-width': 1.6, 'line-dasharray': [4, 2.5] } },
    { id: 'area-edge-dotted', type: 'line', source: 'areas', filter: ['all', only('exclusive'), ['!', ['get', 'chosen']]] as never, layout: { 'line-cap': 'round' }, paint: { 'line-color': c.grid, 'line-width': 2, 'line-dasharray': [0.1, 2] } },
    { id: 'area-edge', type: 'line', source: 'areas', filter: ['any', ['get', 'chosen'], only('whole', 'frame', 'edit', 'new', 'removed', 'overlap', 'level0', 'level1', 'level2', 'level3', 'level4')] as never, layout: { 'line-join': 'round' }, paint: { 'line-color': edge, 'line-width': chosen(3.5, look({ whole: 2.5, frame: 1.4, edit: 3, new: 3, overlap: 2 }, 1)) } },
    { id: 'shape-halo', type: 'line', source: 'shape', layout: { 'line-join': 'round' }, paint: { 'line-color': c.card, 'line-width': 7 } },
    { id: 'shape', type: 'line', source: 'shape', layout: { 'line-join': 'round' }, paint: { 'line-color': c.ink, 'line-width': 2.5, 'line-dasharray': [3, 2] } },
    { id: 'spots', type: 'symbol', source: 'spots', layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'symbol-sort-key': ['get', 'order'] } },
    {
      id: 'names', type: 'symbol', source: 'names',
      layout: {
        'text-field': ['format', ['get', 'name'], { 'font-scale': 1 }, ['case', ['==', ['get', 'note'], ''], '', ['concat', '\n', ['get', 'note']]], { 'font-scale': 0.78, 'text-color': c.text, 'text-font': ['literal', ['sans']] }] as never,
        'text-font': ['sans bold'], 'text-size': textSize, 'text-max-width': 9, 'text-line-height': 1.35, 'text-padding': 3, 'symbol-sort-key': ['get', 'order'],
      },
      paint: { 'text-color': look({ new: c.ok, overlap: c.late, gap: c.warn, removed: c.ink3 }, c.grid), 'text-halo-color': c.halo, 'text-halo-width': 2 },
    },
    ...between.above,
  ]
}
