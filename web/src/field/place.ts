export interface Point {
  lon: number
  lat: number
}

const RADIUS = 6_371_008.8
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two points on the ground. */
export function metres(a: Point, b: Point): number {
  const dLat = rad(b.lat - a.lat)
  const dLon = rad(b.lon - a.lon)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * RADIUS * Math.asin(Math.sqrt(h))
}

/** As people say it: to 10 m below a kilometre, to 0.1 km above. */
export function rough(distance: number): { unit: 'm' | 'km'; n: string } {
  if (distance < 995) return { unit: 'm', n: String(Math.max(Math.round(distance / 10) * 10, 10)) }
  return { unit: 'km', n: distance < 9_950 ? (distance / 1000).toFixed(1) : String(Math.round(distance / 1000)) }
}

/** Where the phone is now, asked once; null when it may not or cannot say. */
export function here(patience = 8_000): Promise<Point | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((done) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lon: Number(coords.longitude.toFixed(6)), lat: Number(coords.latitude.toFixed(6)) }),
      () => done(null),
      { enableHighAccuracy: true, timeout: patience, maximumAge: 15_000 },
    ),
  )
}

export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** The box around points, with some air; a lone point gets `least` metres each way. */
export function around(points: readonly Point[], least = 220, air = 0.12): Box {
  const lons = points.map((it) => it.lon)
  const lats = points.map((it) => it.lat)
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2
  const lon = (Math.min(...lons) + Math.max(...lons)) / 2
  const perLat = 111_195
  const perLon = perLat * Math.cos(rad(lat))
  const halfLat = Math.max(((Math.max(...lats) - Math.min(...lats)) / 2) * (1 + air), least / perLat)
  const halfLon = Math.max(((Math.max(...lons) - Math.min(...lons)) / 2) * (1 + air), least / perLon)
  return { west: lon - halfLon, east: lon + halfLon, south: lat - halfLat, north: lat + halfLat }
}

/** A flat drawing of a box in a frame, north up, one scale both ways. */
export function onto(box: Box, width: number, height: number) {
  const lat = (box.south + box.north) / 2
  const squeeze = Math.cos(rad(lat))
  const scale = Math.min(width / ((box.east - box.west) * squeeze), height / (box.north - box.south))
  const midLon = (box.west + box.east) / 2
  return {
    at: (point: Point) => ({ x: width / 2 + (point.lon - midLon) * squeeze * scale, y: height / 2 - (point.lat - lat) * scale }),
    /** Length of so many metres on the drawing. */
    length: (m: number) => (m / 111_195) * scale,
  }
}
