import { api, given, useCsrf } from '@/shared/api/client'
import { whoAmI } from '@/shared/api/session'
import { regionCode } from './region'

/** Has a code sent to a phone; a demo answers the code itself. */
export async function sendCode(phone: string): Promise<string | undefined> {
  const region = await regionCode()
  return given(await api.POST('/api/v1/residents/code', { body: { region, phone } as never })).demonstrationCode
}

export async function enter(phone: string, code: string) {
  const region = await regionCode()
  const opened = given(await api.POST('/api/v1/residents/session', { body: { region, phone, code, cookie: true } as never }))
  useCsrf(opened.csrfToken)
  return whoAmI(true)
}
