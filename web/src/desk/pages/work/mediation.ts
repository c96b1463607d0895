import type { components } from '@/shared/api/schema'
import { todayHere } from '../../lib/day'

export type Agreement = components['schemas']['AgreementView']
export type Printed = components['schemas']['AgreementPrint']

export interface Party {
  name: string
  idNumber: string
  phone: string
  address: string
}

export interface Draft {
  parties: Party[]
  place: string
  heldOn: string
  mediators: string
  facts: string
  terms: string
  performance: string
}

const nobody = (): Party => ({ name: '', idNumber: '', phone: '', address: '' })

/** What a new wording begins with: the last one with its parties in plain, else what the matter says. */
export function draftOf(last: Agreement | null, printed: Printed | null, start: { place: string; facts: string }): Draft {
  if (!last) return { parties: [nobody(), nobody()], place: start.place, heldOn: todayHere(), mediators: '', facts: start.facts, terms: '', performance: '' }
  const parties = (printed?.parties ?? []).map(({ name, idNumber, phone, address }) => ({ name, idNumber, phone, address }))
  while (parties.length < 2) parties.push(nobody())
  return { parties, place: last.place, heldOn: last.heldOn, mediators: last.mediators, facts: last.facts, terms: last.terms, performance: last.performance }
}

export const addParty = (draft: Draft) => draft.parties.length < 10 && draft.parties.push(nobody())

/** What is sent: empty fields stay out. */
export function bodyOf(draft: Draft) {
  const said = (text: string) => text.trim() || undefined
  return {
    parties: draft.parties.map((it) => ({ name: it.name.trim(), idNumber: said(it.idNumber), phone: said(it.phone), address: said(it.address) })),
    place: draft.place.trim(), heldOn: draft.heldOn, mediators: draft.mediators.trim(), facts: draft.facts.trim(), terms: draft.terms.trim(), performance: said(draft.performance),
  }
}

/** The first thing that is missing, or nothing. */
export function lacking(draft: Draft): 'party' | 'phone' | 'heldOn' | 'place' | 'mediators' | 'facts' | 'terms' | undefined {
  if (draft.parties.some((it) => !it.name.trim())) return 'party'
  if (draft.parties.some((it) => it.phone.trim() && !/^[0-9+ -]{5,20}$/.test(it.phone.trim()))) return 'phone'
  return (['heldOn', 'place', 'mediators', 'facts', 'terms'] as const).find((it) => !draft[it].trim())
}
