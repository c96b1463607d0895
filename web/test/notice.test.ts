import { expect, test } from 'vitest'
import { pageOf } from '../src/desk/lib/opened'
import { pageOfNotice } from '../src/field/subject'
import { about } from '../src/shared/notice'

const notice = (template: string) => ({ template, matter: 'x' })

test('a notice is about what its template says', () => {
  expect(['whistle-called', 'task-late', 'power-used', 'visit-booked', 'muster-called', 'burst-raised', 'unit-dispatched', 'closed'].map((it) => about(notice(it)))).toEqual(['whistle', 'task', 'power', 'visit', 'muster', 'burst', 'matter', 'matter'])
})

test('the desk opens what a notice is about', () => {
  expect(pageOf(notice('whistle-called'))).toBe('/whistle/x')
  expect(pageOf(notice('task-given'))).toBe('/tasks?open=x')
  expect(pageOf(notice('rate'))).toBe('/matter/x')
})

test('the phone opens what it has a page for', () => {
  expect(pageOfNotice(notice('muster-called'))).toEqual({ name: 'muster', params: { id: 'x' } })
  expect(pageOfNotice(notice('unit-red'))).toEqual({ name: 'matter', params: { id: 'x' } })
  expect(pageOfNotice(notice('power-used'))).toBeNull()
})
