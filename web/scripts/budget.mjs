// How much script each door loads before it can be used, gzipped, against what it may.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET = { resident: 180, field: 220, desk: 450, screen: 450, landing: 180 }

const dist = new URL('../dist', import.meta.url).pathname
let over = false
for (const [door, limit] of Object.entries(BUDGET)) {
  const seen = new Set()
  const follow = (path) => {
    if (seen.has(path)) return
    seen.add(path)
    const text = readFileSync(dist + path, 'utf8')
    // what a module imports at once; dynamic imports are not in the first load, but the first page's are asked for
    for (const [, next] of text.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g)) follow(`/assets/${next.slice(2)}`)
  }
  const html = readFileSync(`${dist}/${door === 'landing' ? '' : `${door}/`}index.html`, 'utf8')
  for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)) follow(path)
  const home = [...readFileSync(`${dist}${html.match(/src="(\/assets\/[^"]+\.js)"/)[1]}`, 'utf8').matchAll(/import\(`?"?'?(\.\/HomePage[^"'`]+\.js)/g)]
  for (const [, path] of home) follow(`/assets/${path.slice(2)}`)
  const kb = [...seen].reduce((sum, path) => sum + gzipSync(readFileSync(dist + path)).length, 0) / 1024
  over ||= kb > limit
  console.log(`${door.padEnd(9)} ${kb.toFixed(1).padStart(6)} kB of ${limit} kB, ${seen.size} files${kb > limit ? '  TOO MUCH' : ''}`)
}
process.exit(over ? 1 : 0)
