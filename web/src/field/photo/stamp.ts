/** The size a photo is sent in: never larger than `most` on its long side, never grown. */
export function fitted(width: number, height: number, most = 1600): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const two = (n: number) => String(n).padStart(2, '0')

/** The lines drawn into a photo: when, then where as far as known. */
export function lines(at: Date, place: string, point: { lon: number; lat: number } | null): string[] {
  const time = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
  const where = [place, point ? `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}` : ''].filter(Boolean).join('  ')
  return where ? [time, where] : [time]
}
