import { authorised } from '@/shared/api/client'
import { Problem, problemOf } from '@/shared/api/problem'
import type { components } from '@/shared/api/schema'

type Shown = components['schemas']
export type Kinds = Shown['KindsView']
export type FileColumn = Shown['FileColumn']
export type FileKind = Shown['IntakeView']
export type FileOutlet = Shown['OutletView']
export type Preview = Shown['PreviewView']
export type Fault = Shown['FaultView']

/** A file that was brought in. */
export interface Sent {
  id: string
  kind: string
  name: string
  encoding: string
  unknown: string[]
  state: 'ready' | 'running' | 'done' | 'refused' | 'cancelled'
  mode?: 'all' | 'partial' | null
  phase: 'check' | 'take'
  rows: number
  looked: number
  added: number
  changed: number
  known: number
  refused: number
  created: string
  ended?: string | null
}

/** How far it is, from 0 to 100: of a file that is taken as a whole, checking is the first third. */
export function share(it: Sent): number {
  if (it.state === 'done') return 100
  if (it.state !== 'running' || !it.rows) return 0
  const part = (it.looked / it.rows) * 100
  if (it.mode !== 'all') return Math.floor(part)
  return Math.floor(it.phase === 'check' ? part / 3 : 100 / 3 + (part * 2) / 3)
}

/** The colour of how it is. */
export const shadeOf = (it: Sent) => (it.state === 'done' ? (it.refused ? 'warn' : 'ok') : it.state === 'refused' ? 'late' : '')

/** Bytes as people read them. */
export const megabytes = (bytes: number) => `${Math.round(bytes / (1024 * 1024))} MB`

/** What is wrong with a row of the preview, by its column; the row as a whole under the empty key. */
export function faultsOf(preview: Preview, line: number): Map<string, string> {
  const found = new Map<string, string>()
  for (const it of preview.faults) if (it.line === line) found.set(it.column, [found.get(it.column), it.why].filter(Boolean).join(' · '))
  return found
}

/** Filters as the address carries them. */
export const filters = (chosen: Record<string, string | undefined>) =>
  Object.entries(chosen).flatMap(([key, value]): [string, string][] => (value?.trim() ? [['filter', `${key}:${value.trim()}`]] : []))

/** Fetches a file and hands it to the person. */
export async function download(address: string, language: string, name: string): Promise<void> {
  const answer = await fetch(address, { headers: { 'Accept-Language': language, ...authorised() }, credentials: 'same-origin' }).catch(() => null)
  if (!answer) throw new Problem({ code: 'offline', status: 0, title: '' })
  if (!answer.ok) throw await problemOf(answer)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
