// What all walks share: the running demo (HUYING_URL), a browser, people who are signed in, and how a page is looked at.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after } from 'node:test'
import { chromium } from 'playwright-core'

export const base = (process.env.HUYING_URL ?? 'http://localhost:8080').replace(/\/$/, '')
export const shots = new URL('../target/walk/', import.meta.url).pathname
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
/** A walk takes no longer than this, however busy the machine is. */
export const limit = { timeout: 600_000 }
const PATIENCE = 90_000
/** The smallest picture there is. */
export const PIXELS = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

mkdirSync(shots, { recursive: true })
export const welcome = await (await fetch(`${base}/api/v1/welcome`)).json()
assert.ok(welcome.guide, 'the walks need a demo server')
export const { region, guide } = welcome
export const loginOf = (role) => guide.accounts.find((it) => it.role === role).login

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  env: { ...process.env, LANGUAGE: 'zh_CN' },
  args: ['--no-sandbox', '--lang=zh-CN', '--js-flags=--expose-gc', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
})
/** A window that is still open at the end belongs to a walk that failed: its picture says where. */
after(async () => {
  const left = browser.contexts().flatMap((it) => it.pages())
  await Promise.all(left.map((page, n) => page.screenshot({ path: `${shots}left-open-${n}.png` }).catch(() => undefined)))
  for (const page of left) if (page.faults?.length) console.error(page.url(), page.faults)
  await browser.close()
})

/** Cookies of those who have signed in, by login: the server counts attempts. */
const sessions = new Map()
async function cookiesOf(login) {
  if (!sessions.has(login)) {
    const answer = await fetch(`${base}/api/v1/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ login, password: guide.password, cookie: true, region }) })
    assert.equal(answer.status, 200, `${login} signs in`)
    sessions.set(login, answer.headers.getSetCookie().map((it) => {
      const [name, ...value] = it.split(';')[0].split('=')
      return { name, value: value.join('='), url: base, httpOnly: true, sameSite: 'Lax' }
    }))
  }
  return sessions.get(login)
}

/** The grid that the guests of the demo look after, and a point in it. */
export const { GRID, PIN } = await (async () => {
  const worker = await caller('xiaoli')
  const { outline } = await worker(`/territory/nodes/${worker.area}`)
  const ring = outline.coordinates[0][0]
  const mean = (at) => ring.reduce((sum, corner) => sum + corner[at], 0) / ring.length
  return { GRID: worker.area, PIN: { longitude: mean(0), latitude: mean(1), accuracy: 12 } }
})()

/** What the demo leaves to visitors is left to those who are there: the grid, the community and the street of the guests. */
export const present = (...logins) => Promise.all((logins.length ? logins : ['xiaoli', 'xiaowang', 'jiedao']).map(cookiesOf))

const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 }, wall: { width: 1920, height: 1080 } }

/**
 * A window of its own: nothing kept, a size, perhaps somebody signed in. The page keeps what went wrong on it.
 * @param {{ size?: 'phone' | 'desk' | 'wall', as?: string, theme?: string, language?: string }} how
 */
export async function window(size, { as, theme = 'light', language = 'zh-CN', script, ...options } = {}) {
  const context = await browser.newContext({
    viewport: SIZES[size], locale: language === 'en' ? 'en-GB' : language, timezoneId: 'Asia/Shanghai', colorScheme: theme, geolocation: PIN, permissions: ['geolocation', 'clipboard-read', 'clipboard-write'],
    ...(size === 'phone' ? { hasTouch: true, isMobile: true } : {}), ...options,
  })
  context.setDefaultTimeout(PATIENCE)
  if (as) await context.addCookies(await cookiesOf(as))
  if (script) await context.addInitScript(script)
  return watched(await context.newPage())
}

/** Remembers what went wrong: an error, a breach of the page's policy, a word without a translation. */
export function watched(page) {
  page.faults = []
  page.on('pageerror', (e) => page.faults.push(e.message))
  page.on('console', (it) => /Content Security Policy|\[Vue warn|\[intlify/.test(it.text()) && page.faults.push(it.text()))
  return page
}

export const go = (page, path) => page.goto(base + path)
export const close = (page) => page.context().close()

/** Until nothing moves, nothing is being fetched that would still change the picture, and all letters are there. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const seen = (it) => it.checkVisibility() && it.getBoundingClientRect().top < innerHeight
    if (document.fonts.status !== 'loaded') return false
    if ([...document.querySelectorAll('.bone, [aria-busy="true"], .hy-map:not([data-drawn])')].some(seen)) return false
    if ([...document.images].some((it) => seen(it) && !it.complete)) return false
    return document.getAnimations().every((it) => it.playState !== 'running' || it.effect?.getComputedTiming().iterations === Infinity)
  })
}

/** A picture; of a whole page as on a phone that is long enough for it, so that what sticks to the foot is at the foot. */
export async function shoot(page, name, whole = false) {
  const size = page.viewportSize()
  // the handbook shows a phone as it is held
  if (whole && process.env.HUYING_PICTURES) await page.screenshot({ path: `${shots}${name}.view.png` })
  const height = whole ? await page.evaluate(() => document.documentElement.scrollHeight) : size.height
  if (height > size.height) await page.setViewportSize({ width: size.width, height })
  await page.screenshot({ path: `${shots}${name}.png` })
  if (height > size.height) await page.setViewportSize(size)
}

async function faultsForSome(page) {
  await settled(page)
  await page.evaluate(axe)
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { runOnly: rules, resultTypes: ['violations'] }), RULES)
  return violations.filter((it) => ['serious', 'critical'].includes(it.impact)).map((it) => `${it.id}: ${it.nodes.slice(0, 4).map((node) => node.html.slice(0, 200)).join(' | ')}`)
}

/** Looks at a page: no serious fault for people who use it otherwise, nothing wrong on it, nothing wider than the window; and a picture. */
export async function looked(page, name, { whole = false } = {}) {
  let grave = await faultsForSome(page)
  // a colour on its way from one state to the next is nothing that anybody reads
  if (grave.length) grave = await faultsForSome(page)
  await shoot(page, name, whole)
  assert.deepEqual(grave, [], name)
  assert.deepEqual(page.faults, [], name)
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is not wider than its window`)
}

/** A photo as a camera gives it: large, and never twice the same. */
export async function photo(page, tone = 30) {
  const bytes = await page.evaluate(async (hue) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1800 })
    const pen = canvas.getContext('2d')
    pen.fillStyle = `hsl(${hue} 24% 72%)`
    pen.fillRect(0, 0, 2400, 1800)
    pen.fillStyle = `hsl(${hue} 18% 52%)`
    for (let i = 0; i < 6; i++) pen.fillRect(150 + i * 370, 900 - ((i * 7) % 4) * 130, 300, 900)
    pen.fillStyle = `hsl(${hue} 60% 84%)`
    for (let i = 0; i < 6; i++) for (let n = 0; n < 4; n++) pen.fillRect(200 + i * 370 + (n % 2) * 120, 1000 + Math.floor(n / 2) * 220, 70, 110)
    pen.fillStyle = 'hsl(40 12% 40%)'
    pen.fillRect(0, 1620, 2400, 180)
    for (let i = 0; i < 40; i++) {
      pen.fillStyle = `hsl(${(i * 29) % 360} 42% 52%)`
      pen.fillRect(60 + i * 58, 1500 - ((i * 13) % 5) * 18, 48, 150)
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.9))
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, tone)
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) }
}

/** The server as a program sees it, for what a walk only needs to be there. */
export async function caller(login) {
  const cookie = (await cookiesOf(login)).map((it) => `${it.name}=${it.value}`).join('; ')
  const me = await (await fetch(`${base}/api/v1/me`, { headers: { Cookie: cookie } })).json()
  const ask = async (path, body, version, method = body ? 'POST' : 'GET') => {
    const answer = await fetch(`${base}/api/v1/${region}${path}`, {
      method, body: body && JSON.stringify(body),
      headers: { Cookie: cookie, 'X-CSRF-Token': me.csrfToken, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...(version ? { 'If-Match': `"${version}"` } : {}) },
    })
    const told = answer.status === 204 ? null : await answer.json()
    assert.ok(answer.ok, `${path}: ${JSON.stringify(told)}`)
    return told
  }
  /** Puts something in the place of what is there. */
  ask.put = (path, body) => ask(path, body, undefined, 'PUT')
  /** Puts a picture there and answers its id. */
  ask.upload = async () => {
    const form = new FormData()
    form.set('file', new Blob([PIXELS], { type: 'image/png' }), 'photo.png')
    const answer = await fetch(`${base}/api/v1/${region}/attachments`, { method: 'POST', body: form, headers: { Cookie: cookie, 'X-CSRF-Token': me.csrfToken, 'Idempotency-Key': crypto.randomUUID() } })
    const told = await answer.json()
    assert.ok(answer.ok, JSON.stringify(told))
    return told.id
  }
  ask.account = me.account
  ask.unit = me.grants.find((it) => it.unit)?.unit
  ask.area = me.grants.find((it) => it.area)?.area
  return ask
}

/** A grid worker goes to work: a sheet says what is recorded. */
export async function onShift(page) {
  await page.click('.shift')
  await page.click('.sheet[open] .btn')
  await page.waitForSelector('.shift.ok')
}

/** The worker of the browser is in charge, so that the door opens without a network. */
export async function ready(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

/** Waits until the phone keeps these answers. */
export const keeps = (page, ...paths) => page.waitForFunction(async (all) => {
  const keys = (await (await caches.open('field-answers')).keys()).map((it) => it.url)
  return all.every((path) => keys.some((it) => it.includes(path)))
}, paths)

/** What waits on the dispatch board under these words; what came since the board was opened is asked for, as the board offers it. */
export async function waitingRow(page, words) {
  const row = page.locator('.waits li', { hasText: words })
  const news = page.locator('.heading .linklike')
  await until(async () => {
    if (await row.count()) return true
    if (await news.count()) await news.click()
    return false
  }, words)
  return row
}

/** Something said by a resident in the grid of the walks, and its code. */
export async function said(title, item = 'corridor-piled') {
  const answer = await fetch(`${base}/api/v1/${region}/matters`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }, body: JSON.stringify({ channel: 'snap', title, text: `${title}，请来看看`, item, area: GRID }) })
  assert.equal(answer.status, 201)
  const { matter, trackingSecret } = await answer.json()
  return { ...matter, secret: trackingSecret }
}

/** The same, handled and checked: it waits for the word of whoever said it. */
export async function checked(title) {
  const matter = await said(title)
  const street = await caller('jiedao')
  let now = await street(`/matters/${matter.id}/accept`, {}, matter.version)
  if (now.state === 'ACCEPTED') now = await street(`/matters/${matter.id}/dispatch`, {}, now.version)
  const evidence = await Promise.all(['photo-before', 'photo-after'].map(async (kind) => ({ kind, attachment: await street.upload() })))
  now = await street(`/matters/${matter.id}/acknowledge`, {}, now.version)
  now = await street(`/matters/${matter.id}/handle`, { outcome: '清走了，楼道通了', evidence }, now.version)
  const checker = await caller('zhihui')
  await checker(`/matters/${matter.id}/verify`, { passed: true, evidence: [{ kind: 'photo-after', attachment: await checker.upload() }] }, now.version)
  return matter
}

/** Something that may take the server a moment. */
export async function until(what, name = 'it', patience = PATIENCE) {
  const end = Date.now() + patience
  for (;;) {
    const found = await what()
    if (found) return found
    assert.ok(Date.now() < end, `${name} did not come`)
    await new Promise((done) => setTimeout(done, 250))
  }
}

/** The desk, with an account of a login signed in. */
export async function deskOf(as, path, how = {}) {
  const page = await window('desk', { as, ...how })
  await go(page, `/desk${path}`)
  await page.waitForSelector('nav.side')
  return page
}

/** The dialog that is open. */
export const dialog = (page) => page.locator('dialog[open]')
