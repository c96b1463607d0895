// What a slow phone on a slow network gets, and whether a thousand rows scroll.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caller, close, go, limit, loginOf, window } from './stage.mjs'

/** "Slow 4G" as the browser's own tools slow it down, and a processor a quarter as fast. */
const SLOW = { offline: false, latency: 562.5, downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8, uploadThroughput: (750 * 1024 * 0.9) / 8 }
const CPU = 4

test('the resident door can be used within 2 s on slow 4G with a slow phone', limit, async (t) => {
  const page = await window('phone', {
    script: () => {
      const look = () => {
        const button = document.querySelector('.start a.btn')
        const box = button?.getBoundingClientRect()
        // styled, in sight, and under the finger
        if (box?.height >= 44 && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)?.closest('a.btn') === button) globalThis.usable ??= performance.now()
        if (document.querySelector('#app > .phone:not(.shell)')) globalThis.alive ??= performance.now()
        if (!globalThis.usable || !globalThis.alive) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
  })
  const wire = await page.context().newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', SLOW)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: CPU })
  await go(page, '/resident/')
  await page.waitForFunction(() => globalThis.usable && globalThis.alive)
  const { usable, alive, kilobytes } = await page.evaluate(() => ({
    usable: globalThis.usable, alive: globalThis.alive,
    kilobytes: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter((it) => it.startTime < globalThis.alive).reduce((sum, it) => sum + it.transferSize, 0) / 1024,
  }))
  t.diagnostic(`usable after ${usable.toFixed(0)} ms, everything alive after ${alive.toFixed(0)} ms, ${kilobytes.toFixed(0)} kB`)
  assert.ok(usable <= 2_000, `usable after ${usable.toFixed(0)} ms`)
  assert.ok(kilobytes <= 220, `${kilobytes.toFixed(0)} kB before it is alive`)
  assert.deepEqual(page.faults, [])
  await close(page)
})

test('a thousand rows scroll on the desk, and only those in sight are drawn', limit, async (t) => {
  const some = (await (await caller('zhihui'))('/lists/matters?limit=20')).lines
  assert.ok(some.length > 0)
  const lines = Array.from({ length: 1_000 }, (_, n) => ({ ...some[n % some.length], id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, number: `${some[n % some.length].number.slice(0, -5)}${String(n).padStart(5, '0')}` }))
  const page = await window('desk', { as: loginOf('county-desk') })
  await page.route('**/lists/matters?*', (route) => route.fulfill({ json: { lines, next: null } }))
  await go(page, '/desk/queue/area')
  await page.waitForSelector('tr[data-row="0"]')
  await page.evaluate(() => {
    globalThis.tasks = []
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map((it) => it.duration))).observe({ type: 'longtask' })
  })
  const seen = await page.evaluate(async () => {
    const box = document.querySelector('.tablescroll')
    const frames = []
    let most = 0
    let last = performance.now()
    const frame = () => new Promise(requestAnimationFrame)
    for (let step = 0; step < 240; step++) {
      box.scrollTop = (step / 239) * (box.scrollHeight - box.clientHeight)
      const now = await frame()
      frames.push(now - last)
      last = now
      most = Math.max(most, box.querySelectorAll('tbody tr').length)
    }
    frames.sort((a, b) => a - b)
    return { most, end: box.querySelector('tr[data-row="999"]') !== null, median: frames[120], p95: frames[228], worst: frames[239], long: globalThis.tasks }
  })
  t.diagnostic(`at most ${seen.most} rows drawn; a frame takes ${seen.median.toFixed(1)} ms, 95 of 100 under ${seen.p95.toFixed(1)} ms, the longest ${seen.worst.toFixed(1)} ms; ${seen.long.length} long tasks`)
  assert.ok(seen.end, 'the last row is there at the end')
  assert.ok(seen.most <= 80, `${seen.most} rows drawn at once`)
  assert.ok(seen.p95 <= 50, `95 of 100 frames within ${seen.p95.toFixed(1)} ms`)
  assert.ok(seen.long.length <= 4, `${seen.long.length} tasks longer than 50 ms`)
  assert.deepEqual(page.faults, [])
  await close(page)
})
