// The field door as workers use it: a day, a day without a network, somebody faster, a whistle.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { base, caller, close, go, GRID, limit, loginOf, looked, photo, PIN, present, region, settled, shots, until, watched, window } from './stage.mjs'

before(() => present())

const phone = (as, how = {}) => window('phone', { as, ...how })
const open = (page, path = '') => page.goto(`${base}/field/${path}`)
const shown = (page, name) => looked(page, `field-${name}`, { whole: true })
const shot = async (page, name) => {
  await settled(page)
  await page.screenshot({ path: `${shots}field-${name}.png` })
}

async function onShift(page) {
  await page.click('.shift')
  await page.click('.sheet[open] .btn')
  await page.waitForSelector('.shift.ok')
}

/** The worker of the browser is in charge, and what the page needs without a network has come. */
async function ready(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}
/** Waits until the phone keeps these answers. */
const keeps = (page, ...paths) => page.waitForFunction(async (all) => {
  const keys = (await (await caches.open('field-answers')).keys()).map((it) => it.url)
  return all.every((path) => keys.some((it) => it.includes(path)))
}, paths)

/** Something that waits for the grid's worker: reported and given out by the street's desk. */
async function given(title) {
  const desk = await caller('jiedao')
  const { matter } = await desk('/matters', { channel: 'patrol', title, text: `${title}，请来看看`, item: 'corridor-piled', area: GRID, point: { lon: PIN.longitude, lat: PIN.latitude }, place: '三单元' })
  let now = matter
  if (now.state === 'REPORTED') now = await desk(`/matters/${now.id}/accept`, {}, now.version)
  now = await desk(`/matters/${now.id}`)
  if (now.state === 'ACCEPTED') now = await desk(`/matters/${now.id}/dispatch`, {}, now.version)
  return now
}

test('a normal day: sign in, look at the day, report on patrol, see it', limit, async () => {
  const page = await phone()
  await open(page)
  await page.waitForSelector('#login')
  await shown(page, 'sign-in')
  await page.click('form .btn')
  assert.ok(await page.textContent('[role=alert]'))
  await page.fill('#login', loginOf('grid-worker'))
  await page.fill('#password', 'Huying-demo-2026')
  await page.click('form .btn')
  await page.waitForSelector('.seg')
  await onShift(page)
  await page.waitForSelector('.job, .empty')
  await shown(page, 'today')

  const mark = `巡查 ${Date.now() % 1e7}`
  const began = Date.now()
  await page.click('a[href="/field/report"]')
  await page.setInputFiles('input[data-kind="photo-site"]', await photo(page))
  await page.waitForSelector('figure.photo img')
  await page.click('.chips .chip >> nth=0')
  await page.fill('textarea', `${mark}，请来看看`)
  await shown(page, 'report')
  await page.click('.dock .btn')
  await page.waitForSelector('a.btn[href*="/matters/"]')
  assert.ok(Date.now() - began < 20_000, 'a report takes less than 20 s')
  await shot(page, 'reported')
  await page.click('a.btn[href*="/matters/"]')
  await page.waitForSelector('.line .call')
  assert.match(await page.textContent('.sum'), new RegExp(mark))
  await shown(page, 'matter')
  for (const path of ['map', 'inbox', 'me', 'queue']) {
    await open(page, path)
    await page.waitForSelector('main')
    await shown(page, path)
  }
  await close(page)
})

for (const how of [{ theme: 'dark' }, { language: 'en' }])
  test(`the same by ${how.theme ? 'night' : 'another language'}`, limit, async () => {
    const look = how.language ?? how.theme
    const matter = await given(`楼道堆物 ${look}`)
    const page = await phone('xiaowang', how)
    for (const [path, wait, name] of [['', '.job, .empty', 'today'], [`matters/${matter.id}`, '.sum h1', 'matter'], ['report', '.chips .chip', 'report'], ['map', 'main', 'map'], ['me', 'main', 'me']]) {
      await open(page, path)
      await page.waitForSelector(wait)
      await shown(page, `${name}-${look}`)
    }
    await close(page)
  })

test('no network: a report and what was done at once are kept, survive the tab, and go out once', limit, async () => {
  let page = await phone('xiaoli')
  const context = page.context()
  await open(page)
  await onShift(page)
  await ready(page)
  await keeps(page, 'lists/my-work?axis=assignee', 'lists/my-work?axis=area')
  await open(page, 'report')
  await page.waitForSelector('.chips .chip')
  await keeps(page, '/playbook/items')
  const pictures = [await photo(page, 20), await photo(page, 140)]

  await context.setOffline(true)
  await open(page)
  await page.waitForSelector('.net')
  await page.click('a[href="/field/report"]')
  const mark = `断网 ${Date.now() % 1e7}`
  await page.click('.chips .chip >> nth=0')
  await page.click('.chip.wide')
  await page.setInputFiles('input[data-kind="photo-before"]', pictures[0])
  await page.waitForSelector('figure.photo img')
  await page.setInputFiles('input[data-kind="photo-after"]', pictures[1])
  await page.waitForFunction(() => document.querySelectorAll('figure.photo img').length === 2)
  await page.fill('textarea', mark)
  await shown(page, 'offline-report')
  await page.click('.dock .btn')
  await page.waitForFunction(() => /2/.test(document.querySelector('.net')?.textContent ?? ''))
  await shot(page, 'offline-kept')
  await page.close()

  page = watched(await context.newPage())
  await open(page)
  await page.waitForSelector('.net a')
  await shown(page, 'offline-today')
  await page.click('.net a')
  await page.waitForFunction(() => document.querySelectorAll('.card.one').length === 2)
  await shown(page, 'offline-queue')
  await context.setOffline(false)
  await page.waitForFunction(() => document.querySelectorAll('.card.one').length === 0, null, { timeout: 30_000 })
  await shown(page, 'queue-sent')
  assert.equal(await page.locator('.stuck').count(), 0, 'nothing is left for a person')
  await context.close()

  const desk = await caller('xiaoli')
  const mine = await until(async () => {
    const { lines } = await desk('/lists/matters?limit=50')
    const found = lines.filter((it) => it.title === mark)
    return found.length && found
  }, 'the report in the list')
  assert.equal(mine.length, 1, 'reported once')
  const steps = await desk(`/matters/${mine[0].id}/steps`)
  assert.equal(steps.filter((it) => it.act === 'spot').length, 1, 'done once')
  const kept = await desk(`/matters/${mine[0].id}/attachments`)
  assert.deepEqual(kept.map((it) => it.kind).sort(), ['photo-after', 'photo-before'])
  assert.ok(kept.every((it) => Math.max(it.width, it.height) === 1600), 'made smaller in the phone')
})

test('no network: what was given to one is taken and handled, survives the tab, and goes out once', limit, async () => {
  const matter = await given(`楼道堆物 ${Date.now() % 1e7}`)
  let page = await phone('xiaoli')
  const context = page.context()
  await open(page)
  await onShift(page)
  await ready(page)
  await open(page, `matters/${matter.id}`)
  await page.click('.dock .btn:has-text("签收")')
  await page.waitForSelector('.dock .btn:has-text("处理好了")')
  await keeps(page, `/api/v1/${region}/matters/${matter.id}`)
  const pictures = [await photo(page, 20), await photo(page, 140)]
  await context.setOffline(true)
  await page.setInputFiles('input[data-kind="photo-before"]', pictures[0])
  await page.waitForSelector('.ba figure.photo .remove')
  await page.setInputFiles('input[data-kind="photo-after"]', pictures[1])
  await page.waitForFunction(() => document.querySelectorAll('.ba figure.photo .remove').length === 2)
  await page.fill('main textarea', '纸箱清走了，楼道通了')
  await page.click('.dock .btn:has-text("处理好了")')
  await page.waitForSelector('.waiting')
  await shown(page, 'offline-handled')
  await page.close()

  page = watched(await context.newPage())
  await open(page, `matters/${matter.id}`)
  await page.waitForSelector('.waiting')
  await context.setOffline(false)
  await page.waitForFunction(() => !document.querySelector('.waiting'), null, { timeout: 30_000 })
  assert.deepEqual(page.faults, [])
  await context.close()
  const desk = await caller('xiaoli')
  const now = await desk(`/matters/${matter.id}`)
  assert.equal(now.state, 'HANDLED')
  assert.equal((await desk(`/matters/${matter.id}/steps`)).filter((it) => it.act === 'handle').length, 1, 'handled once')
})

test('somebody was faster: the act stays, says who and what, and is given up only by a person', limit, async () => {
  const page = await phone('xiaoli')
  await open(page)
  await ready(page)
  const other = await caller('xiaoli')
  const matter = await given(`别人先动 ${Date.now() % 1e7}`)
  await open(page, `matters/${matter.id}`)
  await page.waitForSelector('.act button')
  await keeps(page, `/api/v1/${region}/matters/${matter.id}`)
  await page.context().setOffline(true)
  await page.click('.act button >> nth=-1')
  await page.fill('.sheet[open] textarea', '我在现场，马上办')
  await page.click('.sheet[open] .inside > .btn')
  await page.waitForSelector('.waiting')
  await shown(page, 'offline-matter')
  const { version } = await other(`/matters/${matter.id}`)
  await other(`/matters/${matter.id}/comment`, { words: '别人先动了' }, version)
  await page.context().setOffline(false)
  await open(page, 'queue')
  await page.waitForSelector('.stuck')
  await shown(page, 'conflict')
  await page.click('.stuck .choices button >> nth=-1')
  await page.click('.sheet[open] .gone')
  await page.waitForFunction(() => !document.querySelector('.stuck'))
  assert.deepEqual(page.faults, [])
  await close(page)
})

test('a whistle: called, checked in without a network, recorded and signed', limit, async () => {
  const street = await caller('jiedao')
  const unit = await caller('zhifa')
  const page = await phone('zhifa')
  await open(page)
  await onShift(page)
  const whistle = await street('/whistles', {
    area: GRID, cause: 'joint-enforcement', rung: 'street-to-department', lead: unit.unit, title: '工地围挡倾斜', text: '围挡往人行道倾斜，行人绕行', place: '善国路 46 号', point: { lon: PIN.longitude + 0.0006, lat: PIN.latitude }, emergency: true, reason: '清单没有这一项，行人有危险',
  })
  await ready(page)
  await page.waitForSelector(`a[href="/field/whistles/${whistle.id}"]`)
  await shown(page, 'today-whistle')
  await page.click(`a[href="/field/whistles/${whistle.id}"]`)
  await page.waitForSelector('.go')
  await shown(page, 'whistle')
  await page.setInputFiles('input[data-kind="photo-site"]', await photo(page, 280))
  await page.waitForSelector('figure.photo img')
  await page.context().setOffline(true)
  await page.click('.go')
  await page.waitForSelector('.notes.warn')
  await shown(page, 'whistle-offline')
  await page.context().setOffline(false)
  await page.waitForFunction(() => !document.querySelector('.notes.warn'))
  const arrived = await unit(`/whistles/${whistle.id}`)
  const seat = arrived.summoned.find((it) => it.unit === unit.unit)
  assert.equal(seat.state, 'CHECKED_IN')
  assert.equal(seat.arrival.photos.length, 1)
  assert.equal(arrived.timeline.filter((it) => it.act === 'check-in').length, 1)
  await page.click('.go[data-act="record"]')
  await page.fill('.sheet[open] textarea', '执法局到场，围挡已加固，明早复看。')
  await page.click('.sheet[open] .inside > .btn')
  await page.click('.go[data-act="sign"]')
  await page.waitForSelector('.go[data-act="submit"]')
  const signed = await unit(`/whistles/${whistle.id}`)
  assert.ok(signed.summoned.every((it) => it.signature))
  await shown(page, 'whistle-signed')
  await go(page, '/field/')
  await close(page)
})
