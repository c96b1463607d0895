import { may } from '@/shared/api/session'
import { ask } from './ask'

/** An item of the catalogue as the playbook settles it here. */
export interface Item {
  key: string
  zh: string
  en: string
  itemClass: string
  solveAt: string
  limits: Record<string, string>
  evidence: Record<string, string[]>
  duplicateMetres: number | null
  duplicateHours: number | null
  codes: Record<string, string>
  lead: string | null
  assist: string[]
  urgentWhen: string | null
  forResidents: boolean
  template: boolean
  source: string | null
  origin: string
}

let coming: Promise<Item[]> | null = null

/** The whole catalogue, fetched once; nothing for whoever may not read it. */
export function catalogue(again = false): Promise<Item[]> {
  if (!may('playbook:playbook:read')) return Promise.resolve([])
  if (!coming || again)
    coming = (async () => {
      const all: Item[] = []
      for (let after = ''; ; ) {
        const page = await ask<{ items: Item[]; next: string | null }>('playbook/items', { after, limit: 200 })
        all.push(...page.items)
        if (!page.next) return all
        after = page.next
      }
    })().catch((e: unknown) => {
      coming = null
      throw e
    })
  return coming
}

const UNITS = ['min', 'hour', 'day', 'week', 'month', 'work-hour', 'work-day', 'work-min'] as const

/** `5 work-days` taken apart; null for what is written another way. */
export function limit(text: string): { n: number; unit: (typeof UNITS)[number] } | null {
  const found = /^(\d+)\s+([a-z-]+?)s?$/.exec(text)
  const unit = UNITS.find((it) => it === found?.[2])
  return found && unit ? { n: Number(found[1]), unit } : null
}
