import { about } from '@/shared/notice'
import { ACTS } from './tasks'

const TASK = new Set<string>(ACTS)

/** The page of what an act was done to: a whistle, a muster, a task or a matter. What is blown becomes a whistle. */
export function pageOf(done: { act: string; subject: string; number: string; path?: string }) {
  const of = (kind: string, number: string) => done.path?.includes(`/${kind}`) || (!done.path && done.number.includes(number))
  const name = of('whistles', '-W') ? 'whistle' : done.act === 'muster-answer' ? 'muster' : TASK.has(done.act) ? 'task' : 'matter'
  return { name, params: { id: done.subject } }
}

const PAGES = new Set<string>(['whistle', 'task', 'muster', 'matter'])

/** The page of what a notice is about; null where the phone has none. */
export function pageOfNotice(notice: { template: string; matter: string }) {
  const name = about(notice)
  return PAGES.has(name) ? { name, params: { id: notice.matter } } : null
}
