import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { backOff, withoutUnknown, type Answer, type Entry, type Outcome, type Photo } from '@/field/queue/entry'
import { Outbox, type Act, type Wire } from '@/field/queue/outbox'
import { Store } from '@/field/queue/store'

let names = 0
let keys = 0
let time = 1_000

/** A server that keeps versions and keys as ours does, and can be made to fail. */
class Server implements Wire {
  versions = new Map<string, number>([['m1', 3], ['m2', 7]])
  answers = new Map<string, Answer>()
  done: string[] = []
  asked: { key: string; path: string; version: number | null; body: unknown }[] = []
  uploads = new Map<string, string>()
  trouble: ((step: 'upload' | 'send', id: string) => Outcome<never> | 'lost' | 'crash' | null) = () => null

  async upload(photo: Photo): Promise<Outcome<string>> {
    const fault = this.trouble('upload', photo.id)
    if (fault === 'crash') throw new Error('crash')
    if (fault && fault !== 'lost') return fault
    const id = this.uploads.get(photo.key) ?? `att-${photo.id}-${this.uploads.size}`
    this.uploads.set(photo.key, id)
    return fault === 'lost' ? { kind: 'nobody' } : { kind: 'done', answer: id }
  }

  async send(entry: Entry, body: unknown): Promise<Outcome<Answer>> {
    const fault = this.trouble('send', entry.act)
    if (fault === 'crash') throw new Error('crash')
    if (fault && fault !== 'lost') return fault
    this.asked.push({ key: entry.key, path: entry.path.replace('{subject}', entry.subject), version: entry.version, body })
    const before = this.answers.get(entry.key)
    const answer = before ?? this.carryOut(entry)
    if (!answer) return { kind: 'refused', problem: { code: 'stale', status: 412, title: '', version: this.versions.get(entry.subject), state: 'HANDLED' } }
    return fault === 'lost' ? { kind: 'nobody' } : { kind: 'done', answer }
  }

  async version(entry: Entry): Promise<Outcome<number>> {
    return { kind: 'done', answer: this.versions.get(entry.subject)! }
  }

  private carryOut(entry: Entry): Answer | null {
    const subject = entry.act === 'report' ? `made-${this.done.length}` : entry.subject
    const now = this.versions.get(subject) ?? 0
    if (entry.version !== null && entry.version !== now) return null
    this.versions.set(subject, now + 1)
    this.done.push(`${entry.act} ${subject}`)
    const answer = { subject, number: `no-${subject}`, version: now + 1 }
    this.answers.set(entry.key, answer)
    return answer
  }
}

let server: Server
let later: { what: () => void; millis: number }[]
const means = {
  now: () => time,
  newKey: () => `key-${(keys += 1)}`,
  later: (what: () => void, millis: number) => {
    later.push({ what, millis })
    return () => undefined
  },
  alone: <T>(what: () => Promise<T>) => what(),
}
let name: string
let store: Store
let box: Outbox
const open = async () => {
  store = await Store.open(name)
  box = new Outbox(store, server, means, () => 'me')
}
const act = (over: Partial<Act> = {}): Act => ({ account: 'me', subject: 'm1', act: 'comment', form: 'comment@1', path: '/api/v1/370481/matters/{subject}/comment', body: { words: 'x' }, version: 3, title: 't', number: 'n', photos: [], ...over })
const photo = (id: string) => ({ id, type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]).buffer })

beforeEach(async () => {
  name = `test-${(names += 1)}`
  server = new Server()
  later = []
  time = 1_000
  await open()
})

describe('the order', () => {
  it('sends what was done to one subject as it was done, each over the version of the answer before', async () => {
    await box.keep(act({ act: 'acknowledge' }))
    await box.keep(act({ act: 'handle' }))
    await box.keep(act({ act: 'verify' }))
    await box.drain()
    expect(server.done).toEqual(['acknowledge m1', 'handle m1', 'verify m1'])
    expect(server.asked.map((it) => it.version)).toEqual([3, 4, 5])
    expect(await box.entries()).toEqual([])
    expect((await store.sent()).map((it) => it.act).sort()).toEqual(['acknowledge', 'handle', 'verify'])
  })

  it('gives what follows an unsent report the number and version the report got', async () => {
    const report = await box.keep(act({ subject: null, act: 'report', path: '/api/v1/370481/matters', version: null }))
    await box.keep(act({ subject: report.id, act: 'spot', path: '/api/v1/370481/matters/{subject}/spot', version: null }))
    await box.drain()
    expect(server.done).toEqual(['report made-0', 'spot made-0'])
    expect(server.asked[1]).toMatchObject({ path: '/api/v1/370481/matters/made-0/spot', version: 1 })
  })

  it('has the photos of what follows up before the report goes, so that nobody steps between', async () => {
    const report = await box.keep(act({ subject: null, act: 'report', path: '/api/v1/370481/matters', version: null }))
    await box.keep(act({ subject: report.id, act: 'spot', version: null, photos: [photo('p1')], body: { evidence: [{ kind: 'photo-after', attachment: { photo: 'p1' } }] } }))
    let before = -1
    server.trouble = (step, what) => (step === 'send' && what === 'report' && (before = server.uploads.size), null)
    await box.drain()
    expect(before).toBe(1)
    expect(server.asked[1]!.body).toEqual({ evidence: [{ kind: 'photo-after', attachment: 'att-p1-0' }] })
    expect(server.uploads.size).toBe(1)
  })

  it('lets other subjects pass what stands', async () => {
    server.trouble = (_, what) => (what === 'return' ? { kind: 'refused', problem: { code: 'refused', status: 409, title: '' } } : null)
    await box.keep(act({ act: 'return' }))
    await box.keep(act({ act: 'comment' }))
    await box.keep(act({ subject: 'm2', version: 7 }))
    await box.drain()
    expect(server.done).toEqual(['comment m2'])
    expect((await box.entries()).map((it) => `${it.act} ${it.state}`)).toEqual(['return stuck', 'comment waiting'])
  })

  it('leaves alone what another account of this phone has kept', async () => {
    await box.keep(act({ account: 'other' }))
    await box.drain()
    expect(server.done).toEqual([])
    expect(await store.entries()).toHaveLength(1)
  })
})

describe('no network', () => {
  it('keeps everything and tries again by itself, each time later', async () => {
    server.trouble = () => ({ kind: 'nobody' })
    await box.keep(act())
    await box.drain()
    await box.drain()
    expect(later.map((it) => it.millis)).toEqual([backOff(2), backOff(3)])
    expect((await box.entries())[0]).toMatchObject({ state: 'waiting', tries: 0 })
    server.trouble = () => null
    later.at(-1)!.what()
    await new Promise((done) => setTimeout(done, 50))
    expect(server.done).toEqual(['comment m1'])
  })

  it('asks again under the same key when an answer got lost, so that it is done once', async () => {
    let first = true
    server.trouble = (step) => (step === 'send' && first ? ((first = false), 'lost') : null)
    await box.keep(act())
    await box.drain()
    expect(await box.entries()).toHaveLength(1)
    await box.drain()
    expect(server.done).toEqual(['comment m1'])
    expect(new Set(server.asked.map((it) => it.key)).size).toBe(1)
    expect(await box.entries()).toEqual([])
  })

  it('waits as long as a busy server asks and counts its tries', async () => {
    server.trouble = () => ({ kind: 'later', wait: 30_000 })
    await box.keep(act())
    await box.drain()
    expect((await box.entries())[0]).toMatchObject({ tries: 1, next: 31_000, state: 'waiting' })
    await box.drain()
    server.trouble = () => null
    expect(server.done).toEqual([])
    time = 31_000
    await box.drain()
    expect(server.done).toEqual(['comment m1'])
  })

  it('stops for a sign-in and loses nothing', async () => {
    server.trouble = () => ({ kind: 'signed-out' })
    await box.keep(act())
    await box.drain()
    expect(box.signedOut).toBe(true)
    server.trouble = () => null
    await box.drain()
    expect(box.signedOut).toBe(false)
    expect(server.done).toEqual(['comment m1'])
  })
})

describe('a crash', () => {
  it('in the middle loses nothing and does nothing twice', async () => {
    const report = await box.keep(act({ subject: null, act: 'report', version: null, body: { attachments: [{ photo: 'p1' }, { photo: 'p2' }] }, photos: [photo('p1'), photo('p2')] }))
    await box.keep(act({ subject: report.id, act: 'spot', version: null, path: '/api/v1/370481/matters/{subject}/spot' }))
    server.trouble = (step, id) => (step === 'upload' && id === 'p2' ? 'crash' : null)
    await expect(box.drain()).rejects.toThrow('crash')
    store.close()
    await open()
    let lost = true
    server.trouble = (step, what) => (step === 'send' && what === 'report' && lost ? ((lost = false), 'lost') : null)
    await box.drain()
    store.close()
    await open()
    server.trouble = () => null
    await box.drain()
    expect(server.done).toEqual(['report made-0', 'spot made-0'])
    expect(server.uploads.size).toBe(2)
    expect(server.asked[0]!.body).toEqual({ attachments: ['att-p1-0', 'att-p2-1'] })
    expect(await store.photos(report.id)).toEqual([])
  })

  it('leaves the queue as it was for whoever opens it next', async () => {
    await box.keep(act({ photos: [photo('p1')], body: { evidence: [{ kind: 'photo-after', attachment: { photo: 'p1' } }] } }))
    store.close()
    await open()
    const [entry] = await box.entries()
    expect(entry).toMatchObject({ act: 'comment', form: 'comment@1', version: 3, state: 'waiting' })
    expect(new Uint8Array((await store.photos(entry!.id))[0]!.bytes)).toEqual(new Uint8Array([1, 2, 3]))
  })
})

describe('a conflict', () => {
  const conflict = async () => {
    server.versions.set('m1', 9)
    const kept = await box.keep(act({ act: 'handle' }))
    await box.drain()
    return kept
  }

  it('stays for a person, with what stands now', async () => {
    await conflict()
    expect((await box.entries())[0]).toMatchObject({ state: 'stuck', problem: { code: 'stale', status: 412, version: 9, state: 'HANDLED' } })
    await box.drain()
    expect(server.asked).toHaveLength(1)
  })

  it('tried again, goes over the version of now under a new key', async () => {
    const kept = await conflict()
    await box.retry(kept.id)
    expect(server.done).toEqual(['handle m1'])
    expect(server.asked.map((it) => it.version)).toEqual([3, 9])
    expect(new Set(server.asked.map((it) => it.key)).size).toBe(2)
  })

  it('given up, frees what was done after it over the version both had seen', async () => {
    server.trouble = (_, what) => (what === 'return' ? { kind: 'refused', problem: { code: 'refused', status: 409, title: '' } } : null)
    const first = await box.keep(act({ act: 'return' }))
    await box.keep(act({ act: 'comment' }))
    await box.drain()
    await box.drop(first.id)
    expect(server.done).toEqual(['comment m1'])
  })

  it('of a report given up shows what was built on it instead of losing it', async () => {
    server.trouble = (_, what) => (what === 'report' ? { kind: 'refused', problem: { code: 'invalid', status: 422, title: '' } } : null)
    const report = await box.keep(act({ subject: null, act: 'report', version: null }))
    await box.keep(act({ subject: report.id, act: 'spot', version: null }))
    await box.drain()
    await box.drop(report.id)
    expect((await box.entries())[0]).toMatchObject({ act: 'spot', state: 'stuck', problem: { code: 'before-gone' } })
  })
})

describe('a report that waited over the end of a mode', () => {
  const unknown = (...paths: string[]) => ({ code: 'invalid', status: 422, title: '', errors: paths.map((path) => ({ path, code: 'unknown' })) })
  const body = { title: 't', fields: { households: 3, dangerous: true } }

  it('goes again without what the place does not ask any more, and keeps the rest', () => {
    expect(withoutUnknown(body, unknown('fields.households'))).toEqual({ title: 't', fields: { dangerous: true } })
    expect(withoutUnknown(body, unknown('item'))).toBe(body)
    expect(withoutUnknown(body, { code: 'invalid', status: 422, title: '', errors: [{ path: 'fields.households', code: 'unfit' }] })).toBe(body)
    expect(withoutUnknown({ words: 'x' }, unknown('fields.households'))).toEqual({ words: 'x' })
    expect(withoutUnknown(body, null)).toBe(body)
  })

  it('is not lost: refused it stays, tried again it goes out', async () => {
    server.trouble = (step) => (step === 'send' ? { kind: 'refused', problem: unknown('fields.households') } : null)
    const kept = await box.keep(act({ subject: null, act: 'report', version: null, path: '/api/v1/370481/matters', body }))
    await box.drain()
    expect((await box.entries()).map((it) => it.state)).toEqual(['stuck'])
    server.trouble = () => null
    await box.retry(kept.id)
    expect(await box.entries()).toEqual([])
    expect(server.asked.at(-1)!.body).toEqual({ title: 't', fields: { dangerous: true } })
  })
})

describe('a unit that comes to a whistle while another one comes', () => {
  const coming = (over: Partial<Act> = {}) => act({ subject: 'm2', act: 'check-in', path: '/api/v1/370481/whistles/{subject}/units/u1/check-in', version: 6, ...over })
  it('has come, over the version of now', async () => {
    await box.keep(coming())
    await box.drain()
    expect(await box.entries()).toEqual([])
    expect(server.done).toEqual(['check-in m2'])
    expect(server.asked.map((it) => it.version)).toEqual([6, 7])
  })
  it('is asked when it writes over what others wrote', async () => {
    await box.keep(coming({ act: 'record', path: '/api/v1/370481/whistles/{subject}/units/u1/record' }))
    await box.drain()
    expect((await box.entries()).map((it) => it.state)).toEqual(['stuck'])
  })
})
