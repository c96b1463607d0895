import { ref } from 'vue'
import { api, given } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'
import { asked, carried } from '@/shared/fields'
import { i18n } from '@/shared/i18n'
import { readDrafts, keepDraft, dropDraft } from './drafts'
import { keepMine } from './mine'
import { stayAt } from './prefs'
import { regionCode, welcome } from './region'
import { named } from './named'
import type { Draft, Mine } from './store'
import { titleOf } from './title'

/** Ids of drafts that are on their way just now. */
export const going = ref<string[]>([])

/** What is sent of a draft. */
export function reportOf(draft: Draft, title: string) {
  const phone = draft.phone.replace(/[\s-]/g, '')
  return {
    channel: draft.channel,
    title,
    text: draft.text.trim() || title,
    place: draft.place.trim() || undefined,
    area: draft.point ? undefined : draft.area,
    point: draft.point,
    item: draft.item,
    fields: carried(asked(draft.form ?? null), draft.fields ?? {}),
    contact: phone || draft.name.trim() ? { phone: phone || undefined, name: draft.name.trim() || undefined, sms: phone && draft.sms ? true : undefined } : undefined,
    attachments: draft.shots.flatMap((it) => it.uploaded ?? []),
  }
}

/** Nothing said no: the network, a busy server. Worth trying again with the same key. */
export const passing = (e: unknown) => e instanceof Problem && (e.offline || e.status >= 500 || e.status === 429)

async function upload(region: string, draft: Draft) {
  for (const shot of draft.shots.filter((it) => !it.uploaded)) {
    const form = new FormData()
    form.append('file', shot.blob, 'photo.jpg')
    const sent = given(await api.POST('/api/v1/{region}/attachments', { params: { path: { region }, header: { 'Idempotency-Key': shot.id } }, body: form as never, bodySerializer: (it) => it as never }))
    shot.uploaded = sent.id
    await keepDraft(draft)
  }
}

async function titled(draft: Draft) {
  const item = (await welcome()).items.find((it) => it.key === draft.item)
  return titleOf(draft.text, item ? named(item) : i18n.global.t('resident.report.untitled'))
}

/**
 * Sends a draft: pictures first, then the words. Every part carries its own key, so what was sent twice is there once.
 * Without an answer the draft waits; refused, it is open again and the refusal is thrown.
 */
export async function send(draft: Draft): Promise<Mine | null> {
  if (going.value.includes(draft.id)) return null
  going.value = [...going.value, draft.id]
  try {
    draft.waiting = true
    await keepDraft(draft)
    const region = await regionCode()
    await upload(region, draft)
    const body = reportOf(draft, await titled(draft))
    draft.attempted = true
    await keepDraft(draft)
    const receipt = given(await api.POST('/api/v1/{region}/matters', { params: { path: { region }, header: { 'Idempotency-Key': draft.key } }, body }))
    const { matter } = receipt
    const kept: Mine = { number: matter.number, secret: receipt.trackingSecret, id: matter.id, title: matter.title, at: matter.reportedAt, area: matter.area.code }
    await keepMine(kept)
    stayAt({ code: matter.area.code, name: matter.area.names.at(-1)! }, false)
    await dropDraft(draft.id)
    return kept
  } catch (e) {
    if (passing(e)) return null
    draft.waiting = false
    draft.attempted = false
    await keepDraft(draft)
    throw e
  } finally {
    going.value = going.value.filter((it) => it !== draft.id)
  }
}

/** Tries all that wait; what is refused stays as a draft. */
export async function flush() {
  if (!navigator.onLine) return
  for (const draft of (await readDrafts()).filter((it) => it.waiting)) await send(draft).catch(() => undefined)
}

/** Tries again when the network comes back, and now and then. */
export function keepTrying() {
  addEventListener('online', () => void flush())
  setInterval(() => void flush(), 30_000)
  setTimeout(() => void flush(), 2_500)
}
