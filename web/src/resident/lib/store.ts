import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Form, Value } from '@/shared/fields'

/** A picture of a draft. Once `uploaded`, the server has it under this id. */
export interface Shot {
  id: string
  blob: Blob
  uploaded?: string
}

export type Locating = 'phone' | 'map' | 'street' | 'door'

/** What somebody is about to say. `key` makes sure that it arrives once, however often it is sent. */
export interface Draft {
  id: string
  key: string
  text: string
  place: string
  how?: Locating
  area?: string
  areaName?: string
  point?: { lon: number; lat: number }
  accuracy?: number
  item?: string
  /** What the place asked for when this was written, and what was answered. */
  form?: Form
  fields?: Record<string, Value>
  phone: string
  /** Whether to be told of the progress by text message. */
  sms?: boolean
  name: string
  channel: string
  shots: Shot[]
  /** `waiting`: told to go, not gone yet. `attempted`: it may have arrived although no answer came. */
  waiting: boolean
  attempted: boolean
  changed: number
}

/** A matter reported from this phone: the number and the secret by which it is followed. */
export interface Mine {
  number: string
  secret: string
  id: string
  title: string
  at: string
  area?: string
}

interface Shelf extends DBSchema {
  drafts: { key: string; value: Draft }
  mine: { key: string; value: Mine }
}

let opened: Promise<IDBPDatabase<Shelf>> | undefined

/** What is kept on this phone and nowhere else. */
export function shelf() {
  opened ??= openDB<Shelf>('huying-resident', 1, {
    upgrade(db) {
      db.createObjectStore('drafts', { keyPath: 'id' })
      db.createObjectStore('mine', { keyPath: 'number' })
    },
  })
  return opened
}
