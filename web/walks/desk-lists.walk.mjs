// Lists of the desk: taken away as sheets, acted on in bulk, made wider; days written in the language of the page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { caller, close, deskOf, dialog, go, limit, loginOf, looked, present, said, until } from './stage.mjs'

before(() => present())

const unique = (what) => `${what} ${Date.now().toString(36)}`

test('a list is taken away as a sheet after saying what for, with the filters that stand', limit, async () => {
  const page = await deskOf(loginOf('county-desk'), '/queue/area')
  await page.waitForSelector('tr[data-row="0"]')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await page.waitForSelector('dialog footer .btn:last-child[disabled]')
  await dialog(page).locator('input').fill('月度通报')
  await looked(page, 'desk-export')
  const [sheet] = await Promise.all([page.waitForEvent('download'), page.locator('dialog footer .btn:last-child').click()])
  assert.match(sheet.suggestedFilename(), /\.xlsx$/)
  assert.equal(readFileSync(await sheet.path()).subarray(0, 2).toString(), 'PK')
  await close(page)
})

test('the other lists are taken away as sheets too, by whoever may read them', limit, async () => {
  const LISTS = { 'county-desk': ['/tasks', '/whistles', '/visits'], 'security-admin': ['/accounts'], 'audit-admin': ['/audit'], 'system-admin': ['/organisations', '/organisations/posts'] }
  for (const [role, paths] of Object.entries(LISTS)) {
    const page = await deskOf(loginOf(role), '/')
    for (const path of paths) {
      await go(page, `/desk${path}`)
      await page.getByRole('button', { name: '导出 Excel' }).click()
      await dialog(page).locator('input').fill('月度通报')
      const [sheet] = await Promise.all([page.waitForEvent('download'), page.locator('dialog footer .btn:last-child').click()])
      assert.equal(readFileSync(await sheet.path()).subarray(0, 2).toString(), 'PK', path)
      await dialog(page).waitFor({ state: 'detached' })
    }
    await close(page)
  }
})

test('many are acknowledged at once where the server lets, and the others stay ticked', limit, async () => {
  const word = unique('成批')
  const street = await caller('jiedao')
  for (let n = 0; n < 2; n++) {
    const matter = await said(`${word} ${n}`)
    const now = await street(`/matters/${matter.id}/accept`, {}, matter.version)
    if (n === 0 && now.state === 'ACCEPTED') await street(`/matters/${matter.id}/dispatch`, {}, now.version)
    if (n === 1 && now.state === 'DISPATCHED') await street(`/matters/${matter.id}/acknowledge`, {}, now.version)
  }
  const page = await deskOf('jiedao', '/queue/area')
  const row = (n) => page.locator('tr[data-row]', { hasText: `${word} ${n}` })
  await until(async () => {
    if (await row(1).count()) return true
    const news = page.locator('.heading .linklike')
    if (await news.count()) await news.click()
    return false
  }, 'both in the list')
  for (const n of [0, 1]) await row(n).locator('input[type=checkbox]').check()
  await looked(page, 'desk-bulk')
  await page.getByRole('button', { name: '签收 2 件' }).click()
  await page.locator('.bulk .left', { hasText: '1 件现在不能签收' }).waitFor()
  assert.equal(await row(0).locator('input').isChecked(), false)
  assert.equal(await row(1).locator('input').isChecked(), true)
  await close(page)
})

test('days are written in the language of the page, by keyboard or on a sheet', limit, async () => {
  for (const [language, shown] of [['zh-CN', /^\d{4}-\d\d-\d\d$/], ['en', /^\d{1,2} [A-Z][a-z]{2} \d{4}$/]]) {
    const page = await deskOf(loginOf('county-desk'), '/figures', { language })
    const field = page.locator('.dayfield').first()
    const from = field.locator('input')
    assert.match(await from.inputValue(), shown)
    await from.fill('20260105')
    await page.keyboard.press('Tab')
    assert.match(await from.inputValue(), shown)
    await from.fill('31-31')
    await page.keyboard.press('Tab')
    await field.locator('[role=alert]').waitFor()
    await from.fill('2026-03-31')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.daysheet:popover-open')
    await page.waitForSelector('.cards:not(.dim)')
    await looked(page, `desk-day-${language}`)
    await page.keyboard.press('PageDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => !document.querySelector('.daysheet:popover-open'))
    assert.equal(await from.inputValue(), language === 'en' ? '7 May 2026' : '2026-05-07')
    await close(page)
  }
})

test('a column is made wider by keyboard, and stays so', limit, async () => {
  const page = await deskOf(loginOf('county-desk'), '/queue/area')
  const head = page.locator('th', { hasText: '谁在办' })
  await head.waitFor()
  const before = (await head.boundingBox()).width
  await head.locator('.grip').focus()
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowLeft')
  const after = (await head.boundingBox()).width
  assert.ok(after > before + 30, `${before} → ${after}`)
  await page.reload()
  await head.waitFor()
  assert.ok(Math.abs((await head.boundingBox()).width - after) < 3)
  await close(page)
})
