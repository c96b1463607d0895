import { i18n } from '@/shared/i18n'

/** The name of a thing in the reader's language. */
export const named = (thing: { zh: string; en: string }) => (i18n.global.locale.value === 'en' ? thing.en : thing.zh)
