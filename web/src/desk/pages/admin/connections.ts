/** A partner in the list: what waits for it and what was given up. */
export interface PartnerLine { key: string; name: string; en: string; scheme: string; keys: boolean; paused: boolean; waiting: number; dead: number; oldest?: string | null }

export interface Parcel { id: string; matter: string; number: string; kind: string; state: 'waiting' | 'delivered' | 'dead' | 'dropped'; attempts: number; nextAt?: string | null; triedAt?: string | null; status?: number | null; error?: string | null; createdAt: string }

export interface Day { day: string; madeAt: string; theirs: number; ours: number; sent: number; received: number; open: number; error?: string | null }

export interface Difference { kind: string; number: string; repair?: string | null }

/** What would come of a message of a partner. */
export interface MessageTried {
  outcome: 'opens' | 'repeats' | 'updates' | 'noted' | 'waits' | 'refused'
  kind?: 'order' | 'update' | 'urge' | 'return' | 'withdraw' | null
  id?: string | null
  order?: string | null
  sent?: string | null
  number?: string | null
  words: string
  flaws: { path: string; code: string; zh: string; en: string }[]
  became?: { title: string; text: string; place: string; item?: string | null; itemName?: string | null; itemEn?: string | null; area?: string | null; lon?: number | null; lat?: number | null; channel: string; demand: string; confidential: boolean; caller?: string | null; phone?: string | null } | null
}

export interface Webhook { id: string; name: string; url: string; events: string[]; area: string; paused?: string | null; failures: number; createdAt: string }

export interface Delivery { id: string; type: string; state: 'waiting' | 'delivered' | 'dead'; attempts: number; nextAt?: string | null; triedAt?: string | null; status?: number | null; error?: string | null; payload: string; createdAt: string }

/** Older than this, what waits says that something is wrong. */
const SLOW = 15 * 60_000

/** How a partner is: the worst first. */
export function health(it: PartnerLine, now = Date.now()): 'keyless' | 'dead' | 'paused' | 'slow' | 'well' {
  if (!it.keys) return 'keyless'
  if (it.dead) return 'dead'
  if (it.paused) return 'paused'
  return it.oldest && now - Date.parse(it.oldest) > SLOW ? 'slow' : 'well'
}

/** The mark of a message that is sent. */
export const mark = (state: string) => ({ delivered: 'ok', dead: 'late', waiting: 'warn' })[state] ?? ''
