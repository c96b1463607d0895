import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Words = { [key: string]: string | Words }

const read = (path: string): Words => JSON.parse(readFileSync(path, 'utf8')) as Words
const flat = (words: Words, under = ''): Map<string, string> =>
  new Map(Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[under + key, value] as const] : [...flat(value, `${under}${key}.`)])))
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((it) => it[1]).sort()
const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]))

const folders = { shared: 'src/shared/i18n', resident: 'src/resident/words', field: 'src/field/words', desk: 'src/desk/words', screen: 'src/screen/words', landing: 'src/landing/words' }

/** The words of a door; a part of it (`admin.en.json`) stands under its own name. */
const wordsOf = (folder: string, language: string) =>
  new Map(
    readdirSync(folder)
      .filter((name) => name === `${language}.json` || name.endsWith(`.${language}.json`))
      .flatMap((name) => [...flat(read(join(folder, name)), name.slice(0, -`${language}.json`.length))]),
  )

describe.each(Object.entries(folders))('the words of %s', (door, folder) => {
  const zh = wordsOf(folder, 'zh-CN')
  const en = wordsOf(folder, 'en')

  it('are the same in both languages, with the same places for values', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    for (const [key, text] of zh) expect(placeholders(en.get(key)!), key).toEqual(placeholders(text))
  })

  it('are Chinese in Chinese and English in English', () => {
    const name = new Set(['language'])
    for (const [key, text] of en) if (!name.has(key)) expect(text, key).not.toMatch(/[\u4e00-\u9fff]/)
    for (const [key, text] of zh) if (!name.has(key) && /[A-Za-z]{4}/.test(text.replace(/\{\w+\}/g, ''))) expect(text, key).toMatch(/[\u4e00-\u9fff]/)
  })

  it('are all there for whoever asks for them by name', () => {
    const source = files(door === 'shared' ? 'src/shared' : `src/${door}`).filter((it) => /\.(vue|ts)$/.test(it))
    for (const file of source) {
      for (const [, key] of readFileSync(file, 'utf8').matchAll(new RegExp(`\\bt\\(\\s*['"]${door}\\.([\\w.-]+)['"]`, 'g'))) expect(zh.has(key!), `${file}: ${door}.${key}`).toBe(true)
    }
  })
})

it('no Chinese stands in a component outside its words', () => {
  for (const file of files('src').filter((it) => it.endsWith('.vue'))) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|\/\/[^\n]*/g, '')
    expect(text.match(/[\u4e00-\u9fff]+/g)?.filter((it) => !['呼', '应'].includes(it)) ?? [], file).toEqual([])
  }
})
