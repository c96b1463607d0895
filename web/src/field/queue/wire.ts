import { problemOf } from '@/shared/api/problem'
import { i18n } from '@/shared/i18n'
import type { Answer, Entry, Outcome, Photo } from './entry'
import type { Wire } from './outbox'

const REGION = /^\/api\/v1\/(\d{6})\//
/** What a subject may be, as it stands in the path of an act. */
const KINDS = ['whistles', 'tasks', 'musters'] as const
const LATER = new Set([408, 425, 429, 500, 502, 503, 504])

interface View {
  id?: string
  version?: number
  number?: string
  matter?: View
}

/** Whether a refusal is for a person, or only says "not now". */
export function waits(status: number, code: string): boolean {
  return LATER.has(status) || (status === 409 && code === 'key-in-use')
}

/** The outcome of an answer that came. */
export async function outcomeOf<T>(response: Response, read: (body: View) => T): Promise<Outcome<T>> {
  if (response.ok) return { kind: 'done', answer: read((await response.json()) as View) }
  if (response.status === 401) return { kind: 'signed-out' }
  const { document } = await problemOf(response)
  if (!waits(response.status, document.code)) return { kind: 'refused', problem: document }
  const after = Number(response.headers.get('Retry-After'))
  return { kind: 'later', wait: after > 0 ? after * 1000 : null }
}

/** What was done to is answered itself, or inside a receipt; somebody's word is answered alone. A whistle has a matter beside it, and is not that matter. */
const seen = (body: View, subject: string): Answer => {
  const it = body.version === undefined && body.matter ? body.matter : body
  return { subject: it.id ?? subject, number: it.number ?? '', version: it.version ?? 0 }
}

/** The wire over `fetch`; `csrf` is asked each time, for a sign-in may have happened between. */
export function wireOver(csrf: () => string, call: typeof fetch = (...it) => fetch(...it)): Wire {
  const ask = async <T>(path: string, init: RequestInit, read: (body: View) => T): Promise<Outcome<T>> => {
    try {
      return await outcomeOf(await call(path, { credentials: 'same-origin', ...init }), read)
    } catch {
      return { kind: 'nobody' }
    }
  }
  const head = (more: Record<string, string>) => ({ 'Accept-Language': i18n.global.locale.value, ...more })
  return {
    upload(photo: Photo, entry: Entry) {
      const form = new FormData()
      form.append('file', new Blob([photo.bytes], { type: photo.type }), photo.type === 'image/png' ? 'photo.png' : 'photo.jpg')
      return ask(`/api/v1/${REGION.exec(entry.path)![1]}/attachments`, { method: 'POST', body: form, headers: head({ 'X-CSRF-Token': csrf(), 'Idempotency-Key': photo.key }) }, (it) => it.id!)
    },
    send(entry: Entry, body: unknown) {
      const seenVersion: Record<string, string> = entry.version === null ? {} : { 'If-Match': `"${entry.version}"` }
      const headers = head({ 'X-CSRF-Token': csrf(), 'Idempotency-Key': entry.key, 'Content-Type': 'application/json', ...seenVersion })
      return ask(entry.path.replace('{subject}', entry.subject), { method: 'POST', body: JSON.stringify(body ?? {}), headers }, (it) => seen(it, entry.subject))
    },
    version(entry: Entry) {
      const region = REGION.exec(entry.path)![1]!
      const kind = KINDS.find((it) => entry.path.includes(`/${it}/`)) ?? 'matters'
      return ask(`/api/v1/${region}/${kind}/${entry.subject}`, { headers: head({}), cache: 'no-store' }, (it) => it.version ?? 0)
    },
  }
}
