import { createI18n } from 'vue-i18n'
import en from './en.json'
import zh from './zh-CN.json'

export type Language = 'zh-CN' | 'en'
type Words = { [key: string]: string | Words }

const saved = typeof document === 'undefined' ? 'zh-CN' : document.documentElement.lang

export const i18n = createI18n<false>({
  legacy: false,
  locale: saved === 'en' ? 'en' : 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': { shared: zh }, en: { shared: en } } as never,
})

/** Adds the words of a door under its name. */
export function addWords(door: string, words: Record<Language, Words>) {
  for (const language of ['zh-CN', 'en'] as const) i18n.global.mergeLocaleMessage(language, { [door]: words[language] })
}

/** The words of a playbook in the language of the page. */
export const textOf = (it: { zh: string; en: string }) => (i18n.global.locale.value === 'en' ? it.en || it.zh : it.zh)
/** What the server names in both languages, in that of the page. */
export const nameOf = (it: { name: string; en: string }) => (i18n.global.locale.value === 'en' ? it.en : it.name)

export function speak(language: Language) {
  i18n.global.locale.value = language
  document.documentElement.lang = language
  localStorage.setItem('huying.language', language)
}
