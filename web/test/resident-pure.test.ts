import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { addWords, i18n } from '@/shared/i18n'
import { nearest, upwards } from '@/resident/lib/board'
import type { Progress } from '@/resident/lib/mine'
import { fitted } from '@/resident/lib/photos'
import { outward, owed, standing, timeline } from '@/resident/lib/plain'
import { masked, phoneFault, plateCode } from '@/resident/lib/plate'
import { around } from '@/resident/lib/pulse'
import { clockSaid, spoken } from '@/resident/lib/spoken'
import { moved } from '@/resident/lib/where'
import { titleOf } from '@/resident/lib/title'
import en from '@/resident/words/en.json'
import zh from '@/resident/words/zh-CN.json'

addWords('resident', { 'zh-CN': zh, en })
afterEach(() => (i18n.global.locale.value = 'zh-CN'))

const matter = (more: Partial<Progress>): Progress => ({ number: '1', state: 'ACCEPTED', words: '', title: '灯不亮', reportedAt: '2026-11-20T09:00:00+08:00', mayRate: false, may: [], version: 1, moves: [], ...more }) as Progress
const move = (act: string, minute: number, to = 'IN_PROGRESS') => ({ act, to, at: `2026-11-20T09:${String(minute).padStart(2, '0')}:00+08:00`, words: '' })

describe('a place that is not where one stands', () => {
  it('lies so many metres to the east and north', () => {
    const at = moved({ lon: 117, lat: 35 }, 0, 111)
    expect(at).toEqual({ lon: 117, lat: 35.001 })
    const east = moved({ lon: 117, lat: 60 }, 100, 0)
    expect((east.lon - 117) * 111_195 * 0.5).toBeCloseTo(100, 0)
  })
})

describe('a title', () => {
  it('is as much of the first sentence as stands alone', () => {
    expect(titleOf('路灯不亮，三天了。孩子怕黑', 'x')).toBe('路灯不亮，三天了')
    expect(titleOf('楼下烧烤店油烟呛人，窗户不敢开', 'x')).toBe('楼下烧烤店油烟呛人')
  })
  it('falls back when nothing was said, and is never long', () => {
    expect(titleOf('  ', '路灯不亮')).toBe('路灯不亮')
    expect(titleOf('很'.repeat(80), 'x')).toHaveLength(24)
  })
})

describe('the timeline', () => {
  it('is newest first, leaves out what is the affair of the house, and says nothing twice in a row', () => {
    const rows = timeline(matter({ unit: '路灯所', moves: [move('report', 0), move('accept', 1), move('dispatch', 2), move('return', 3), move('dispatch', 4), move('spot', 5), move('acknowledge', 6)] }))
    expect(rows.map((it) => it.key)).toEqual(['acknowledge', 'dispatch', 'accept', 'report'])
    expect(rows[1]!.unit).toBe('路灯所')
    expect(rows.at(-1)!.side).toBe('call')
  })
  it('gives the outcome to the last time it was done', () => {
    const rows = timeline(matter({ outcome: '换了灯', moves: [move('report', 0), move('handle', 1), move('reopen', 2), move('handle', 3)] }))
    expect(rows.filter((it) => it.detail).map((it) => it.at)).toEqual([move('handle', 3).at])
  })
  it('tells a check that failed from one that did not', () => {
    expect(timeline(matter({ moves: [move('verify', 1, 'REWORK')] }))[0]!.key).toBe('unverified')
    expect(timeline(matter({ moves: [move('verify', 1, 'VERIFYING')] }))[0]!.key).toBe('verify')
  })
})

describe('where a matter stands', () => {
  it('has words for every state, for whoever asked and whoever follows', () => {
    for (const state of ['REPORTED', 'REJECTED', 'ACCEPTED', 'DISPATCHED', 'RETURNED', 'IN_PROGRESS', 'HANDLED', 'VERIFYING', 'REWORK', 'RATED', 'CLOSED', 'MERGED', 'VOIDED', 'WITHDRAWN'] as const)
      for (const others of [false, true]) expect(zh.standing).toHaveProperty(standing(matter({ state }), others))
  })
  it('never says that it was sent back', () => {
    expect(standing(matter({ state: 'RETURNED' }))).toBe('accepted')
    expect(outward('RETURNED')).toBe('ACCEPTED')
  })
  it('asks before it tells', () => expect(standing(matter({ state: 'IN_PROGRESS', may: ['answer'] }))).toBe('asked'))
  it('owes an answer until it is done or the word is with the resident', () => {
    expect(owed(matter({}))).toBe(true)
    expect(owed(matter({ state: 'VERIFYING', mayRate: true }))).toBe(false)
    expect(owed(matter({ state: 'CLOSED' }))).toBe(false)
  })
})

describe('spoken times', () => {
  const now = new Date(2026, 10, 20, 10, 42).getTime()
  const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).toISOString()
  it('sound as people say them', () => {
    expect(spoken(at(21, 17, 30), now)).toBe('明天下午五点半')
    expect(spoken(at(20, 9, 15), now)).toBe('今天上午九点一刻')
    expect(spoken(at(22, 14, 5), now)).toBe('后天下午两点零五分')
    expect(spoken(at(24, 20, 0), now)).toBe('星期二晚上八点')
  })
  it('say minutes above ten', () => {
    expect(clockSaid(0, 42, true)).toBe('十二点四十二分')
    expect(clockSaid(11, 20, true)).toBe('十一点二十分')
  })
  it('speak English', () => {
    i18n.global.locale.value = 'en'
    expect(spoken(at(21, 17, 30), now)).toBe('5:30 tomorrow in the afternoon')
  })
})

describe('a door plate', () => {
  it('is read from an address or from bare digits', () => {
    expect(plateCode('https://huying.example/resident/door/370481001001001')).toBe('370481001001001')
    expect(plateCode(' 370481001 ')).toBe('370481001')
    expect(plateCode('https://example.org/resident/door/370481001001001?x=1')).toBe('370481001001001')
  })
  it('is nothing else', () => {
    for (const it of ['13800001234', '3704810010010', 'https://example.org/', 'door/12']) expect(plateCode(it)).toBeNull()
  })
})

describe('a phone number', () => {
  it('says what is wrong with it', () => {
    expect(phoneFault('1380000')).toEqual({ short: 4 })
    expect(phoneFault('138000012345')).toBe('long')
    expect(phoneFault('0632-555')).toBe('wrong')
    expect(phoneFault('138 0000 1234')).toBeNull()
    expect(phoneFault('')).toBeNull()
  })
  it('is masked', () => expect(masked('13800001234')).toBe('138****1234'))
})

it('pictures keep their proportion and are never made larger', () => {
  expect(fitted(4000, 3000)).toEqual([1600, 1200])
  expect(fitted(800, 600)).toEqual([800, 600])
  expect(fitted(9000, 2)).toEqual([1600, 1])
})

it('the worker of the smallest area stands first', () => {
  const post = (name: string, area: string, holders = ['某人']) => ({ post: name, area, holders, rules: [], standards: [] })
  const posts = [post('街道值班员', '370481001'), post('网格长', '370481001001001'), post('网格员', '370481001001001'), post('空岗', '370481001001001001', [])]
  expect(nearest({ posts })!.post).toBe('网格员')
  expect(nearest({ posts: [] })).toBeUndefined()
  expect(upwards(posts)[0]!.post).toBe('空岗')
})

it('nearby shows what is open in the street, else in the county', () => {
  const line = (place: string, state: string) => ({ itemZh: '', itemEn: '', place, state, at: '' })
  const latest = [line('甲街', 'CLOSED'), line('乙街', 'ACCEPTED'), line('甲街', 'REPORTED')]
  expect(around(latest, '甲街', 3).map((it) => it.state)).toEqual(['REPORTED'])
  expect(around(latest, '丙街', 3)).toHaveLength(2)
})

it('what stands on the page before the script says the same as the page', () => {
  const shell = readFileSync('resident/index.html', 'utf8')
  for (const key of ['greeting1', 'greeting2', 'report', 'voice', 'call'] as const) {
    expect(shell).toContain(`>${zh.home[key]}<`)
    expect(shell).toContain(`>${en.home[key]}<`)
  }
})
