import { describe, expect, it } from 'vitest'
import { callArea, lackingCall, likely, listed, rungOf, type WhistleForm } from '@/field/blow'
import { pageOf } from '@/field/subject'
import { actOf, body, lacking, stageName, together, type Filled, type Task } from '@/field/tasks'

const task = (over: Partial<Task> = {}): Task => ({ id: 't1', version: 1, steps: ['finish'], evidence: [], wordsNeeded: false, due: '2027-03-01T17:30:00+08:00', stage: 0, stages: [], ...over }) as Task
const filled = (over: Partial<Filled> = {}): Filled => ({ words: '', figure: '', passed: null, photos: {}, ...over })

describe('a task', () => {
  it('offers the one thing that the server allows', () => {
    expect([actOf(task()), actOf(task({ steps: ['end', 'forward'] })), actOf(task({ steps: ['end'] })), actOf(task({ steps: ['check'] }))]).toEqual(['finish', 'forward', null, 'check'])
  })
  it('is finished with the proof, the figure and the words that its kind needs, and with nothing else', () => {
    const kind = task({ evidence: ['photo-site'], figure: { zh: '户数', en: 'Households' }, wordsNeeded: true })
    expect(lacking(kind, 'finish', filled())).toEqual(['photo', 'figure', 'words'])
    expect(lacking(kind, 'finish', filled({ figure: '十', words: '走了', photos: { 'photo-site': ['p'] } }))).toEqual(['figure'])
    const whole = filled({ figure: '12', words: ' 走了 ', photos: { 'photo-site': ['p'] } })
    expect(lacking(kind, 'finish', whole)).toEqual([])
    expect(body(kind, 'finish', whole)).toEqual({ words: '走了', figure: 12, proof: [{ kind: 'photo-site', attachment: { photo: 'p' } }] })
    expect(lacking(task(), 'finish', filled())).toEqual([])
    expect(body(task(), 'finish', filled())).toEqual({})
  })
  it('goes back from a check only with words', () => {
    expect(lacking(task(), 'check', filled())).toEqual(['verdict'])
    expect(lacking(task(), 'check', filled({ passed: false }))).toEqual(['words'])
    expect(body(task(), 'check', filled({ passed: false, words: '少一户' }))).toEqual({ passed: false, words: '少一户' })
    expect(body(task(), 'check', filled({ passed: true }))).toEqual({ passed: true })
  })
  it('names its next stage until all are behind', () => {
    const errand = task({ stages: [{ zh: '接单', en: 'Called on' }, { zh: '送达', en: 'Brought back' }] })
    expect([stageName(errand, 'zh-CN'), stageName({ ...errand, stage: 1 }, 'en'), stageName({ ...errand, stage: 2 }, 'en')]).toEqual(['接单', 'Brought back', ''])
  })
  it('stands once in the list, what is due first on top', () => {
    const late = task({ id: 't2', due: '2027-02-01T17:30:00+08:00' })
    expect(together([task(), late], [late]).map((it) => it.id)).toEqual(['t2', 't1'])
  })
})

describe('a whistle from a phone', () => {
  const item = (key: string, zh: string) => ({ key, zh, en: key, itemClass: 'order', cause: 'joint', assist: [], template: true })
  const form = {
    key: 'base', version: 1, causes: [{ key: 'joint', zh: '联合执法', en: 'Joint' }], classes: [],
    rungs: [{ key: 'grid-to-community', by: 'grid' }, { key: 'street-to-department', by: 'street' }],
    items: [item('road-trade', '占道经营'), item('night-building', '夜间违规施工')],
  } as unknown as WhistleForm
  it('is blown on the rung of one’s own place', () => {
    expect(rungOf(form, '370481001001001')?.key).toBe('grid-to-community')
    expect(rungOf(form, '370481001')?.key).toBe('street-to-department')
    expect([rungOf(form, '370481001001'), rungOf(form, null)]).toEqual([null, null])
  })
  it('is about what the published list calls it', () => {
    expect(listed(form, '施工').map((it) => it.key)).toEqual(['night-building'])
    expect(listed(form, ' ')).toHaveLength(2)
    expect(likely(form, '东门口占道经营，劝不走')?.key).toBe('road-trade')
    expect(likely(form, '楼道的灯不亮')).toBeNull()
  })
  it('needs words, and a reason where the list has no such item', () => {
    const call = { item: null, cause: 'joint', text: '', reason: '', emergency: false }
    const rung = rungOf(form, '370481001001001')
    expect(lackingCall(form, rung, call)).toEqual(['words', 'reason'])
    expect(lackingCall(form, rung, { ...call, text: '请来', item: form.items[0]! })).toEqual([])
    expect(lackingCall({ ...form, items: [] }, rung, { ...call, text: '请来' })).toEqual([])
    expect(lackingCall(form, null, call)).toEqual(['rung'])
  })
  it('stays within one’s own place', () => {
    expect([callArea('370481001001001', '370481001'), callArea('370481001', '370481001001001'), callArea('', '370481001')]).toEqual(['370481001001001', '370481001001001', '370481001'])
  })
})

it('what waits or went out leads to the page of what it was done to', () => {
  const page = (it: Parameters<typeof pageOf>[0]) => pageOf(it).name
  expect([
    page({ act: 'check-in', subject: 'w', number: '370481-W27-1', path: '/api/v1/370481/whistles/{subject}/units/u/check-in' }),
    page({ act: 'blow', subject: 'w', number: '', path: '/api/v1/370481/whistles' }),
    page({ act: 'close', subject: 'w', number: '370481-W270301-00001' }),
    page({ act: 'finish', subject: 't', number: '' }),
    page({ act: 'handle', subject: 'm', number: '370481-270301-00001' }),
  ]).toEqual(['whistle', 'whistle', 'whistle', 'task', 'matter'])
})
