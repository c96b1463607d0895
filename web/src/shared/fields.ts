import type { components } from './api/schema'

/** What a place asks for beside the words: for an item, and while a mode holds there. */
export type Form = components['schemas']['ReportForm']
export type Field = components['schemas']['FormField']
export type Value = boolean | number | string | readonly string[]
export type Values = Readonly<Record<string, Value>>

/** What is asked for now. The rest is for desks. */
export const asked = (form: Form | null): Field[] => form?.fields.filter((it) => it.required) ?? []

/** The same form with more of its fields required. */
export const withFields = (form: Form, keys: readonly string[]): Form => ({ ...form, fields: form.fields.map((it) => ({ ...it, required: it.required || keys.includes(it.key) })) })

/** What is wrong with a value; null when it fits, or when there is none yet. */
export function unfit(field: Field, value: Value | undefined): 'number' | 'text' | 'choices' | null {
  if (value === undefined || field.type === 'flag' || field.type === 'choice' || field.type === 'time') return null
  if (field.type === 'choices') return Array.isArray(value) && value.length <= field.most ? null : 'choices'
  if (field.type === 'number') return typeof value === 'number' && Number.isInteger(value) && value >= field.least && value <= field.most ? null : 'number'
  return String(value).trim().length <= field.most ? null : 'text'
}

/** A moment as it is sent, with the offset of this device; nothing for what is no moment. */
export function moment(local: string): string | undefined {
  const at = new Date(local)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** The same for an input of this device's time. */
export function local(at: Value | undefined): string {
  const it = new Date(String(at ?? ''))
  return Number.isNaN(it.getTime()) ? '' : new Date(it.getTime() - it.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** One key more or less of those chosen, in the order they are offered; nothing when none is left. */
export function turned(field: Field, chosen: Value | undefined, key: string): Value | undefined {
  if (field.type === 'choice') return chosen === key ? undefined : key
  const keys = new Set(Array.isArray(chosen) ? chosen : [])
  if (!keys.delete(key)) keys.add(key)
  return keys.size ? field.choices.map((it) => it.key).filter((it) => keys.has(it)) : undefined
}

export const isChosen = (chosen: Value | undefined, key: string) => chosen === key || (Array.isArray(chosen) && chosen.includes(key))

/** A value as it was typed; nothing for an empty field. What is no number stays as it was typed, so that it can be put right. */
export function typed(field: Field, text: string): Value | undefined {
  const words = text.trim()
  if (!words) return undefined
  return field.type === 'number' && /^-?\d{1,12}$/.test(words) ? Number(words) : text
}

export const lacking = (fields: readonly Field[], values: Values): Field[] => fields.filter((it) => values[it.key] === undefined)
export const wrong = (fields: readonly Field[], values: Values): Field[] => fields.filter((it) => unfit(it, values[it.key]))

/** What is sent: only what is asked for here and now, nothing when nothing was filled in. */
export function carried(fields: readonly Field[], values: Values): Record<string, Value> | undefined {
  const known = fields.flatMap((it) => (values[it.key] === undefined ? [] : [[it.key, values[it.key]!] as const]))
  return known.length ? Object.fromEntries(known) : undefined
}
