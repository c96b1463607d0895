import { useBearer } from '@/shared/api/client'

const KEPT = 'huying.wall.token'
const FORM = /^[\w.-]{20,200}$/

/** Whether this is a token as the server hands them out. */
export const looksRight = (token: string) => FORM.test(token)

/** Uses a token of this screen from now on, after a restart too. */
export function keepToken(token: string) {
  localStorage.setItem(KEPT, token)
  useBearer(token)
}

/** Uses the token given once as `#token=…` in the address, or the one kept before. It stays in no history. */
export function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')?.trim()
  if (given) history.replaceState(history.state, '', location.pathname + location.search)
  const token = given ?? localStorage.getItem(KEPT) ?? ''
  if (looksRight(token)) keepToken(token)
}

/** Ends the use of a token that is not taken any more. */
export function forgetToken() {
  localStorage.removeItem(KEPT)
  useBearer('')
}
