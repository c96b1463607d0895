import { expect, test } from 'vitest'
import { DEVICE_LAYER, deviceLayer, deviceOf, devicesOf } from '@/shared/map/devices'
import { boxAt } from '@/shared/map/geo'
import { colours } from '@/shared/map/style'

const told = (more: object) => ({ id: '1', name: '水位计', kind: 'water-level', state: 'ok', place: '北桥', ...more })

test('a device is read out of a tile, and nothing but an https link leads out', () => {
  expect(deviceOf(told({ state: 'alarm', matter: 'm', number: 'N-1' }))).toEqual({ id: '1', name: '水位计', kind: 'water-level', state: 'alarm', place: '北桥', matter: 'm', number: 'N-1' })
  expect(deviceOf(told({ kind: 'camera-point', link: 'https://video.example.org/1' })).link).toBe('https://video.example.org/1')
  for (const link of ['http://video.example.org', 'javascript:alert(1)', 'data:text/html,x', 7]) expect(deviceOf(told({ link }))).not.toHaveProperty('link')
  expect(deviceOf({})).toEqual({ id: '', name: '', kind: 'other', state: 'ok', place: '' })
})

test('each stands in the list once, the worst first', () => {
  const seen = devicesOf([told({}), told({ id: '2', state: 'offline' }), told({ id: '3', state: 'alarm' }), told({ id: '3', state: 'alarm' }), told({ id: '4', name: '阿' })])
  expect(seen.map((it) => it.id)).toEqual(['3', '2', '4', '1'])
})

test('the layer asks for nothing while it is not to be seen', () => {
  const c = colours((name) => name)
  expect(deviceLayer(c, 12, false).layout).toMatchObject({ visibility: 'none' })
  expect(deviceLayer(c, 12, true)).toMatchObject({ id: DEVICE_LAYER, source: 'devices', layout: { visibility: 'visible' } })
})

test('the map opens round a point that is written as one', () => {
  expect(boxAt('117.16,35.08')!.map((it) => it.toFixed(3))).toEqual(['117.157', '35.077', '117.163', '35.083'])
  for (const text of ['', '117', '117,x', '1,2,3', '200,10', null, ['1,2']]) expect(boxAt(text)).toBeNull()
})
