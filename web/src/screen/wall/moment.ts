/** The time of the place, wherever the screen's own clock is set. */
const ZONE = 'Asia/Shanghai'
const MINUTE = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()
function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  let made = formats.get(key)
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(language, { timeZone: ZONE, ...options })))
  return made
}

/** 10:42 */
export const clockOf = (at: number | string) => format('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(at))

/** 11 月 20 日 周五; Fri 20 Nov. */
export function dayOf(at: number, language: string): string {
  if (language === 'en') return format('en-GB', { weekday: 'short', day: 'numeric', month: 'short' }).format(at)
  const parts = new Map(format('zh-CN', { month: 'numeric', day: 'numeric', weekday: 'short' }).formatToParts(at).map((it) => [it.type, it.value]))
  return `${parts.get('month')} 月 ${parts.get('day')} 日 ${parts.get('weekday')}`
}

/** The hour of now there, 0 to 23. */
export const hourOf = (at: number) => Number(format('en-GB', { hour: '2-digit' }).format(at))

/** How fresh what is shown is: live as long as something was heard within `patience`. */
export function freshness(heardAt: number, now: number, patience = 20_000): { live: boolean; seconds: number; minutes: number } {
  const gone = Math.max(0, now - heardAt)
  return { live: heardAt > 0 && gone <= patience, seconds: Math.floor(gone / 1000), minutes: Math.max(1, Math.floor(gone / MINUTE)) }
}
