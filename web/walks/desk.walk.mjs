// The desk: every page without a fault, a call written down, matters accepted, given out and closed by keyboard alone, a whistle blown.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { base, caller, checked, close, go, limit, loginOf, looked, present, region, said, until, waitingRow, window } from './stage.mjs'

// Somebody sits at the desks of this place, so the demo leaves what is said here alone.
before(() => present())

async function desk(role, path, how = {}) {
  const page = await window('desk', { as: loginOf(role), ...how })
  await go(page, `/desk${path}`)
  await page.waitForSelector('nav.side')
  return page
}
const shown = (page, name) => looked(page, `desk-${name}`)
const unique = (what) => `${what} ${Date.now().toString(36)}`

test('the desk lets nobody in without a session and says why a password is refused', limit, async () => {
  const page = await window('desk')
  await go(page, '/desk/queue/area')
  await page.waitForURL('**/desk/sign-in')
  await page.fill('#login', loginOf('street-desk'))
  await page.fill('#password', 'not-the-password')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=alert]')
  await shown(page, 'sign-in')
  await page.fill('#password', 'Huying-demo-2026')
  await page.keyboard.press('Enter')
  await page.waitForSelector('nav.side')
  await close(page)
})

const PAGES = [
  ['queue', '/queue/area', 'table.list tbody tr[data-row]'],
  ['mine', '/', '.tablebox'],
  ['overdue', '/queue/overdue', '.tablebox'],
  ['team', '/queue/team', '.tablebox'],
  ['amber', '/queue/amber', '.tablebox'],
  ['returns', '/queue/returns', '.views'],
  ['approvals', '/queue/approvals', '.tablebox'],
  ['dispatch', '/dispatch', '.board'],
  ['whistles', '/whistles', '.views'],
  ['hotline', '/hotline', '#h-text'],
  ['calendar', '/calendar', 'table.month'],
  ['map', '/map', '.hy-map[data-drawn], .empty'],
  ['figures', '/figures', '.chart svg'],
  ['inbox', '/inbox', '.page h1'],
  ['search', '/search', '.page h1'],
  ['first', '/first', 'h1'],
  ['lost', '/nothing-of-the-kind', '.page, main'],
]
for (const how of [{ theme: 'light' }, { theme: 'dark', language: 'en' }])
  test(`every page of the desk: ${Object.values(how).join(', ')}`, limit, async () => {
    const look = how.language ? '-dark-en' : ''
    const page = await desk('county-desk', '/', how)
    for (const [name, path, ready] of PAGES) {
      await go(page, `/desk${path}`)
      await page.waitForSelector(ready)
      await shown(page, `${name}${look}`)
    }
    await close(page)
  })

test('a matter, its menus, and a desk as small as a laptop', limit, async () => {
  for (const how of [{}, { theme: 'dark', language: 'en' }, { viewport: { width: 1152, height: 720 } }]) {
    const look = how.language ? '-dark-en' : how.viewport ? '-small' : ''
    const page = await desk('county-desk', '/queue/area', how)
    await page.click('tr[data-row="0"]')
    await page.waitForSelector('.story .line li')
    await shown(page, `matter-open${look}`)
    await page.click('.me')
    await page.waitForSelector('.drop')
    await shown(page, `menu${look}`)
    await page.keyboard.press('Escape')
    await page.click('.scope')
    await page.waitForSelector('.drop .pickrow')
    await shown(page, `scope${look}`)
    await close(page)
  }
})

test('a call is written down, and the button says what will happen', limit, async () => {
  const page = await desk('street-desk', '/hotline')
  await page.fill('#h-text', '书香里 3 号楼门口的路灯不亮，晚上看不见路')
  await page.click('.sidecol .sug button')
  await page.selectOption('#h-area', { index: 1 })
  await page.waitForSelector('.sendrow .btn:not([disabled])')
  await page.waitForSelector('.mapbox .hy-map[data-drawn]')
  await shown(page, 'hotline-filled')
  await page.keyboard.press('Control+Enter')
  await page.waitForSelector('.done .all')
  assert.match(await page.textContent('.done .all'), new RegExp(`^${region}-`))
  await shown(page, 'hotline-done')
  await close(page)
})

test('the dispatch board accepts and gives out in one click', limit, async () => {
  const title = unique('路灯不亮')
  const matter = await said(title, 'street-lamp')
  const page = await desk('street-desk', '/dispatch')
  await page.click('.views button >> nth=1')
  const waits = await waitingRow(page, title)
  await waits.click()
  await page.waitForSelector('.advice .sug .btn')
  await shown(page, 'dispatch-advice')
  await page.click('.advice .sug .btn')
  await waits.waitFor({ state: 'detached' })
  assert.equal((await (await caller('jiedao'))(`/matters/${matter.id}`)).state, 'DISPATCHED')
  await close(page)
})

/** Presses Tab until what is meant has the focus. */
async function tabTo(page, selector, most = 90) {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate((it) => document.activeElement?.matches(it), selector)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`the keyboard does not come to ${selector}`)
}
/** Finds a matter by its number and opens it, without a mouse. */
async function openByKeys(page, number) {
  await page.keyboard.press('/')
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.waitForSelector('tr[data-row="0"]')
  await tabTo(page, 'tr[data-row="0"]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.steps .btn')
}
/** Until the step that leads on is this one, and can be taken. */
const ready = (page, name) => page.waitForFunction((it) => { const button = document.querySelector('.steps .btn'); return button?.textContent.trim() === it && !button.disabled }, name)
/** Takes the step that leads on, filling in nothing. */
async function stepOn(page, name) {
  await ready(page, name)
  await tabTo(page, '.steps .btn:first-child')
  await page.keyboard.press('Enter')
}
async function confirm(page) {
  await page.waitForSelector('dialog[open]')
  await tabTo(page, 'dialog footer .btn:last-child', 40)
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog[open]', { state: 'detached' })
}
const listed = async (number) => until(async () => (await (await caller('jiedao'))(`/search?q=${number}&limit=1`)).lines.length > 0, 'the matter in the list')

test('a matter is found, opened, accepted, given out and closed by keyboard alone', limit, async () => {
  const matter = await said(unique('树枝压着电线'), 'tree-dangerous')
  const street = await caller('jiedao')
  await listed(matter.number)
  const page = await desk('street-desk', '/')
  await openByKeys(page, matter.number)
  await stepOn(page, '受理')
  // the rules may have given it out at once; else the desk does
  await page.waitForFunction(() => ['派单', '签收'].includes(document.querySelector('.steps .btn')?.textContent.trim()))
  if ((await street(`/matters/${matter.id}`)).state === 'ACCEPTED') {
    await stepOn(page, '派单')
    await confirm(page)
  }
  await stepOn(page, '签收')
  await ready(page, '办结，交核查')
  await shown(page, 'matter-keys')
  await close(page)
})

test('a rated matter is closed by keyboard alone, and its square draws itself shut', limit, async () => {
  const matter = await checked(unique('楼道堆物'))
  const street = await caller('jiedao')
  const rated = await fetch(`${base}/api/v1/${region}/track/${matter.number}/rate`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), 'X-Tracking-Secret': matter.secret }, body: JSON.stringify({ answer: 'satisfied' }) })
  assert.equal(rated.status, 200)
  await listed(matter.number)
  const page = await desk('street-desk', '/')
  await openByKeys(page, matter.number)
  await stepOn(page, '结案')
  await confirm(page)
  await page.locator('.bigstate', { hasText: '已了结' }).waitFor()
  assert.equal((await street(`/matters/${matter.id}`)).state, 'CLOSED')
  await shown(page, 'matter-closed')
  await close(page)
})

test('a whistle is blown from a matter by the published list', limit, async () => {
  const matter = await said(unique('路灯全灭'), 'street-lamp')
  await (await caller('jiedao'))(`/matters/${matter.id}/accept`, {}, matter.version)
  const page = await desk('street-desk', `/matter/${matter.id}`)
  await page.click('.steps .btn:has-text("吹哨")')
  await page.waitForSelector('dialog .chip')
  await page.fill('#blow-item', '路灯')
  await page.waitForSelector('#blow-item ~ ul [role=option]:has(small)')
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog .sug')
  await page.fill('#blow-text', '请到现场看一看')
  await shown(page, 'blow')
  await page.click('dialog footer .btn.whistle:not([disabled])')
  await page.waitForURL('**/desk/whistle/**')
  await page.waitForSelector('.seat')
  await shown(page, 'whistle')
  await close(page)
})
