// Puts the pictures that the handbook shows from the last walks into docs/images, none larger than it may be.
// Runs after walks that were told to take them: HUYING_PICTURES=1 npm run walk && HUYING_PICTURES=1 npm run pictures
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const MOST = 250_000
const from = new URL('../target/walk/', import.meta.url).pathname
const to = new URL('../../docs/images/', import.meta.url).pathname
/** What the handbook calls it, and what the walk called it. */
const PICTURES = {
  front: 'landing', 'resident-home': 'resident-home.view', 'resident-report': 'across-resident-report.view', 'resident-rate': 'across-resident-rate.view', 'resident-elder': 'resident-elder.view',
  'field-today': 'field-today-whistle.view', 'field-whistle': 'across-field-whistle.view', 'field-offline': 'field-offline-queue.view', 'field-verify': 'across-field-verify.view',
  'desk-queue': 'desk-queue', 'desk-dispatch': 'across-desk-dispatch', 'desk-matter': 'across-desk-matter', 'desk-whistle': 'across-desk-whistle', 'desk-territory': 'desk-territory', 'desk-map': 'desk-map', 'desk-task': 'desk-task', 'desk-power': 'desk-power-answered', 'desk-windows': 'desk-windows', 'desk-matter-night': 'desk-matter-open-dark-en', 'print-whistle': 'print-whistle',
  'wall-today': 'wall-today', 'wall-whistles': 'across-wall-whistle',
}

if (!process.env.HUYING_PICTURES) {
  console.log('HUYING_PICTURES is not set; docs/images stay as they are')
  process.exit(0)
}
mkdirSync(to, { recursive: true })
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage()
let missing = 0
for (const [name, walked] of Object.entries(PICTURES)) {
  if (!existsSync(`${from}${walked}.png`)) {
    console.error(`${walked}.png was not made by the walks`)
    missing++
    continue
  }
  let png = readFileSync(`${from}${walked}.png`)
  // as large as it may be: the whole, else smaller and smaller
  for (let scale = 0.9; png.length > MOST && scale > 0.3; scale -= 0.1) {
    const data = await page.evaluate(async ([source, by]) => {
      const image = Object.assign(new Image(), { src: `data:image/png;base64,${source}` })
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(image.width * by), height: Math.round(image.height * by) })
      const pen = canvas.getContext('2d')
      pen.imageSmoothingQuality = 'high'
      pen.drawImage(image, 0, 0, canvas.width, canvas.height)
      return canvas.toDataURL('image/png').split(',')[1]
    }, [readFileSync(`${from}${walked}.png`).toString('base64'), scale])
    png = Buffer.from(data, 'base64')
  }
  writeFileSync(`${to}${name}.png`, png)
  console.log(`${name}.png ${(statSync(`${to}${name}.png`).size / 1000).toFixed(0)} kB`)
}
await browser.close()
process.exit(missing ? 1 : 0)
