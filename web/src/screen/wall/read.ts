import { authorised } from '@/shared/api/client'
import { i18n } from '@/shared/i18n'
import { Problem, problemOf } from '@/shared/api/problem'

const PATIENCE = 10_000

/** One answer of the API that gives up after ten seconds: a screen that hangs shows old figures as if they were new. */
export async function read<T>(path: string): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(path, { headers: { 'Accept-Language': i18n.global.locale.value, ...authorised() }, credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE) })
  } catch {
    throw new Problem({ code: 'offline', status: 0, title: i18n.global.t('shared.offline') })
  }
  if (!answer.ok) throw await problemOf(answer)
  return (await answer.json()) as T
}
