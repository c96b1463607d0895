import { createI18n } from 'vue-i18n'
import { beforeEach, describe, expect, it } from 'vitest'
import { byDay, kindOf, monthOf, dayKey } from '../src/desk/lib/calendar'
import { ranked, rate, type Row } from '../src/desk/lib/figures'
import { callLength, headingOf, maskOf, phoneFault, phoneOf } from '../src/desk/lib/hotline'
import type { Matter, MatterLine, Offer, Step } from '../src/desk/lib/matters'
import { nameIn, taskName, type Names } from '../src/desk/lib/names'
import { matching } from '../src/desk/lib/playbook'
import { neighbours } from '../src/desk/lib/prevnext'
import { i18n } from '../src/shared/i18n'
import { arrivals, ofPlace, queryOf, refreshed, savedViews, saveViews, shortPlace, windowed } from '../src/desk/lib/queues'
import { bodyOf, FIELDS, kindWord, missing, offered, pleasFor, startOf } from '../src/desk/lib/steps'
import { gone, moves, owed, sideOf, told } from '../src/desk/lib/story'
import { minutesTaken, seatOf, tableOf, type Summons } from '../src/desk/lib/whistles'
import { answersAfter } from '../src/shared/musters'
import { laidOut } from '../src/desk/print/sheet'
import { widest } from '../src/desk/shell/scope'
import { closeAll, closeTab, nameTab, openTab, tabs } from '../src/desk/shell/tabs'
import en from '../src/desk/words/en.json'
import zh from '../src/desk/words/zh-CN.json'

const line = (id: string, state = 'ACCEPTED', due?: string) => ({ id, state, due }) as MatterLine
const offer = (act: string, evidence: string[] = []) => ({ act, evidence }) as Offer
const step = (act: string, facts: object = {}, to = '') => ({ act, facts, to, seq: 1 }) as unknown as Step

describe('the open pages', () => {
  beforeEach(() => void closeAll())

  it('open once, take a name and close onto a neighbour', () => {
    openTab('/', 'mine')
    openTab('/matter/1', 'matter')
    openTab('/matter/1', 'matter')
    nameTab('/matter/1', 'Lamp')
    expect(tabs.map((it) => it.title)).toEqual(['mine', 'Lamp'])
    expect(closeTab('/matter/1')).toBe('/')
    expect(closeTab('/')).toBeNull()
  })

  it('are eight at most; the oldest goes', () => {
    for (let i = 0; i < 9; i++) openTab(`/matter/${i}`, String(i))
    expect(tabs.map((it) => it.path)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((i) => `/matter/${i}`))
  })
})

describe('a queue', () => {
  it('says what came in and moves no row', () => {
    const before = [line('a'), line('b')]
    const now = [line('c'), line('b', 'DISPATCHED')]
    expect(arrivals(before, now)).toBe(1)
    expect(refreshed(before, now).map((it) => `${it.id} ${it.state}`)).toEqual(['a ACCEPTED', 'b DISPATCHED'])
  })

  it('draws only the rows in sight, with room for the others', () => {
    const drawn = windowed(1000, 4900, 490, 49, 10)
    expect(drawn).toEqual({ first: 90, last: 120, above: 4410, below: 43120 })
    expect(windowed(3, 0, 800, 49)).toEqual({ first: 0, last: 3, above: 0, below: 0 })
    expect(windowed(0, 500, 800, 49)).toEqual({ first: 0, last: 0, above: 0, below: 0 })
  })

  it('keeps views under the account and survives broken content', () => {
    saveViews('one', 'area', [{ key: 'own', name: 'Lamps', filters: { item: 'street-lamp' } }])
    expect(savedViews('one', 'area')[0]?.filters).toEqual({ item: 'street-lamp' })
    expect(savedViews('two', 'area')).toEqual([])
    localStorage.setItem('huying.desk.views.one', '{')
    expect(savedViews('one', 'area')).toEqual([])
  })

  it('names a place short, and knows what stands before and after a matter', () => {
    expect(shortPlace('A / B / C grid / C grid 4')).toEqual(['4', 'B · C grid'])
    expect(neighbours(['a', 'b', 'c'], 'b')).toEqual({ before: 'a', after: 'c' })
    expect(neighbours(['a'], 'z')).toEqual({ before: undefined, after: undefined })
  })

  it('looks at the widest areas a person holds', () => {
    expect(widest(['370481001', '370481', '370482'])).toEqual(['370481', '370482'])
  })

  it('finds names that begin with the words first', () => {
    expect(matching(['Old lamp', 'Lamp post', 'Road'], 'lamp', (it) => it)).toEqual(['Lamp post', 'Old lamp'])
  })
})

describe('a document that is drawn up', () => {
  it('is laid out line by line, its blanks to be written in, without the title and the number that stand at its head', () => {
    const text = '现场检查记录（样例）\n编号：77\n检查事项：夜市占道\n当事人意见：＿＿＿＿\n经查：属实，责令于＿＿＿＿前改正\n2026-11-30'
    expect(laidOut(text, '现场检查记录')).toEqual([
      { label: '检查事项：', parts: ['夜市占道'] },
      { label: '当事人意见：', parts: [null] },
      { label: '经查：', parts: ['属实，责令于', null, '前改正'] },
      { label: '', parts: ['2026-11-30'] },
    ])
  })
})

describe('a muster', () => {
  it('is answered anew until somebody is there, and never twice the same', () => {
    expect([answersAfter(null), answersAfter('UNABLE'), answersAfter('ARRIVED')]).toEqual([['COMING', 'UNABLE', 'ARRIVED'], ['COMING', 'ARRIVED'], []])
  })
})

describe('names for keys', () => {
  it('are in the language of the page; a key without a name stands for itself', () => {
    const posts = [{ key: 'grid-worker', zh: '网格员', en: 'Grid worker' }]
    i18n.global.locale.value = 'en'
    expect([nameIn(posts, 'grid-worker'), nameIn(posts, 'other'), nameIn(undefined, 'x')]).toEqual(['Grid worker', 'other', 'x'])
    expect(taskName({ kind: 'errand', name: '代办' }, { tasks: [{ key: 'errand', zh: '代办', en: 'Errand' }] } as Names)).toBe('Errand')
    i18n.global.locale.value = 'zh-CN'
    expect([nameIn(posts, 'grid-worker'), taskName({ kind: 'errand', name: '代办' }, null)]).toEqual(['网格员', '代办'])
  })
})

describe('the steps', () => {
  it('come from the server alone; the one that leads on stands first', () => {
    expect(offered([offer('classify'), offer('comment'), offer('verify'), offer('mark')]).map((it) => it.act)).toEqual(['verify', 'classify', 'mark'])
    expect(offered([])).toEqual([])
    expect(offered([offer('fill')])).toEqual([])
    expect(offered([offer('fill')], ['injured']).map((it) => it.act)).toEqual(['fill'])
    expect(offered([offer('unheard-of')])).toEqual([])
  })

  it('are not sent before everything the server needs is there', () => {
    const needed = ['photo-before', 'photo-after']
    expect(missing('handle', {}, needed)).toBe('outcome')
    expect(missing('handle', { outcome: 'Lamp replaced' }, needed)).toBe('evidence:photo-before')
    expect(missing('handle', { outcome: 'x', evidence: [{ kind: 'photo-before', attachment: '1' }] }, needed)).toBe('evidence:photo-after')
    expect(missing('handle', { outcome: 'x', evidence: needed.map((kind) => ({ kind, attachment: '1' })) }, needed)).toBeUndefined()
    expect(missing('verify', { passed: 'no' }, needed)).toBe('note')
    expect(missing('accept', {}, [])).toBeUndefined()
  })

  it('send what was filled in and nothing empty', () => {
    expect(bodyOf('accept', {})).toBeUndefined()
    expect(bodyOf('verify', { passed: 'no', note: ' still dark ', evidence: [] })).toEqual({ passed: false, note: 'still dark', invites: false })
    expect(bodyOf('dispatch', { unit: '', why: ' ' })).toEqual({})
    expect(bodyOf('apply', { kind: 'EXTENSION', words: 'parts', length: '2 work-days', until: '2026-01-01T10:00' })).toEqual({ kind: 'EXTENSION', words: 'parts', length: '2 work-days' })
    expect(bodyOf('grant', { no: '2' })).toEqual({ no: 2 })
    expect(bodyOf('revisit', { reached: 'yes', solved: 'yes', words: 'ok' })).toEqual({ reached: true, solved: true, words: 'ok' })
    expect(bodyOf('revisit', { reached: 'yes', solved: 'no', contacted: 'no', answer: 'dissatisfied', words: 'ok' })).toEqual({ reached: true, solved: false, contacted: false, answer: 'dissatisfied', words: 'ok' })
    expect(bodyOf('revisit', { reached: 'no', solved: 'no', contacted: 'yes', answer: 'satisfied', words: 'ok' })).toEqual({ reached: false, solved: false, words: 'ok' })
    expect(bodyOf('forward', { no: '1', words: '' })).toEqual({ no: 1 })
  })

  it('start from what the matter says', () => {
    const matter = { item: { key: 'lamp' }, beside: { urgency: 'URGENT', key: true, pleas: [{ steps: [], no: 1 }, { steps: ['grant', 'deny'], no: 2 }], consults: [], assists: [] } } as unknown as Matter
    expect(startOf('mark', matter)).toEqual({ urgency: 'URGENT', key: true })
    expect(startOf('grant', matter).no).toBe('2')
    expect(startOf('retract', matter).no).toBeUndefined()
    expect(pleasFor('retract', { beside: { pleas: [{ no: 3, steps: ['retract'] }, { no: 4, steps: ['grant'] }] } } as unknown as Matter).map((it) => it.no)).toEqual([3])
    expect(kindWord('rating-appeal')).toBe('RATING_APPEAL')
    expect(startOf('classify', matter).item).toBe('lamp')
  })

  it('have words for all they ask', () => {
    for (const [act, fields] of Object.entries(FIELDS)) {
      expect(Object.keys(zh.act), act).toContain(act)
      expect(Object.keys(zh.took), act).toContain(act)
      for (const { name } of fields) expect(`${act}-${name}` in zh.field || name in zh.field, `${act}.${name}`).toBe(true)
    }
  })
})

describe('the story', () => {
  it('says from when to when a changed calendar moved what', () => {
    const facts = { was: '2026-05-01T01:00:00Z', due: '2026-05-02T01:00:00Z', wholeWas: '2026-05-09T01:00:00Z', wholeDue: '2026-05-09T01:00:00Z', replyWas: '2026-05-01T04:00:00Z', replyDue: '2026-05-03T04:00:00Z' }
    expect(moves({ act: 'recount', facts }).map((it) => it.of)).toEqual(['stage', 'reply'])
    const helpers = [{ unit: 'a', was: '2026-05-01T01:00:00Z', due: '2026-05-02T01:00:00Z' }]
    expect(moves({ act: 'recount', facts: { helpers } })).toEqual([{ of: 'helper', ...helpers[0] }])
    expect(moves({ act: 'remind', facts })).toEqual([])
  })
  it('pairs calls with answers', () => {
    expect([step('report'), step('dispatch'), step('comment'), step('verify', { passed: false }), step('rate', { answer: 'satisfied' }), step('rate', { answer: 'dissatisfied' })].map(sideOf)).toEqual(['call', 'answer', 'quiet', 'call', 'answer', 'call'])
  })

  it('shows residents theirs and staff the rest, newest first', () => {
    const steps = [step('report'), step('return'), step('close')]
    expect(told(steps, 'all').map((it) => it.act)).toEqual(['close', 'return', 'report'])
    expect(told(steps, 'resident').map((it) => it.act)).toEqual(['close', 'report'])
    expect(told(steps, 'inside').map((it) => it.act)).toEqual(['return'])
  })

  it('says which answers are owed, and nothing of what is over', () => {
    const matter = { open: true, clock: { stage: 'HANDLE', due: '2026-01-02T00:00:00Z' }, unit: { name: 'Lamps' }, beside: { assists: [{ state: 'JOINED', unit: { name: 'Power' } }, { state: 'DONE', unit: { name: 'Roads' } }] } } as unknown as Matter
    expect(owed(matter).map((it) => `${it.key} ${it.unit}`)).toEqual(['handle Lamps', 'assist Power'])
    expect(owed({ ...matter, open: false })).toEqual([])
  })

  it('measures how much of a limit is gone', () => {
    const at = (hour: number) => `2026-01-01T${String(hour).padStart(2, '0')}:00:00Z`
    expect(gone(at(0), at(10), Date.parse(at(5)))).toBe(50)
    expect(gone(at(0), at(10), Date.parse(at(12)))).toBe(100)
    expect(gone(at(3), at(3), Date.parse(at(3)))).toBe(100)
  })
})

describe('the hotline', () => {
  it('reads numbers as people write them and says what is missing', () => {
    expect(phoneOf('138 0000-1234')).toBe('13800001234')
    expect(phoneOf('+86 13800001234')).toBe('13800001234')
    expect(phoneOf('0632-5501234')).toBe('06325501234')
    expect(phoneOf('12345')).toBe('')
    expect(phoneFault('1380000')).toEqual({ key: 'missing', n: 4 })
    expect(phoneFault('138000012345')).toEqual({ key: 'over', n: 1 })
    expect(phoneFault('138abc')).toEqual({ key: 'letters', n: 0 })
    expect(phoneFault('')).toBeNull()
    expect(maskOf('13800001234')).toBe('138****1234')
  })

  it('makes a heading out of the first clause', () => {
    expect(headingOf('路灯不亮，晚上看不见')).toBe('路灯不亮')
    expect(headingOf('The lamp has been out for a very long time')).toHaveLength(20)
    expect(callLength(133_000)).toBe('02:13')
  })
})

describe('a whistle', () => {
  const seat = (it: Partial<Summons>) => it as Summons
  it('seats who is here, late, on the way or released', () => {
    expect(seatOf(seat({ state: 'CHECKED_IN' }))).toBe('here')
    expect(seatOf(seat({ state: 'RECEIVED', overdue: false }))).toBe('wait')
    expect(seatOf(seat({ state: 'MISSED' }))).toBe('late')
    expect(seatOf(seat({ state: 'UPHELD' }))).toBe('off')
    expect(minutesTaken(seat({ since: '2026-01-01T09:30:00Z', arrival: { at: '2026-01-01T09:52:00Z' } as never }))).toBe(22)
  })

  it('reads the published list, and none where there is none', () => {
    const form = { key: 'x', version: 1, rungs: [], causes: [], classes: [], items: [] }
    expect(tableOf(form)).toEqual({ rungs: [], causes: [], entries: [] })
    const item = { key: 'b', zh: '井盖', en: 'Cover', itemClass: 'a', cause: 'c', assist: [], template: false }
    i18n.global.locale.value = 'en'
    expect(tableOf({ ...form, classes: [{ key: 'a', zh: '工程', en: 'Works' }], items: [item] }).entries).toEqual([{ key: 'b', name: 'Cover', cause: 'c', group: 'Works' }])
    i18n.global.locale.value = 'zh-CN'
  })
})

describe('the filters of a list', () => {
  it('count days where the place is, the last one to its end', () => {
    expect(queryOf({ state: '', from: '2026-02-27', to: '2026-02-28' })).toEqual({ from: '2026-02-27T00:00:00+08:00', to: '2026-03-01T00:00:00+08:00' })
    expect(queryOf({ item: 'street-lamp', from: '', to: '' })).toEqual({ item: 'street-lamp' })
    expect(['mine', 'team', 'area', 'overdue'].map(ofPlace)).toEqual([false, false, true, true])
  })
})

describe('the calendar', () => {
  it('fills the weeks of a month from Monday', () => {
    const days = monthOf(2026, 10)
    expect(days).toHaveLength(42)
    expect(dayKey(days[0]!)).toBe('2026-10-26')
  })

  it('knows holidays, worked weekends and what the place entered', () => {
    const year = { year: 2026, coverage: 'OFFICIAL' as const, off: ['2026-10-01'], made: ['2026-10-10'], entered: [{ day: '2026-10-12', worked: false }] }
    expect(['2026-10-01', '2026-10-10', '2026-10-11', '2026-10-12', '2026-10-13'].map((it) => kindOf(new Date(`${it}T12:00`), year))).toEqual(['off', 'made', 'rest', 'off', 'work'])
  })

  it('lays matters on the day they are due', () => {
    expect([...byDay([line('a', 'ACCEPTED', '2026-10-01T09:00:00'), line('b')]).entries()].map(([day, list]) => [day, list.length])).toEqual([['2026-10-01', 1]])
  })
})

describe('the figures', () => {
  const row = (area: string, counts: Record<string, number>): Row => ({ area, name: area, counts, open: 0, overdue: 0 })
  it('have no share of nothing', () => {
    expect(rate(1, 0)).toBe('—')
    expect(rate(1, 3)).toBe('33.3%')
  })

  it('rank by share, then by size; who has none comes last', () => {
    const rows = [row('none', {}), row('half', { rated: 2, 'rated.satisfied': 1 }), row('few', { rated: 1, 'rated.satisfied': 1 }), row('many', { rated: 9, 'rated.satisfied': 9 })]
    expect(ranked(rows, 'content').map((it) => it.row.area)).toEqual(['many', 'few', 'half', 'none'])
  })
})

it('every word of the desk can be said', () => {
  const i18n = createI18n<false>({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': zh, en } as never })
  const keys = (words: object, under = ''): string[] => Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [under + key] : keys(value as object, `${under}${key}.`)))
  for (const language of ['zh-CN', 'en'] as const) {
    i18n.global.locale.value = language
    for (const key of keys(zh)) expect(() => i18n.global.t(key, { n: 1 }), key).not.toThrow()
  }
})
