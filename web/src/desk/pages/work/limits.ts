import { useI18n } from 'vue-i18n'
import { limit } from '../admin/items'

/** A length of time as the playbook writes it, in words: `5 work-days` becomes 5 个工作日. What is written another way stays as it is. */
export function useLimitWords() {
  const { t } = useI18n()
  return (text: string) => {
    const found = limit(text)
    return found ? t(`desk.work.limit.${found.unit}`, { n: found.n }) : text
  }
}
