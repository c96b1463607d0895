import { ref, shallowRef } from 'vue'
import { api } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { who } from './who'

export type Notice = components['schemas']['NoticeView']

export const notices = shallowRef<Notice[]>([])
export const unseen = ref(0)
export const next = ref<string | null>(null)

/** Reads the newest notices, or those after what is there. */
export async function readInbox(more = false) {
  if (!who.value) return
  const { data } = await api.GET('/api/v1/{region}/inbox', { params: { path: { region: who.value.region }, query: { limit: 30, ...(more && next.value ? { after: next.value } : {}) } } })
  if (!data) return
  notices.value = more ? [...notices.value, ...data.notices] : data.notices
  next.value = data.next ?? null
  unseen.value = data.unseen
}

/** Tells the server which have been read; what fails is told the next time. */
export async function markSeen() {
  const ids = notices.value.filter((it) => !it.seen).map((it) => it.id)
  if (!ids.length || !who.value) return
  await api.POST('/api/v1/{region}/inbox/seen', { params: { path: { region: who.value.region } }, body: { ids } })
  unseen.value = Math.max(unseen.value - ids.length, 0)
}
