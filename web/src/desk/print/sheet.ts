import { exact } from '@/shared/time'

/** One step of a matter or a whistle, as the API answers it; the hash holds everything before it. */
export interface Entry {
  seq: number
  at: string
  actor: string
  act: string
  note: string
  hash: string
  facts?: unknown
}

export const FORMS = ['order', 'whistle', 'supervision', 'return', 'mediation', 'joint', 'board'] as const
/** Which forms there are of what. */
export const OF_MATTER: readonly string[] = ['order', 'supervision', 'return', 'mediation']
export const OF_WHISTLE: readonly string[] = ['whistle', 'joint']
export type Form = (typeof FORMS)[number]
export const isForm = (name: string): name is Form => (FORMS as readonly string[]).includes(name)

/** The first twelve digits of the last hash, as people compare them: 8f3a 51c0 d7e2. Empty without steps. */
export function seal(entries: Entry[]): string {
  const last = [...entries].sort((a, b) => a.seq - b.seq).at(-1)
  return last ? (last.hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ') : ''
}

/** The last step of a kind. */
export const latest = (entries: Entry[], ...acts: string[]) => entries.filter((it) => acts.includes(it.act)).sort((a, b) => b.seq - a.seq)[0]

/** Minutes between two instants, never less than one; null while one of them is missing. */
export function minutes(from?: string | null, to?: string | null): number | null {
  return from && to ? Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000)) : null
}

/** HH:mm on the same day, else with the date. */
export function clock(at: string | null | undefined, day: string): string {
  if (!at) return ''
  const whole = exact(at)
  return whole.slice(0, 10) === exact(day).slice(0, 10) ? whole.slice(11) : whole.slice(5)
}

const FIT = 1123 - 2 * 53

/** How many A4 sheets a height in CSS pixels takes. */
export const pages = (height: number) => Math.max(1, Math.ceil((height - 4) / FIT))

/** Who answers at a place, as the public board says. */
export interface Board {
  path: { code: string; name: string }[]
  posts: { post: string; area: string; holders: string[]; duties?: string | null; rules: string[]; standards: string[]; contact?: string | null }[]
  teams: { team: string; area: string; duties: string[]; contact?: string | null; members: { name: string; roles: string[]; lead: boolean }[] }[]
}

/** A mediation as it is printed: the parties in plain, the wording, and who has signed it. */
export interface Mediation {
  agreement: {
    revision: number
    parties: { number: number; signed?: string | null }[]
    place: string
    heldOn: string
    mediators: string
    facts: string
    terms: string
    performance: string
    mediatorSigned?: string | null
  }
  parties: { number: number; name: string; idNumber: string; phone: string; address: string }[]
}

/** What stands for a blank in the text of a document. */
const GAP = '＿＿＿＿'

/** One line of a document: what it is about, and its words with null where something is to be written in. */
export interface Line {
  label: string
  parts: (string | null)[]
}

/** Lays out the text of a document line by line; its title and its number stand at the head already. */
export function laidOut(text: string, title: string): Line[] {
  return text
    .split('\n')
    .filter((line, n) => line.trim() && !(n === 0 && line.startsWith(title)) && !/^编号：/.test(line))
    .map((line) => {
      const label = /^([^，。；＿]{1,12}：)/.exec(line)?.[1] ?? ''
      const parts = line.slice(label.length).split(GAP)
      return { label, parts: parts.flatMap((part, n) => [...(n ? [null] : []), ...(part ? [part] : [])]) }
    })
}
