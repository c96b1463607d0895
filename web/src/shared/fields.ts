import type { components } from './api/schema'

/** What a place asks for beside the words: for an item, and while a mode holds there. */
export type Form = components['schemas']['ReportForm']
export type Field = components['schemas']['FormField']
export type Value = boolean | number | string
export type Values = Readonly<Record<string, Value>>

/** What is asked for now. The rest is for desks. */
export const asked = (form: Form | null): Field[] => form?.fields.filter((it) => it.required) ?? []

/** The same form with more of its fields required. */
export const withFields = (form: Form, keys: readonly string[]): Form => ({ ...form, fields: form.fields.map((it) => ({ ...it, required: it.required || keys.includes(it.key) })) })

/** What is wrong with a value; null when it fits, or when there is none yet. */
export function unfit(field: Field, value: Value | undefined): 'number' | 'text' | null {
  if (value === undefined || field.type === 'flag') return null
  if (field.type === 'number') return typeof value === 'number' && Number.isInteger(value) && value >= field.least && value <= field.most ? null : 'number'
  return String(value).trim().length <= field.most ? null : 'text'
}

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
