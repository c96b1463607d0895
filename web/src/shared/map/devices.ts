import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { MapColours } from './style'
import { here } from './tiles'

/** A device as the map knows it; of an alarm or a loss the matter about it, of a camera point the link that leads out. */
export interface MapDevice {
  id: string
  name: string
  kind: string
  state: string
  place: string
  matter?: string
  number?: string
  link?: string
}

export const DEVICE_LAYER = 'devices'

export const deviceSource = (region: string): Record<string, SourceSpecification> => ({
  devices: { type: 'vector', minzoom: 4, maxzoom: 16, tiles: [here(`${region}/tiles/devices/{z}/{x}/{y}`)] },
})

const image = ['concat', 'device-', ['case', ['==', ['get', 'kind'], 'camera-point'], 'camera', 'sensor'], '-', ['get', 'state']] as unknown as ExpressionSpecification

/** What alarms lies on top; names come close up. Nothing is asked of the server while it is not visible. */
export function deviceLayer(c: MapColours, textSize: number, visible: boolean): LayerSpecification {
  return {
    id: DEVICE_LAYER, type: 'symbol', source: 'devices', 'source-layer': 'devices',
    layout: {
      visibility: visible ? 'visible' : 'none',
      'icon-image': image, 'icon-allow-overlap': true, 'symbol-sort-key': ['match', ['get', 'state'], 'alarm', 2, 'offline', 1, 0],
      'text-field': ['step', ['zoom'], '', 15, ['get', 'name']], 'text-font': ['sans bold'], 'text-size': textSize, 'text-anchor': 'top', 'text-offset': [0, 1], 'text-optional': true, 'text-max-width': 9,
    },
    paint: { 'text-color': c.text, 'text-halo-color': c.halo, 'text-halo-width': 2 },
  }
}

const ORDER = ['alarm', 'offline', 'muted', 'unheard', 'ok']
const WORDS = ['id', 'name', 'kind', 'state', 'place', 'matter', 'number', 'link'] as const

/** A device out of what a tile says of it. Only an https link is one. */
export function deviceOf(told: Record<string, unknown>): MapDevice {
  const found = Object.fromEntries(WORDS.filter((it) => typeof told[it] === 'string').map((it) => [it, told[it] as string]))
  const device = { id: '', name: '', kind: 'other', state: 'ok', place: '', ...found } as MapDevice
  if (!device.link?.startsWith('https://')) delete device.link
  return device
}

/** Each once, the worst first, then by name; a device at the rim of a tile is told of twice. */
export function devicesOf(told: Record<string, unknown>[]): MapDevice[] {
  const each = new Map(told.map((it) => [it.id, deviceOf(it)]))
  return [...each.values()].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.name.localeCompare(b.name, 'zh-CN'))
}
