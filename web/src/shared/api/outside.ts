import { api, given, useCsrf } from './client'
import { whoAmI } from './session'

/** A provider outside by which people may sign in. */
export interface Offered { region: string; key: string; name: string; en: string; start: string }

/** What a provider, or the server after it, said when somebody came back. */
export interface CameBack { word: string; provider: string; account: string; then: string }

const WORDS = ['unknown', 'disabled', 'locked', 'state', 'cancelled', 'code', 'token', 'provider', 'unready', 'too-many', 'second-factor']

/** The providers of a door; none while there is no network. */
export async function offered(door: string): Promise<Offered[]> {
  const answer = await api.GET('/api/v1/sign-in/providers', { params: { query: { door } } } as never).catch(() => null)
  return (answer?.data as { items: Offered[] } | undefined)?.items ?? []
}

/** Where a button leads, and through it back to the page that was wanted. */
export const leads = (it: Offered, door: string, then: string) => `${it.start}?${new URLSearchParams({ door, next: then || '/' })}`

/** What stands in the address of whoever comes back; null for anybody else. Only words that are known, only pages of ours. */
export function cameBack(search: string, hash: string): CameBack | null {
  const asked = new URLSearchParams(search)
  const word = asked.get('outside')
  if (word === null) return null
  const then = asked.get('then') ?? ''
  return {
    word: WORDS.includes(word) ? word : 'state',
    provider: asked.get('provider') ?? '',
    account: new URLSearchParams(hash.replace(/^#/, '')).get('account') ?? '',
    then: /^\/(?![/\\])/.test(then) ? then : '/',
  }
}

/** The code of the second factor, after the provider said who it is. */
export async function finishOutside(code: string) {
  const opened = given(await api.POST('/api/v1/session/outside', { body: { code } } as never)) as { csrfToken: string }
  useCsrf(opened.csrfToken)
  return whoAmI(true)
}
