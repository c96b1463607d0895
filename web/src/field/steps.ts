import type { components } from '@/shared/api/schema'
import { carried, unfit, type Field, type Value } from '@/shared/fields'

export type Offer = components['schemas']['StepOffer']
export type MatterView = components['schemas']['MatterView']

/** What a form of a step asks for. The words of each are `field.act.<act>.…`. */
export interface Form {
  icon: string
  /** The name of the field of the body that takes the words; without it none are asked for. */
  words?: string
  /** Whether the words may stay empty. */
  free?: boolean
  /** Offers photos even where the offer names no kind; this is the kind they get. */
  photos?: string
  /** Handles the matter, so what its item asks of handling is asked here too. */
  handles?: boolean
  /** Asks whether it is all right: the site check. */
  verdict?: boolean
  /** Asks for a date in the future. */
  until?: boolean
  /** Names the unit the worker works for. */
  unit?: boolean
  /** Asks how the invitation is made. */
  way?: boolean
  /** Needs the place of now. */
  point?: boolean
  /** Asks for what the report should carry and does not. */
  fields?: boolean
  /** Goes out as it is, after one question. */
  plain?: boolean
}

/** The steps a phone can do, the likeliest first. What is not here is done at a desk. Which of them may be done, the server says. */
export const FORMS: Readonly<Record<string, Form>> = {
  accept: { icon: 'i-check', plain: true },
  acknowledge: { icon: 'i-check', plain: true },
  join: { icon: 'i-check', plain: true, unit: true },
  handle: { icon: 'i-check', words: 'outcome', photos: 'photo-site' },
  contribute: { icon: 'i-check', words: 'words', photos: 'photo-site', unit: true },
  verify: { icon: 'i-eye', words: 'note', free: true, verdict: true, photos: 'photo-site' },
  invite: { icon: 'i-qr', way: true },
  document: { icon: 'i-edit', words: 'words', photos: 'photo-site' },
  dispatch: { icon: 'i-flag', plain: true },
  spot: { icon: 'i-bulb', words: 'words', photos: 'photo-site', handles: true, unit: true },
  escalate: { icon: 'i-up', words: 'words' },
  return: { icon: 'i-undo', words: 'reason' },
  ask: { icon: 'i-phone', words: 'words', until: true },
  resume: { icon: 'i-clock', plain: true },
  decline: { icon: 'i-x', words: 'words', unit: true },
  fill: { icon: 'i-edit', fields: true },
  locate: { icon: 'i-locate', point: true, plain: true },
  comment: { icon: 'i-chat', words: 'words' },
}

const ORDER = Object.keys(FORMS)
const FIRST = new Set(['accept', 'acknowledge', 'join', 'handle', 'contribute', 'verify', 'invite', 'document', 'dispatch', 'spot'])

/** The offers a phone can do, the filled button first. Filling in is for what is `missing`. */
export function arranged(offers: readonly Offer[], missing: readonly string[] = []): { main: Offer | null; others: Offer[] } {
  const able = offers.filter((it) => it.act in FORMS && (it.act !== 'fill' || missing.length)).sort((a, b) => ORDER.indexOf(a.act) - ORDER.indexOf(b.act))
  const main = able.find((it) => FIRST.has(it.act)) ?? null
  return { main, others: able.filter((it) => it !== main) }
}

/** The kinds of proof a step asks for: what the offer names; where it names none and the step handles the matter, what the item asks for. */
export const proofs = (offer: Offer, item: readonly string[] = []): string[] => (offer.evidence.length || !FORMS[offer.act]?.handles ? [...offer.evidence] : [...item])

export interface Filled {
  words: string
  passed: boolean | null
  invites: boolean
  until: string
  unit: string | null
  way: string
  point: { lon: number; lat: number } | null
  /** What was filled in, by the keys of the form. */
  fields: Record<string, Value>
  /** Photos by kind. */
  photos: Readonly<Record<string, readonly string[]>>
}

export const blank = (): Filled => ({ words: '', passed: null, invites: false, until: '', unit: null, way: 'code', point: null, fields: {}, photos: {} })

/** What still stands in the way of sending: keys of `field.need.…`, none when ready. */
export function lacking(offer: Offer, kinds: readonly string[], filled: Filled, now: number, asked: readonly Field[] = []): string[] {
  const form = FORMS[offer.act]!
  const wanting: string[] = []
  if (form.verdict && filled.passed === null) wanting.push('verdict')
  if (form.words && !filled.words.trim() && (!form.free || filled.passed === false)) wanting.push('words')
  if (!(form.verdict && filled.passed === false)) for (const kind of kinds) if (!filled.photos[kind]?.length) wanting.push(`photo.${kind}`)
  if (form.until && !(Date.parse(filled.until) > now)) wanting.push('until')
  if (form.unit && !filled.unit) wanting.push('unit')
  if (form.point && !filled.point) wanting.push('point')
  if (form.fields && !carried(asked, filled.fields)) wanting.push('fill')
  if (form.fields && asked.some((it) => unfit(it, filled.fields[it.key]))) wanting.push('fields')
  return wanting
}

/** The body of the step, with photos standing for their attachments. */
export function body(offer: Offer, filled: Filled, asked: readonly Field[] = []): Record<string, unknown> {
  const form = FORMS[offer.act]!
  const out: Record<string, unknown> = {}
  if (form.words && (filled.words.trim() || !form.free)) out[form.words] = filled.words.trim()
  if (form.verdict) Object.assign(out, { passed: filled.passed, ...(filled.passed && filled.invites ? { invites: true } : {}) })
  if (form.until) out.until = new Date(filled.until).toISOString()
  if (form.unit) out.unit = filled.unit
  if (form.way) out.way = filled.way
  if (form.point) out.point = filled.point
  if (form.fields) out.fields = carried(asked, filled.fields)
  const evidence = Object.entries(filled.photos).flatMap(([kind, ids]) => ids.map((id) => ({ kind, attachment: { photo: id } })))
  if (evidence.length) out.evidence = evidence
  return out
}

/** A step as the history tells it. */
export interface Moved {
  seq: number
  at: string
  actor: string
  act: string
  from: string
  to: string
  note: string
  facts: Record<string, unknown>
}

/** Steps by which somebody calls; the rest answer. */
const CALLS = new Set(['report', 'rate', 'reopen', 'answer', 'remind', 'withdraw', 'supervise', 'instruct', 'ask'])
export const isCall = (act: string) => CALLS.has(act)

/** Newest first; moves of the system without words make no row. */
export const rows = (steps: readonly Moved[]) => [...steps].reverse().filter((it) => it.act !== 'recount' && it.act !== 'remind')
