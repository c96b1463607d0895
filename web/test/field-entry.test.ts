import { describe, expect, it } from 'vitest'
import { backOff, ready, withAttachments, type Entry } from '@/field/queue/entry'
import { wireOver } from '@/field/queue/wire'

describe('the pure parts', () => {
  it('put attachments where the photos stood', () => {
    expect(withAttachments({ a: [{ photo: 'x' }], b: { photo: 'y', more: 1 }, c: null }, new Map([['x', 'X']]))).toEqual({ a: ['X'], b: { photo: 'y', more: 1 }, c: null })
  })
  it('wait longer each time, five minutes at most', () => {
    expect([1, 2, 3, 20].map(backOff)).toEqual([2_000, 4_000, 8_000, 300_000])
  })
  it('offer one of each subject', () => {
    const of = (id: string, order: number, subject: string, next = 0): Entry => ({ id, order, subject, next, account: 'me', state: 'waiting' }) as Entry
    expect(ready([of('c', 3, 'b'), of('a', 1, 'a'), of('b', 2, 'a'), of('d', 4, 'c', 99)], 10).map((it) => it.id)).toEqual(['a', 'c'])
  })
})

it('a whistle that belongs to a matter is answered as the whistle, a report as the matter in its receipt', async () => {
  const answering = (body: object) => wireOver(() => 'csrf', () => Promise.resolve(new Response(JSON.stringify(body), { status: 200 })))
  const whistle = await answering({ id: 'w', version: 2, number: '370481-W1', matter: { id: 'm', number: '370481-1' } }).send({ path: '/x', subject: 'w' } as Entry, {})
  expect(whistle).toEqual({ kind: 'done', answer: { subject: 'w', number: '370481-W1', version: 2 } })
  const report = await answering({ matter: { id: 'm', number: '370481-1', version: 1 }, trackingSecret: 's' }).send({ path: '/x', subject: 'e' } as Entry, {})
  expect(report).toEqual({ kind: 'done', answer: { subject: 'm', number: '370481-1', version: 1 } })
})
