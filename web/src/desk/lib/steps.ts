import type { Matter, Offer } from './matters'

/** What a form asks for. The server says which evidence is needed; this says only how each act is filled in. */
export interface Field {
  name: string
  kind: 'words' | 'line' | 'unit' | 'units' | 'item' | 'area' | 'matter' | 'parts' | 'evidence' | 'time' | 'length' | 'check' | 'choice' | 'assist' | 'plea' | 'consult' | 'fields'
  must?: boolean
  /** Values of a choice, or the list of the playbook they are taken from. */
  from?: readonly string[] | 'rejections' | 'answers' | 'ways' | 'pleas' | 'reasons'
  start?: unknown
}

const words: Field = { name: 'words', kind: 'words', must: true }
const note: Field = { name: 'note', kind: 'words' }
const unit: Field = { name: 'unit', kind: 'unit', must: true }
const evidence: Field = { name: 'evidence', kind: 'evidence' }

/** The fields of each act. An act without any is taken at once. */
export const FIELDS: Record<string, Field[]> = {
  accept: [],
  acknowledge: [],
  reject: [{ name: 'reason', kind: 'choice', from: 'rejections', must: true }, note],
  classify: [{ name: 'item', kind: 'item', must: true }],
  locate: [{ name: 'area', kind: 'area', must: true }],
  dispatch: [{ ...unit, must: false }, { name: 'why', kind: 'line' }],
  return: [{ name: 'reason', kind: 'words', must: true }],
  arbitrate: [unit, words],
  escalate: [{ ...unit, must: false }, words],
  emergency: [unit, words],
  document: [words, evidence],
  spot: [unit, words, evidence],
  fill: [{ name: 'fields', kind: 'fields', must: true }],
  handle: [{ name: 'outcome', kind: 'words', must: true }, evidence],
  verify: [{ name: 'passed', kind: 'choice', from: ['yes', 'no'], must: true, start: 'yes' }, note, { name: 'invites', kind: 'check' }, evidence],
  invite: [{ name: 'way', kind: 'choice', from: 'ways', must: true }],
  rate: [{ name: 'answer', kind: 'choice', from: 'answers', must: true }, { name: 'way', kind: 'choice', from: 'ways', start: 'phone' }, { name: 'comment', kind: 'words' }],
  unreached: [note],
  close: [note],
  reopen: [words],
  revisit: [{ name: 'reached', kind: 'choice', from: ['yes', 'no'], must: true, start: 'yes' }, { name: 'solved', kind: 'choice', from: ['yes', 'no'], must: true, start: 'yes' }, { name: 'contacted', kind: 'choice', from: ['yes', 'no'] }, { name: 'answer', kind: 'choice', from: 'answers' }, words],
  engage: [unit, words, { name: 'limit', kind: 'length' }],
  join: [{ name: 'unit', kind: 'assist', must: true }],
  contribute: [{ name: 'unit', kind: 'assist', must: true }, words, evidence],
  decline: [{ name: 'unit', kind: 'assist', must: true }, words],
  release: [{ name: 'unit', kind: 'assist', must: true }, { ...words, must: false }],
  ask: [words, { name: 'until', kind: 'time', must: true }],
  answer: [words],
  resume: [note],
  apply: [{ name: 'kind', kind: 'choice', from: 'pleas', must: true }, { name: 'reason', kind: 'choice', from: 'reasons' }, words, { name: 'length', kind: 'length' }, { name: 'until', kind: 'time' }, evidence],
  forward: [{ name: 'no', kind: 'plea', must: true }, { ...words, must: false }],
  grant: [{ name: 'no', kind: 'plea', must: true }, { ...words, must: false }],
  deny: [{ name: 'no', kind: 'plea', must: true }, words],
  retract: [{ name: 'no', kind: 'plea', must: true }, { ...words, must: false }],
  consult: [{ name: 'units', kind: 'units', must: true }, words],
  opine: [{ name: 'no', kind: 'consult', must: true }, words],
  conclude: [{ name: 'no', kind: 'consult', must: true }, words],
  instruct: [words],
  supervise: [{ name: 'kind', kind: 'choice', from: ['OVERTIME', 'LEADER', 'KEY'], must: true, start: 'KEY' }, words, { name: 'until', kind: 'time' }],
  lift: [note],
  mark: [{ name: 'urgency', kind: 'choice', from: ['NORMAL', 'URGENT', 'EMERGENCY'], must: true }, { name: 'key', kind: 'check' }],
  split: [{ name: 'parts', kind: 'parts', must: true }, { ...words, must: false }],
  merge: [{ name: 'into', kind: 'matter', must: true }, { ...words, must: false }],
  unmerge: [note],
  withdraw: [words],
}

export const ICONS: Record<string, string> = {
  accept: 'i-check', acknowledge: 'i-check', reject: 'i-x', classify: 'i-list', locate: 'i-pin', dispatch: 'i-flag', return: 'i-undo', arbitrate: 'i-shield', escalate: 'i-up', emergency: 'i-alert', document: 'i-edit', spot: 'i-check',
  fill: 'i-edit', handle: 'i-check', verify: 'i-eye', invite: 'i-send', rate: 'i-star', unreached: 'i-phone', close: 'i-check', reopen: 'i-rework', revisit: 'i-phone', engage: 'i-people', join: 'i-check', contribute: 'i-check', decline: 'i-x',
  release: 'i-x', ask: 'i-chat', answer: 'i-chat', resume: 'i-clock', apply: 'i-clock', forward: 'i-right', grant: 'i-check', deny: 'i-x', retract: 'i-undo', consult: 'i-people', opine: 'i-chat', conclude: 'i-check', instruct: 'i-pen', supervise: 'i-flag', lift: 'i-undo',
  mark: 'i-star', split: 'i-split', merge: 'i-merge', unmerge: 'i-split', withdraw: 'i-undo',
}

/** What moves a matter on its main way, what is asked of a helper, what waits for a decision: these come first. */
const MAIN = ['grant', 'forward', 'accept', 'acknowledge', 'dispatch', 'handle', 'verify', 'contribute', 'join', 'rate', 'close', 'revisit', 'resume', 'opine', 'arbitrate', 'unmerge', 'reopen']
/** Not buttons: written in the box under the timeline, or done from the list of like matters. */
const ELSEWHERE = new Set(['comment', 'absorb', 'remind', 'recount', 'report'])

/** What the person may do now, the step that leads on first. What the server does not offer is not there; filling in is for what `lacks` names. */
export function offered(steps: readonly Offer[], lacks: readonly string[] = []): Offer[] {
  const buttons = steps.filter((it) => !ELSEWHERE.has(it.act) && FIELDS[it.act] && (it.act !== 'fill' || lacks.length))
  const first = MAIN.map((act) => buttons.find((it) => it.act === act)).find(Boolean)
  return first ? [first, ...buttons.filter((it) => it !== first)] : buttons
}

export interface Proof {
  kind: string
  attachment: string
}

const flag = (value: unknown) => value === 'yes' || value === true

/** What is sent, out of what was filled in: empty fields stay out, yes and no become truth. */
export function bodyOf(act: string, filled: Record<string, unknown>): Record<string, unknown> | undefined {
  const fields = FIELDS[act] ?? []
  if (!fields.length) return undefined
  const body: Record<string, unknown> = {}
  for (const { name, kind, from } of fields) {
    const value = filled[name]
    if (kind === 'check') body[name] = flag(value)
    else if (kind === 'choice' && Array.isArray(from) && from[0] === 'yes') {
      if (value != null && value !== '') body[name] = flag(value)
    }
    else if (kind === 'time' && value) body[name] = new Date(String(value)).toISOString()
    else if ((kind === 'plea' || kind === 'consult') && value) body[name] = Number(value)
    else if (Array.isArray(value) ? value.length : typeof value === 'string' ? value.trim() : value != null) body[name] = typeof value === 'string' ? value.trim() : value
  }
  if (act === 'revisit' && !body.reached) for (const name of ['contacted', 'answer']) delete body[name]
  if (act === 'apply') {
    if (body.kind !== 'EXTENSION') delete body.length
    if (body.kind !== 'SUSPENSION') delete body.until
  }
  return body
}

/** The first thing that is still missing: a field, or `evidence:kind`; undefined when it can be sent. */
export function missing(act: string, filled: Record<string, unknown>, needed: readonly string[]): string | undefined {
  for (const { name, must } of FIELDS[act] ?? []) {
    const value = filled[name]
    if (must && (Array.isArray(value) ? !value.length : value == null || !String(value).trim())) return name
  }
  if (act === 'verify' && filled.passed === 'no') return String(filled.note ?? '').trim() ? undefined : 'note'
  const given = new Set(((filled.evidence as Proof[] | undefined) ?? []).map((it) => it.kind))
  const lacking = needed.find((kind) => !given.has(kind))
  return lacking ? `evidence:${lacking}` : undefined
}

/** Acts upon an application; the server says of each which of them the caller may take. */
const PLEADED = new Set(['forward', 'grant', 'deny', 'retract'])
export const pleasFor = (act: string, matter: Matter) => matter.beside.pleas.filter((it) => it.steps.includes(act))

/** `rating-appeal` as the words are filed under: RATING_APPEAL. */
export const kindWord = (kind: string) => kind.toUpperCase().replaceAll('-', '_')

/** What a form starts with. */
export function startOf(act: string, matter: Matter): Record<string, unknown> {
  const filled: Record<string, unknown> = Object.fromEntries((FIELDS[act] ?? []).filter((it) => it.start !== undefined).map((it) => [it.name, it.start]))
  if (act === 'fill') filled.fields = {}
  if (act === 'mark') Object.assign(filled, { urgency: matter.beside.urgency, key: matter.beside.key })
  if (act === 'classify' && matter.item) filled.item = matter.item.key
  const open = pleasFor(act, matter)
  if (PLEADED.has(act) && open[0]) filled.no = String(open[0].no)
  const talks = matter.beside.consults.filter((it) => !it.decision)
  if ((act === 'opine' || act === 'conclude') && talks[0]) filled.no = String(talks[0].no)
  if (FIELDS[act]?.some((it) => it.kind === 'assist') && matter.beside.assists[0]) filled.unit = matter.beside.assists[0].unit.id
  return filled
}
