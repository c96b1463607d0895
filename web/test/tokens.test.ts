import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]))
/** Drawings have colours of their own: the street of homes, the small pictures of the doors, the densities of the wall. */
const DRAWINGS = ['tokens.css', 'landing.css', 'DoorPicture.vue', 'resident.css', 'wall.css']
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch)\(/gi

it('colours stand in the tokens, and what is drawn', () => {
  for (const file of files('src').filter((it) => /\.(vue|css)$/.test(it) && !DRAWINGS.some((name) => it.endsWith(name)))) {
    const text = readFileSync(file, 'utf8')
    const styles = file.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map((it) => it[1]).join('\n')
    expect(styles.replace(/url\([^)]*\)/g, '').match(COLOUR) ?? [], file).toEqual([])
  }
})

it('every token that is asked for is there', () => {
  const all = files('src').filter((it) => /\.(vue|css|ts)$/.test(it)).map((it) => readFileSync(it, 'utf8')).join('\n')
  const known = new Set([...all.matchAll(/(--[\w-]+)['"]?\s*:/g)].map((it) => it[1]))
  const asked = [...new Set([...all.matchAll(/var\((--[\w-]+)[,)]/g)].map((it) => it[1]!))]
  expect(asked.filter((it) => !known.has(it))).toEqual([])
})
