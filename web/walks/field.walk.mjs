// Walks through the field door as workers use it, against a running server with the built doors (HUYING_URL).
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'

const BASE = process.env.HUYING_URL ?? 'http://localhost:8080'
const SHOTS = new URL('../target/walk/', import.meta.url).pathname
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PLACE = { latitude: 35.2905, longitude: 116.9478 }

let browser
let guide
let region

before(async () => {
  mkdirSync(SHOTS, { recursive: true })
  const welcome = await (await fetch(`${BASE}/api/v1/welcome`)).json()
  region = welcome.region
  guide = welcome.guide
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
})
after(() => browser?.close())

/** A phone with a worker's door open in it. */
async function phone(options = {}) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', geolocation: PLACE, permissions: ['geolocation'], ...options,
  })
  context.setDefaultTimeout(15_000)
  return context
}

async function open(context, path = '') {
  const page = await context.newPage()
  page.faults = []
  page.on('pageerror', (e) => page.faults.push(e.message))
  page.on('console', (it) => it.type() === 'error' && /Content Security Policy|violates/.test(it.text()) && page.faults.push(it.text()))
  await page.goto(`${BASE}/field/${path}`)
  return page
}

async function signIn(page, login) {
  await page.fill('#login', login)
  await page.fill('#password', guide.password)
  await page.click('form .btn')
  await page.waitForSelector('.seg')
}

async function onShift(page) {
  await page.click('.shift')
  await page.click('.sheet[open] .btn')
  await page.waitForSelector('.shift.ok')
}

/** The worker of the browser must be in charge before the network is cut. */
async function workerReady(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** No serious or critical fault against WCAG 2 A and AA. */
async function accessible(page, name) {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }))
  const grave = violations.filter((it) => ['serious', 'critical'].includes(it.impact))
  assert.deepEqual(grave.map((it) => `${it.id}: ${it.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')}`), [], name)
}

const shot = (page, name) => page.screenshot({ path: `${SHOTS}field-${name}.png` })

/** A photo as a camera gives it: large, drawn by the browser. */
async function picture(page, colour) {
  const bytes = await page.evaluate(async (fill) => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const ctx = canvas.getContext('2d')
    ctx.fillStyle = fill
    ctx.fillRect(0, 0, 2400, 1800)
    ctx.fillStyle = 'rgba(0, 0, 0, .35)'
    for (let i = 0; i < 6; i += 1) ctx.fillRect(150 + i * 370, 900 - i * 60, 240, 700)
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.95))
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, colour)
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }
}

/** The server as another caller sees it. */
async function caller(login) {
  const response = await fetch(`${BASE}/api/v1/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ login, password: guide.password, cookie: false, region }) })
  const { token } = await response.json()
  return async (path, body, version) => {
    const answer = await fetch(`${BASE}/api/v1/${region}${path}`, {
      method: body ? 'POST' : 'GET', body: body ? JSON.stringify(body) : undefined,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...(version ? { 'If-Match': `"${version}"` } : {}) },
    })
    return answer.json()
  }
}

const has = (login) => guide.accounts.some((it) => it.login === login)

test('a normal day: sign in, look at the day, report on patrol, see it', { timeout: 60_000 }, async () => {
  const context = await phone()
  const page = await open(context)
  await accessible(page, 'sign-in')
  await shot(page, 'sign-in')
  await signIn(page, 'xiaoli')
  await onShift(page)
  await page.waitForSelector('.job, .empty')
  await page.waitForTimeout(800)
  await accessible(page, 'today')
  await shot(page, 'today')

  const mark = `walk-${Date.now() % 1e7}`
  const began = Date.now()
  await page.click('a[href="/field/report"]')
  await page.setInputFiles('input[data-kind="photo-site"]', await picture(page, '#8a7a62'))
  await page.waitForSelector('figure.photo img')
  await page.click('.chips .chip >> nth=0')
  await page.fill('textarea', `${mark} 请来看看`)
  await accessible(page, 'report')
  await shot(page, 'report')
  await page.click('.dock .btn')
  await page.waitForSelector('a.btn[href*="/matters/"]')
  assert.ok(Date.now() - began < 20_000, 'a report takes less than 20 s')
  await shot(page, 'reported')
  await page.click('a.btn[href*="/matters/"]')
  await page.waitForSelector('.sum h1')
  await page.waitForSelector('.line .call')
  await page.waitForTimeout(800)
  assert.match(await page.textContent('.sum'), new RegExp(mark))
  await accessible(page, 'matter')
  await shot(page, 'matter')

  for (const path of ['map', 'inbox', 'me', 'queue']) {
    await page.goto(`${BASE}/field/${path}`)
    await page.waitForSelector('main')
    await page.waitForTimeout(700)
    await accessible(page, path)
    await shot(page, path)
  }
  assert.deepEqual(page.faults, [])
  await context.close()
})

test('no network: a report and what was done at once are kept, survive the tab, and go out once', { timeout: 60_000 }, async () => {
  const context = await phone()
  let page = await open(context)
  await signIn(page, 'xiaoli')
  await onShift(page)
  await workerReady(page)
  await page.goto(`${BASE}/field/report`)
  await page.waitForSelector('.chips .chip')
  await page.waitForTimeout(800)
  const pictures = [await picture(page, '#8a7a62'), await picture(page, '#62808a')]

  await context.setOffline(true)
  await page.goto(`${BASE}/field/`)
  await page.waitForSelector('.net')
  await page.click('a[href="/field/report"]')
  const mark = `offline-${Date.now() % 1e7}`
  await page.click('.chips .chip >> nth=0')
  await page.click('.chip.wide')
  await page.setInputFiles('input[data-kind="photo-before"]', pictures[0])
  await page.waitForSelector('figure.photo img')
  await page.setInputFiles('input[data-kind="photo-after"]', pictures[1])
  await page.waitForFunction(() => document.querySelectorAll('figure.photo img').length === 2)
  await page.fill('textarea', `${mark}`)
  await shot(page, 'offline-report')
  await page.click('.dock .btn')
  await page.waitForFunction(() => /2/.test(document.querySelector('.net')?.textContent ?? ''))
  await shot(page, 'offline-kept')
  await page.close()

  page = await open(context)
  await page.waitForSelector('.net a')
  await page.waitForTimeout(500)
  await shot(page, 'offline-today')
  await page.click('.net a')
  await page.waitForFunction(() => document.querySelectorAll('.card.one').length === 2)
  await shot(page, 'offline-queue')
  await context.setOffline(false)
  await page.waitForFunction(() => document.querySelectorAll('.card.one').length === 0, null, { timeout: 30_000 })
  await page.waitForTimeout(500)
  await shot(page, 'sent')
  assert.equal(await page.locator('.stuck').count(), 0, 'nothing is left for a person')
  assert.deepEqual(page.faults, [])
  await context.close()

  const desk = await caller('xiaoli')
  const { lines } = await desk('/lists/matters?limit=50')
  const mine = lines.filter((it) => it.title === mark)
  assert.equal(mine.length, 1, 'reported once')
  const steps = await desk(`/matters/${mine[0].id}/steps`)
  assert.equal(steps.filter((it) => it.act === 'spot').length, 1, 'done once')
  const pictures2 = await desk(`/matters/${mine[0].id}/attachments`)
  assert.deepEqual(pictures2.map((it) => it.kind).sort(), ['photo-after', 'photo-before'])
  assert.ok(pictures2.every((it) => Math.max(it.width, it.height) === 1600), 'made smaller in the phone')
})

test('somebody was faster: the act stays, says who and what, and is given up only by a person', { timeout: 60_000 }, async () => {
  const context = await phone()
  const page = await open(context)
  await signIn(page, 'xiaoli')
  await workerReady(page)
  const other = await caller('xiaoli')
  const { matter } = await other('/matters', { channel: 'patrol', title: `overtaken-${Date.now() % 1e7}`, text: '三单元楼道堆了纸箱', item: 'corridor-piled', point: { lon: PLACE.longitude, lat: PLACE.latitude } })
  await page.goto(`${BASE}/field/matters/${matter.id}`)
  await page.waitForSelector('.act button')
  await page.waitForTimeout(500)
  await context.setOffline(true)
  await page.click('.act button >> nth=-1')
  await page.fill('.sheet textarea', '我在现场，马上办')
  await page.click('.sheet > .inside > .btn')
  await page.waitForSelector('.waiting')
  await shot(page, 'offline-matter')
  const before = (await other(`/matters/${matter.id}`)).version
  await other(`/matters/${matter.id}/comment`, { words: '别人先动了' }, before)
  for (let i = 0; i < 10 && (await other(`/matters/${matter.id}`)).version <= matter.version; i += 1) await new Promise((go) => setTimeout(go, 1000))
  await context.setOffline(false)
  await page.goto(`${BASE}/field/queue`)
  await page.waitForSelector('.stuck', { timeout: 20_000 })
  await page.waitForTimeout(800)
  await accessible(page, 'conflict')
  await shot(page, 'conflict')
  await page.click('.stuck .choices button >> nth=-1')
  await page.click('.sheet[open] .gone')
  await page.waitForFunction(() => !document.querySelector('.stuck'))
  assert.deepEqual(page.faults, [])
  await context.close()
})

test('a whistle: called, checked in without a network, recorded and signed', { timeout: 60_000 }, async (t) => {
  if (!has('jiedao') || !has('zhifa')) return t.skip('this demo has no street and no unit')
  const street = await caller('jiedao')
  const unit = await caller('zhifa')
  const context = await phone()
  const page = await open(context)
  await signIn(page, 'zhifa')
  await onShift(page)
  const own = await page.evaluate(async () => (await (await fetch('/api/v1/me')).json()).grants.find((it) => it.unit).unit)
  const whistle = await street('/whistles', {
    area: `${region}001001001`, cause: 'joint-enforcement', rung: 'street-to-department', lead: own, title: '工地围挡倾斜', text: '围挡往人行道倾斜，行人绕行', place: '善国路 46 号', point: { lon: 116.9482, lat: 35.2909 }, emergency: true, reason: '清单没有这一项，行人有危险',
  })
  assert.ok(whistle.id, JSON.stringify(whistle))
  await workerReady(page)
  await page.goto(`${BASE}/field/`)
  await page.waitForSelector(`a[href="/field/whistles/${whistle.id}"]`)
  await page.waitForTimeout(800)
  await accessible(page, 'today with a whistle')
  await shot(page, 'today-whistle')
  await page.click(`a[href="/field/whistles/${whistle.id}"]`)
  await page.waitForSelector('.go')
  await page.waitForTimeout(800)
  await accessible(page, 'whistle')
  await shot(page, 'whistle')
  await page.setInputFiles('input[data-kind="photo-site"]', await picture(page, '#6b5d84'))
  await page.waitForSelector('figure.photo img')
  await context.setOffline(true)
  await page.click('.go')
  await page.waitForSelector('.notes.warn')
  await shot(page, 'whistle-offline')
  await context.setOffline(false)
  await page.waitForFunction(() => !document.querySelector('.notes.warn'), null, { timeout: 20_000 })
  const arrived = await unit(`/whistles/${whistle.id}`)
  const seat = arrived.summoned.find((it) => it.unit === own)
  assert.equal(seat.state, 'CHECKED_IN')
  assert.equal(seat.arrival.photos.length, 1)
  assert.equal(arrived.timeline.filter((it) => it.act === 'check-in').length, 1)
  await page.click('.go[data-act="record"]')
  await page.fill('.sheet textarea', '执法局到场，围挡已加固，明早复看。')
  await page.click('.sheet > .inside > .btn')
  await page.waitForFunction(() => document.body.textContent.includes('明早复看') && !document.querySelector('.notes.warn'))
  await page.click('.go[data-act="sign"]')
  await page.waitForFunction(async (id) => (await (await fetch(id)).json()).summoned.some((it) => it.signature), `/api/v1/${region}/whistles/${whistle.id}`)
  await page.waitForTimeout(600)
  await shot(page, 'whistle-signed')
  assert.deepEqual(page.faults, [])
  await context.close()
})
