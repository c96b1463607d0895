import type { components } from '@/shared/api/schema'

export type Task = components['schemas']['TaskView']

/** What can be done to a task on a phone. Which of it may be done now, the server says. */
export const ACTS = ['forward', 'finish', 'check'] as const
export type TaskAct = (typeof ACTS)[number]

export const actOf = (task: Pick<Task, 'steps'>): TaskAct | null => ACTS.find((it) => task.steps.includes(it)) ?? null

export interface Filled {
  words: string
  figure: string
  passed: boolean | null
  /** Photos by kind. */
  photos: Readonly<Record<string, readonly string[]>>
}

const MOST = 1_000_000
const count = (figure: string) => (/^\d{1,7}$/.test(figure.trim()) && Number(figure) <= MOST ? Number(figure) : null)

/** What still stands in the way of an act: keys of `field.lack.…`, none when ready. */
export function lacking(task: Pick<Task, 'evidence' | 'figure' | 'wordsNeeded'>, act: TaskAct, filled: Filled): string[] {
  const wanting: string[] = []
  if (act === 'finish') {
    for (const kind of task.evidence) if (!filled.photos[kind]?.length) wanting.push('photo')
    if (task.figure ? count(filled.figure) === null : filled.figure.trim() !== '') wanting.push('figure')
    if (task.wordsNeeded && !filled.words.trim()) wanting.push('words')
  }
  if (act === 'check') {
    if (filled.passed === null) wanting.push('verdict')
    if (filled.passed === false && !filled.words.trim()) wanting.push('words')
  }
  return wanting
}

/** The body of the act, with photos standing for their attachments. */
export function body(task: Pick<Task, 'figure'>, act: TaskAct, filled: Filled): Record<string, unknown> {
  const words = filled.words.trim()
  const said = words ? { words } : {}
  if (act === 'forward') return said
  if (act === 'check') return { passed: filled.passed, ...said }
  const proof = Object.entries(filled.photos).flatMap(([kind, ids]) => ids.map((id) => ({ kind, attachment: { photo: id } })))
  return { ...said, ...(task.figure ? { figure: count(filled.figure) } : {}), ...(proof.length ? { proof } : {}) }
}

/** Each task once, what is due first on top. */
export function together(...lists: readonly (readonly Task[])[]): Task[] {
  const all = new Map(lists.flat().map((it) => [it.id, it]))
  return [...all.values()].sort((a, b) => Date.parse(a.due) - Date.parse(b.due) || a.id.localeCompare(b.id))
}

/** The stage that comes next; nothing for a task without stages, or with all of them behind. */
export function stageName(task: Pick<Task, 'stage' | 'stages'>, language: string): string {
  const next = task.stages[task.stage]
  return next ? (language === 'en' ? next.en : next.zh) : ''
}
