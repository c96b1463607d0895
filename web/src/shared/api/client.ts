import createClient, { type Middleware } from 'openapi-fetch'
import { i18n } from '../i18n'
import { Problem, problemOf } from './problem'
import type { paths } from './schema'

let csrf = ''

/** The value that changes by cookie must send; told by sign-in and by `/me`. */
export function useCsrf(value: string) {
  csrf = value
}

let bearer = ''

/** A token to send instead of the cookie; none when empty. */
export function useBearer(token: string) {
  bearer = token
}

/** The header that says who calls, where a token is used. */
export const authorised = (): Record<string, string> => (bearer ? { Authorization: `Bearer ${bearer}` } : {})

/** A version 4 UUID, also where the page is not served over TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const shell: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', i18n.global.locale.value)
    for (const [name, value] of Object.entries(authorised())) request.headers.set(name, value)
    if (request.method !== 'GET') {
      if (csrf) request.headers.set('X-CSRF-Token', csrf)
      if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newKey())
    }
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response)
  },
  onError({ error }) {
    return error instanceof Problem ? error : new Problem({ code: 'offline', status: 0, title: i18n.global.t('shared.offline') })
  },
}

/** The public API. Every call answers `data` or throws a [Problem]. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })
api.use(shell)

/** The answer of a call that has one. */
export function given<T>(answer: { data?: T }): T {
  return answer.data as T
}

/** `"3"`: the ETag of a version, for If-Match. */
export const tag = (version: number) => `"${version}"`
