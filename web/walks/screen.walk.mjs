// The wall and the landing page, walked through on a running demo.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base, close, guide, limit, loginOf, looked, settled, shots, window } from './stage.mjs'

const PAGES = ['today', 'whistles', 'livelihood', 'places']
/** How long the wall is watched for what it might leave behind, in seconds. */
const SOAK = Number(process.env.HUYING_SOAK ?? 8)

async function open(path, { size = 'wall', ...how } = {}) {
  const page = await window(size, how)
  await page.goto(base + path)
  return page
}
const wall = async ({ path = '/screen/', ...how } = {}) => {
  const page = await open(path, { as: loginOf('leader'), ...how })
  await page.waitForSelector('.stage .place')
  return page
}

test('the landing page leads to four doors and tells the accounts', limit, async () => {
  for (const { name, ...how } of [{ name: 'landing', size: 'desk' }, { name: 'landing-dark-en', size: 'desk', language: 'en', theme: 'dark' }, { name: 'landing-phone', size: 'phone' }]) {
    const page = await open('/', how)
    await page.waitForFunction(() => /\d/.test(document.querySelector('.now b')?.textContent ?? ''))
    assert.deepEqual(await page.$$eval('.door', (all) => all.map((it) => it.getAttribute('href'))), ['/resident/', '/field/', '/desk/', '/screen/'])
    assert.equal(await page.locator('tbody tr').count(), guide.accounts.length)
    assert.ok((await page.textContent('body')).includes(guide.password))
    await looked(page, name, { whole: true })
    await close(page)
  }
})

test('nobody signed in sees the open sums and a way in', limit, async () => {
  const page = await open('/screen/')
  await page.waitForSelector('form #login')
  await page.waitForFunction(() => /\d/.test(document.querySelector('.duo b')?.textContent ?? ''))
  assert.equal(await page.locator('.stage .place').count(), 0)
  await looked(page, 'wall-open')
  await page.click('form .btn')
  assert.ok(await page.textContent('[role=alert]'))
  await page.fill('#login', loginOf('leader'))
  await page.fill('#password', guide.password)
  await page.click('form .btn')
  await page.waitForSelector('.stage .place')
  await close(page)
})

test('four pages, a look inside a street and a community, and back', limit, async () => {
  const page = await wall()
  for (const [i, name] of PAGES.entries()) {
    await page.locator('.pages button').nth(i).click()
    await page.waitForFunction((n) => document.querySelectorAll('.pages button')[n].getAttribute('aria-current') === 'page', i)
    await looked(page, `wall-${name}`)
  }
  await page.locator('.pages button').first().click()
  await page.waitForSelector('.stage .place')
  const calm = async (level) => page.waitForFunction((n) => document.querySelectorAll('.crumbs button').length === n && document.querySelector('.crumbs [aria-current]') && !document.querySelector('.crumbs [role=status]') && document.querySelector('.stage .place'), level)
  await page.locator('.place').first().press('Enter')
  await calm(1)
  await looked(page, 'wall-street')
  await page.locator('.place').first().press('Enter')
  await calm(2)
  await page.locator('.place').first().press('Enter')
  await page.waitForSelector('.chosen')
  await looked(page, 'wall-community')
  for (let up = 0; up < 2; up++) {
    await page.keyboard.press('Escape')
    await page.waitForFunction((n) => document.querySelectorAll('.crumbs button').length === n, 1 - up)
  }
  await close(page)
})

test('no count of one to four stands for a place', limit, async () => {
  const page = await wall()
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

test('it fits a small and a very large screen, and speaks English', limit, async () => {
  for (const [width, height, name] of [[3840, 2160, 'wall-4k'], [1366, 768, 'wall-small'], [1920, 1080, 'wall-en']]) {
    const page = await wall({ viewport: { width, height }, language: name === 'wall-en' ? 'en' : 'zh-CN' })
    await settled(page)
    const box = await page.evaluate(() => {
      const wall = document.querySelector('.wall').getBoundingClientRect()
      return { width: wall.width, height: wall.height, over: [...document.querySelectorAll('.head > *')].some((it) => it.getBoundingClientRect().right > wall.right + 1) }
    })
    assert.ok(Math.abs(box.width / box.height - 16 / 9) < 0.01 && box.width <= width + 1 && box.height <= height + 1, JSON.stringify(box))
    assert.ok(!box.over, 'the head fits')
    await looked(page, name)
    for (const at of name === 'wall-en' ? [1, 2, 3] : []) {
      await page.locator('.pages button').nth(at).click()
      await page.waitForFunction((n) => document.querySelectorAll('.pages button')[n].getAttribute('aria-current') === 'page', at)
      await looked(page, `wall-en-${PAGES[at]}`)
    }
    await close(page)
  }
})

test('a lost connection is said with the time of the figures, and mends itself', limit, async () => {
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

test('it turns by itself, holds when touched, and does not grow', { timeout: 60_000 + SOAK * 3_000 }, async () => {
  const page = await wall({ path: '/screen/?turn=1&hold=3' })
  const name = () => page.$eval('.pages [aria-current]', (it) => it.textContent)
  const shownAt = (n) => page.waitForFunction((at) => document.querySelectorAll('.pages button')[at].getAttribute('aria-current') === 'page', n)
  const held = await name()
  await page.mouse.click(1900, 500)
  await page.waitForSelector('text=接着翻')
  assert.equal(await name(), held, 'a touch holds the page')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  /** What is there after so many rounds of the four pages, always measured on the same one. */
  const after = async (rounds) => {
    for (let round = 0; round < rounds; round++) for (const at of [0, 1, 2, 3]) await shownAt(at)
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (key) => metrics.find((it) => it.name === key).value
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
  }
  const first = await after(2)
  const last = await after(Math.max(1, Math.round(SOAK / 4)))
  console.log(`after 2 rounds: ${JSON.stringify(first)}; later: ${JSON.stringify(last)}`)
  assert.ok(last.heap < first.heap * 1.25 + 2_000_000, 'the heap does not grow')
  assert.ok(last.nodes < first.nodes * 1.3 + 500, 'no nodes are left behind')
  assert.ok(last.listeners < first.listeners * 1.3 + 50, 'no listeners are left behind')
  assert.ok((await page.evaluate(() => history.length)) < 5, 'turning leaves no history')
  assert.deepEqual(page.faults, [])
  await close(page)
})
