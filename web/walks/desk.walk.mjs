import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, describe, it } from 'node:test'
import { chromium } from 'playwright-core'

const BASE = process.env.HUYING_URL ?? 'http://localhost:8080'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = new URL('../target/walk/', import.meta.url).pathname
mkdirSync(shots, { recursive: true })

let browser
let guide
let region

before(async () => {
  const welcome = await (await fetch(`${BASE}/api/v1/welcome`)).json()
  guide = welcome.guide
  region = welcome.region
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
})
after(() => browser?.close())

const login = (role) => guide.accounts.find((it) => it.role === role).login

async function desk(role, { theme = 'light', language = 'zh-CN', width = 1440, height = 900 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: language, timezoneId: 'Asia/Shanghai', bypassCSP: true })
  await context.addInitScript(([look, words]) => {
    localStorage.setItem('huying.theme', look)
    localStorage.setItem('huying.language', words)
  }, [theme, language])
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.faults = []
  page.on('pageerror', (error) => page.faults.push(error.message))
  await page.goto(`${BASE}/desk/sign-in`)
  await page.fill('#login', login(role))
  await page.fill('#password', guide.password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('nav.side')
  return page
}

const ask = (page, path, options = {}) =>
  page.evaluate(async ([to, { method = 'GET', body, version }]) => {
    const me = await (await fetch('/api/v1/me')).json()
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': me.csrfToken, 'Idempotency-Key': crypto.randomUUID?.() ?? `${Date.now()}-0000-4000-8000-000000000000`.slice(-36), ...(version ? { 'If-Match': `"${version}"` } : {}) }
    const answer = await fetch(to, { method, headers: method === 'GET' ? {} : headers, body: body === undefined ? undefined : JSON.stringify(body) })
    return { status: answer.status, body: await answer.json().catch(() => null) }
  }, [`/api/v1/${region}${path}`, options])

async function sound(page, name) {
  await page.screenshot({ path: `${shots}${name}.png` })
  await page.evaluate(axe)
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }))
  const bad = found.violations.filter((it) => it.impact === 'serious' || it.impact === 'critical').map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`)
  assert.deepEqual(bad, [], name)
  assert.deepEqual(page.faults, [], name)
}

describe('the desk', () => {
  it('lets nobody in without a session and says why a password is refused', { timeout: 60_000 }, async () => {
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
    await page.goto(`${BASE}/desk/queue/area`)
    await page.waitForURL('**/desk/sign-in')
    await page.fill('#login', login('street-desk'))
    await page.fill('#password', 'not-the-password')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alert]')
    page.faults = []
    await sound(page, 'desk-sign-in')
    await page.context().close()
  })

  for (const [name, path, ready] of [
    ['queue', '/queue/area', 'table.list tbody tr[data-row]'],
    ['mine', '/', '.tablebox'],
    ['returns', '/queue/returns', '.views'],
    ['dispatch', '/dispatch', '.board'],
    ['whistles', '/whistles', '.views'],
    ['hotline', '/hotline', '#h-text'],
    ['calendar', '/calendar', 'table.month'],
    ['figures', '/figures', '.chart svg'],
    ['inbox', '/inbox', '.page h1'],
  ])
    it(`shows ${name} without a fault`, { timeout: 60_000 }, async () => {
      const page = await desk('county-desk')
      await page.goto(`${BASE}/desk${path}`)
      await page.waitForSelector(ready)
      await page.waitForTimeout(600)
      await sound(page, `desk-${name}`)
      await page.context().close()
    })

  it('is as sound in English and by night', { timeout: 60_000 }, async () => {
    const page = await desk('county-desk', { theme: 'dark', language: 'en' })
    await page.goto(`${BASE}/desk/queue/area`)
    await page.waitForSelector('tr[data-row]')
    await sound(page, 'desk-queue-dark-en')
    await page.click('tr[data-row]')
    await page.waitForSelector('.story .line li')
    await page.waitForTimeout(600)
    await sound(page, 'desk-matter-dark-en')
    await page.context().close()
  })

  it('registers a call, and its button says what will happen', { timeout: 60_000 }, async () => {
    const page = await desk('county-desk')
    await page.goto(`${BASE}/desk/hotline`)
    await page.fill('#h-text', '书香里 3 号楼门口的路灯不亮，晚上看不见路')
    await page.waitForSelector('.sidecol .sug button')
    await page.click('.sidecol section:first-child .sug button')
    const choose = await page.$$('.sidecol .card')
    assert.ok(choose.length >= 2)
    await page.selectOption('#h-area', { index: 1 })
    await page.waitForSelector('.sidecol .sug >> nth=1')
    await page.waitForSelector('.sendrow .btn:not([disabled])')
    await sound(page, 'desk-hotline-filled')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('.done .all')
    assert.match(await page.textContent('.done .all'), new RegExp(`^${region}-`))
    await page.context().close()
  })

  it('finds, opens, accepts, assigns and moves on by keyboard alone', { timeout: 60_000 }, async () => {
    const page = await desk('county-desk')
    const place = (await ask(page, `/territory/nodes?parent=${region}`)).body.items[0].code
    const title = `巡看 ${Date.now().toString(36)}`
    const made = await ask(page, '/matters', { method: 'POST', body: { title, text: `${title}：楼道里的灯坏了`, channel: 'phone', item: 'street-lamp', area: place } })
    assert.equal(made.status, 201)
    const number = made.body.matter.number
    const type = async (key, times = 1) => {
      for (let i = 0; i < times; i++) await page.keyboard.press(key)
    }
    for (let i = 0; i < 10; i++) {
      await page.keyboard.press('/')
      await page.keyboard.type(number)
      await page.keyboard.press('Enter')
      if (await page.waitForSelector('tr[data-row="0"]', { timeout: 3000 }).catch(() => null)) break
    }
    for (let i = 0; i < 60 && !(await page.evaluate(() => document.activeElement?.matches('tr[data-row="0"]'))); i++) await type('Tab')
    await type('Enter')
    await page.waitForSelector('.steps .btn')
    for (let round = 0; round < 4; round++) {
      const matter = (await ask(page, `/matters/${made.body.matter.id}`)).body
      if (!['REPORTED', 'ACCEPTED'].includes(matter.state)) break
      const news = await page.$('.notice-line .linklike')
      if (news) {
        await news.focus()
        await type('Enter')
        await page.waitForTimeout(500)
      }
      for (let i = 0; i < 80 && !(await page.evaluate(() => document.activeElement?.matches('.steps .btn:first-child'))); i++) await type('Tab')
      await type('Enter')
      await page.waitForTimeout(900)
      if (await page.$('dialog[open]')) {
        for (let i = 0; i < 40 && !(await page.evaluate(() => document.activeElement?.matches('dialog footer .btn:last-child'))); i++) await type('Tab')
        await type('Enter')
        await page.waitForTimeout(1200)
        if (await page.$('dialog[open]')) await type('Escape')
      }
    }
    const now = (await ask(page, `/matters/${made.body.matter.id}`)).body
    assert.ok(!['REPORTED', 'ACCEPTED'].includes(now.state), now.state)
    await sound(page, 'desk-matter')
    await page.context().close()
  })

  it('closes a rated matter by keyboard alone', { timeout: 60_000 }, async () => {
    const page = await desk('county-desk')
    const rated = (await ask(page, '/lists/matters?state=RATED&limit=50')).body.lines
    let closed = false
    for (const it of rated.slice(0, 4)) {
      await page.goto(`${BASE}/desk/matter/${it.id}`)
      await page.waitForSelector('.steps, .right')
      await page.waitForTimeout(400)
      if (!(await page.$('.steps .btn'))) continue
      for (let i = 0; i < 80 && !(await page.evaluate(() => document.activeElement?.matches('.steps .btn:first-child'))); i++) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      if (!(await page.waitForSelector('dialog[open]', { timeout: 2000 }).catch(() => null))) continue
      for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement?.matches('dialog footer .btn:last-child'))); i++) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForTimeout(1200)
      if ((await ask(page, `/matters/${it.id}`)).body.state === 'CLOSED') {
        closed = true
        break
      }
      await page.keyboard.press('Escape')
    }
    assert.ok(closed || rated.length === 0, 'none of the rated matters could be closed')
    assert.deepEqual(page.faults, [])
    await page.context().close()
  })

  it('blows a whistle from a matter by the published list', { timeout: 60_000 }, async () => {
    const page = await desk('street-desk')
    const open = (await ask(page, '/lists/my-work?axis=area&limit=20')).body.lines[0]
    if (!open) return
    await page.goto(`${BASE}/desk/matter/${open.id}`)
    await page.waitForSelector('.steps .btn')
    const button = page.locator('.steps .btn', { has: page.locator('use[href*="i-whistle"]') })
    if (!(await button.count())) return
    await button.click()
    await page.waitForSelector('dialog .chip')
    await page.fill('#blow-item', '路灯')
    await page.waitForSelector('#blow-item ~ ul [role=option]')
    await page.keyboard.press('Enter')
    await page.fill('#blow-text', '请到现场看一看')
    await page.waitForTimeout(1200)
    await sound(page, 'desk-blow')
    await page.keyboard.press('Escape')
    await page.context().close()
  })
})
