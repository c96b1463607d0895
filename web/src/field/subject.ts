import { ACTS } from './tasks'

const TASK = new Set<string>(ACTS)

/** The page of what an act was done to: a whistle, a task or a matter. What is blown becomes a whistle. */
export function pageOf(done: { act: string; subject: string; number: string; path?: string }) {
  const of = (kind: string, number: string) => done.path?.includes(`/${kind}`) || (!done.path && done.number.includes(number))
  const name = of('whistles', '-W') ? 'whistle' : TASK.has(done.act) ? 'task' : 'matter'
  return { name, params: { id: done.subject } }
}
