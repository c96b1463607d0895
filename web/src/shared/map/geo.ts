/** Longitude and latitude, CGCS2000. */
export type Position = [number, number]
type Ring = number[][]

/** What GeoJSON calls a Polygon or a MultiPolygon. */
export interface Outline {
  type: string
  coordinates: number[][][] | number[][][][]
}

/** West, south, east, north. */
export type Box = [number, number, number, number]

/** The rings of every part, the outer one first. */
export const parts = (outline: Outline): Ring[][] => (outline.type === 'Polygon' ? [outline.coordinates as Ring[]] : (outline.coordinates as Ring[][]))

/** The box round all outlines; null round nothing. */
export function boxOf(outlines: Outline[]): Box | null {
  let box: Box | null = null
  for (const outline of outlines)
    for (const part of parts(outline))
      for (const [x, y] of part[0] ?? []) {
        box = box ? [Math.min(box[0], x!), Math.min(box[1], y!), Math.max(box[2], x!), Math.max(box[3], y!)] : [x!, y!, x!, y!]
      }
  return box
}

/** A few hundred metres round a point written as `lon,lat`; null for anything else. */
export function boxAt(text: unknown): Box | null {
  const [lon, lat, more] = typeof text === 'string' ? text.split(',').map(Number) : []
  if (lon === undefined || lat === undefined || more !== undefined || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 85)) return null
  return [lon - 0.003, lat - 0.003, lon + 0.003, lat + 0.003]
}

const METRES_PER_DEGREE = 111_320

function twice(ring: Ring): { area: number; x: number; y: number } {
  let area = 0
  let x = 0
  let y = 0
  for (let i = 0; i < ring.length - 1; i++) {
    const [x0, y0] = ring[i] as Position
    const [x1, y1] = ring[i + 1] as Position
    const cross = x0 * y1 - x1 * y0
    area += cross
    x += (x0 + x1) * cross
    y += (y0 + y1) * cross
  }
  return { area, x, y }
}

/** Square metres, by the flat formula at the middle latitude: good to a per mille for a county. */
export function squareMetres(outline: Outline): number {
  let sum = 0
  for (const part of parts(outline))
    part.forEach((ring, index) => {
      const middle = ring.reduce((total, it) => total + it[1]!, 0) / ring.length
      const own = (Math.abs(twice(ring).area) / 2) * METRES_PER_DEGREE ** 2 * Math.cos((middle * Math.PI) / 180)
      sum += index === 0 ? own : -own
    })
  return sum
}

/** Where the name of an outline stands: the middle of its largest part. */
export function middle(outline: Outline): Position {
  const outer = parts(outline).map((part) => part[0]!)
  const largest = outer.reduce((best, ring) => (Math.abs(twice(ring).area) > Math.abs(twice(best).area) ? ring : best))
  const { area, x, y } = twice(largest)
  return area === 0 ? (largest[0] as Position) : [x / (3 * area), y / (3 * area)]
}

export const between = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

/** The corners being drawn as a closed outline; null while there are too few. */
export const closed = (corners: Position[]): Outline | null => (corners.length < 3 ? null : { type: 'Polygon', coordinates: [[...corners, corners[0]!]] })

/** The corners of the outer ring of the first part, for moving them about. */
export const corners = (outline: Outline): Position[] => parts(outline)[0]![0]!.slice(0, -1).map((it) => [it[0]!, it[1]!])

/** To about a centimetre, as the server keeps it. */
export const rounded = (at: Position): Position => [Math.round(at[0] * 1e7) / 1e7, Math.round(at[1] * 1e7) / 1e7]
