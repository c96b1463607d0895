// Walks through the resident door of a running server: HUYING_URL, by default http://localhost:8080.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'

const base = (process.env.HUYING_URL ?? 'http://localhost:8080').replace(/\/$/, '')
const shots = new URL('../target/walk/', import.meta.url).pathname
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const limit = { timeout: 60_000 }
let browser, grid

before(async () => {
  mkdirSync(shots, { recursive: true })
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
  const welcome = await (await fetch(`${base}/api/v1/welcome`)).json()
  // the first grid of the first street's first community, as its door plates name it
  grid = `${welcome.streets[0].code}001001`
})
after(() => browser?.close())

/** A phone of its own: nothing kept, standing somewhere. */
async function phone(options = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', geolocation: { longitude: 117.1525, latitude: 35.084, accuracy: 20 }, permissions: ['geolocation'], bypassCSP: true, ...options })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  page.faults = []
  page.on('pageerror', (e) => page.faults.push(e.message))
  return page
}
const open = (page, path = '') => page.goto(`${base}/resident/${path}`, { waitUntil: 'load' })

/** Nothing serious or critical, and a picture to look at. */
async function looked(page, name) {
  await page.waitForTimeout(500)
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }))
  const bad = violations.filter((it) => ['serious', 'critical'].includes(it.impact))
  await page.screenshot({ path: `${shots}resident-${name}.png`, fullPage: true })
  assert.deepEqual(bad.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(' | ').slice(0, 300)}`), [], name)
  assert.deepEqual(page.faults, [], name)
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is not wider than the phone`)
}

async function picture(page) {
  const data = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1800 })
    const pen = canvas.getContext('2d')
    for (let n = 0; n < 60; n++) {
      pen.fillStyle = `hsl(${n * 6} 40% 50%)`
      pen.fillRect((n % 10) * 240, Math.floor(n / 10) * 300, 240, 300)
    }
    return canvas.toDataURL('image/png').split(',')[1]
  })
  return { name: 'p.png', mimeType: 'image/png', buffer: Buffer.from(data, 'base64') }
}

/** Sends what is written and waits until it is there; a busy server may let it wait on the phone first. */
async function sent(page) {
  await page.click('.send')
  await page.waitForURL(/\/(matter|mine)/)
  if (!page.url().includes('/matter/')) await page.click('main a.matter', { timeout: 40_000 })
  await page.waitForURL(/\/matter\//)
}

/** Says something at the grid of the walk and answers its number. */
async function report(page, words) {
  await open(page, `report?area=${grid}`)
  await page.fill('#words', words)
  await sent(page)
  return page.url().match(/matter\/([^?]+)/)[1]
}

test('the first page says one thing first, in both languages, by day and by night', limit, async () => {
  const page = await phone()
  await open(page)
  await page.waitForSelector('.start .btn')
  assert.equal(await page.getAttribute('a[href^="tel:"]', 'href'), 'tel:12345')
  await looked(page, 'home')
  await page.click('.lang')
  await page.waitForSelector('text=Report with a photo')
  await looked(page, 'home-en')
  await page.evaluate(() => {
    localStorage.setItem('huying.theme', 'dark')
    localStorage.setItem('huying.language', 'zh-CN')
  })
  await open(page)
  await page.waitForSelector('text=拍照反映问题')
  await looked(page, 'home-dark')
  await page.context().close()
})

test('a report with a picture arrives, is followed from this phone and taken back', limit, async () => {
  const page = await phone()
  await open(page, `report?area=${grid}`)
  await page.waitForSelector('#words')
  await page.setInputFiles('input[type=file]', await picture(page))
  await page.waitForSelector('figure.photo img')
  await page.fill('#words', '单元门口的照明灯坏了，晚上看不见台阶。')
  await page.click('text=选一类').catch(() => page.click('text=都不是'))
  await page.click('dialog .chip >> nth=0')
  await page.waitForSelector('text=草稿已存在手机里')
  await looked(page, 'report')
  await page.reload()
  assert.match(await page.inputValue('#words'), /照明灯/, 'the draft is still there')
  assert.equal(await page.locator('figure.photo img').count(), 1)
  await sent(page)
  await page.waitForSelector('ol.line .call')
  await looked(page, 'sent')
  await open(page)
  await page.waitForSelector('main a.matter')
  await page.click('main a.matter')
  await page.waitForSelector('ol.line')
  const withdraw = page.locator('.acts >> text=撤回')
  if (await withdraw.count()) {
    await withdraw.click()
    await page.fill('form.withdraw textarea', '自己修好了')
    await page.click('form.withdraw .btn >> nth=0')
    // the town may have been quicker; then the refusal is said in words
    await page.locator('text=您撤回了').or(page.locator('.error-line')).first().waitFor()
  }
  await page.context().close()
})

test('without a network it waits on the phone, and goes once when the network is back', limit, async () => {
  const page = await phone()
  await open(page, `report?area=${grid}`)
  await page.fill('#words', '井盖松动，车一压就响。')
  await page.waitForSelector('text=草稿已存在手机里')
  await page.waitForTimeout(3_500)
  await page.context().setOffline(true)
  await page.click('.send')
  await page.waitForSelector('text=没发出去，已存在手机里，有网再发')
  await looked(page, 'offline')
  await page.context().setOffline(false)
  await page.waitForSelector('main a.matter', { timeout: 40_000 })
  assert.equal(await page.locator('main a.matter').count(), 1)
  assert.equal(await page.locator('.waits').count(), 0)
  await page.context().close()
})

test('a number and its code find the matter on another phone; a wrong code finds nothing', limit, async () => {
  const page = await phone()
  const number = await report(page, '楼下垃圾桶满了好几天。')
  await page.waitForSelector('ol.line')
  const secret = (await page.locator('main').innerText()).match(/查询码\s*([A-Z2-7]{16})/)[1]
  const other = await phone()
  await open(other, 'find')
  await looked(other, 'find')
  await other.locator('.input').nth(0).fill(number)
  await other.locator('.input').nth(1).fill('AAAAAAAAAAAAAAAA')
  await other.click('form .btn')
  await other.waitForSelector('text=没有找到')
  await other.locator('.input').nth(1).fill(secret.toLowerCase())
  await other.click('form .btn')
  await other.waitForSelector('ol.line .call')
  await other.context().close()
  await page.context().close()
})

test('the plate at a door names who looks after it, and the board can be printed', limit, async () => {
  const page = await phone()
  await open(page, `door/${grid}`)
  await page.waitForSelector('text=这里有事要说')
  await looked(page, 'door')
  await page.click('a.who')
  await page.waitForSelector('svg.code')
  await looked(page, 'board')
  await page.pdf({ path: `${shots}resident-board.pdf`, format: 'A4' })
  await open(page, 'scan')
  await page.fill('input[inputmode=numeric]', '123')
  await page.click('form .btn')
  await page.waitForSelector('text=门牌码是 9 到 18 位数字')
  await looked(page, 'scan')
  await page.context().close()
})

test('somebody follows what another reported, signed in by a code', limit, async () => {
  const first = await phone()
  await open(first, 'report?item=street-lamp')
  await first.fill('#words', '路灯不亮，走路看不清。')
  await first.click('text=我就在这儿')
  await first.waitForSelector('text=误差约')
  await sent(first)
  const page = await phone()
  await open(page, 'nearby?item=street-lamp')
  await page.waitForSelector('article.near')
  await looked(page, 'nearby')
  await page.locator('article.near .btn').first().click()
  await page.fill('dialog input[type=tel]', '1380000')
  await page.locator('dialog input[type=tel]').blur()
  await page.waitForSelector('text=还差 4 位')
  await page.fill('dialog input[type=tel]', `139${String(Date.now()).slice(-8)}`)
  await page.click('dialog .btn')
  const demo = page.locator('dialog >> text=填上')
  await demo.waitFor()
  await looked(page, 'sign-in')
  await demo.click()
  await page.click('dialog form .btn.wide')
  await page.waitForSelector('text=跟进上了')
  await page.click('.note a')
  await page.waitForSelector('ol.line')
  await looked(page, 'follow')
  await open(page, 'mine')
  await page.waitForSelector('a[href*="/follow/"]')
  await looked(page, 'mine')
  await first.context().close()
  await page.context().close()
})

test('what is done is rated right where it is told', limit, async (t) => {
  const page = await phone()
  const number = await report(page, '小广告贴了一楼道。')
  let asked = false
  for (let n = 0; n < 9 && !asked; n++) {
    await page.waitForTimeout(4_000)
    await open(page, `matter/${number}`)
    await page.waitForSelector('ol.line')
    asked = (await page.locator('.rate').count()) > 0
  }
  if (!asked) return t.skip('the town has not finished it yet')
  await page.waitForSelector('.faces button')
  await looked(page, 'rate')
  await page.click('.pair >> nth=1 >> button >> nth=0')
  await page.locator('.faces button').first().click()
  await page.click('.rate .btn')
  await page.waitForSelector('text=评价收到了')
  await page.context().close()
})

test('a used or unknown rating link says so, with the way on', limit, async () => {
  const page = await phone()
  await open(page, 'rate/nothing-of-the-kind')
  await page.waitForSelector('text=这个链接用过了')
  await looked(page, 'rate-gone')
  await page.context().close()
})

test('elders have four large choices, remembered, and the way back always at the foot', limit, async () => {
  const page = await phone()
  await open(page)
  await page.click('text=长辈版')
  await page.waitForSelector('.hello')
  await open(page)
  await page.waitForSelector('.hello')
  assert.equal(await page.locator('main .card').count(), 4)
  const low = await page.evaluate(() => [...document.querySelectorAll('a, button')].map((it) => [it.textContent, it.getBoundingClientRect().height]).filter(([, height]) => height < 60))
  assert.deepEqual(low, [], 'every target is 60 px or more')
  const small = await page.evaluate(() => [...document.querySelectorAll('main *')].filter((it) => [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim())).map((it) => parseFloat(getComputedStyle(it).fontSize)).filter((size) => size < 20))
  assert.deepEqual(small, [], 'no words under 20 px')
  await looked(page, 'elder')
  await page.click('text=字再大些')
  await looked(page, 'elder-larger')
  await open(page, 'report')
  await page.waitForSelector('text=读给我听')
  await looked(page, 'elder-report')
  await open(page, 'board')
  await page.click('text=回到首页')
  await page.click('text=普通版')
  await page.waitForSelector('.start .btn')
  await page.context().close()
})

test('the notice board, one’s own page and the rest are readable by day and by night', limit, async () => {
  for (const theme of ['light', 'dark']) {
    const page = await phone({ colorScheme: theme })
    await open(page, 'notices')
    await page.waitForSelector('.figures')
    await looked(page, `notices-${theme}`)
    await open(page, 'me')
    await page.waitForSelector('.list')
    await looked(page, `me-${theme}`)
    await open(page, 'nearby')
    await page.waitForSelector('.chip')
    await looked(page, `nearby-${theme}`)
    await page.context().close()
  }
})
