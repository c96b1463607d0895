import { expect, test } from 'vitest'
import { faultsOf, filters, megabytes, shadeOf, share, type Preview, type Sent } from '@/desk/pages/admin/files'

const file = (more: Partial<Sent>): Sent => ({ id: '1', kind: 'matters', name: 'a.csv', encoding: 'UTF-8', unknown: [], state: 'running', mode: 'partial', phase: 'take', rows: 1000, looked: 500, added: 0, changed: 0, known: 0, refused: 0, created: '2026-11-30T08:00:00+08:00', ...more })

test('a file says how far it is; checking is the first third of all or nothing', () => {
  expect(share(file({}))).toBe(50)
  expect(share(file({ mode: 'all', phase: 'check' }))).toBe(16)
  expect(share(file({ mode: 'all', phase: 'take' }))).toBe(66)
  expect(share(file({ state: 'done' }))).toBe(100)
  expect(share(file({ state: 'ready', rows: 0 }))).toBe(0)
})

test('what was refused shows in its colour', () => {
  expect(shadeOf(file({ state: 'done' }))).toBe('ok')
  expect(shadeOf(file({ state: 'done', refused: 1 }))).toBe('warn')
  expect(shadeOf(file({ state: 'refused' }))).toBe('late')
  expect(shadeOf(file({}))).toBe('')
})

test('faults stand at their cells', () => {
  const preview = { columns: [], rows: [], faults: [{ line: 2, column: 'phone', code: 'pattern', why: '不是电话' }, { line: 2, column: 'phone', code: 'too-long', why: '太长' }, { line: 3, column: '', code: 'failed', why: '出错' }] } as unknown as Preview
  expect(faultsOf(preview, 2).get('phone')).toBe('不是电话 · 太长')
  expect(faultsOf(preview, 3).get('')).toBe('出错')
  expect(faultsOf(preview, 4).size).toBe(0)
})

test('only what was filled in narrows', () => {
  expect(filters({ area: ' 370481 ', state: '' })).toEqual([['filter', 'area:370481']])
  expect(megabytes(48 * 1024 * 1024)).toBe('48 MB')
})
