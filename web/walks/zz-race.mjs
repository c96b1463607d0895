import { close, go, photo, window } from './stage.mjs'
let bad = 0
for (let n = 0; n < 24; n++) {
  const page = await window('phone')
  page.context().setDefaultTimeout(6000)
  const wait = n * 60
  await page.route('**/suggestions/items', async (route) => { await new Promise((d) => setTimeout(d, wait)); await route.continue() })
  try {
    await go(page, '/resident/')
    await page.waitForSelector('#app > .phone:not(.shell)')
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('text=拍照反映问题')])
    await chooser.setFiles(await photo(page, 24))
    await page.waitForSelector('figure.photo img')
    await page.fill('#words', '东门口天天摆夜市，消防通道堵死了，车也乱停，消防车进不来。')
    await page.click('text=选一类')
    await page.fill('dialog input[type=search]', '消防通道')
    await page.locator('dialog .chip').getByText('占用消防通道', { exact: true }).click()
    await page.click('text=我就在这儿')
    await page.waitForSelector('text=误差约')
  } catch (e) { bad++; console.log(n, wait, e.message.slice(0, 1500), page.faults); await page.screenshot({ path: `/tmp/ph/race-${n}.png` }) }
  await close(page)
}
console.log('bad', bad)
process.exit(0)
