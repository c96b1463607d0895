/** A span of time on the calls-and-answers chart. */
export interface Bar { label: string; called: number; closed: number }

/** Which labels stand under the axis: the hours 0, 6, 12, 18 and the end, or every few days. */
export const labelled = (kind: 'hours' | 'days', index: number, count: number) => (kind === 'hours' ? index % 6 === 0 : (count - 1 - index) % 3 === 0)

/** The mean of the spans before the last one: what is usual. Null without any. */
export function usual(bars: readonly Bar[]): { called: number; closed: number } | null {
  const before = bars.slice(0, -1)
  if (before.length === 0) return null
  const mean = (read: (bar: Bar) => number) => before.reduce((sum, it) => sum + read(it), 0) / before.length
  return { called: mean((it) => it.called), closed: mean((it) => it.closed) }
}

/** Days as bars, labelled 11-29. What is not told is not drawn. */
export const barsOf = (days: readonly { day: string; called?: number | null; closed?: number | null }[]): Bar[] =>
  days.map((it) => ({ label: `${Number(it.day.slice(5, 7))}-${Number(it.day.slice(8))}`, called: it.called ?? 0, closed: it.closed ?? 0 }))
