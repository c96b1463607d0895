import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { api, given } from '../api/client'
import type { components } from '../api/schema'
import type { MapColours } from './style'

/** What lies under the map: the map service that the place has set up, if any. */
export type BaseMap = components['schemas']['BaseMapView']

let asked: Promise<BaseMap | null> | undefined

/** Asked once. Without one, and without a network, there is none. */
export const baseMap = () => (asked ??= api.GET('/api/v1/basemap').then(given).then((it) => (it.layers > 0 ? it : null)).catch(() => null))

/** Whose map it is and its approval number (审图号), as they must stand on it; nothing without a map. */
export const named = (base: BaseMap | null): string[] => [base?.attribution ?? '', base?.approval ?? ''].filter(Boolean)

export const here = (path: string) => `${location.origin}/api/v1/${path}`

/** The pictures of the map service, from the bottom up. */
export const baseSources = (base: BaseMap, region: string): Record<string, SourceSpecification> =>
  Object.fromEntries(
    Array.from({ length: base.layers }, (_, layer) => [
      `base-${layer}`,
      { type: 'raster', tileSize: 256, minzoom: base.shallowest, maxzoom: base.deepest, tiles: [here(`${region}/basemap/${layer}/{z}/{x}/{y}`)] },
    ]),
  )

export const baseLayers = (base: BaseMap): LayerSpecification[] =>
  Array.from({ length: base.layers }, (_, layer) => ({ id: `base-${layer}`, type: 'raster', source: `base-${layer}`, paint: { 'raster-opacity': 0.85, 'raster-fade-duration': 0 } }))

/** Outlines of the territory, and the open matters on it: bunches far off, single ones close up. */
export const tileSources = (region: string): Record<string, SourceSpecification> => ({
  territory: { type: 'vector', minzoom: 4, maxzoom: 16, tiles: [here(`${region}/tiles/territory/{z}/{x}/{y}`)] },
  matters: { type: 'vector', minzoom: 4, maxzoom: 16, tiles: [here(`${region}/tiles/matters/{z}/{x}/{y}`)] },
})

const LEVELS = ['micro-grid', 'grid', 'community', 'street', 'county'] as const
const WIDTHS = { 'micro-grid': 0.6, grid: 1.1, community: 1.5, street: 2.2, county: 3 } as const

const number = (name: string) => ['coalesce', ['get', name], 0]
const share = ['round', ['*', 20, ['/', ['+', number('late'), number('soon')], ['get', 'count']]]]
const bunch = ['concat', 'cluster-', ['to-string', ['get', 'count']], '-', ['to-string', share], '-', ['case', ['>', number('late'), 0], '1', '0']] as unknown as ExpressionSpecification
const single = ['case', ['get', 'late'], 'spot-late', ['get', 'soon'], 'spot-soon', 'spot-matter'] as unknown as ExpressionSpecification

/** Outlines below, matters above them. */
export function tileLayers(c: MapColours, textSize: number): { below: LayerSpecification[]; above: LayerSpecification[] } {
  const edges = LEVELS.map((level): LayerSpecification => ({
    id: `territory-${level}`, type: 'line', source: 'territory', 'source-layer': level, layout: { 'line-join': 'round' },
    paint: { 'line-color': level === 'micro-grid' ? c.block : c.grid, 'line-width': WIDTHS[level], 'line-opacity': level === 'grid' ? 0.7 : 1 },
  }))
  const ground: LayerSpecification = { id: 'territory-ground', type: 'fill', source: 'territory', 'source-layer': 'street', paint: { 'fill-color': c.grid, 'fill-opacity': 0.04 } }
  const names: LayerSpecification = {
    id: 'territory-names', type: 'symbol', source: 'territory', 'source-layer': 'names',
    layout: { 'text-field': ['get', 'name'], 'text-font': ['sans bold'], 'text-size': textSize, 'text-max-width': 9, 'text-padding': 6, 'symbol-sort-key': ['match', ['get', 'level'], 'county', 4, 'street', 0, 'community', 1, 'grid', 2, 3] },
    paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 2 },
  }
  const bunches: LayerSpecification = {
    id: 'matter-clusters', type: 'symbol', source: 'matters', 'source-layer': 'clusters',
    layout: { 'icon-image': bunch, 'icon-allow-overlap': true, 'symbol-sort-key': ['get', 'count'] },
  }
  const singles: LayerSpecification = { id: 'matter-singles', type: 'symbol', source: 'matters', 'source-layer': 'matters', layout: { 'icon-image': single, 'icon-allow-overlap': true } }
  return { below: [ground, ...edges, names], above: [bunches, singles] }
}
