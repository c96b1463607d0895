import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Answer, Entry, Photo, Sent } from './entry'

interface Rooms extends DBSchema {
  entries: { key: string; value: Entry; indexes: { order: number } }
  photos: { key: string; value: Photo; indexes: { entry: string } }
  sent: { key: string; value: Sent }
}

const DAY = 86_400_000
const GONE = { code: 'before-gone', status: 0, title: '' }

/** The queue on the disk of the phone. Every change is one transaction: a crash leaves the state before it or after it. */
export class Store {
  private constructor(private readonly db: IDBPDatabase<Rooms>) {}

  static async open(name = 'huying-field'): Promise<Store> {
    return new Store(
      await openDB<Rooms>(name, 1, {
        upgrade(db) {
          db.createObjectStore('entries', { keyPath: 'id' }).createIndex('order', 'order')
          db.createObjectStore('photos', { keyPath: 'id' }).createIndex('entry', 'entry')
          db.createObjectStore('sent', { keyPath: 'id' })
        },
      }),
    )
  }

  /** Keeps an act with its photos, last in the order, after what still waits for the same subject. */
  async add(draft: Omit<Entry, 'order' | 'after'>, photos: Photo[]): Promise<Entry> {
    const tx = this.db.transaction(['entries', 'photos'], 'readwrite')
    const all = await tx.objectStore('entries').index('order').getAll()
    const before = all.filter((it) => it.subject === draft.subject).at(-1)
    const entry: Entry = { ...draft, order: (all.at(-1)?.order ?? 0) + 1, after: before?.id ?? null }
    await tx.objectStore('entries').add(entry)
    for (const photo of photos) await tx.objectStore('photos').put({ ...photo, entry: entry.id })
    await tx.done
    return entry
  }

  async entries(): Promise<Entry[]> {
    return this.db.getAllFromIndex('entries', 'order')
  }

  async entry(id: string): Promise<Entry | undefined> {
    return this.db.get('entries', id)
  }

  async photos(entry: string): Promise<Photo[]> {
    return this.db.getAllFromIndex('photos', 'entry', entry)
  }

  async uploaded(photo: string, attachment: string): Promise<void> {
    const tx = this.db.transaction('photos', 'readwrite')
    const kept = await tx.store.get(photo)
    if (kept) await tx.store.put({ ...kept, attachment })
    await tx.done
  }

  async put(entry: Entry): Promise<void> {
    await this.db.put('entries', entry)
  }

  /** The server has it: the entry goes, and those after it learn the subject and its version. */
  async settle(entry: Entry, answer: Answer, now: number): Promise<void> {
    const tx = this.db.transaction(['entries', 'photos', 'sent'], 'readwrite')
    const entries = tx.objectStore('entries')
    await entries.delete(entry.id)
    for (const photo of await tx.objectStore('photos').index('entry').getAllKeys(entry.id)) await tx.objectStore('photos').delete(photo)
    for (const other of await entries.getAll()) {
      if (other.subject !== entry.subject) continue
      const follows = other.after === entry.id
      await entries.put({ ...other, subject: answer.subject, number: answer.number, after: follows ? null : other.after, version: follows ? answer.version : other.version })
    }
    const sent = tx.objectStore('sent')
    for (const old of await sent.getAll()) if (old.sent < now - DAY) await sent.delete(old.id)
    await sent.put({ id: entry.id, act: entry.act, subject: answer.subject, title: entry.title, number: answer.number, at: entry.at, sent: now, account: entry.account })
    await tx.done
  }

  /** A person gave it up. What built on an unsent report has nowhere to go and is shown as well. */
  async drop(id: string): Promise<void> {
    const tx = this.db.transaction(['entries', 'photos'], 'readwrite')
    const entries = tx.objectStore('entries')
    const gone = await entries.get(id)
    await entries.delete(id)
    for (const photo of await tx.objectStore('photos').index('entry').getAllKeys(id)) await tx.objectStore('photos').delete(photo)
    if (gone) {
      for (const other of await entries.getAll()) {
        if (other.after !== id) continue
        const homeless = gone.subject === gone.id
        await entries.put(homeless ? { ...other, state: 'stuck', problem: GONE } : { ...other, after: gone.after, version: other.version ?? gone.version })
      }
    }
    await tx.done
  }

  async sent(): Promise<Sent[]> {
    return (await this.db.getAll('sent')).sort((a, b) => b.sent - a.sent)
  }

  close() {
    this.db.close()
  }
}
