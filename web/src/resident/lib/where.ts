/** Where the phone is, and how sure it is of that, in metres. */
export interface Where {
  point: { lon: number; lat: number }
  accuracy: number
}

const METRES = 111_195

/** A point so many metres to the east and north of another. */
export function moved(from: Where['point'], east: number, north: number): Where['point'] {
  const lat = from.lat + north / METRES
  const lon = from.lon + east / (METRES * Math.cos((from.lat * Math.PI) / 180))
  return { lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)) }
}

export type WhereFault = 'denied' | 'unable'

/** Asks the phone; answers a fault instead of throwing. Positions are kept to a metre. */
export function whereAmI(): Promise<Where | WhereFault> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done('unable')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ point: { lon: Number(coords.longitude.toFixed(5)), lat: Number(coords.latitude.toFixed(5)) }, accuracy: Math.round(coords.accuracy) }),
      (e) => done(e.code === e.PERMISSION_DENIED ? 'denied' : 'unable'),
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 60_000 },
    )
  })
}
