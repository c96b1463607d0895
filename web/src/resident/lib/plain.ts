import type { Progress } from './mine'

/** One row of what happened, in the resident's words: who speaks, and the key of the sentence. */
export interface Said {
  side: 'call' | 'answer'
  key: string
  at: string
  unit?: string
  detail?: string
}

const ROWS: Record<string, ['call' | 'answer', string]> = {
  report: ['call', 'report'],
  accept: ['answer', 'accept'],
  reject: ['answer', 'reject'],
  dispatch: ['answer', 'dispatch'],
  acknowledge: ['answer', 'acknowledge'],
  escalate: ['answer', 'escalate'],
  engage: ['answer', 'engage'],
  ask: ['answer', 'ask'],
  answer: ['call', 'answered'],
  resume: ['answer', 'resume'],
  grant: ['answer', 'grant'],
  handle: ['answer', 'handle'],
  verify: ['answer', 'verify'],
  invite: ['answer', 'invite'],
  rate: ['call', 'rate'],
  revisit: ['answer', 'revisit'],
  reopen: ['call', 'reopen'],
  close: ['answer', 'close'],
  merge: ['answer', 'merge'],
  withdraw: ['call', 'withdraw'],
}

/**
 * The timeline of a matter, newest first. Steps inside the house say nothing to a resident and are left out; the same
 * sentence twice in a row is said once. The unit and the outcome are known for now only, so they stand at the last row they fit.
 */
export function timeline(matter: Pick<Progress, 'moves' | 'unit' | 'outcome' | 'title'>): Said[] {
  const rows: Said[] = []
  for (const { act, at, to } of matter.moves) {
    const row = act === 'verify' && to === 'REWORK' ? (['answer', 'unverified'] as const) : ROWS[act]
    if (!row || rows[0]?.key === row[1]) continue
    rows.unshift({ side: row[0], key: row[1], at })
  }
  const dispatched = rows.find((it) => it.key === 'dispatch')
  if (dispatched && matter.unit) dispatched.unit = matter.unit
  const handled = rows.find((it) => it.key === 'handle')
  if (handled && matter.outcome) handled.detail = matter.outcome
  return rows
}

const DONE = new Set(['CLOSED', 'RATED', 'REJECTED', 'VOIDED', 'WITHDRAWN', 'MERGED'])

/** Whether an answer is still owed. */
export const owed = (matter: Pick<Progress, 'state' | 'mayRate' | 'may'>) => !DONE.has(matter.state) && !matter.mayRate && !matter.may.includes('answer')

/** Key of the sentence on where a matter stands, for whoever asked or, `others`, for whoever follows. */
export function standing(matter: Pick<Progress, 'state' | 'mayRate' | 'may' | 'unit'>, others = false): string {
  if (matter.may.includes('answer')) return 'asked'
  if (matter.state === 'VERIFYING') return matter.mayRate ? 'rate' : others ? 'verifyingOthers' : 'verifying'
  if (matter.state === 'IN_PROGRESS') return matter.unit ? 'workingBy' : 'working'
  if (matter.state === 'DISPATCHED') return matter.unit ? 'givenTo' : 'given'
  if (matter.state === 'RETURNED') return 'accepted'
  if (others && matter.state === 'REPORTED') return 'reportedOthers'
  if (others && matter.state === 'REWORK') return 'reworkOthers'
  if (others && matter.state === 'RATED') return 'closed'
  return matter.state.toLowerCase()
}

/** The state as it is shown outside: that it was sent back is the house's affair, somebody is still being found. */
export const outward = (state: string) => (state === 'RETURNED' ? 'ACCEPTED' : state)
