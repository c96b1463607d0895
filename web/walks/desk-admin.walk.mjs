// The administration of the desk and its sheets for print, as each of the three administrators and a street's desk see them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caller, close, go, GRID, limit, loginOf, looked, region, settled, shots, window } from './stage.mjs'

/** A desk on which an account of a role is signed in. */
async function desk(role, path, how = {}) {
  const page = await window('desk', { as: loginOf(role), reducedMotion: 'reduce', ...how })
  await go(page, `/desk${path}`)
  return page
}

async function look(page, path, ready, name) {
  await go(page, `/desk${path}`)
  await page.locator(ready).first().waitFor()
  await fit(page, name)
}
const fit = (page, name) => looked(page, name, { whole: name.startsWith('print') })

test('the territory: tree, outlines, a split drawn and left again', limit, async () => {
  const page = await desk('system-admin', '/territory')
  await page.locator('.tree [role=treeitem]').first().waitFor()
  await page.locator('.tree input').fill(GRID)
  await page.locator('.tree input').press('Enter')
  await page.locator('.tree .on').filter({ hasText: '网格' }).waitFor()
  await page.locator('canvas.maplibregl-canvas').waitFor()
  await page.getByRole('button', { name: '改边' }).first().waitFor()
  await fit(page, 'desk-territory')
  await page.getByRole('toolbar').getByRole('button', { name: '拆分' }).click()
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox()
  await page.mouse.click(box.x + box.width * 0.35, box.y + box.height * 0.16)
  await page.mouse.click(box.x + box.width * 0.35, box.y + box.height * 0.8)
  await page.locator('.corner.mid').first().waitFor()
  assert.equal(await page.locator('.corner:not(.mid)').count(), 2)
  await fit(page, 'desk-territory-split')
  await page.getByRole('toolbar').getByRole('button', { name: '选' }).click()
  assert.equal(await page.locator('.corner').count(), 0)
  await close(page)
})

test('an import shows what would change, and a file with flaws changes nothing', limit, async () => {
  const page = await desk('system-admin', '/territory')
  await page.getByRole('button', { name: '导入' }).click()
  await page.locator('input[accept*=geojson]').setInputFiles({ name: 'x.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: '1', name: '', kind: 'grid' }, geometry: null }] })) })
  await page.getByRole('button', { name: '先看会改什么' }).click()
  await page.locator('.outcome .bad').first().waitFor()
  await fit(page, 'desk-territory-import')
  await close(page)
})

test('bodies, posts, vacancies and teams', limit, async () => {
  const page = await desk('system-admin', '/organisations')
  await page.locator('.list tbody button.t').first().click()
  await page.locator('.ad-side .ad-facts').first().waitFor()
  await fit(page, 'desk-organisations')
  await look(page, '/organisations/posts', '.list tbody button.t', 'desk-posts')
  await look(page, '/organisations/vacancies', '.list tbody .tag', 'desk-vacancies')
  await look(page, '/organisations/teams', '.empty, .pickrow', 'desk-teams')
  await look(page, '/organisations/cross', '.empty, .list tbody tr', 'desk-cross')
  await look(page, '/organisations/mechanisms', '.mechs .card', 'desk-mechanisms')
  await look(page, '/organisations/terms', '.empty, .list tbody tr', 'desk-terms')
  await page.locator('.page-head .dayfield input').fill('2199-12-31')
  await page.locator('.page-head .dayfield input').press('Enter')
  await page.locator('.list tbody tr').first().waitFor()
  await fit(page, 'desk-terms-far')
  await close(page)
})

test('the playbook: items, rules, and a text with a fault pointed out by its line', limit, async () => {
  const page = await desk('system-admin', '/playbook')
  await page.locator('.list tbody button.t').first().click()
  await fit(page, 'desk-playbook')
  await look(page, '/playbook/rules', '.rules li', 'desk-rules')
  await look(page, '/playbook/text', '.ln', 'desk-playbook-text')
  await page.getByRole('button', { name: '改', exact: true }).click()
  await page.locator('textarea.editor').fill('playbook: sample\nnonsense: 1\n')
  await page.getByRole('button', { name: '查一遍' }).click()
  await page.locator('.ad-side .linklike', { hasText: '第 2 行' }).first().waitFor()
  await fit(page, 'desk-playbook-check')
  await close(page)
})

test('accounts and roles', limit, async () => {
  const page = await desk('security-admin', '/accounts')
  await page.locator('.list tbody button.t').nth(3).click()
  await page.locator('.ad-side .ad-rows li').first().waitFor()
  await fit(page, 'desk-accounts')
  await look(page, '/accounts/roles', 'fieldset', 'desk-roles')
  await go(page, '/desk/accounts/machines')
  await page.locator('.list tbody button.t').first().click()
  await page.getByLabel('每分钟最多').fill('600')
  await page.getByRole('button', { name: '保存限额' }).click()
  await page.locator('.list tbody td', { hasText: '600' }).first().waitFor()
  await fit(page, 'desk-machines')
  await close(page)
})

test('the audit, and its chain', limit, async () => {
  const page = await desk('audit-admin', '/audit')
  await page.locator('.list tbody tr').first().waitFor()
  await page.getByRole('button', { name: '验一遍记录链' }).click()
  await page.locator('.notice-line.ok').waitFor()
  await fit(page, 'desk-audit')
  await close(page)
})

test('connections: the hotline of the demo, its file, and a webhook that is added and removed', limit, async () => {
  const page = await desk('system-admin', '/connections')
  await page.locator('.names .pickrow').first().waitFor()
  await page.locator('.tablebox .list tbody tr, .tablebox .empty').first().waitFor()
  await fit(page, 'desk-connections')
  await page.getByRole('button', { name: '对账', exact: true }).click()
  await page.locator('.tablebox .empty, .tablebox .list tbody tr').first().waitFor()
  await fit(page, 'desk-connections-days')
  await page.getByRole('button', { name: '映射文件' }).click()
  await page.waitForFunction(() => document.querySelector('textarea.file')?.value.includes('partner:'))
  await fit(page, 'desk-connections-file')
  await go(page, '/desk/connections/webhooks')
  await page.getByRole('button', { name: '加一个订阅' }).click()
  const form = page.locator('form.ad-sheet')
  const name = `走查 ${Date.now()}`
  await form.locator('input').first().fill(name)
  await form.locator('input[type=url]').fill('https://example.invalid/huying')
  await form.locator('footer .btn:not(.line)').click()
  await form.locator('.secret').waitFor()
  await fit(page, 'desk-webhook-secret')
  await form.locator('footer .btn:not(.line)').click()
  await page.getByRole('button', { name: '试推一条' }).click()
  await page.locator('.log li').first().waitFor()
  await fit(page, 'desk-webhooks')
  await page.getByRole('button', { name: '删掉', exact: true }).click()
  await page.locator('form.ad-sheet footer .btn:not(.line)').click()
  await page.locator('.list tbody tr', { hasText: name }).waitFor({ state: 'detached' })
  await close(page)
})

test('channels: one is added as the sample stands, a test goes to the sandbox, and it is removed', limit, async () => {
  const page = await desk('system-admin', '/channels')
  const key = `walk-${Date.now()}`
  await page.getByRole('button', { name: '加一个渠道' }).click()
  const form = page.locator('form.ad-sheet')
  const file = await form.locator('textarea').inputValue()
  await form.locator('textarea').fill(file.replace('channel: duty-group', `channel: ${key}`).replace('digest: none', 'digest: weekly'))
  await form.locator('footer .btn:not(.line)').click()
  await form.getByText('weekly').last().waitFor()
  await fit(page, 'desk-channel-wrong')
  await form.locator('textarea').fill(file.replace('channel: duty-group', `channel: ${key}`))
  await form.locator('footer .btn:not(.line)').click()
  await form.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '试发一条' }).click()
  await form.locator('footer .btn:not(.line)').click()
  await page.locator('.list tbody tr', { hasText: '测试消息' }).first().waitFor()
  await fit(page, 'desk-channels')
  await page.getByRole('button', { name: '沙箱', exact: true }).click()
  await page.locator('.kept li', { hasText: '测试消息' }).first().waitFor()
  await fit(page, 'desk-channels-sandbox')
  await page.getByRole('button', { name: '费用', exact: true }).click()
  await page.locator('.list tbody tr').first().waitFor()
  await page.getByRole('button', { name: '文件', exact: true }).click()
  await page.waitForFunction((it) => document.querySelector('textarea.file')?.value.includes(it), key)
  await fit(page, 'desk-channels-file')
  await page.getByRole('button', { name: '录密钥' }).click()
  await form.locator('input[type=password]').nth(1).waitFor()
  await fit(page, 'desk-channels-secrets')
  await form.locator('footer .btn.line').click()
  await page.getByRole('button', { name: '删掉', exact: true }).click()
  await form.locator('footer .btn:not(.line)').click()
  await form.waitFor({ state: 'detached' })
  await close(page)
})

test('connections by night and in English', limit, async () => {
  const page = await desk('system-admin', '/connections', { language: 'en', theme: 'dark' })
  await page.locator('.names .pickrow').first().waitFor()
  await fit(page, 'desk-connections-en-dark')
  await look(page, '/channels', '.empty, .names .pickrow', 'desk-channels-en-dark')
  await close(page)
})

test('workdays and modes, by night and in English', limit, async () => {
  const page = await desk('county-desk', '/', { language: 'en', theme: 'dark' })
  await look(page, '/workdays', '.month', 'desk-workdays-en-dark')
  await look(page, '/workdays/modes', '.now h2', 'desk-modes-en-dark')
  await look(page, '/territory', '.schematic, .found', 'desk-territory-en-dark')
  await close(page)
})

test('sheets come out of the printer on A4', limit, async () => {
  const page = await desk('street-desk', '/')
  const street = await caller('jiedao')
  const unit = await caller('zhifa')
  const matters = await street('/lists/matters?limit=1')
  const { id } = await street('/whistles', { area: GRID, cause: 'joint-enforcement', rung: 'street-to-department', lead: unit.unit, title: '围挡倾斜', text: '请来看看', place: '善国路 46 号', emergency: true, reason: '清单没有这一项' })
  const sheets = [...matters.lines.flatMap(({ id }) => ['order', 'supervision', 'return'].map((form) => [form, id])), ['whistle', id]]
  assert.equal(sheets.length, 4)
  for (const [form, id] of sheets) {
    await look(page, `/print/${form}/${id}`, '.paper-sheet .qr', `print-${form}`)
    const pdf = await page.pdf({ path: `${shots}print-${form}.pdf`, preferCSSPageSize: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length
    assert.equal(pages, 1, `${form} fits on one sheet`)
  }
  await close(page)
})
