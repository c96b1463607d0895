import { reactive, readonly } from 'vue'
import { api, given, useCsrf } from './client'
import { untellHere } from '../untell'
import { Problem } from './problem'
import type { components } from './schema'

type Me = components['schemas']['Me']

const state = reactive<{ me: Me | null; asked: boolean }>({ me: null, asked: false })

/** Who is signed in here; `me` is null for nobody. */
export const session = readonly(state)

/** Asks the server who we are; once, unless `again`. */
export async function whoAmI(again = false): Promise<Me | null> {
  if (state.asked && !again) return state.me as Me | null
  try {
    state.me = given(await api.GET('/api/v1/me'))
    useCsrf(state.me.csrfToken)
  } catch (e) {
    if (!(e instanceof Problem) || e.status !== 401) throw e
    state.me = null
  }
  state.asked = true
  return state.me as Me | null
}

/** Signs staff in with an HttpOnly cookie. Throws the server's refusal, `second-factor-required` among them. */
export async function signIn(login: string, password: string, code?: string): Promise<Me> {
  const opened = given(await api.POST('/api/v1/session', { body: { login, password, code, cookie: true } as never }))
  useCsrf((opened as { csrfToken: string }).csrfToken)
  return (await whoAmI(true))!
}

/** Ends the session here, and that this browser is told of anything; answers where the browser goes to end it at the provider outside too, if it began there. */
export async function signOut(): Promise<string | undefined> {
  const there = await api.GET('/api/v1/session/outside' as never).catch(() => null) as { data?: { next?: string } } | null
  await untellHere()
  await api.DELETE('/api/v1/session').catch(() => undefined)
  useCsrf('')
  state.me = null
  return there?.data?.next
}

/** Whether the signed-in person holds a permission anywhere; the server decides in each case. */
export const may = (permission: string) => state.me?.permissions.includes(permission) ?? false
