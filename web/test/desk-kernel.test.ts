import { describe, expect, it } from 'vitest'
import { after, takeAll } from '@/desk/lib/bulk'
import { readWidths } from '@/desk/lib/columns'
import type { Matter, MatterLine } from '@/desk/lib/matters'
import { exportOf } from '@/desk/lib/queues'
import { byDays, readHours, sound, writeHours } from '@/desk/pages/work/hours'
import { addParty, bodyOf, draftOf, lacking } from '@/desk/pages/work/mediation'
import { found, type Power } from '@/desk/pages/work/powers'

const line = (id: string, state = 'DISPATCHED') => ({ id, state, version: 1 }) as MatterLine
const matter = (id: string, acts: string[], evidence: string[] = []) => ({ id, version: 4, state: 'IN_PROGRESS', steps: acts.map((act) => ({ act, evidence })), clock: {} }) as unknown as Matter

describe('an act for many', () => {
  it('is taken only where the server offers it, at the version that stands now; the rest is told', async () => {
    const asked: unknown[] = []
    const matters: Record<string, Matter> = { a: matter('a', ['acknowledge']), b: matter('b', ['handle']), c: matter('c', ['acknowledge'], ['photo']) }
    const counted: number[] = []
    const gone = await takeAll(['a', 'b', 'c', 'd'].map((it) => line(it)), 'acknowledge', undefined, (id) => (matters[id] ? Promise.resolve(matters[id]!) : Promise.reject(new Error('gone'))), (id, act, version) => { asked.push([id, act, version]); return Promise.resolve(matters[id]!) }, (n) => counted.push(n))
    expect(asked).toEqual([['a', 'acknowledge', 4]])
    expect(gone.left).toEqual(['b', 'c', 'd'])
    expect(gone.done.map((it) => it.id)).toEqual(['a'])
    expect(String(gone.wrong)).toContain('gone')
    expect(counted).toEqual([1, 2, 3, 4])
  })

  it('gives the lines their new state where they stand', () => {
    expect(after([line('a'), line('b')], [matter('b', [])]).map((it) => [it.id, it.state, it.version])).toEqual([['a', 'DISPATCHED', 1], ['b', 'IN_PROGRESS', 4]])
  })
})

it('an export asks for the list that is looked at', () => {
  const asked = { view: '', area: '370481001', unit: 'u', filters: { state: 'CLOSED', to: '2026-11-29' } }
  expect(exportOf({ ...asked, queue: 'mine', view: 'places' })).toMatchObject({ list: 'places', unit: undefined, area: undefined })
  expect(exportOf({ ...asked, queue: 'mine', view: 'assignee' })).toMatchObject({ list: 'mine' })
  expect(exportOf({ ...asked, queue: 'team' })).toMatchObject({ list: 'team', unit: 'u' })
  expect(exportOf({ ...asked, queue: 'returns' })).toMatchObject({ list: 'matters', area: '370481001', state: 'CLOSED', to: '2026-11-30T00:00:00+08:00' })
})

it('widths that make no sense are forgotten', () => {
  expect(readWidths('{"place":200,"unit":9000,"other":100,"state":"x"}')).toEqual({ place: 200 })
  expect([readWidths('nonsense'), readWidths(null), readWidths('null')]).toEqual([{}, {}, {}])
})

describe('opening hours', () => {
  it('are read and written as the playbook writes them', () => {
    expect(readHours('mon-fri 18:00-20:00')).toEqual({ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '18:00', to: '20:00' })
    expect(readHours('sat 09:00-11:30')!.days).toEqual(['sat'])
    expect([readHours('fri-mon 09:00-10:00'), readHours('someday 09:00-10:00')]).toEqual([null, null])
    expect(writeHours({ days: ['sun', 'mon', 'tue', 'thu'], from: '09:00', to: '10:00' })).toEqual(['mon-tue 09:00-10:00', 'thu 09:00-10:00', 'sun 09:00-10:00'])
    expect(writeHours(readHours('mon-fri 18:00-20:00')!)).toEqual(['mon-fri 18:00-20:00'])
  })

  it('need a day and an end after the beginning', () => {
    const days = ['mon']
    expect([{ days, from: '09:00', to: '10:00' }, { days, from: '10:00', to: '09:00' }, { days: [], from: '09:00', to: '10:00' }, { days, from: '', to: '10:00' }].map(sound)).toEqual([true, false, false, false])
  })

  it('slots stand under their days', () => {
    const slot = (starts: string) => ({ starts, ends: starts, free: 1 })
    expect(byDays([slot('2026-11-30T09:00:00+08:00'), slot('2026-11-30T09:30:00+08:00'), slot('2026-12-01T09:00:00+08:00')]).map((it) => [it.day, it.slots.length])).toEqual([['2026-11-30', 2], ['2026-12-01', 1]])
  })
})

describe('a wording of an agreement', () => {
  const whole = () => ({ ...draftOf(null, null, { place: 'room', facts: 'what' }), mediators: 'M', terms: 'T', parties: [{ name: 'A', idNumber: '', phone: '', address: '' }, { name: 'B', idNumber: '1', phone: '13800001111', address: '' }] })

  it('begins with the matter, or with the last one and its parties in plain', () => {
    expect(draftOf(null, null, { place: 'room', facts: 'what' })).toMatchObject({ place: 'room', facts: 'what', terms: '' })
    const last = { place: 'p', heldOn: '2026-01-05', mediators: 'm', facts: 'f', terms: 't', performance: 'x' } as never
    const draft = draftOf(last, { parties: [{ number: 1, name: 'A', idNumber: '1', phone: '2', address: '3' }] } as never, { place: '', facts: '' })
    expect(draft.parties).toEqual([{ name: 'A', idNumber: '1', phone: '2', address: '3' }, { name: '', idNumber: '', phone: '', address: '' }])
    expect(draft.terms).toBe('t')
  })

  it('says what is missing, and sends no empty fields', () => {
    expect(lacking(whole())).toBeUndefined()
    expect(lacking({ ...whole(), terms: ' ' })).toBe('terms')
    const draft = whole()
    addParty(draft)
    expect(lacking(draft)).toBe('party')
    expect(lacking({ ...whole(), parties: [{ name: 'A', idNumber: '', phone: 'call me', address: '' }, { name: 'B', idNumber: '', phone: '', address: '' }] })).toBe('phone')
    expect(bodyOf(whole())).toMatchObject({ parties: [{ name: 'A', idNumber: undefined, phone: undefined }, { name: 'B', idNumber: '1' }], performance: undefined })
  })
})

it('powers are found by class and by what they say', () => {
  const power = (key: string, itemClass: string, zh: string) => ({ key, itemClass, name: { zh, en: key }, basis: 'b', departments: [] }) as unknown as Power
  const all = [power('review', 'x', 'ping'), power('consent', 'y', 'tong')]
  expect(found(all, 'PING', '', false).map((it) => it.key)).toEqual(['review'])
  expect(found(all, 'con', '', true).map((it) => it.key)).toEqual(['consent'])
  expect(found(all, '', 'x', false)).toHaveLength(1)
})
