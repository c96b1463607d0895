// The wall and the landing page, walked through on a running server (HUYING_URL) with a demo's accounts.
import assert from 'node:assert/strict'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'

const base = (process.env.HUYING_URL ?? 'http://localhost:8080').replace(/\/$/, '')
const shots = new URL('../target/walk/', import.meta.url).pathname
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PAGES = ['today', 'whistles', 'livelihood', 'places']

let browser
let guide
before(async () => {
  await mkdir(shots, { recursive: true })
  guide = (await (await fetch(`${base}/api/v1/welcome`)).json()).guide
  assert.ok(guide, 'the walk needs a demo server')
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--js-flags=--expose-gc'] })
})
after(() => browser?.close())

/** A page, with what went wrong on it; a stream or an answer that is not there yet is not one of them. */
async function open(path, { width = 1920, height = 1080, locale = 'zh-CN', dark = false, script } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale, colorScheme: dark ? 'dark' : 'light' })
  const page = await context.newPage()
  if (script) await page.addInitScript(script)
  page.wrong = []
  page.on('pageerror', (e) => page.wrong.push(e.message))
  page.on('console', (m) => /Content Security Policy|\[Vue warn|\[intlify/.test(m.text()) && page.wrong.push(m.text()))
  await page.goto(base + path)
  return page
}

async function signIn(page) {
  const leader = guide.accounts.find((it) => it.role === 'leader')
  await page.fill('#login', leader.login)
  await page.fill('#password', guide.password)
  await page.click('form .btn')
  await page.waitForSelector('.stage .place', { timeout: 30_000 })
}

async function check(page, name) {
  await page.screenshot({ path: `${shots}${name}.png` })
  // the page's policy lets no script in but its own, so this one comes by the debugger
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }))
  const grave = violations.filter((it) => ['serious', 'critical'].includes(it.impact)).map((it) => `${it.id}: ${it.nodes.map((node) => node.target).join(' | ').slice(0, 300)}`)
  assert.deepEqual(grave, [], name)
  assert.deepEqual(page.wrong, [], name)
}

const close = (page) => page.context().close()

test('the landing page leads to four doors and tells the accounts', { timeout: 60_000 }, async () => {
  for (const look of [{ name: 'landing', width: 1440, height: 900 }, { name: 'landing-dark-en', width: 1440, height: 900, locale: 'en-GB', dark: true }, { name: 'landing-phone', width: 390, height: 844 }]) {
    const page = await open('/', look)
    await page.waitForFunction(() => /\d/.test(document.querySelector('.now b')?.textContent ?? ''))
    assert.deepEqual(await page.$$eval('.door', (all) => all.map((it) => it.getAttribute('href'))), ['/resident/', '/field/', '/desk/', '/screen/'])
    assert.equal(await page.locator('tbody tr').count(), guide.accounts.length)
    assert.ok((await page.textContent('body')).includes(guide.password))
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${look.name} is as wide as the screen`)
    await check(page, look.name)
    await close(page)
  }
})

test('nobody signed in sees the open sums and a way in', { timeout: 60_000 }, async () => {
  const page = await open('/screen/')
  await page.waitForSelector('form #login')
  await page.waitForFunction(() => /\d/.test(document.querySelector('.duo b')?.textContent ?? ''))
  assert.equal(await page.locator('.stage .place').count(), 0)
  await check(page, 'wall-open')
  await page.click('form .btn')
  assert.ok(await page.textContent('[role=alert]'))
  await close(page)
})

test('four pages, a look inside a street and a community, and back', { timeout: 60_000 }, async () => {
  const page = await open('/screen/')
  await signIn(page)
  for (const [i, name] of PAGES.entries()) {
    await page.locator('.pages button').nth(i).click()
    await page.waitForFunction((n) => document.querySelectorAll('.pages button')[n].getAttribute('aria-current') === 'page', i)
    await page.waitForTimeout(800)
    await check(page, `wall-${name}`)
  }
  await page.locator('.pages button').first().click()
  await page.waitForSelector('.stage .place')
  const calm = async (level) => page.waitForFunction((n) => document.querySelectorAll('.crumbs button').length === n && document.querySelector('.crumbs [aria-current]') && !document.querySelector('.crumbs [role=status]') && document.querySelector('.stage .place'), level)
  await page.locator('.place').first().press('Enter')
  await calm(1)
  await check(page, 'wall-street')
  await page.locator('.place').first().press('Enter')
  await calm(2)
  await page.locator('.place').first().press('Enter')
  await page.waitForSelector('.chosen')
  await check(page, 'wall-community')
  for (let up = 0; up < 2; up++) {
    await page.keyboard.press('Escape')
    await page.waitForFunction((n) => document.querySelectorAll('.crumbs button').length === n, 1 - up)
  }
  await close(page)
})

test('no count of one to four stands for a place', { timeout: 60_000 }, async () => {
  const page = await open('/screen/')
  await signIn(page)
  for (const button of [0, 1]) {
    await page.locator('.measures button').nth(button).click()
    const counts = await page.$$eval('.stage .count', (all) => all.map((it) => Number(it.textContent.replace(/\s/g, ''))))
    assert.ok(counts.every((it) => it >= 5), String(counts))
  }
  await page.locator('.pages button').nth(3).click()
  await page.waitForSelector('.columns td')
  const cells = await page.$$eval('.columns tbody tr', (rows) => rows.flatMap((row) => [...row.querySelectorAll('td')].slice(1, 4).map((it) => it.textContent.trim())))
  assert.ok(cells.length > 0 && cells.every((it) => !/^[1-4]$/.test(it)), String(cells))
  await close(page)
})

test('it fits a small and a very large screen, and speaks English', { timeout: 60_000 }, async () => {
  for (const [width, height, name] of [[3840, 2160, 'wall-4k'], [1366, 768, 'wall-small'], [1920, 1080, 'wall-en']]) {
    const page = await open('/screen/', { width, height, locale: name === 'wall-en' ? 'en-GB' : 'zh-CN' })
    await signIn(page)
    await page.waitForTimeout(1500)
    const box = await page.evaluate(() => {
      const wall = document.querySelector('.wall').getBoundingClientRect()
      return { width: wall.width, height: wall.height, over: [...document.querySelectorAll('.head > *')].some((it) => it.getBoundingClientRect().right > wall.right + 1) }
    })
    assert.ok(Math.abs(box.width / box.height - 16 / 9) < 0.01 && box.width <= width + 1 && box.height <= height + 1, JSON.stringify(box))
    assert.ok(!box.over, 'the head fits')
    await page.screenshot({ path: `${shots}${name}.png` })
    await close(page)
  }
})

test('a lost connection is said with the time of the figures, and mends itself', { timeout: 60_000 }, async () => {
  const page = await open('/screen/', { script: () => {
    // keeps hold of the streams, so that they can be cut as a network would
    const Stream = globalThis.EventSource
    globalThis.streams = []
    globalThis.EventSource = class extends Stream {
      constructor(url) {
        super(url)
        globalThis.streams.push(this)
      }
    }
  } })
  await page.waitForFunction(() => /1|2|3/.test(document.querySelector('.fresh')?.textContent ?? '') && !document.querySelector('.fresh.off'))
  await page.clock.install()
  await page.route('**/api/**', (route) => route.abort())
  await page.evaluate(() => globalThis.streams.forEach((it) => it.close()))
  await page.clock.fastForward(125_000)
  await page.waitForSelector('.fresh.off', { timeout: 20_000 })
  assert.match(await page.textContent('.fresh'), /断开 \d+ 分钟，显示 \d\d:\d\d 的数/)
  await page.screenshot({ path: `${shots}wall-lost.png` })
  await page.unroute('**/api/**')
  await page.clock.fastForward(30_000)
  await page.waitForSelector('.fresh:not(.off)', { timeout: 20_000 })
  await close(page)
})

test('it turns by itself, holds when touched, and does not grow', { timeout: 120_000 }, async () => {
  const page = await open('/screen/?turn=1&hold=3')
  await signIn(page)
  const name = () => page.$eval('.pages [aria-current]', (it) => it.textContent)
  const held = await name()
  await page.mouse.click(1900, 500)
  await page.waitForTimeout(1500)
  assert.equal(await name(), held, 'a touch holds the page')
  const seen = new Set()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const measure = async () => {
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (key) => metrics.find((it) => it.name === key).value
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
  }
  const turnFor = async (seconds) => {
    for (let i = 0; i < seconds * 2; i++) {
      seen.add(await name())
      await page.waitForTimeout(500)
    }
    // always measured on the same page
    await page.waitForFunction(() => document.querySelectorAll('.pages button')[3].getAttribute('aria-current') === 'page')
    return measure()
  }
  await turnFor(16)
  const first = await turnFor(8)
  const last = await turnFor(48)
  console.log(`after 24 s: ${JSON.stringify(first)}; after 72 s: ${JSON.stringify(last)}`)
  assert.equal(seen.size, PAGES.length, 'every page had its turn')
  assert.ok(last.heap < first.heap * 1.25 + 2_000_000, 'the heap does not grow')
  assert.ok(last.nodes < first.nodes * 1.3 + 500, 'no nodes are left behind')
  assert.ok(last.listeners < first.listeners * 1.3 + 50, 'no listeners are left behind')
  assert.ok((await page.evaluate(() => history.length)) < 5, 'turning leaves no history')
  assert.deepEqual(page.wrong, [])
  await close(page)
})
