import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addWords } from '@/shared/i18n'
import { draftOf, emptyDraft, keepDraft, readDrafts, worthKeeping } from '@/resident/lib/drafts'
import { readMine } from '@/resident/lib/mine'
import { reportOf, send } from '@/resident/lib/outbox'
import { shelf } from '@/resident/lib/store'
import en from '@/resident/words/en.json'
import zh from '@/resident/words/zh-CN.json'

// The client takes hold of `fetch` when it is made, which is before any line of this file but this one.
const net = vi.hoisted(() => {
  const net = { answer: undefined as unknown as (request: Request) => Promise<Response> }
  globalThis.fetch = ((request: Request) => net.answer(request)) as typeof fetch
  return net
})

addWords('resident', { 'zh-CN': zh, en })

const welcome = { region: '370481', names: [], streets: [], items: [{ key: 'street-lamp', zh: '路灯不亮', en: 'Street lamp out', group: 'x' }], answers: [] }
const receipt = { trackingSecret: 'AAAA', repeated: false, matter: { id: 'm', number: '370481-1', title: '灯不亮', reportedAt: '2026-11-20T09:00:00+08:00', area: { code: '370481001', names: ['滕州市', '荆河街道'] } } }
const asked: { path: string; key: string | null; body: string }[] = []
let answers: Record<string, () => Response>
const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } })

beforeEach(() => {
  asked.length = 0
  answers = { '/welcome': () => json(welcome), '/matters': () => json(receipt) }
  net.answer = async (request) => {
    const path = new URL(request.url, 'http://localhost').pathname
    asked.push({ path, key: request.headers.get('Idempotency-Key'), body: await request.clone().text() })
    const found = Object.entries(answers).find(([end]) => path.endsWith(end))
    if (!found) throw new TypeError('no network')
    return found[1]()
  }
})
afterEach(async () => {
  await (await shelf()).clear('drafts')
  await (await shelf()).clear('mine')
})

const written = () => Object.assign(emptyDraft(), { text: '灯不亮', area: '370481001' })
const reports = () => asked.filter((it) => it.path.endsWith('/matters'))

describe('a draft', () => {
  it('is kept with its key, and is worth keeping only when something was said', async () => {
    const draft = written()
    expect(worthKeeping(emptyDraft())).toBe(false)
    await keepDraft(draft)
    expect((await draftOf(draft.id))!.key).toBe(draft.key)
  })
  it('becomes a matter of this phone and is gone', async () => {
    const mine = await send(written())
    expect(mine).toMatchObject({ number: '370481-1', secret: 'AAAA' })
    expect(await readDrafts()).toEqual([])
    expect(await readMine()).toHaveLength(1)
  })
  it('waits without a network, and is sent again under the same key', async () => {
    const draft = written()
    answers['/matters'] = () => {
      throw new TypeError('no network')
    }
    expect(await send(draft)).toBeNull()
    expect((await readDrafts())[0]).toMatchObject({ waiting: true, attempted: true })
    answers['/matters'] = () => json(receipt)
    expect(await send((await readDrafts())[0]!)).not.toBeNull()
    expect(reports().map((it) => it.key)).toEqual([draft.key, draft.key])
    expect(reports()[0]!.body).toBe(reports()[1]!.body)
  })
  it('is open again when the server refuses it', async () => {
    answers['/matters'] = () => json({ code: 'invalid', title: '不行', status: 422 }, 422)
    await expect(send(written())).rejects.toThrow('不行')
    expect((await readDrafts())[0]).toMatchObject({ waiting: false, attempted: false })
  })
  it('waits when the server is busy', async () => {
    answers['/matters'] = () => json({ code: 'busy', title: '忙', status: 503 }, 503)
    expect(await send(written())).toBeNull()
    expect((await readDrafts())[0]!.waiting).toBe(true)
  })
  it('sends a picture once, even when the words have to be sent twice', async () => {
    const draft = written()
    draft.shots = [{ id: 'shot-1', blob: new Blob(['x'], { type: 'image/jpeg' }) }]
    answers['/attachments'] = () => json({ id: 'picture', width: 1, height: 1 }, 201)
    answers['/matters'] = () => json({ code: 'busy', title: '忙', status: 503 }, 503)
    await send(draft)
    answers['/matters'] = () => json(receipt)
    await send((await readDrafts())[0]!)
    expect(asked.filter((it) => it.path.endsWith('/attachments')).map((it) => it.key)).toEqual(['shot-1'])
    expect(JSON.parse(reports()[1]!.body)).toMatchObject({ attachments: ['picture'] })
  })
})

describe('what is sent', () => {
  it('has a point or an area, never both, and no empty contact', () => {
    const sent = reportOf(Object.assign(written(), { point: { lon: 117, lat: 35 } }), '灯不亮')
    expect(sent).toMatchObject({ area: undefined, point: { lon: 117, lat: 35 }, contact: undefined })
  })
  it('carries what the place asks for, and nothing that it asks no more', () => {
    const form = { items: [], fields: [{ key: 'households', name: { zh: '户数', en: 'Households' }, type: 'number', required: true, personal: false, least: 0, most: 99 }] }
    expect(reportOf(Object.assign(written(), { form, fields: { households: 3, gone: true } }), 'x').fields).toEqual({ households: 3 })
    expect(reportOf(Object.assign(written(), { fields: { households: 3 } }), 'x').fields).toBeUndefined()
  })
  it('has words even when only a picture was taken', () => expect(reportOf(emptyDraft(), '一张照片').text).toBe('一张照片'))
  it('carries the phone in plain digits', () => expect(reportOf(Object.assign(written(), { phone: '138 0000-1234' }), 'x').contact).toEqual({ phone: '13800001234', name: undefined }))
})
