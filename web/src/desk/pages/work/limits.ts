import { useI18n } from 'vue-i18n'
import { limit } from '../admin/items'

/** A length of time as the playbook writes it, in words: `5 work-days` becomes 5 个工作日. What is written another way stays as it is. */
export function useLimitWords() {
  const { t, locale } = useI18n()
  return (text: string) => {
    const found = limit(text)
    if (!found) return text
    const words = t(`desk.work.limit.${found.unit}`, { n: found.n })
    return locale.value === 'en' && found.n === 1 ? words.replace(/s$/, '') : words
  }
}
