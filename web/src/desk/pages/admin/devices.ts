/** A connection over which devices speak, and how its line stands. */
export interface ConnectionLine { key: string; name: string; en: string; by: 'mqtt' | 'http' | 'sandbox'; paused: boolean; lacksPassword: boolean; line: 'idle' | 'up' | 'down'; since: string; error?: string | null; heardAt?: string | null; heard: number; unread: number; strange: number; lastWrong?: string | null; lostNumber?: string | null }

export interface Reading { name: string; value: string }

export const KINDS = ['smoke', 'water-level', 'manhole', 'bin', 'door', 'call-button', 'camera-point', 'other'] as const
export const STATES = ['alarm', 'offline', 'muted', 'unheard', 'ok'] as const

/** A device of the register, as it stands. */
export interface DeviceLine { id: string; connection: string; key: string; kind: (typeof KINDS)[number]; name: string; place: string; area?: string | null; lon?: number | null; lat?: number | null; link?: string | null; state: (typeof STATES)[number]; seenAt?: string | null; readings: Reading[]; battery?: number | null; waits: boolean; repeats: number; matter?: string | null; number?: string | null; lost?: string | null; lostNumber?: string | null; mutedUntil?: string | null; mutedWhy: string }

export interface DeviceWhole {
  device: DeviceLine
  heard: { at: string; receivedAt: string; readings: Reading[] }[]
  alarms: { turn: 'raised' | 'repeated' | 'cleared' | 'lost' | 'found' | 'muted' | 'unmuted'; at: string; readings: Reading[]; matter?: string | null; number?: string | null; opened: boolean }[]
}

/** What would become of a message. */
export interface Tried { wrong?: string | null; rule?: number | null; kind?: string | null; device?: string | null; name?: string | null; message?: string | null; at?: string | null; battery?: number | null; readings: Reading[]; on: boolean; off: boolean; phase?: string | null; turn?: string | null; title?: string | null; text?: string | null }

/** How a connection is: the worst first. */
export function health(it: ConnectionLine): 'password' | 'paused' | 'down' | 'idle' | 'well' {
  if (it.paused) return 'paused'
  if (it.lacksPassword) return 'password'
  if (it.by !== 'mqtt') return 'well'
  return it.line === 'up' ? 'well' : it.line
}

/** The colour of how it is. */
export const shade = (it: ReturnType<typeof health>) => (it === 'well' ? 'ok' : it === 'down' || it === 'password' ? 'late' : 'warn')

/** The colour of how a device is. */
export const mark = (it: DeviceLine['state']) => ({ alarm: 'late', offline: 'late', muted: 'warn', unheard: '', ok: 'ok' })[it]

/** Readings as one line. */
export const said = (readings: Reading[]) => readings.map((it) => `${it.name}=${it.value}`).join('  ')

/** The end of the day that lies so many days ahead, as the server takes it; `now` in milliseconds. */
export const ahead = (days: number, now = Date.now()) => new Date(now + days * 86_400_000).toISOString()

/** What a new file begins with. */
export const SAMPLE = `connection: riverside
name: 沿河感知设备
en: Devices along the river
by: mqtt                # mqtt · http · sandbox
mqtt:
  server: ssl://mqtt.example.org:8883
  version: 5            # 5 · 3.1.1
  client: huying-riverside
  user: huying
  topics: ["river/#"]
rules:
  - topic: river/{device}/level
    kind: water-level
    time: { at: /ts, as: millis }
    readings:
      level: { at: /data/level }
    alarm:
      on: reading.level > 3.5
      off: reading.level < 3.2
      for: 1min
      quiet: 30min
      title: 水位 {reading.level} 米：{name}
    lost: { after: 2h }
`

/** The key that a file says it is of. */
export const keyOf = (file: string) => /^connection:\s*([a-z][a-z0-9-]{1,35})\s*(?:#.*)?$/m.exec(file)?.[1] ?? ''
