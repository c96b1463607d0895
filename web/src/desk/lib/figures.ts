/** A place with its sums, as the counters tell them. */
export interface Row {
  area: string
  name: string
  counts: Record<string, number>
  open: number
  overdue: number
}

export const sum = (rows: readonly Row[], name: string) => rows.reduce((all, it) => all + (it.counts[name] ?? 0), 0)

/** The stages of the loop, each counted from zero. */
export const LOOP = [
  { key: 'reported', state: 'REPORTED' },
  { key: 'accepted', state: 'ACCEPTED' },
  { key: 'dispatched', state: 'DISPATCHED' },
  { key: 'handled', state: 'HANDLED' },
  { key: 'rated', state: 'RATED' },
  { key: 'closed', state: 'CLOSED' },
] as const

/** What went astray on the way; the counters of an area tell some of them. */
export const LOSSES = ['returned', 'rework', 'late', 'withdrawn'] as const

/** A share with its counts; without anything to divide by there is none. */
export const rate = (part: number, whole: number): string => (whole > 0 ? `${((part / whole) * 100).toFixed(1)}%` : '—')

export const content = (it: Row) => (it.counts['rated.satisfied'] ?? 0) + (it.counts['rated.basically-satisfied'] ?? 0)

export type Measure = 'content' | 'closed' | 'intime'

/** Places from the best to the last; those without a figure stand at the end, equal figures by size. */
export function ranked(rows: readonly Row[], measure: Measure): { row: Row; part: number; whole: number }[] {
  const of = (row: Row): [number, number] => {
    const { counts } = row
    if (measure === 'content') return [content(row), counts.rated ?? 0]
    if (measure === 'closed') return [counts.closed ?? 0, counts.reported ?? 0]
    return [Math.max(0, (counts.handled ?? 0) - (counts.late ?? 0)), counts.handled ?? 0]
  }
  return rows
    .map((row) => ({ row, part: of(row)[0], whole: of(row)[1] }))
    .sort((a, b) => (b.whole ? b.part / b.whole : -1) - (a.whole ? a.part / a.whole : -1) || b.whole - a.whole)
}
