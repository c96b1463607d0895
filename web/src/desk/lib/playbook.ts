import { computed, ref, shallowRef } from 'vue'
import { api, given } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { textOf as wordOf } from '@/shared/i18n'
import { region } from './matters'

export interface Word {
  key: string
  zh: string
  en: string
}
type Summary = components['schemas']['Summary']
export type Forms = components['schemas']['Forms']
export type Item = Word & { itemClass: string; template?: boolean }
export type Organisation = components['schemas']['OrganisationView']

const summary = shallowRef<Summary | null>(null)
const items = shallowRef<Item[]>([])
const units = shallowRef<Organisation[]>([])
/** Whether more bodies are still on their way. */
export const unitsComing = ref(false)
let asked: Record<string, Promise<unknown> | undefined> = {}

const once = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  (asked[name] ??= work().catch((e: unknown) => {
    asked[name] = undefined
    throw e
  })) as Promise<T>

export { wordOf }

/** The words of this place: channels, demands, reasons, answers. */
export function usePlaybook() {
  void once('summary', async () => (summary.value = given(await api.GET('/api/v1/{region}/playbook', { params: { path: { region: region() } } })))).catch(() => undefined)
  const name = (list: 'channels' | 'demands', key: string) => computedName(summary.value?.[list], key)
  return { summary, name }
}
const computedName = (list: Word[] | undefined, key: string) => {
  const word = list?.find((it) => it.key === key)
  return word ? wordOf(word) : key
}

const forms = shallowRef<Record<string, Forms>>({})

/** What the forms of a matter ask for, by the version of the playbook it is worked under. */
export function useForms(key: string, version: number) {
  const name = `${key}@${version}`
  void once(`forms ${name}`, async () => {
    const found = given(await api.GET('/api/v1/{region}/playbook/forms', { params: { path: { region: region() }, query: { key, version } } }))
    forms.value = { ...forms.value, [name]: found }
  }).catch(() => undefined)
  return computed(() => forms.value[name] ?? null)
}

/** All items of the catalogue, read page by page once. */
export function useItems() {
  void once('items', async () => {
    const all: Item[] = []
    let after: string | undefined
    do {
      const page = given(await api.GET('/api/v1/{region}/playbook/items', { params: { path: { region: region() }, query: { after, limit: 200 } as never } })) as unknown as { items: Item[]; next?: string | null }
      all.push(...page.items)
      after = page.next ?? undefined
    } while (after && all.length < 3000)
    items.value = all
  }).catch(() => undefined)
  return items
}

/** The bodies of this place, read page by page once; whoever may not read them gets none. */
export function useUnits() {
  void once('units', async () => {
    unitsComing.value = true
    let after: string | undefined
    do {
      const page = given(await api.GET('/api/v1/{region}/organisations', { params: { path: { region: region() }, query: { after, limit: 200, answering: true } as never } })) as unknown as { items: Organisation[]; next?: string | null }
      units.value = [...units.value, ...page.items]
      after = page.next ?? undefined
    } while (after && units.value.length < 4000)
  })
    .catch(() => undefined)
    .finally(() => (unitsComing.value = false))
  return units
}

export const useWords = (pick: (it: Summary) => Word[]) => {
  usePlaybook()
  return computed(() => (summary.value ? pick(summary.value).map((it) => ({ value: it.key, label: wordOf(it) })) : []))
}

export function forgetPlaybook() {
  asked = {}
  summary.value = null
  forms.value = {}
  items.value = []
  units.value = []
}

/** Entries whose name holds the words, those that begin with them first. */
export function matching<T>(all: readonly T[], words: string, name: (it: T) => string, most = 30): T[] {
  const part = words.trim().toLowerCase()
  if (!part) return all.slice(0, most)
  const hits = all.filter((it) => name(it).toLowerCase().includes(part))
  return hits.sort((a, b) => name(a).toLowerCase().indexOf(part) - name(b).toLowerCase().indexOf(part) || name(a).length - name(b).length).slice(0, most)
}
