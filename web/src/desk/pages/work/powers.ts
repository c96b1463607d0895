import type { components } from '@/shared/api/schema'

export type Exercise = components['schemas']['ExerciseView']
export type PowerList = components['schemas']['PowerListView']
export type Power = PowerList['items'][number]

/** How a use may stand, in the order it goes through. */
export const STATES = ['USED', 'OBJECTED', 'MAINTAINED', 'UPHELD', 'ANSWERED', 'WITHDRAWN', 'VOID'] as const

/** The colour of its tag; the word stands in it. */
export const lookOf = (it: Exercise) => (it.overdue ? 'late' : { USED: 'brand', OBJECTED: 'warn', MAINTAINED: 'info', UPHELD: 'brand', ANSWERED: 'ok', WITHDRAWN: '', VOID: '' }[it.state])

/** Powers whose name, basis or body holds the words. */
export function found(items: readonly Power[], words: string, kind: string, english: boolean): Power[] {
  const part = words.trim().toLowerCase()
  return items.filter((it) => (!kind || it.itemClass === kind) && (!part || `${english ? it.name.en || it.name.zh : it.name.zh} ${it.basis} ${it.departments.join(' ')}`.toLowerCase().includes(part)))
}
