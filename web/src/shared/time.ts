import { onScopeDispose, ref, type Ref } from 'vue'
import { i18n } from './i18n'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The time of now, moved on twice a minute for as long as the caller lives. */
export function useNow(every = 30_000): Ref<number> {
  const now = ref(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), every)
  onScopeDispose(() => clearInterval(timer))
  return now
}

/** A span in its two largest units: 2 天 3 小时, 1 小时 50 分, 10 分. Under a minute counts as one. */
export function span(millis: number): string {
  const { t } = i18n.global
  const left = Math.max(Math.abs(millis), MINUTE)
  const days = Math.floor(left / DAY)
  const hours = Math.floor((left % DAY) / HOUR)
  const minutes = Math.floor((left % HOUR) / MINUTE)
  const parts = days > 0 ? [days && t('shared.span.days', { n: days }), hours && t('shared.span.hours', { n: hours })] : [hours && t('shared.span.hours', { n: hours }), minutes && t('shared.span.minutes', { n: minutes })]
  return parts.filter(Boolean).join(' ')
}

const two = (n: number) => String(n).padStart(2, '0')

/** yyyy-MM-dd HH:mm, as desks write it. */
export function exact(at: string | number | Date): string {
  const d = new Date(at)
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())} ${two(d.getHours())}:${two(d.getMinutes())}`
}

/** As people say it: 今天 09:15, 昨天 20:05, 11-17 19:44. */
export function said(at: string | number | Date, now = Date.now()): string {
  const { t } = i18n.global
  const d = new Date(at)
  const clock = `${two(d.getHours())}:${two(d.getMinutes())}`
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - midnight) / DAY)
  if (days === 0) return t('shared.day.today', { clock })
  if (days === -1) return t('shared.day.yesterday', { clock })
  if (days === 1) return t('shared.day.tomorrow', { clock })
  const date = `${two(d.getMonth() + 1)}-${two(d.getDate())}`
  return d.getFullYear() === new Date(now).getFullYear() ? `${date} ${clock}` : `${d.getFullYear()}-${date}`
}
