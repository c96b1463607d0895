// One call through all doors: a resident tells it, a grid worker cannot solve it and whistles from the phone, the community comes and
// cannot either, the street whistles, two departments come, one of them does it, the grid's chief checks on site and shows the code,
// the resident rates, all who came are rated in turn, and the wall shows it.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { caller, close, go, looked, onShift, photo, present, until, waitingRow, window } from './stage.mjs'

const CITY = '综合行政执法局'
const POLICE = '交警大队'
/** Its title is like no other, so that the walk can be walked again in the same town. */
const words = `东门口 ${Date.now() % 1e5} 号天天摆夜市，消防通道堵死了，车也乱停，消防车进不来。`
before(() => present('xiaoli', 'xiaowang', 'shequ', 'jiedao'))

const phone = (as, more = {}) => window('phone', { as, ...more })

/** Opens a row of the day that is written with these words. */
async function openJob(page, title) {
  await page.goto(new URL('/field/', page.url()).href)
  await page.click('.seg button >> nth=3')
  await page.locator('a.job', { hasText: title }).first().click()
  await page.waitForSelector('.sum h1')
}

/** Until what was done has left the phone. */
const gone = (page) => page.waitForFunction(() => document.querySelectorAll('.waiting, .notes.warn').length === 0)

async function sheet(page, text) {
  await page.fill('.sheet[open] textarea', text)
  await page.click('.sheet[open] .inside > .btn')
  await page.waitForSelector('.sheet[open]', { state: 'detached' })
}

/** Finds a matter on the desk as people do: its number, typed into the search. */
async function openMatter(page, number) {
  await page.keyboard.press('/')
  await page.keyboard.type(number)
  await until(async () => {
    await page.keyboard.press('Enter')
    return page.waitForSelector('tr[data-row="0"]', { timeout: 4_000 }).catch(() => null)
  }, number)
  await page.click('tr[data-row="0"]')
  await page.waitForSelector('.steps .btn')
}

const stepButton = (page, name) => page.locator('.steps .btn', { hasText: new RegExp(`^${name}$`) })

test('one call through all doors, and back to whoever called', { timeout: 900_000 }, async (t) => {
  const say = (what) => t.diagnostic(`${((Date.now() - began) / 1000).toFixed(0)} s ${what}`)
  const began = Date.now()

  // The resident: a picture, a sentence, a place.
  const resident = await phone()
  await go(resident, '/resident/')
  await resident.waitForSelector('#app > .phone:not(.shell)')
  const [chooser] = await Promise.all([resident.waitForEvent('filechooser'), resident.click('text=拍照反映问题')])
  await chooser.setFiles(await photo(resident, 24))
  await resident.waitForSelector('figure.photo img')
  await resident.fill('#words', words)
  await resident.click('text=选一类')
  await resident.fill('dialog input[type=search]', '消防通道')
  await resident.locator('dialog .chip').getByText('占用消防通道', { exact: true }).click()
  await resident.click('text=我就在这儿')
  await resident.waitForSelector('text=误差约')
  await resident.fill('.spot input', '荆河小学东门口')
  await resident.click('text=填写')
  await resident.fill('input[type=tel]', '13812341234')
  await resident.fill('input[autocomplete=name]', '王女士')
  await looked(resident, 'across-resident-report', { whole: true })
  await resident.click('.send')
  await resident.waitForURL(/\/matter\//)
  await resident.waitForSelector('ol.line .call')
  await looked(resident, 'across-resident-sent', { whole: true })
  const number = resident.url().match(/matter\/([^?]+)/)[1]
  const title = await resident.textContent('.head h2')
  say(`reported ${number}`)

  // The street's desk takes it; the rules give it to the grid.
  const desk = await window('desk', { as: 'jiedao' })
  await go(desk, '/desk/dispatch')
  await desk.click('.views button >> nth=1')
  const waits = await waitingRow(desk, number.slice(-5))
  await waits.click()
  await desk.waitForSelector('.detail .shots img')
  await looked(desk, 'across-desk-dispatch')
  await desk.locator('.also .btn', { hasText: /^受理$/ }).click()
  await waits.waitFor({ state: 'detached' })
  say('accepted')

  // The grid worker goes there, cannot solve it, and whistles for the community.
  const worker = await phone('xiaoli')
  await go(worker, '/field/')
  await onShift(worker)
  await openJob(worker, title)
  await worker.click('.dock .btn:has-text("签收")')
  await worker.waitForSelector('.dock .btn:has-text("处理好了")')
  await looked(worker, 'across-field-matter', { whole: true })
  await worker.click('.act a:has-text("吹哨")')
  await worker.waitForSelector('.chip.chosen')
  assert.equal((await worker.textContent('.chip.chosen')).trim(), '占用消防通道', 'what the published list calls it')
  await worker.fill('textarea', '劝了三次，摊主晚上又来。请社区来现场一起看。')
  await looked(worker, 'across-field-blow', { whole: true })
  await worker.click('.dock .btn')
  await worker.click('a.btn.whistle')
  await worker.waitForSelector('.peers li')
  const small = worker.url().split('/').pop()
  say('whistled from the phone')

  // The community comes, records what it saw, and cannot solve it either.
  const community = await phone('shequ')
  await go(community, '/field/')
  await onShift(community)
  await go(community, `/field/whistles/${small}`)
  await community.setInputFiles('input[data-kind="photo-site"]', await photo(community, 320))
  await community.waitForSelector('figure.photo img')
  await community.click('.go:has-text("报到")')
  await gone(community)
  for (const [act, text] of [['record', '社区和网格员一起劝了，摊主不走，社区没有执法权。'], ['sign'], ['submit', '要部门来，请街道吹哨。']]) {
    await community.click(`.go[data-act="${act}"]`)
    if (text) await sheet(community, text)
    await gone(community)
  }
  await looked(community, 'across-field-community', { whole: true })

  // The worker says how the community came, and hands the matter up.
  await worker.click('.go[data-act="evaluate"]')
  await looked(worker, 'across-field-evaluate')
  await worker.click('.sheet[open] .inside > .btn')
  await gone(worker)
  await worker.click('.go[data-act="close"]')
  await gone(worker)
  await worker.click('a.btn:has-text("看相关的事")')
  await worker.click('.act button:has-text("报给上一级")')
  await sheet(worker, '社区来看过，也没有执法权，请街道叫部门一起来。')
  await gone(worker)
  say('handed up')

  // The street whistles: two departments, by the published list.
  await openMatter(desk, number)
  await stepButton(desk, '吹哨').click()
  await desk.fill('#blow-item', '占道经营')
  await desk.locator('#blow-item ~ ul').getByText('占道经营', { exact: true }).click()
  await desk.locator('dialog .sug', { hasText: POLICE }).waitFor()
  assert.equal(await desk.locator('dialog .sug').count(), 2)
  await desk.fill('#blow-text', '夜市占了消防通道，请执法局清摊、交警管车，两家一起到现场。')
  await desk.click('dialog .check input')
  await looked(desk, 'across-desk-blow')
  await desk.click('dialog footer .btn.whistle')
  await desk.waitForURL('**/desk/whistle/**')
  const whistle = desk.url().split('/').pop()
  await desk.waitForSelector('.seat')
  say('whistled')

  // Two departments come: a place, a time, a picture.
  const city = await phone('zhifa')
  const police = await phone('jiaoguan')
  for (const [page, tone] of [[city, 200], [police, 260]]) {
    await go(page, '/field/')
    await onShift(page)
    await page.click(`a[href="/field/whistles/${whistle}"]`)
    await page.setInputFiles('input[data-kind="photo-site"]', await photo(page, tone))
    await page.waitForSelector('figure.photo img')
    if (page === city) await looked(page, 'across-field-whistle', { whole: true })
    await page.click('.go:has-text("报到")')
    await gone(page)
    await page.locator('.peers li', { hasText: '（您）' }).locator('.seat:not(.wait):not(.late)').waitFor()
  }
  const seen = await (await caller('jiedao'))(`/whistles/${whistle}`)
  assert.deepEqual(seen.summoned.map((it) => [it.state, it.arrival.photos.length, typeof it.arrival.at]), [['CHECKED_IN', 1, 'string'], ['CHECKED_IN', 1, 'string']])
  say('two came')

  // The wall shows who has come.
  const wall = await window('wall', { as: 'fenguan' })
  await go(wall, '/screen/')
  await wall.waitForSelector('.stage .place')
  await wall.locator('.pages button').nth(1).click()
  const row = wall.locator('main li', { hasText: '占道经营' }).filter({ hasText: POLICE })
  await row.first().waitFor()
  await until(async () => (await row.first().locator('.seat:not(.wait):not(.late)').count()) === 2, 'both on the wall')
  const whistling = await row.count()
  await looked(wall, 'across-wall-whistle')

  // They agree on a record, sign it, and the lead says what came of it.
  await city.waitForFunction(() => document.querySelectorAll('.peers .seat:not(.wait):not(.late)').length === 2)
  await city.click('.go[data-act="record"]')
  await sheet(city, '两家到场：执法局劝离 6 个摊位并登记，交警拖走 2 辆车，重新划了黄线，明晚再看。')
  await city.waitForSelector('.go[data-act="sign"]')
  await gone(city)
  for (const page of [city, police]) {
    await page.click('.go[data-act="sign"]')
    await gone(page)
  }
  await city.click('.go[data-act="submit"]')
  await sheet(city, '消防通道清出来了，摊位搬到了便民市场。')
  await gone(city)
  say('result')

  // The county's centre, which may name any body, gives the matter to the department that does it, with pictures before and after.
  const centre = await window('desk', { as: 'zhihui' })
  await go(centre, '/desk/')
  await centre.waitForSelector('nav.side')
  await openMatter(centre, number)
  await stepButton(centre, '派单').click()
  await centre.fill('dialog #f-unit', CITY)
  await centre.locator('dialog #f-unit ~ ul .pickrow', { hasText: CITY }).first().click()
  await centre.fill('dialog #f-why', '到场后商定由执法局办')
  await centre.click('dialog footer .btn:has-text("派给")')
  await centre.waitForSelector('dialog', { state: 'detached' })
  await openJob(city, title)
  await city.click('.dock .btn:has-text("签收")')
  await city.setInputFiles('input[data-kind="photo-before"]', await photo(city, 30))
  await city.waitForSelector('figure.photo img')
  await city.setInputFiles('input[data-kind="photo-after"]', await photo(city, 120))
  await city.waitForFunction(() => document.querySelectorAll('.ba figure.photo img').length >= 2)
  await city.fill('main textarea', '摊位清走了，黄线重新划过，消防车试着开了一遍，进得来。')
  await looked(city, 'across-field-handle', { whole: true })
  await city.click('.dock .btn:has-text("处理好了")')
  await gone(city)
  say('done')

  // The grid's chief looks on site, with a picture, and asks the resident who stands there.
  const chief = await phone('xiaowang')
  await go(chief, '/field/')
  await onShift(chief)
  await chief.click('.seg button >> nth=2')
  await chief.locator('a.job', { hasText: title }).first().click()
  await chief.click('.chip:has-text("办好了")')
  await chief.click('.chip:has-text("已当面请居民评价")')
  await chief.setInputFiles('input[data-kind="photo-after"]', await photo(chief, 90))
  await chief.waitForSelector('.ba figure.photo .remove')
  await looked(chief, 'across-field-verify', { whole: true })
  await chief.click('.dock .btn:has-text("核查通过")')
  await gone(chief)
  await chief.click('text=出示评价二维码')
  await chief.waitForSelector('.qrbox svg')
  await looked(chief, 'across-field-code')
  say('checked')

  // The resident rates, right under the two pictures.
  await until(async () => {
    await resident.reload()
    await resident.waitForSelector('ol.line')
    return (await resident.locator('.rate').count()) > 0
  }, 'the question')
  await resident.click('.rate .pair >> nth=0 >> button >> nth=0')
  await resident.click('.rate .pair >> nth=1 >> button >> nth=0')
  await resident.locator('.faces button').first().click()
  await looked(resident, 'across-resident-rate', { whole: true })
  await resident.click('.rate .btn')
  await resident.waitForSelector('text=评价收到了')
  say('rated')

  // The street rates those who came, closes the whistle and the matter.
  await go(desk, `/desk/whistle/${whistle}`)
  await desk.locator('.acts .btn', { hasText: '评价' }).click()
  await desk.locator('.markset').nth(1).locator('.chip').nth(3).click()
  await looked(desk, 'across-desk-evaluate')
  await desk.click('dialog footer .btn.whistle')
  await desk.locator('.acts .btn', { hasText: '了结' }).click()
  await desk.click('dialog footer .btn.whistle')
  await desk.locator('.acts').waitFor({ state: 'detached' })
  await looked(desk, 'across-desk-whistle')
  await openMatter(desk, number)
  await stepButton(desk, '结案').click()
  await desk.click('dialog footer .btn:has-text("结案")')
  await desk.locator('.bigstate', { hasText: '已了结' }).waitFor()
  await looked(desk, 'across-desk-matter')
  say('closed')

  // The resident reads the end in plain words; the wall has let go of the whistle.
  await resident.reload()
  await resident.waitForSelector('text=这件事办完了')
  await looked(resident, 'across-resident-closed', { whole: true })
  await until(async () => (await row.count()) < whistling, 'the wall without the whistle')
  await wall.locator('.pages button').first().click()
  await looked(wall, 'across-wall-today')
  for (const page of [resident, desk, centre, worker, community, city, police, chief, wall]) {
    assert.deepEqual(page.faults, [])
    await close(page)
  }
  say("through")
})
