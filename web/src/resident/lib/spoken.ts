import { i18n } from '@/shared/i18n'

const HOURS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const DAY = 86_400_000

const part = (hour: number) => (hour < 6 ? 'dawn' : hour < 9 ? 'early' : hour < 12 ? 'morning' : hour < 13 ? 'noon' : hour < 18 ? 'afternoon' : 'evening')

/** A clock time as it is said: 五点半, 九点一刻, 十点零五分; half past five. */
export function clockSaid(hour: number, minute: number, chinese: boolean): string {
  const h = hour % 12 || 12
  if (!chinese) return minute ? `${h}:${String(minute).padStart(2, '0')}` : `${h} o'clock`
  const tens = (n: number): string => (n <= 10 ? (n === 2 ? '二' : HOURS[n]!) : n < 20 ? `十${n % 10 ? tens(n % 10) : ''}` : `${tens(Math.floor(n / 10))}十${n % 10 ? tens(n % 10) : ''}`)
  const rest = minute === 0 ? '' : minute === 15 ? '一刻' : minute === 30 ? '半' : minute < 10 ? `零${tens(minute)}分` : `${tens(minute)}分`
  return `${HOURS[h]}点${rest}`
}

/** A time as somebody would say it aloud: 明天下午五点半, tomorrow afternoon, 5:30. */
export function spoken(at: string, now = Date.now()): string {
  const { t, locale } = i18n.global
  const chinese = locale.value !== 'en'
  const d = new Date(at)
  const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / DAY)
  const day =
    days >= -1 && days <= 2
      ? t(`resident.spoken.${['yesterday', 'today', 'tomorrow', 'dayAfter'][days + 1]}`)
      : days > 2 && days < 7
        ? t(`resident.spoken.weekday${d.getDay()}`)
        : t('resident.spoken.date', { month: d.getMonth() + 1, day: d.getDate() })
  return t('resident.spoken.at', { day, part: t(`resident.spoken.${part(d.getHours())}`), clock: clockSaid(d.getHours(), d.getMinutes(), chinese) })
}
