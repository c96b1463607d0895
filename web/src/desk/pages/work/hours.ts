import { useI18n } from 'vue-i18n'

export interface Slot {
  starts: string
  ends: string
  free: number
}

/** Slots by their days, in order. */
export function byDays(slots: readonly Slot[]): { day: string; slots: Slot[] }[] {
  const days = new Map<string, Slot[]>()
  for (const it of slots) days.set(it.starts.slice(0, 10), [...(days.get(it.starts.slice(0, 10)) ?? []), it])
  return [...days].map(([day, own]) => ({ day, slots: own }))
}

export const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

export interface Opening {
  days: string[]
  from: string
  to: string
}

/** `mon-fri 18:00-20:00` taken apart; null for what is written another way. */
export function readHours(text: string): Opening | null {
  const found = /^([a-z]{3})(?:-([a-z]{3}))? (\d\d:\d\d)-(\d\d:\d\d)$/.exec(text)
  if (!found) return null
  const first = WEEK.findIndex((it) => it === found[1])
  const last = WEEK.findIndex((it) => it === (found[2] ?? found[1]))
  return first < 0 || last < first ? null : { days: WEEK.slice(first, last + 1), from: found[3]!, to: found[4]! }
}

/** What the server takes: one line for each run of days that follow each other. */
export function writeHours({ days, from, to }: Opening): string[] {
  const runs: number[][] = []
  for (const n of WEEK.keys()) {
    if (!days.includes(WEEK[n]!)) continue
    const run = runs.at(-1)
    if (run && run.at(-1) === n - 1) run.push(n)
    else runs.push([n])
  }
  return runs.map((run) => `${WEEK[run[0]!]}${run.length > 1 ? `-${WEEK[run.at(-1)!]}` : ''} ${from}-${to}`)
}

export const sound = (it: Opening) => it.days.length > 0 && CLOCK.test(it.from) && CLOCK.test(it.to) && it.from < it.to

/** Hours in words: 周一至周五 18:00—20:00. */
export function useHoursWords() {
  const { t } = useI18n()
  return (text: string) => {
    const it = readHours(text)
    if (!it) return text
    const name = (day: string) => t(`desk.work.day.${day}`)
    return `${it.days.length > 1 ? t('desk.work.day.span', { from: name(it.days[0]!), to: name(it.days.at(-1)!) }) : name(it.days[0]!)} ${it.from}—${it.to}`
  }
}
