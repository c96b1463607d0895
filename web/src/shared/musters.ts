import type { components } from '@/shared/api/schema'

export type Muster = components['schemas']['MusterView']
export type MusterLine = components['schemas']['MusterLine']
export type Called = components['schemas']['CalledView']

/** What somebody may answer, in the order in which it is offered. */
export const ANSWERS = ['COMING', 'UNABLE', 'ARRIVED'] as const
export type Answer = (typeof ANSWERS)[number]
/** Those who are asked for in the list of the called; `WAITING` has not answered. */
export const CUTS = ['', 'WAITING', ...ANSWERS] as const

export const LOOKS: Record<string, string> = { COMING: 'brand', UNABLE: 'warn', ARRIVED: 'ok' }

/** What may follow what was said last: whoever is there is there. */
export const answersAfter = (last: string | null | undefined): Answer[] => (last === 'ARRIVED' ? [] : ANSWERS.filter((it) => it !== last))
