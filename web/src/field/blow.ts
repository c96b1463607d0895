import type { components } from '@/shared/api/schema'

export type WhistleForm = components['schemas']['WhistleForm']
export type Rung = components['schemas']['RungForm']
export type ListItem = components['schemas']['WhistleItem']

const LEVELS: Readonly<Record<number, string>> = { 6: 'county', 9: 'street', 12: 'community', 15: 'grid', 18: 'micro' }

/** The rung of the ladder on which somebody who looks after this area calls; none where that level does not whistle. */
export const rungOf = (form: WhistleForm, area: string | null): Rung | null => form.rungs.find((it) => it.by === LEVELS[area?.length ?? 0]) ?? null

/** What of the published list the words fit; all of it for no words. */
export function listed(form: WhistleForm, words: string): ListItem[] {
  const sought = words.trim().toLowerCase()
  return form.items.filter((it) => !sought || `${it.zh} ${it.en}`.toLowerCase().includes(sought))
}

/** What the list says of a matter: the item with the longest piece of its name in the words, when there is a piece of two characters. */
export function likely(form: WhistleForm, words: string): ListItem | null {
  const fits = (name: string) => {
    for (let size = name.length; size >= 2; size--) for (let at = 0; at + size <= name.length; at++) if (words.includes(name.slice(at, at + size))) return size
    return 0
  }
  const best = form.items.map((item) => ({ item, size: fits(item.zh) })).sort((a, b) => b.size - a.size)[0]
  return best && best.size >= 3 ? best.item : null
}

export interface Call {
  item: ListItem | null
  cause: string
  text: string
  /** Why, where the list has no such item. */
  reason: string
  emergency: boolean
}

/** What still stands in the way of blowing: keys of `field.lack.…`. */
export function lackingCall(form: WhistleForm, rung: Rung | null, call: Call): string[] {
  if (!rung) return ['rung']
  const wanting: string[] = []
  if (!call.text.trim()) wanting.push('words')
  if (!call.cause) wanting.push('cause')
  if (!call.item && form.items.length && !call.reason.trim()) wanting.push('reason')
  return wanting
}

/** Within one's own place: where the matter lies, if that is known finely enough. */
export const callArea = (matter: string, own: string) => (matter.startsWith(own) ? matter : own)
