import type { ProblemDocument } from '@/shared/api/problem'

/** An act of a person that the server has not confirmed yet, as it lies in the phone. */
export interface Entry {
  /** Stays the same for the life of the entry; `order` says when it was done among the others. */
  id: string
  order: number
  /** The Idempotency-Key: the same until the server has definitely said no and a person tries again. */
  key: string
  account: string
  /** The matter or whistle, or the id of the unsent report that will become one. */
  subject: string
  /** What is done: `report`, `handle`, `check-in`… */
  act: string
  /** Which shape the body has, `handle@1`; a later app knows what it is looking at. */
  form: string
  /** Where it goes; `{subject}` stands for the subject's id. */
  path: string
  /** Where a photo is named, `{ photo: id }` stands for its attachment. */
  body: unknown
  /** The version that was on the screen, for If-Match; null where nothing existed yet. */
  version: number | null
  /** The entry before it on the same subject: its answer tells the version. */
  after: string | null
  /** For the lists of the phone: what the matter is called, and the number if it has one. */
  title: string
  number: string
  at: number
  tries: number
  /** Not before. */
  next: number
  state: 'waiting' | 'stuck'
  problem: ProblemDocument | null
}

/** A photo of an entry; it is sent once, under a key of its own. */
export interface Photo {
  id: string
  entry: string
  key: string
  type: string
  bytes: ArrayBuffer
  attachment: string | null
}

/** What was sent, kept for a day so that a person sees it went out. */
export interface Sent {
  id: string
  act: string
  subject: string
  title: string
  number: string
  at: number
  sent: number
  account: string
}

/** The subject as the server answered it after an act. */
export interface Answer {
  subject: string
  number: string
  version: number
}

/** How a call ended. `later` is the server's trouble, `nobody` the network's, `refused` is for a person. */
export type Outcome<T> =
  | { kind: 'done'; answer: T }
  | { kind: 'refused'; problem: ProblemDocument }
  | { kind: 'later'; wait: number | null }
  | { kind: 'nobody' }
  | { kind: 'signed-out' }

/** The body with every `{ photo: id }` turned into its attachment. */
export function withAttachments(body: unknown, attachments: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(body)) return body.map((it) => withAttachments(it, attachments))
  if (body === null || typeof body !== 'object') return body
  const only = body as { photo?: unknown }
  if (typeof only.photo === 'string' && Object.keys(body).length === 1) return attachments.get(only.photo)
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, withAttachments(value, attachments)]))
}

/**
 * The body without the fields that the place does not know (any more): a report that waited over the end of a mode is not lost for
 * what that mode asked. What merely does not fit stays, for a person to see.
 */
export function withoutUnknown(body: unknown, problem: ProblemDocument | null): unknown {
  const gone = (problem?.errors ?? []).flatMap((it) => (it.code === 'unknown' && it.path?.startsWith('fields.') ? [it.path.slice('fields.'.length)] : []))
  const fields = (body as { fields?: Record<string, unknown> } | null)?.fields
  if (!fields || !gone.length) return body
  const left = Object.fromEntries(Object.entries(fields).filter(([key]) => !gone.includes(key)))
  return { ...(body as object), fields: left }
}

/** How long to wait after so many tries: 2 s, 4 s, … 5 min. */
export const backOff = (tries: number) => Math.min(2 ** Math.max(tries, 1) * 1000, 300_000)

/**
 * What may go out now, the oldest first: nothing of a subject goes before what was done to it earlier.
 */
export function ready(entries: readonly Entry[], now: number): Entry[] {
  const blocked = new Set<string>()
  const free: Entry[] = []
  for (const entry of [...entries].sort((a, b) => a.order - b.order)) {
    if (blocked.has(entry.subject)) continue
    blocked.add(entry.subject)
    if (entry.state === 'waiting' && entry.next <= now) free.push(entry)
  }
  return free
}

/** When the next one may go out, or null when nothing waits for time. */
export function nextAt(entries: readonly Entry[]): number | null {
  const times = ready(entries.map((it) => (it.state === 'waiting' ? { ...it, next: 0 } : it)), 0).map((it) => entries.find((own) => own.id === it.id)!.next)
  return times.length ? Math.min(...times) : null
}
