import type { Matter, Step } from './matters'

/** How a step stands in the timeline: what came in, what answered it, what went on without a person. */
export type Side = 'call' | 'answer' | 'quiet'

const CALLS = new Set(['report', 'reopen', 'escalate', 'ask', 'consult', 'engage', 'supervise', 'instruct', 'emergency', 'return', 'apply', 'withdraw', 'remind'])
const QUIET = new Set(['classify', 'locate', 'mark', 'recount', 'comment', 'invite', 'unreached', 'lift'])

export const sideOf = (step: Step): Side => {
  if (step.act === 'rate') return step.facts.answer === 'dissatisfied' || step.to === 'REWORK' ? 'call' : 'answer'
  if (step.act === 'verify' && step.facts.passed === false) return 'call'
  return CALLS.has(step.act) ? 'call' : QUIET.has(step.act) ? 'quiet' : 'answer'
}

/** What a resident reads too, in plainer words; the rest is among the staff. */
const INSIDE = new Set(['classify', 'locate', 'mark', 'comment', 'consult', 'opine', 'conclude', 'instruct', 'supervise', 'lift', 'remind', 'recount', 'return', 'apply', 'forward', 'grant', 'deny', 'retract', 'engage', 'join', 'contribute', 'decline', 'release', 'arbitrate', 'invite', 'unreached', 'acknowledge', 'document', 'absorb', 'revisit'])
export const seenByResident = (step: Step) => !INSIDE.has(step.act)

export type Cut = 'all' | 'resident' | 'inside'

export const told = (steps: readonly Step[], cut: Cut): Step[] =>
  steps.filter((it) => cut === 'all' || seenByResident(it) === (cut === 'resident')).toReversed()

export interface Proof {
  kind: string
  attachment: string
}
export const proofOf = (step: Step): Proof[] => (Array.isArray(step.facts.evidence) ? (step.facts.evidence as Proof[]) : [])

export interface DateMoved {
  of: 'stage' | 'whole' | 'reply' | 'helper'
  was: string
  due: string
  /** Of a helper. */
  unit?: string
}

/** What a recount has moved, from when to when: the stage, the whole matter, the reply, each helper. */
export function moves(step: Pick<Step, 'act' | 'facts'>): DateMoved[] {
  if (step.act !== 'recount') return []
  const pairs = [['stage', 'was', 'due'], ['whole', 'wholeWas', 'wholeDue'], ['reply', 'replyWas', 'replyDue']] as const
  const dates = pairs.flatMap(([of, from, to]) => {
    const [was, due] = [step.facts[from], step.facts[to]]
    return typeof was === 'string' && typeof due === 'string' && was !== due ? [{ of, was, due }] : []
  })
  const helpers = (step.facts.helpers ?? []) as { unit: string; was: string; due: string }[]
  return [...dates, ...helpers.map((it) => ({ of: 'helper' as const, ...it }))]
}

/** The answers that are still owed: the stage that runs, each helper that has not come back. */
export function owed(matter: Matter): { key: string; unit?: string; due?: string }[] {
  if (!matter.open) return []
  const list: { key: string; unit?: string; due?: string }[] = []
  if (matter.clock.stage) list.push({ key: matter.clock.stage.toLowerCase(), unit: matter.unit?.name ?? undefined, due: matter.clock.due ?? undefined })
  for (const it of matter.beside.assists) if (it.state !== 'DONE' && it.state !== 'DECLINED' && it.state !== 'RELEASED') list.push({ key: 'assist', unit: it.unit.name ?? undefined, due: it.due ?? undefined })
  return list
}

/** How much of a span has gone, in percent; the tick stands where the last fifth begins. */
export function gone(from: string, to: string, now: number): number {
  const start = Date.parse(from)
  const end = Date.parse(to)
  if (!(end > start)) return 100
  return Math.max(0, Math.min(100, Math.round(((now - start) / (end - start)) * 100)))
}
