import { api } from '@/shared/api/client'
import { who } from './who'

export interface Item {
  key: string
  zh: string
  en: string
  group: string
  /** The kinds of proof that handling it asks for. */
  proof: string[]
  /** Keys of what a report of it asks for beside the words. */
  fields: string[]
}

/** An item as the playbook lists it. */
interface Listed {
  key: string
  zh: string
  en: string
  itemClass: string
  evidence?: Record<string, string[]>
  fields?: string[]
}

const RECENT = 'huying.field.recent'
let known: Item[] = []

/** The items of the place, as the playbook has them; kept by the worker for when there is no network. */
export async function catalogue(): Promise<Item[]> {
  if (known.length || !who.value) return known
  let after: string | undefined
  const all: Item[] = []
  try {
    do {
      const { data } = await api.GET('/api/v1/{region}/playbook/items', { params: { path: { region: who.value.region }, query: { limit: 200, ...(after ? { after } : {}) } } })
      const page = data as unknown as { items: Listed[]; next?: string | null }
      all.push(...page.items.map((it) => ({ key: it.key, zh: it.zh, en: it.en, group: it.itemClass, proof: it.evidence?.handle ?? [], fields: it.fields ?? [] })))
      after = page.next ?? undefined
    } while (after && all.length < 600)
    known = all
  } catch {
    return all
  }
  return known
}

interface Recent {
  account: string
  keys: string[]
}

const recent = (account: string): string[] => {
  try {
    const kept = JSON.parse(localStorage.getItem(RECENT) ?? 'null') as Recent | null
    return kept?.account === account ? kept.keys : []
  } catch {
    return []
  }
}

/** What one reported last comes first the next time. */
export function remember(account: string, key: string) {
  localStorage.setItem(RECENT, JSON.stringify({ account, keys: [key, ...recent(account).filter((it) => it !== key)].slice(0, 6) } satisfies Recent))
}

/** What one reported last, then one of each kind, then the rest. */
export function usual(items: readonly Item[], account: string): Item[] {
  const keys = recent(account)
  const own = keys.flatMap((key) => items.find((it) => it.key === key) ?? [])
  return spread(own, items)
}

/** `first`, then the first item of each group, the second of each, and so on. */
export function spread(first: readonly Item[], items: readonly Item[]): Item[] {
  const turns = new Map<string, number>()
  const rest = items
    .filter((it) => !first.includes(it))
    .map((item, at) => {
      const turn = turns.get(item.group) ?? 0
      turns.set(item.group, turn + 1)
      return { item, turn, at }
    })
  return [...first, ...rest.sort((a, b) => a.turn - b.turn || a.at - b.at).map((it) => it.item)]
}

/** Items whose name shares letters with the words; what the phone can do by itself. */
export function guess(words: string, items: readonly Item[]): Item[] {
  const text = words.toLowerCase()
  const pairs = (name: string) => Array.from({ length: Math.max(name.length - 1, 0) }, (_, i) => name.slice(i, i + 2))
  return items
    .map((item) => ({ item, hits: pairs(item.zh).filter((it) => text.includes(it)).length + item.en.toLowerCase().split(/\W+/).filter((it) => it.length > 3 && text.includes(it)).length }))
    .filter((it) => it.hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, 3)
    .map((it) => it.item)
}

/** What the words may mean: as the server reads them, or as the phone can guess. */
export async function suggest(words: string, items: readonly Item[]): Promise<Item[]> {
  if (words.trim().length < 2 || !who.value) return []
  try {
    const { data } = await api.POST('/api/v1/{region}/suggestions/items', { params: { path: { region: who.value.region } }, body: { text: words } })
    return (data ?? []).slice(0, 3).map((it) => items.find((known) => known.key === it.item) ?? { key: it.item, zh: it.name.zh, en: it.name.en, group: '', proof: [], fields: [] })
  } catch {
    return guess(words, items)
  }
}
