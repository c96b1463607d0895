/** The outline of a place: GeoJSON rings in longitude and latitude. */
export interface Outline { code: string; rings: [number, number][][] }

/** A place on paper: its path, where its name stands, and how much room it has there. */
export interface Drawn { code: string; path: string; x: number; y: number; width: number; height: number }

export interface Geometry { type: string; coordinates: unknown }

/** The outer rings and holes of a Polygon or MultiPolygon. */
export function ringsOf(geometry: Geometry | null | undefined): [number, number][][] {
  if (geometry?.type === 'Polygon') return geometry.coordinates as [number, number][][]
  if (geometry?.type === 'MultiPolygon') return (geometry.coordinates as [number, number][][][]).flat()
  return []
}

interface Box { west: number; east: number; south: number; north: number }

function boxOf(points: Iterable<[number, number]>): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  for (const [x, y] of points) {
    box.west = Math.min(box.west, x)
    box.east = Math.max(box.east, x)
    box.south = Math.min(box.south, y)
    box.north = Math.max(box.north, y)
  }
  return box
}

/** Fits outlines into a sheet, true to shape at their middle latitude. */
export function fit(outlines: readonly Outline[], width: number, height: number, margin = 0): Drawn[] {
  const all = boxOf(outlines.flatMap((it) => it.rings.flat()))
  if (!Number.isFinite(all.west)) return []
  const narrow = Math.cos((((all.south + all.north) / 2) * Math.PI) / 180)
  const wide = Math.max((all.east - all.west) * narrow, 1e-9)
  const high = Math.max(all.north - all.south, 1e-9)
  const scale = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high)
  const left = (width - wide * scale) / 2
  const top = (height - high * scale) / 2
  const at = ([lon, lat]: [number, number]): [number, number] => [left + (lon - all.west) * narrow * scale, top + (all.north - lat) * scale]
  return outlines
    .filter((it) => it.rings.length > 0)
    .map(({ code, rings }) => {
      const drawn = rings.map((ring) => ring.map(at))
      const main = drawn.reduce((best, ring) => (Math.abs(area(ring)) > Math.abs(area(best)) ? ring : best))
      const box = boxOf(main)
      const [x, y] = middle(main)
      return { code, path: drawn.map(pathOf).join(''), x, y, width: box.east - box.west, height: box.north - box.south }
    })
}

const pathOf = (ring: [number, number][]) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`

function area(ring: [number, number][]): number {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += (ring[j]![0] - ring[i]![0]) * (ring[j]![1] + ring[i]![1])
  return sum / 2
}

/** The centre of a ring's surface; of a ring without surface, of its box. */
function middle(ring: [number, number][]): [number, number] {
  let twice = 0
  let x = 0
  let y = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1]
    twice += cross
    x += (ring[j]![0] + ring[i]![0]) * cross
    y += (ring[j]![1] + ring[i]![1]) * cross
  }
  if (Math.abs(twice) > 1e-6) return [x / (3 * twice), y / (3 * twice)]
  const box = boxOf(ring)
  return [(box.west + box.east) / 2, (box.south + box.north) / 2]
}

/** The edge of a rounded square of side `size` around the origin, beginning at the top middle. */
export function squarePath(size: number): string {
  const h = size / 2
  const r = size * 0.3
  const s = size - 2 * r
  return `M0 ${-h}h${s / 2}a${r} ${r} 0 0 1 ${r} ${r}v${s}a${r} ${r} 0 0 1 ${-r} ${r}h${-s}a${r} ${r} 0 0 1 ${-r} ${-r}v${-s}a${r} ${r} 0 0 1 ${r} ${-r}z`
}
