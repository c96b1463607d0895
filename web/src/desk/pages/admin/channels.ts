/** What went through a channel in a month; the cost in fen. */
export interface Month { channel: string; month: string; messages: number; letters: number; failed: number; cost: number }

/** A channel in the list: what waits in it, what was given up and what this month costs. */
export interface ChannelLine { key: string; name: string; en: string; by: 'smtp' | 'sms' | 'wecom' | 'dingtalk' | 'feishu' | 'push'; sandbox: boolean; paused?: 'manual' | 'failing' | null; failures: number; lacks: string[]; waiting: number; dead: number; oldest?: string | null; month?: Month | null }

export interface Letter { id: string; kind: string; number: string; headline: string; address: string; state: 'waiting' | 'sent' | 'dead'; attempts: number; nextAt?: string | null; triedAt?: string | null; error?: string | null; receipt?: 'arrived' | 'lost' | null; createdAt: string }

export interface Kept { id: string; address: string; title: string; body: string; createdAt: string }

/** Older than this, what is due says that something is wrong. */
const SLOW = 15 * 60_000

/** How a channel is: the worst first. */
export function health(it: ChannelLine, now = Date.now()): 'secrets' | 'failing' | 'dead' | 'manual' | 'slow' | 'well' {
  if (it.lacks.length) return 'secrets'
  if (it.paused === 'failing') return 'failing'
  if (it.dead) return 'dead'
  if (it.paused) return 'manual'
  return it.oldest && now - Date.parse(it.oldest) > SLOW ? 'slow' : 'well'
}

/** The colour of how it is. */
export const shade = (it: ReturnType<typeof health>) => (it === 'well' ? 'ok' : it === 'slow' || it === 'manual' ? 'warn' : 'late')

/** Fen as yuan. */
export const yuan = (fen: number) => (fen / 100).toFixed(2)

/** What a new file begins with. */
export const SAMPLE = `channel: duty-group
name: 值班群
en: Group on duty
by: dingtalk            # wecom · dingtalk · feishu · smtp · sms
link: https://huying.example.org
to:
  desks: ["370481"]     # smtp、sms 还可以写 persons: true；sms 还可以写 residents: true
kinds: [desk-new, desk-red]
quiet: 22:00-07:00      # none
digest: none            # none · hourly · daily
robot:
  url: https://oapi.dingtalk.com/robot/send?access_token={secret.token}
  signed: true
`

/** The key that a file says it is of. */
export const keyOf = (file: string) => /^channel:\s*([a-z][a-z0-9-]{1,35})\s*(?:#.*)?$/m.exec(file)?.[1] ?? ''

/** The secrets that a file speaks of, by name. */
export function secretsOf(file: string): string[] {
  const names = new Set([...file.matchAll(/\{secret\.([a-z][a-z0-9-]{0,30})\}/g)].map((it) => it[1]!))
  if (/^\s*signed:\s*true/m.test(file) || /hmac-sha256/.test(file)) names.add('sign')
  if (/^by:\s*smtp/m.test(file) && /^\s+user:/m.test(file)) names.add('password')
  if (/^by:\s*push/m.test(file)) names.add('vapid')
  if (/^\s+receipt:/m.test(file)) names.add('receipt')
  return [...names].sort()
}
