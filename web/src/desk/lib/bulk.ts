import type { Matter, MatterLine } from './matters'

/** Acts that are safe to take for many at once: each needs the same words for all, or none. */
export const BULK = ['accept', 'acknowledge', 'dispatch', 'supervise'] as const
export type BulkAct = (typeof BULK)[number]

export interface Gone {
  done: Matter[]
  /** What the server does not offer this act for now, or refused. */
  left: string[]
  wrong?: unknown
}

/**
 * Takes an act for each line, one after the other. Whether it may be taken is what the server offers for the matter as it
 * stands now; nothing is concluded from its state.
 */
export async function takeAll(lines: readonly MatterLine[], act: BulkAct, body: unknown, read: (id: string) => Promise<Matter>, take: (id: string, act: string, version: number, body: unknown) => Promise<Matter>, told: (n: number) => void): Promise<Gone> {
  const gone: Gone = { done: [], left: [] }
  for (const [n, line] of lines.entries()) {
    told(n + 1)
    try {
      const matter = await read(line.id)
      const offer = matter.steps.find((it) => it.act === act)
      if (offer && !offer.evidence.length) gone.done.push(await take(matter.id, act, matter.version, body))
      else gone.left.push(line.id)
    } catch (e) {
      gone.left.push(line.id)
      gone.wrong = e
    }
  }
  return gone
}

/** The lines with the new state of what was done. */
export function after(lines: readonly MatterLine[], done: readonly Matter[]): MatterLine[] {
  const fresh = new Map(done.map((it) => [it.id, it]))
  return lines.map((line) => {
    const it = fresh.get(line.id)
    return it ? { ...line, state: it.state, version: it.version, due: it.clock.due ?? undefined, unit: it.unit?.id, unitName: it.unit?.name } : line
  })
}
