import type { BaseMap } from './tiles'

/** A flat drawing, north up: where a point of the ground lies on it, in pixels. */
export interface Flat {
  width: number
  height: number
  at(point: { lon: number; lat: number }): { x: number; y: number }
}

/** A picture of the map service in its place on the drawing. */
export interface Square {
  key: string
  z: number
  x: number
  y: number
  left: number
  top: number
  wide: number
  high: number
}

const SIDE = 256
/** So many pictures of one layer are enough for a phone. */
const MOST = 40

const lonOf = (x: number, z: number) => (x / 2 ** z) * 360 - 180
const latOf = (y: number, z: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI
const column = (lon: number, z: number) => ((lon + 180) / 360) * 2 ** z
const rowOf = (lat: number, z: number) => ((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z

/** The drawing is linear in both ways, so two points tell where its edges lie. */
function edges(flat: Flat, near: { lon: number; lat: number }) {
  const a = flat.at(near)
  const b = flat.at({ lon: near.lon + 0.01, lat: near.lat + 0.01 })
  const perLon = (b.x - a.x) / 0.01
  const perLat = (b.y - a.y) / 0.01
  const lon = (x: number) => near.lon + (x - a.x) / perLon
  const lat = (y: number) => near.lat + (y - a.y) / perLat
  return { perLon, west: lon(0), east: lon(flat.width), north: lat(0), south: lat(flat.height) }
}

/** The pictures that cover a drawing around a point, about as large as they were drawn. */
export function squares(flat: Flat, near: { lon: number; lat: number }, { shallowest, deepest }: Pick<BaseMap, 'shallowest' | 'deepest'>): Square[] {
  const { perLon, west, east, north, south } = edges(flat, near)
  const wanted = Math.round(Math.log2((360 * perLon) / SIDE))
  for (let z = Math.min(Math.max(wanted, shallowest), deepest); z >= shallowest; z--) {
    const columns = [Math.floor(column(west, z)), Math.floor(column(east, z))] as const
    const rows = [Math.floor(rowOf(north, z)), Math.floor(rowOf(south, z))] as const
    if ((columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1) > MOST) continue
    const found: Square[] = []
    for (let y = rows[0]; y <= rows[1]; y++)
      for (let x = columns[0]; x <= columns[1]; x++) {
        const corner = flat.at({ lon: lonOf(x, z), lat: latOf(y, z) })
        const across = flat.at({ lon: lonOf(x + 1, z), lat: latOf(y + 1, z) })
        found.push({ key: `${z}/${x}/${y}`, z, x, y, left: corner.x, top: corner.y, wide: across.x - corner.x, high: across.y - corner.y })
      }
    return found
  }
  return []
}

/** A drawing of so many pixels a metre, with a point of the ground at one of its own. */
export function drawnAround(middle: { lon: number; lat: number }, frame: { width: number; height: number; x: number; y: number }, perMetre: number): Flat {
  const perLat = 111_195 * perMetre
  const perLon = perLat * Math.cos((middle.lat * Math.PI) / 180)
  return { width: frame.width, height: frame.height, at: (it) => ({ x: frame.x + (it.lon - middle.lon) * perLon, y: frame.y - (it.lat - middle.lat) * perLat }) }
}
