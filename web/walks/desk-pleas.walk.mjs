// What is applied for, decided and moved: a closing that is forced, and the time of a helper that changes with the days.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { caller, close, deskOf, dialog, limit, loginOf, looked, photo, present, said, until } from './stage.mjs'

before(() => present())

const unique = (what) => `${what} ${Date.now().toString(36)}`
const county = loginOf('county-desk')

/** Something that the street has in hand. */
async function inHand(title) {
  const matter = await said(unique(title))
  const street = await caller('jiedao')
  let now = await street(`/matters/${matter.id}/accept`, {}, matter.version)
  if (now.state === 'ACCEPTED') now = await street(`/matters/${matter.id}/dispatch`, {}, now.version)
  return street(`/matters/${matter.id}/acknowledge`, {}, now.version)
}

test('a forced closure is applied for by the street with a paper and decided by the county, whose words the story keeps', limit, async () => {
  const matter = await inHand('楼道堆物没人认领')
  const page = await deskOf('jiedao', `/matter/${matter.id}`)
  await page.getByRole('button', { name: /^还有/ }).click()
  await page.locator('.steps').getByRole('button', { name: '提申请' }).click()
  await dialog(page).getByRole('button', { name: '强制结案' }).click()
  await dialog(page).getByRole('button', { name: /^当事人不配合/ }).click()
  await dialog(page).locator('textarea').first().fill('三次上门都无人开门，已贴告知书。')
  await dialog(page).locator('input[type=file]').first().setInputFiles(await photo(page))
  await page.waitForSelector('dialog footer .btn:last-child:not([disabled])')
  await looked(page, 'desk-plea-apply')
  await page.click('dialog footer .btn:last-child')
  await page.waitForSelector('dialog[open]', { state: 'detached' })
  await page.locator('.unit', { hasText: '当事人不配合' }).waitFor()
  await looked(page, 'desk-plea-open')

  const decider = await deskOf(county, `/matter/${matter.id}`)
  await decider.locator('.steps .btn', { hasText: '批准' }).first().click()
  await dialog(decider).locator('textarea').fill('三次上门无人开门，楼道已经清走，这件办到这里为止。')
  await looked(decider, 'desk-plea-grant')
  await decider.click('dialog footer .btn:last-child')
  await decider.locator('.bigstate', { hasText: '已了结' }).waitFor()
  await looked(decider, 'desk-plea-closed')
  assert.equal((await (await caller('jiedao'))(`/matters/${matter.id}`)).outcome, '三次上门无人开门，楼道已经清走，这件办到这里为止。')
  for (const it of [page, decider]) await close(it)
})

test('days off move the time of a helper, and the story says from when to when', limit, async () => {
  const matter = await inHand('两家一起清楼道')
  const street = await caller('jiedao')
  const admin = await caller(loginOf('system-admin'))
  const unit = (await caller('zhifa')).unit
  const now = await street(`/matters/${matter.id}/engage`, { unit, limit: '3 work-days', words: '请派人搭把手' }, matter.version)
  const due = now.beside.assists[0].due
  const days = Array.from({ length: 5 }, (_, i) => new Date(Date.now() + (i + 1) * 86_400_000).toISOString().slice(0, 10))
  const entered = (worked) => admin.put('/calendar/days', { why: '本地停工', days: days.map((day) => ({ day, ...worked })) })
  await entered({ worked: false })
  try {
    await until(async () => (await street(`/matters/${matter.id}`)).beside.assists[0].due > due, 'the recount', 240_000)
    const page = await deskOf('jiedao', `/matter/${matter.id}`)
    await page.locator('.quietline', { hasText: '协办' }).waitFor()
    await looked(page, 'desk-recounted')
    await close(page)
  } finally {
    await entered({})
  }
})
