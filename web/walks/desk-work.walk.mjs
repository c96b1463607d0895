// The desk beyond matters: tasks, powers, appointments, agreements.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { caller, close, deskOf, dialog, go, GRID, limit, loginOf, looked, present, said, until, window } from './stage.mjs'

before(() => present())

const STREET = GRID.slice(0, 9)
const COMMUNITY = GRID.slice(0, 12)
const unique = (what) => `${what} ${Date.now().toString(36)}`

async function confirm(page) {
  await page.locator('dialog[open] form > footer .btn:last-child:not([disabled])').click()
  await dialog(page).waitFor({ state: 'detached' })
}

const PAGES = [
  ['tasks', '/tasks', '.tablebox .list, .tablebox .empty'],
  ['tasks-list', '/tasks/list', '.tablebox .list tbody tr'],
  ['tasks-figures', '/tasks/figures', '.tablebox .list, .tablebox .empty'],
  ['whistle-ratings', '/whistles/ratings', '.tablebox .list, .tablebox .empty'],
  ['musters', '/musters', '.tablebox .list, .tablebox .empty'],
  ['powers', '/powers', '.tablebox .list, .tablebox .empty'],
  ['powers-list', '/powers/list', '.tablebox .list tbody tr'],
  ['visits', '/visits', '.tablebox .list, .tablebox .empty'],
  ['visits-windows', '/visits/windows', '.where select'],
  ['visits-figures', '/visits/figures', '.tablebox .list, .tablebox .empty'],
  ['mediations', '/mediation', '.tablebox .list, .tablebox .empty'],
  ['sessions', '/sessions', '.tablebox .list tbody tr'],
  ['carry', '/carry', '.carry form'],
]
for (const how of [{ theme: 'light' }, { theme: 'dark', language: 'en' }, { viewport: { width: 1152, height: 720 } }])
  test(`every page of this part: ${Object.values(how).map((it) => it.width ?? it).join(', ')}`, limit, async () => {
    const look = how.language ? '-dark-en' : how.viewport ? '-small' : ''
    const page = await deskOf(loginOf('county-desk'), '/', how)
    for (const [name, path, ready] of PAGES) {
      await go(page, `/desk${path}`)
      await page.waitForSelector(ready)
      await looked(page, `desk-${name}${look}`)
    }
    await close(page)
  })

test('a person has notices sent to a phone of their own, once a code showed that it is theirs', limit, async () => {
  const page = await deskOf(loginOf('county-desk'), '/carry')
  const card = page.locator('.carry').filter({ hasText: '居民短信' })
  await card.locator('input[type=tel]').fill('13911112222')
  await card.getByRole('button', { name: '保存' }).click()
  const proof = card.locator('form.prove')
  const code = (await proof.innerText()).match(/码是 (\d{6})/)?.[1] ?? ''
  await proof.locator('input').fill(code)
  await proof.getByRole('button', { name: '确认' }).click()
  await card.locator('.tag.ok').waitFor()
  await looked(page, 'desk-carry-on')
  await card.getByRole('button', { name: '不发了，删掉地址' }).click()
  await card.locator('.tag.ok').waitFor({ state: 'detached' })
  await close(page)
})

test('a task is given for a matter, done with words, and stands in its story', limit, async () => {
  const title = unique('独居老人要买药')
  const matter = await said(title)
  const page = await deskOf('jiedao', `/matter/${matter.id}`)
  await page.getByRole('button', { name: '相关' }).click()
  await page.getByRole('button', { name: '派一件任务' }).click()
  await page.waitForSelector('#give-kind option:nth-child(2)', { state: 'attached' })
  await page.selectOption('#give-kind', { label: '抓治理季度报告' })
  await dialog(page).locator('textarea').fill('这件事写进报告')
  await looked(page, 'desk-task-give')
  await confirm(page)
  await go(page, '/desk/tasks')
  await page.getByRole('button', { name: '辖区里' }).click()
  await page.locator('.list tbody tr', { hasText: '这件事写进报告' }).locator('button.t').click()
  await page.locator('.ad-side .ad-acts .btn').first().waitFor()
  await looked(page, 'desk-task')
  assert.equal(await page.locator(`.ad-side a[href="/desk/matter/${matter.id}"]`).count(), 1)
  await page.locator('.ad-side .ad-acts .btn').first().click()
  await page.waitForSelector('dialog footer .btn:last-child[disabled]')
  assert.match(await page.textContent('dialog footer'), /还差：做了什么/)
  await dialog(page).locator('textarea').fill('写进去了')
  await confirm(page)
  await page.locator('.ad-side', { hasText: '写进去了' }).waitFor()
  await close(page)
})

test('a power is used, objected to, maintained, ruled upon and answered, each by whoever the server lets', limit, async () => {
  const title = unique('夜市占道')
  const page = await deskOf('jiedao', '/powers/list')
  await page.locator('.list tbody .btn').first().click()
  await page.waitForSelector('#use-unit')
  await page.fill('#use-unit', '综合行政执法')
  await page.locator('#use-unit ~ ul [role=option]', { hasText: '综合行政执法' }).first().click()
  await page.locator('dialog label', { hasText: '事由' }).locator('input').fill(title)
  await page.locator('dialog label', { hasText: '要求什么' }).locator('textarea').fill('请派员驻街道，统一听街道调度。')
  await looked(page, 'desk-power-use')
  await confirm(page)
  await page.waitForURL('**/desk/powers')
  const open = async (where) => {
    await go(where, '/desk/powers')
    await where.locator('.list tbody tr', { hasText: title }).locator('button.t').click()
    await where.locator('.ad-side .line li').first().waitFor()
  }
  const say = async (where, act, words, choice) => {
    await where.locator('.ad-side .ad-acts').getByRole('button', { name: act }).click()
    if (choice) await where.locator('dialog').getByRole('button', { name: choice }).click()
    await dialog(where).locator('textarea').fill(words)
    await confirm(where)
  }
  await open(page)
  assert.equal(await page.locator('.ad-side .ad-acts .btn').count(), 0, 'the street waits')
  const unit = await deskOf('zhifa', '/powers')
  await open(unit)
  await looked(unit, 'desk-power')
  await say(unit, '提异议', '人手不够，只能派两人。')
  await open(page)
  await say(page, '回应异议', '街道坚持。', '坚持，请裁定')
  const county = await deskOf(loginOf('county-desk'), '/powers')
  await open(county)
  await say(county, '裁定', '按清单执行。', '不成立')
  await open(unit)
  await say(unit, '答复', '周一起派四人。')
  await unit.locator('.ad-side .tag', { hasText: '已答复' }).waitFor()
  await looked(unit, 'desk-power-answered')
  await unit.locator('.ad-side .ad-rows a').first().click()
  await unit.waitForSelector('.paper-sheet .text')
  assert.match(await unit.textContent('.paper-sheet'), new RegExp(title))
  await unit.locator('.paper-sheet .gap').first().fill('同意')
  await looked(unit, 'desk-paper', { whole: true })
  for (const it of [page, unit, county]) await close(it)
})

test('teams are called out; one who was called answers from elsewhere, the desk for another; it is seen at once, and ends', limit, async () => {
  const place = unique('东门口')
  const page = await deskOf(loginOf('county-desk'), '/musters')
  await page.getByRole('button', { name: '集结', exact: true }).click()
  await page.waitForSelector('#muster-team option:nth-child(2)', { state: 'attached' })
  await page.selectOption('#muster-team', { label: '党员突击队' })
  await page.waitForSelector('#muster-area option:nth-child(2)', { state: 'attached' })
  await page.selectOption('#muster-area', STREET)
  await page.locator('dialog label', { hasText: '到哪里集合' }).locator('input').fill(place)
  await page.locator('dialog label', { hasText: '来做什么' }).locator('textarea').fill('搬沙袋，带手套')
  await looked(page, 'desk-muster-call')
  await confirm(page)
  await page.locator('.ad-side .people li').first().waitFor()
  const county = await caller(loginOf('county-desk'))
  const { musters } = await county('/musters')
  const { id } = musters.find((it) => it.place === place)
  const { calls } = await county(`/musters/${id}/calls`)
  await page.locator('.ad-side .people li').first().getByRole('button').click()
  await dialog(page).getByRole('button', { name: '在路上' }).click()
  await looked(page, 'desk-muster-answer')
  await confirm(page)
  await page.locator('.sums .coming b', { hasText: '1' }).waitFor()
  await county(`/musters/${id}/answer`, { answer: 'ARRIVED', person: calls.at(-1).person })
  await page.locator('.sums .arrived b', { hasText: '1' }).waitFor()
  await looked(page, 'desk-muster')
  await page.locator('.ad-side .ad-acts').getByRole('button', { name: '结束集结' }).click()
  await dialog(page).locator('textarea').fill('沙袋搬完了')
  await confirm(page)
  await page.locator('.ad-side .h2 .tag', { hasText: '结束了' }).waitFor()
  await close(page)
})

test('a slot is booked for somebody, seen on its day, looked at in plain for a purpose, and cancelled', limit, async () => {
  const subject = unique('问医保报销')
  const page = await deskOf(loginOf('county-desk'), '/visits/windows')
  await page.waitForSelector('#window-area option:nth-child(2)', { state: 'attached' })
  await page.selectOption('#window-area', STREET)
  await page.locator('.where select').nth(1).selectOption(COMMUNITY)
  await page.locator('.slot:not([disabled])').first().waitFor()
  await looked(page, 'desk-windows')
  await page.locator('.slot:not([disabled])').last().click()
  await page.locator('dialog label', { hasText: '姓名' }).locator('input').fill('孙桂兰')
  await page.locator('dialog label', { hasText: '电话' }).locator('input').fill(`139${String(Date.now()).slice(-8)}`)
  await page.locator('dialog label', { hasText: '什么事' }).locator('textarea').fill(subject)
  await confirm(page)
  await page.locator('.notice-line.ok').waitFor()
  const day = /(\d{4}-\d\d-\d\d)/.exec(await page.textContent('.notice-line.ok'))[1]
  await page.getByRole('button', { name: '改开放时间' }).click()
  await looked(page, 'desk-hours')
  await page.keyboard.press('Escape')
  await go(page, '/desk/visits')
  await page.fill('.page-head .dayfield input', day)
  await page.keyboard.press('Tab')
  const row = page.locator('.list tbody tr', { hasText: subject })
  await row.waitFor()
  assert.match(await row.textContent(), /孙\*/)
  await looked(page, 'desk-visits-day')
  await row.locator('.eye').click()
  await dialog(page).locator('input').fill('改约')
  await confirm(page)
  await row.filter({ hasText: '孙桂兰' }).waitFor()
  assert.equal(await row.getByRole('button', { name: '来了' }).count(), 0, 'nobody has come before it begins')
  await row.getByRole('button', { name: '取消' }).click()
  await dialog(page).locator('textarea').fill('他说改天来')
  await confirm(page)
  await row.filter({ hasText: '他说改天来' }).waitFor()
  await close(page)
})

test('an agreement is written, worded anew, signed by all, and stands', limit, async () => {
  const title = unique('楼上漏水')
  const matter = await said(title)
  const page = await deskOf('jiedao', `/matter/${matter.id}`)
  await page.getByRole('button', { name: '相关' }).click()
  await page.locator('.drop').getByRole('link', { name: '调解协议' }).click()
  await page.getByRole('button', { name: '写一稿' }).click()
  const party = (n) => page.locator('dialog .party').nth(n)
  await party(0).locator('input').first().fill('钱大')
  await party(1).locator('input').first().fill('孙二')
  await page.locator('dialog label', { hasText: '调解员' }).locator('input').fill('周调解')
  await page.locator('dialog label', { hasText: '协议内容' }).locator('textarea').fill('三十日内修好，赔偿一千元。')
  await looked(page, 'desk-mediation-form')
  await confirm(page)
  await page.locator('.wording', { hasText: '赔偿一千元' }).waitFor()
  assert.ok(!(await page.textContent('.ad-side')).includes('钱大'), 'parties are masked')
  await page.getByRole('button', { name: '再写一稿' }).click()
  assert.equal(await party(0).locator('input').first().inputValue(), '钱大')
  await page.locator('dialog label', { hasText: '协议内容' }).locator('textarea').fill('三十日内修好，赔偿八百元。')
  await confirm(page)
  await page.locator('.wording', { hasText: '赔偿八百元' }).waitFor()
  await looked(page, 'desk-mediation')
  for (let left = 3; left > 0; left--) {
    assert.equal(await page.getByRole('button', { name: '记他签了' }).count(), left)
    await page.getByRole('button', { name: '记他签了' }).first().click()
    await until(async () => (await page.getByRole('button', { name: '记他签了' }).count()) === left - 1, 'a signature')
  }
  await page.locator('.page-head .tag', { hasText: '各方都签了' }).waitFor()
  assert.equal(await page.getByRole('button', { name: '再写一稿' }).count(), 0)
  await go(page, '/desk/mediation')
  await page.locator('.list tbody tr', { hasText: title }).waitFor()
  await looked(page, 'desk-mediations-some')
  await close(page)
})
