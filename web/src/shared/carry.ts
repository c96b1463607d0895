import { api, given, tag } from './api/client'
import type { components } from './api/schema'
import { session } from './api/session'

/** A channel that carries to persons, with what one wants of it oneself. */
export type Carrier = components['schemas']['MyChannel']

/** What is wanted: all of it. Without an address the one that stands is kept. */
export interface Wanted {
  address: string
  kinds: string[]
  quiet: string
  digest: 'none' | 'hourly' | 'daily'
}

const at = (channel: string) => ({ region: session.me?.region ?? '', channel })

export async function carriers(): Promise<Carrier[]> {
  return given(await api.GET('/api/v1/{region}/me/channels', { params: { path: { region: session.me?.region ?? '' } } })).items
}

/** Chosen by hand, all kinds are named by none: what is new later goes out too. */
export const bodyOf = (it: Wanted, all: number) => ({ address: it.address.trim() || undefined, kinds: it.kinds.length === all ? [] : it.kinds, quiet: it.quiet, digest: it.digest })

export async function keep(channel: Carrier, wanted: Wanted): Promise<Carrier> {
  const version = channel.mine?.version ?? 0
  // what is not there yet has no version that could be named
  const header = (version ? { 'If-Match': tag(version) } : { 'If-None-Match': '*' }) as { 'If-Match': string }
  return given(await api.PUT('/api/v1/{region}/me/channels/{channel}', { params: { path: at(channel.key), header }, body: bodyOf(wanted, channel.kinds.length) }))
}

export async function end(channel: string) {
  await api.DELETE('/api/v1/{region}/me/channels/{channel}', { params: { path: at(channel) } })
}

/** Answers the code itself where nothing is ever sent. */
export async function sendCode(channel: string): Promise<string> {
  return given(await api.POST('/api/v1/{region}/me/channels/{channel}/code', { params: { path: at(channel) } })).demonstrationCode ?? ''
}

export async function confirm(channel: string, code: string): Promise<Carrier> {
  return given(await api.POST('/api/v1/{region}/me/channels/{channel}/confirm', { params: { path: at(channel) }, body: { code } }))
}

/** `22:00-07:00` from its two ends; none where one is missing or both are the same. */
export const hours = (from: string, to: string) => (from && to && from !== to ? `${from}-${to}` : 'none')

/** The two ends; empty for none. */
export const ends = (quiet: string): [string, string] => (quiet === 'none' ? ['', ''] : [quiet.slice(0, 5), quiet.slice(6)])

/** What the form begins with: what stands, as far as it is still offered, else what is usual for the channel. */
export function wantedOf(it: Carrier): Wanted {
  const mine = it.mine
  const offered = it.kinds.map((kind) => kind.key)
  return { address: '', kinds: mine?.kinds.length ? offered.filter((kind) => mine.kinds.includes(kind)) : offered, quiet: mine?.quiet ?? it.quiet, digest: (mine?.digest ?? 'none') as Wanted['digest'] }
}
