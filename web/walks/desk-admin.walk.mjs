// Walks through the administration of the desk and its sheets for print, as each of the three administrators and a street desk sees them.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'

const base = process.env.HUYING_URL ?? 'http://localhost:8080'
const out = new URL('../target/walk/', import.meta.url).pathname
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const limit = { timeout: 60_000 }
let browser
let guide

before(async () => {
  mkdirSync(out, { recursive: true })
  guide = (await (await fetch(`${base}/api/v1/welcome`)).json()).guide
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] })
})
after(() => browser?.close())

/** A desk on which an account of a role is signed in; whatever the page throws fails the walk. */
async function desk(role, { language = 'zh-CN', theme = 'light' } = {}) {
  const login = guide.accounts.find((it) => it.role === role).login
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: language, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', bypassCSP: true })
  const page = await context.newPage()
  page.broken = []
  page.on('pageerror', (error) => page.broken.push(error.message))
  await page.addInitScript(([look, words]) => { localStorage.setItem('huying.theme', look); localStorage.setItem('huying.language', words) }, [theme, language])
  await page.goto(`${base}/desk/sign-in`)
  await page.locator('input[autocomplete=username]').fill(login)
  await page.locator('input[type=password]').fill(guide.password)
  await page.keyboard.press('Enter')
  await page.locator('.desk .side').waitFor()
  return page
}

async function look(page, path, ready, name) {
  await page.goto(`${base}/desk${path}`)
  await page.locator(ready).first().waitFor({ timeout: 30_000 })
  await fit(page, name)
}

/** No serious fault for people who use it otherwise; the frame around the page has its own walk. */
async function fit(page, name) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run({ exclude: ['.top'] }, { resultTypes: ['violations'] }))
  const grave = violations.filter((it) => it.impact === 'serious' || it.impact === 'critical').map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`)
  await page.screenshot({ path: `${out}${name}.png`, fullPage: name.startsWith('print') })
  assert.deepEqual(grave, [], name)
  assert.deepEqual(page.broken, [], name)
}

const done = (page) => page.context().close()

test('the territory: tree, outlines, a split drawn and left again', limit, async () => {
  const page = await desk('system-admin')
  await page.goto(`${base}/desk/territory`)
  await page.locator('.tree [role=treeitem]').first().waitFor()
  const grid = (await (await page.request.get(`${base}/api/v1/welcome`)).json()).region + '001001001'
  await page.locator('.tree input').fill(grid)
  await page.locator('.tree input').press('Enter')
  await page.locator('.tree .on').filter({ hasText: '网格' }).waitFor()
  await page.locator('canvas.maplibregl-canvas').waitFor()
  await page.getByRole('button', { name: '改边' }).first().waitFor()
  await fit(page, 'desk-territory')
  await page.getByRole('toolbar').getByRole('button', { name: '拆分' }).click()
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox()
  await page.mouse.click(box.x + box.width * 0.35, box.y + box.height * 0.16)
  await page.mouse.click(box.x + box.width * 0.35, box.y + box.height * 0.8)
  await page.locator('.corner.mid').first().waitFor()
  assert.equal(await page.locator('.corner:not(.mid)').count(), 2)
  await fit(page, 'desk-territory-split')
  await page.getByRole('toolbar').getByRole('button', { name: '选' }).click()
  assert.equal(await page.locator('.corner').count(), 0)
  await done(page)
})

test('an import shows what would change, and a file with flaws changes nothing', limit, async () => {
  const page = await desk('system-admin')
  await page.goto(`${base}/desk/territory`)
  await page.getByRole('button', { name: '导入' }).click()
  await page.locator('input[accept*=geojson]').setInputFiles({ name: 'x.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: '1', name: '', kind: 'grid' }, geometry: null }] })) })
  await page.getByRole('button', { name: '先看会改什么' }).click()
  await page.locator('.outcome .bad').first().waitFor()
  await fit(page, 'desk-territory-import')
  await done(page)
})

test('bodies, posts, vacancies and teams', limit, async () => {
  const page = await desk('system-admin')
  await page.goto(`${base}/desk/organisations`)
  await page.locator('.list tbody button.t').first().click()
  await page.locator('.ad-side .ad-facts').first().waitFor()
  await fit(page, 'desk-organisations')
  await look(page, '/organisations/posts', '.list tbody button.t', 'desk-posts')
  await look(page, '/organisations/vacancies', '.list tbody .tag', 'desk-vacancies')
  await look(page, '/organisations/teams', '.empty, .pickrow', 'desk-teams')
  await done(page)
})

test('the playbook: items, rules, and a text with a fault pointed out by its line', limit, async () => {
  const page = await desk('system-admin')
  await page.goto(`${base}/desk/playbook`)
  await page.locator('.list tbody button.t').first().click()
  await fit(page, 'desk-playbook')
  await look(page, '/playbook/rules', '.rules li', 'desk-rules')
  await look(page, '/playbook/text', '.ln', 'desk-playbook-text')
  await page.getByRole('button', { name: '改', exact: true }).click()
  await page.locator('textarea.editor').fill('playbook: sample\nnonsense: 1\n')
  await page.getByRole('button', { name: '查一遍' }).click()
  await page.locator('.ad-side .linklike', { hasText: '第 2 行' }).first().waitFor()
  await fit(page, 'desk-playbook-check')
  await done(page)
})

test('accounts and roles', limit, async () => {
  const page = await desk('security-admin')
  await page.goto(`${base}/desk/accounts`)
  await page.locator('.list tbody button.t').nth(3).click()
  await page.locator('.ad-side .ad-rows li').first().waitFor()
  await fit(page, 'desk-accounts')
  await look(page, '/accounts/roles', 'fieldset', 'desk-roles')
  await done(page)
})

test('the audit, and its chain', limit, async () => {
  const page = await desk('audit-admin')
  await page.goto(`${base}/desk/audit`)
  await page.locator('.list tbody tr').first().waitFor()
  await page.getByRole('button', { name: '验一遍记录链' }).click()
  await page.locator('.notice-line.ok').waitFor()
  await fit(page, 'desk-audit')
  await done(page)
})

test('workdays and modes, by night and in English', limit, async () => {
  const page = await desk('county-desk', { language: 'en', theme: 'dark' })
  await look(page, '/workdays', '.month', 'desk-workdays-en-dark')
  await look(page, '/workdays/modes', '.now h2', 'desk-modes-en-dark')
  await look(page, '/territory', '.schematic, .found', 'desk-territory-en-dark')
  await done(page)
})

test('sheets come out of the printer on A4', limit, async () => {
  const page = await desk('street-desk')
  const region = (await (await page.request.get(`${base}/api/v1/welcome`)).json()).region
  const matters = await (await page.request.get(`${base}/api/v1/${region}/lists/matters?limit=1`)).json()
  const whistles = await (await page.request.get(`${base}/api/v1/${region}/whistles?axis=area&limit=1`)).json()
  const sheets = [...matters.lines.flatMap(({ id }) => ['order', 'supervision', 'return'].map((form) => [form, id])), ...whistles.whistles.map(({ id }) => ['whistle', id])]
  assert.ok(sheets.length >= 3)
  for (const [form, id] of sheets) {
    await look(page, `/print/${form}/${id}`, '.paper-sheet .qr', `print-${form}`)
    const pdf = await page.pdf({ path: `${out}print-${form}.pdf`, preferCSSPageSize: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length
    assert.equal(pages, 1, `${form} fits on one sheet`)
  }
  await done(page)
})
