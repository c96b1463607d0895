import { shallowReactive } from 'vue'
import { api } from '@/shared/api/client'
import { withFields, type Form } from '@/shared/fields'
import { i18n } from '@/shared/i18n'
import type { Item } from './items'
import { who } from './who'

/** What the playbook calls its kinds of proof, by key. */
const kinds = shallowReactive(new Map<string, { zh: string; en: string }>())
const asked = new Set<string>()

/** Learns the names of the playbook in force, or of the one that a matter names; each once, kept by the worker of the browser. */
export async function learnKinds(pin?: { key: string; version: number }) {
  if (!who.value) return
  const name = pin ? `${pin.key}@${pin.version}` : 'in force'
  if (asked.has(name)) return
  asked.add(name)
  try {
    const { data } = await api.GET('/api/v1/{region}/playbook/forms', { params: { path: { region: who.value.region }, query: { ...pin } } })
    for (const it of data?.evidence ?? []) kinds.set(it.key, it)
  } catch {
    asked.delete(name)
  }
}

/** A kind of proof in the playbook's words; until they came, that it is a photo. */
export function kindName(key: string): string {
  const it = kinds.get(key)
  if (!it) return i18n.global.t('field.photo.title')
  return i18n.global.locale.value === 'en' ? it.en : it.zh
}

/** What is still missing of a matter, as the place of the matter asks for it; nothing while that cannot be looked up. */
export async function formToFill(matter: { region: string; area: { code: string }; item?: { key: string } | null; missing: readonly string[] }): Promise<Form | null> {
  const query = { area: matter.area.code, ...(matter.item ? { item: matter.item.key } : {}) }
  const form = await api.GET('/api/v1/{region}/matters/form', { params: { path: { region: matter.region }, query } }).then((it) => it.data ?? null, () => null)
  return form && { ...form, fields: form.fields.filter((it) => matter.missing.includes(it.key)).map((it) => ({ ...it, required: true })) }
}

/** What the worker's place asks for about an item; without a network what it asks for whatever the item, and what the catalogue says of it. */
export async function formFor(item: Pick<Item, 'key' | 'fields'> | null): Promise<Form | null> {
  const me = who.value
  if (!me) return null
  const ask = async (about: string | undefined) => (await api.GET('/api/v1/{region}/matters/form', { params: { path: { region: me.region }, query: { ...(me.area ? { area: me.area } : {}), ...(about ? { item: about } : {}) } } })).data ?? null
  try {
    return await ask(item?.key)
  } catch {
    const plain = item ? await ask(undefined).catch(() => null) : null
    return plain && withFields(plain, item!.fields)
  }
}
