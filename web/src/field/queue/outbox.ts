import type { ProblemDocument } from '@/shared/api/problem'
import { backOff, nextAt, ready, withAttachments, withoutUnknown, type Answer, type Entry, type Outcome, type Photo } from './entry'
import type { Store } from './store'

/** Steps that a called unit takes for itself; the record is everybody's. */
const OWN = /\/units\/[^/]+\/(receive|check-in|sign|leave)$/
const RENEWALS = 5

/** The way to the server. It never throws. */
export interface Wire {
  upload(photo: Photo, entry: Entry): Promise<Outcome<string>>
  send(entry: Entry, body: unknown): Promise<Outcome<Answer>>
  /** The version of a subject as it stands, for a person who tries again. */
  version(entry: Entry): Promise<Outcome<number>>
}

export interface Means {
  now(): number
  newKey(): string
  /** Runs at some later time; answers how to call it off. */
  later(what: () => void, millis: number): () => void
  /** Only one drain at a time, over all tabs. */
  alone<T>(what: () => Promise<T>): Promise<T>
}

export interface Act {
  account: string
  subject: string | null
  act: string
  form: string
  path: string
  body: unknown
  version: number | null
  title: string
  number: string
  photos: { id: string; type: string; bytes: ArrayBuffer }[]
}

/**
 * The acts that wait for the network. Each is sent in the order it was done to its subject, under one key until the server has answered:
 * an answer that got lost is asked for again, never done again. A refusal stays until a person decides.
 */
export class Outbox {
  private draining = false
  private again = false
  private calm: (() => void) | null = null
  private silence = 0
  signedOut = false

  constructor(
    private readonly store: Store,
    private readonly wire: Wire,
    private readonly means: Means,
    private readonly account: () => string | null,
    private readonly changed: () => void = () => undefined,
  ) {}

  /** Keeps an act; from here on it survives the app. */
  async keep(act: Act): Promise<Entry> {
    const id = this.means.newKey()
    const { photos, subject, ...rest } = act
    const draft = { ...rest, id, key: this.means.newKey(), subject: subject ?? id, at: this.means.now(), tries: 0, next: 0, state: 'waiting' as const, problem: null }
    const entry = await this.store.add(draft, photos.map((it) => ({ ...it, entry: id, key: this.means.newKey(), attachment: null })))
    this.changed()
    return entry
  }

  async entries(): Promise<Entry[]> {
    const account = this.account()
    return (await this.store.entries()).filter((it) => it.account === account)
  }

  /** Sends what may go. Called at start, when the network is back, and by its own clock. */
  async drain(): Promise<void> {
    if (this.draining) {
      this.again = true
      return
    }
    this.draining = true
    this.calm?.()
    this.calm = null
    try {
      do {
        this.again = false
        await this.means.alone(() => this.round())
      } while (this.again)
    } finally {
      this.draining = false
    }
  }

  private async round(): Promise<void> {
    this.signedOut = false
    for (;;) {
      const [entry] = ready(await this.entries(), this.means.now())
      if (!entry) break
      const outcome = await this.one(entry)
      if (outcome.kind === 'signed-out') {
        this.signedOut = true
        this.changed()
        return
      }
      if (outcome.kind === 'nobody') {
        this.silence += 1
        this.changed()
        this.wake(backOff(this.silence + 1))
        return
      }
      this.silence = 0
      if (outcome.kind === 'done') await this.store.settle(entry, outcome.answer, this.means.now())
      else if (outcome.kind === 'refused') {
        if (!(await this.renewed(entry, outcome.problem))) await this.stick(entry, outcome.problem)
      }
      else await this.store.put({ ...entry, tries: entry.tries + 1, next: this.means.now() + (outcome.wait ?? backOff(entry.tries + 1)) })
      this.changed()
    }
    const next = nextAt(await this.entries())
    if (next !== null) this.wake(Math.max(next - this.means.now(), 500))
  }

  /**
   * Sends one entry. The photos of what follows on the same subject go up first, so that the steps of one piece of work reach the
   * server in one go and nobody steps between a report and its handling.
   */
  private async one(entry: Entry): Promise<Outcome<Answer>> {
    const photos = await this.photos(entry)
    if (photos.kind !== 'done') return photos
    for (const next of (await this.entries()).filter((it) => it.subject === entry.subject && it.order > entry.order && it.state === 'waiting')) {
      const outcome = await this.photos(next)
      if (outcome.kind === 'nobody' || outcome.kind === 'signed-out') return outcome
    }
    return this.wire.send(entry, withAttachments(entry.body, photos.answer))
  }

  /** Uploads what is not up yet, each photo once; answers the attachments by photo. */
  private async photos(entry: Entry): Promise<Outcome<Map<string, string>>> {
    const attachments = new Map<string, string>()
    for (const photo of await this.store.photos(entry.id)) {
      if (photo.attachment) {
        attachments.set(photo.id, photo.attachment)
        continue
      }
      const outcome = await this.wire.upload(photo, entry)
      if (outcome.kind !== 'done') return outcome
      await this.store.uploaded(photo.id, outcome.answer)
      attachments.set(photo.id, outcome.answer)
    }
    return { kind: 'done', answer: attachments }
  }

  /** What a unit does for itself at a whistle is not in the way of what another unit did meanwhile: it goes again over the version of now. */
  private async renewed(entry: Entry, problem: ProblemDocument): Promise<boolean> {
    if (problem.code !== 'stale' || !OWN.test(entry.path) || entry.tries >= RENEWALS) return false
    const now = await this.wire.version(entry)
    if (now.kind !== 'done') return false
    await this.store.put({ ...entry, key: this.means.newKey(), version: now.answer, tries: entry.tries + 1, next: this.means.now() })
    return true
  }

  private async stick(entry: Entry, problem: ProblemDocument) {
    await this.store.put({ ...entry, state: 'stuck', problem })
  }

  /** A person tries again what was refused: over the version of now, as a new request. */
  async retry(id: string): Promise<Outcome<number | null>> {
    const entry = await this.store.entry(id)
    if (!entry) return { kind: 'done', answer: null }
    let version = entry.version
    if (version !== null) {
      const outcome = await this.wire.version(entry)
      if (outcome.kind !== 'done') return outcome
      version = outcome.answer
    }
    const body = withoutUnknown(entry.body, entry.problem)
    await this.store.put({ ...entry, body, key: this.means.newKey(), version, state: 'waiting', problem: null, tries: 0, next: 0 })
    this.changed()
    await this.drain()
    return { kind: 'done', answer: version }
  }

  async drop(id: string): Promise<void> {
    await this.store.drop(id)
    this.changed()
    await this.drain()
  }

  private wake(millis: number) {
    this.calm?.()
    this.calm = this.means.later(() => void this.drain(), millis)
  }
}
