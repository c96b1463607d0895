import { computed, ref } from 'vue'
import { Problem } from '@/shared/api/problem'
import { session, signOut, whoAmI } from '@/shared/api/session'

/** What the phone needs to know of its worker without a network. */
export interface Who {
  account: string
  name: string
  region: string
  roles: string[]
  permissions: string[]
  area: string | null
  unit: string | null
}

const KEPT = 'huying.field.who'

const read = (): Who | null => {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Who | null
  } catch {
    return null
  }
}

const remembered = ref<Who | null>(read())

/** Who works with this phone: as the server says, or as it last said. */
export const who = computed<Who | null>(() => {
  const me = session.me
  if (!me) return remembered.value
  const grant = me.grants.find((it) => it.area) ?? me.grants[0]
  return { account: me.account, name: me.name, region: me.region, roles: [...me.roles], permissions: [...me.permissions], area: grant?.area ?? null, unit: me.grants.find((it) => it.unit)?.unit ?? null }
})

export const can = (permission: string) => who.value?.permissions.includes(permission) ?? false

/** Asks the server; without one the last answer holds. Null means: sign in. */
export async function settle(again = false): Promise<Who | null> {
  try {
    const me = await whoAmI(again)
    if (!me || me.kind !== 'staff') return forgetWho()
    localStorage.setItem(KEPT, JSON.stringify(who.value))
    remembered.value = who.value
    return who.value
  } catch (e) {
    if (e instanceof Problem && (e.offline || e.status >= 500)) return remembered.value
    throw e
  }
}

function forgetWho(): null {
  localStorage.removeItem(KEPT)
  remembered.value = null
  return null
}

/** Ends the work on this phone: what was kept to read without a network goes; what waits to be sent stays. */
export async function leave() {
  const there = await signOut()
  forgetWho()
  navigator.serviceWorker?.controller?.postMessage('forget')
  if (there) location.assign(there)
}
