import { ref, toRaw } from 'vue'
import { newKey } from '@/shared/api/client'
import { shelf, type Draft } from './store'

/** The drafts of this phone, the latest change first. */
export const drafts = ref<Draft[]>([])

export const emptyDraft = (now = Date.now()): Draft => ({
  id: newKey(),
  key: newKey(),
  text: '',
  place: '',
  phone: '',
  name: '',
  channel: 'snap',
  shots: [],
  waiting: false,
  attempted: false,
  changed: now,
})

/** Whether there is anything worth keeping. */
export const worthKeeping = (draft: Draft) => Boolean(draft.text.trim() || draft.place.trim() || draft.shots.length || draft.phone.trim())

/** Proxies cannot be stored. */
const plain = (draft: Draft): Draft => ({
  ...toRaw(draft),
  point: draft.point && { ...toRaw(draft.point) },
  form: draft.form && (JSON.parse(JSON.stringify(draft.form)) as Draft['form']),
  fields: draft.fields && (JSON.parse(JSON.stringify(draft.fields)) as Draft['fields']),
  shots: draft.shots.map((it) => ({ ...toRaw(it) })),
})

export async function readDrafts() {
  const kept = await (await shelf()).getAll('drafts')
  drafts.value = kept.sort((a, b) => b.changed - a.changed)
  return drafts.value
}

export async function draftOf(id: string) {
  return (await shelf()).get('drafts', id)
}

export async function keepDraft(draft: Draft) {
  draft.changed = Date.now()
  await (await shelf()).put('drafts', plain(draft))
  await readDrafts()
}

export async function dropDraft(id: string) {
  await (await shelf()).delete('drafts', id)
  await readDrafts()
}
