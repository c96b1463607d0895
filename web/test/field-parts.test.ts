import { describe, expect, it } from 'vitest'
import { guess, spread, type Item } from '@/field/items'
import { first, sorted, together, type Line } from '@/field/lists'
import { isPage, kept, surplus } from '@/field/offline/keep'
import { fitted, lines } from '@/field/photo/stamp'
import { around, metres, onto, rough } from '@/field/place'
import { outcomeOf, waits } from '@/field/queue/wire'
import type { Field } from '@/shared/fields'
import { arranged, blank, body, lacking, proofs, rows, type Moved, type Offer } from '@/field/steps'
import { answersFor, arrangedWhistle, calling, marksOf, seat, ticking, type Summons, type WhistleLine, type WhistleView } from '@/field/whistles'

const NOW = Date.parse('2026-11-25T10:00:00+08:00')
const line = (over: Partial<Line>): Line => ({ id: over.number ?? 'x', version: 1, number: 'n', title: 't', state: 'IN_PROGRESS', item: 'i', itemName: 'i', channel: 'c', area: 'a', areaName: 'a', late: false, amber: false, flags: [], helpers: [], reportedAt: '', ...over }) as Line

describe('the lists of today', () => {
  const late = line({ number: '1', due: '2026-11-25T09:00:00+08:00' })
  const soon = line({ number: '2', due: '2026-11-25T11:00:00+08:00', amber: true })
  const given = line({ number: '3', state: 'DISPATCHED', due: '2026-11-27T11:00:00+08:00' })
  const check = line({ number: '4', state: 'HANDLED', due: '2026-11-26T11:00:00+08:00' })
  const rated = line({ number: '5', state: 'VERIFYING', due: '2026-11-25T12:00:00+08:00' })
  const endless = line({ number: '6', due: undefined })
  const lists = sorted([endless, rated, check, given, soon, late], new Set(['3']), NOW)
  const numbers = (of: Line[]) => of.map((it) => it.number)

  it('put what is late first and what has no limit last', () => expect(numbers(lists.area)).toEqual(['1', '2', '5', '4', '3', '6']))
  it('call urgent what is late, amber, or given to me and not taken', () => expect(numbers(lists.urgent)).toEqual(['1', '2', '3']))
  it('leave to the resident what waits for a rating', () => expect(numbers(lists.today)).toEqual(['1', '2']))
  it('show what waits for a check', () => expect(numbers(lists.check)).toEqual(['4']))
  it('begin where something is', () => expect([first(lists), first(sorted([endless], new Set(), NOW)), first(sorted([], new Set(), NOW))]).toEqual(['urgent', 'area', 'urgent']))
  it('have each matter once', () => expect(numbers(together([late], [line({ number: '1' }), soon]))).toEqual(['1', '2']))
})

describe('a step', () => {
  const handle: Offer = { act: 'handle', evidence: ['photo-before', 'photo-after'] } as Offer
  it('asks for exactly what the offer names', () => {
    const filled = { ...blank(), words: ' done ', photos: { 'photo-before': ['p1'] } }
    expect(lacking(handle, proofs(handle), filled, NOW)).toEqual(['photo.photo-after'])
    expect(body(handle, { ...filled, photos: { 'photo-before': ['p1'], 'photo-after': ['p2'] } })).toEqual({ outcome: 'done', evidence: [{ kind: 'photo-before', attachment: { photo: 'p1' } }, { kind: 'photo-after', attachment: { photo: 'p2' } }] })
  })
  it('done on the spot, asks for what the item asks of handling', () => {
    expect(proofs({ act: 'spot', evidence: [] } as unknown as Offer, ['photo-after'])).toEqual(['photo-after'])
    expect(proofs({ act: 'escalate', evidence: [] } as unknown as Offer, ['photo-after'])).toEqual([])
  })
  it('of checking needs words only when it is not done', () => {
    const verify = { act: 'verify', evidence: [] } as unknown as Offer
    expect(lacking(verify, [], blank(), NOW)).toEqual(['verdict'])
    expect(lacking(verify, [], { ...blank(), passed: true }, NOW)).toEqual([])
    expect(lacking(verify, [], { ...blank(), passed: false }, NOW)).toEqual(['words'])
    expect(body(verify, { ...blank(), passed: true, invites: true })).toEqual({ passed: true, invites: true })
    expect(lacking(verify, ['photo-after'], { ...blank(), passed: true }, NOW)).toEqual(['photo.photo-after'])
    expect(lacking(verify, ['photo-after'], { ...blank(), passed: false, words: 'not yet' }, NOW)).toEqual([])
  })
  it('that only a desk can do is not offered on a phone', () => {
    const offers = [{ act: 'comment' }, { act: 'merge' }, { act: 'handle' }, { act: 'escalate' }].map((it) => ({ ...it, evidence: [] })) as unknown as Offer[]
    const { main, others } = arranged(offers)
    expect([main?.act, others.map((it) => it.act)]).toEqual(['handle', ['escalate', 'comment']])
  })
  it('of filling in asks for one of what is missing at least, and sends what fits', () => {
    const fill = { act: 'fill', evidence: [] } as unknown as Offer
    const field = { key: 'households', name: { zh: '户数', en: 'Households' }, type: 'number', required: true, personal: false, least: 0, most: 900 } as Field
    expect(arranged([fill]).others).toEqual([])
    expect(arranged([fill], ['households']).others).toEqual([fill])
    expect(lacking(fill, [], blank(), NOW, [field])).toEqual(['fill'])
    expect(lacking(fill, [], { ...blank(), fields: { households: 'twelve' } }, NOW, [field])).toEqual(['fields'])
    expect(body(fill, { ...blank(), fields: { households: 12, other: 1 } }, [field])).toEqual({ fields: { households: 12 } })
  })
  it('of the system makes no row', () => expect(rows([{ seq: 1, act: 'report' }, { seq: 2, act: 'remind' }, { seq: 3, act: 'accept' }] as Moved[]).map((it) => it.seq)).toEqual([3, 1]))
})

describe('a whistle', () => {
  const summons = (over: Partial<Summons> = {}): Summons => ({ unit: 'u', name: 'u', lead: true, state: 'SUMMONED', since: '', due: '2026-11-25T10:12:08+08:00', overdue: false, ...over }) as Summons
  const whistle = (id: string, of: Summons[]): WhistleLine => ({ id, state: 'BLOWN', summoned: of }) as WhistleLine
  it('lets its caller mark those who came or were missed, and nobody else', () => {
    const arrival = { at: '' } as Summons['arrival']
    const view = { summoned: [summons({ unit: 'a', arrival }), summons({ unit: 'b', missed: {} as Summons['missed'] }), summons({ unit: 'c', state: 'ENDED' })] } as WhistleView
    expect(marksOf(view).map((it) => it.unit)).toEqual(['a', 'b'])
  })
  it('is answered for the unit that the server offers steps of, where one’s own is not called', () => {
    const view = { summoned: [summons({ unit: 'a' })], steps: [{ act: 'withdraw' }, { act: 'check-in', unit: 'a' }] } as WhistleView
    expect([answersFor(view, 'a'), answersFor(view, 'b'), answersFor(view, null), answersFor({ ...view, steps: [] }, 'b')]).toEqual(['a', 'a', 'a', 'b'])
  })
  it('offers the caller his own steps beside those of a unit', () => {
    const view = { steps: [{ act: 'withdraw' }, { act: 'evaluate' }, { act: 'sign', unit: 'u' }, { act: 'sign', unit: 'other' }] } as WhistleView
    expect(arrangedWhistle(view, 'u').map((it) => [it.act, it.unit])).toEqual([['sign', 'u'], ['evaluate', undefined], ['withdraw', undefined]])
  })
  it('calls those it summoned until they have come', () => {
    const came = summons({ state: 'CHECKED_IN', arrival: { at: '', late: false, name: '', photos: [], place: '' } as never })
    const later = summons({ due: '2026-11-25T09:00:00+08:00' })
    expect(calling([whistle('a', [summons()]), whistle('b', [came]), whistle('c', [summons({ unit: 'other' })]), whistle('d', [later])], 'u').map((it) => it.whistle.id)).toEqual(['d', 'a'])
    expect([seat(came, NOW), seat(summons(), NOW), seat(later, NOW)]).toEqual(['here', 'wait', 'late'])
  })
  it('counts down under an hour', () => {
    expect(ticking('2026-11-25T10:12:08+08:00', NOW)).toBe('12:08')
    expect([ticking('2026-11-25T12:00:00+08:00', NOW), ticking('2026-11-25T09:00:00+08:00', NOW)]).toEqual([null, null])
  })
})

describe('a place', () => {
  it('is as far as the ground says', () => {
    expect(metres({ lon: 117, lat: 35 }, { lon: 117, lat: 35.001 })).toBeCloseTo(111.2, 0)
    expect([rough(3), rough(214), rough(1_240), rough(13_400)].map((it) => `${it.n} ${it.unit}`)).toEqual(['10 m', '210 m', '1.2 km', '13 km'])
  })
  it('is drawn north up in the middle of its frame', () => {
    const flat = onto(around([{ lon: 117, lat: 35 }], 100), 200, 200)
    expect(flat.at({ lon: 117, lat: 35 })).toEqual({ x: 100, y: 100 })
    expect(flat.at({ lon: 117, lat: 35.0005 }).y).toBeLessThan(100)
    expect(flat.length(100)).toBeCloseTo(100, 0)
  })
})

describe('a photo', () => {
  it('is made smaller and never larger', () => {
    expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 })
    expect(fitted(300, 200)).toEqual({ width: 300, height: 200 })
  })
  it('says when and where', () => expect(lines(new Date(2026, 10, 25, 9, 5, 7), 'gate', { lon: 117.1, lat: 35.2 })).toEqual(['2026-11-25 09:05:07', 'gate  35.20000, 117.10000']))
})

describe('what is kept', () => {
  const id = '01a20f3b-edfe-782b-9d26-01ee8fdc5a88'
  it('is lists and matters, never who one is or whom to call', () => {
    for (const path of [`/api/v1/370481/lists/my-work`, `/api/v1/370481/matters/${id}`, `/api/v1/370481/matters/${id}/steps`, `/api/v1/370481/whistles/${id}`, `/api/v1/370481/tasks`, `/api/v1/370481/tasks/${id}`, '/api/v1/370481/playbook/forms', '/api/v1/370481/playbook/whistle', '/api/v1/370481/matters/form', '/api/v1/basemap']) expect(kept(path), path).toBe(true)
    for (const path of ['/api/v1/me', `/api/v1/370481/matters/${id}/requester`, `/api/v1/370481/matters/${id}/rating-link`, '/api/v1/370481/search']) expect(kept(path), path).toBe(false)
  })
  it('is every page of the door and no file', () => expect(['/field', '/field/', '/field/matters/1', '/field/sw.js', '/desk/'].map(isPage)).toEqual([true, true, true, false, false]))
  it('is not more than the phone should hold', () => expect(surplus([1, 2, 3], 2)).toEqual([1]))
})

describe('an answer', () => {
  const answer = (status: number, document: object, headers = {}) => new Response(JSON.stringify(document), { status, headers })
  it('is for a person, for later, or for a sign-in', async () => {
    expect(await outcomeOf(answer(412, { code: 'stale', version: 5 }), () => 1)).toMatchObject({ kind: 'refused', problem: { code: 'stale', version: 5, status: 412 } })
    expect(await outcomeOf(answer(429, { code: 'too-many' }, { 'Retry-After': '7' }), () => 1)).toEqual({ kind: 'later', wait: 7000 })
    expect(await outcomeOf(answer(401, {}), () => 1)).toEqual({ kind: 'signed-out' })
    expect([waits(409, 'key-in-use'), waits(409, 'refused'), waits(404, 'not-found'), waits(503, '')]).toEqual([true, false, false, true])
  })
})

describe('the items', () => {
  const item = (key: string, zh: string, group: string): Item => ({ key, zh, en: key, group, proof: [], fields: [] })
  const items = [item('a', '道路破损', 'x'), item('b', '路灯不亮', 'x'), item('c', '垃圾箱满溢', 'y')]
  it('come spread over their groups', () => expect(spread([items[1]!], items).map((it) => it.key)).toEqual(['b', 'a', 'c']))
  it('are guessed from words without a network', () => expect(guess('门口路灯坏了', items).map((it) => it.key)).toEqual(['b']))
})
