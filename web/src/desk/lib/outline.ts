import { shallowRef, watch, type Ref } from 'vue'
import { api, given } from '@/shared/api/client'
import { may } from '@/shared/api/session'
import type { Outline } from '@/shared/map/geo'
import { region } from './matters'

/** The outline of a place, or null while it is not known. Micro-grids take the outline of their grid. */
export function useOutline(code: () => string | undefined): Ref<Outline | null> {
  const outline = shallowRef<Outline | null>(null)
  watch(code, async (full) => {
    outline.value = null
    if (!full || !may('territory:node:read')) return
    const node = await api.GET('/api/v1/{region}/territory/nodes/{code}', { params: { path: { region: region(), code: full.slice(0, 15) } } }).then(given).catch(() => null)
    if (code() === full) outline.value = (node as { outline?: Outline | null } | null)?.outline ?? null
  }, { immediate: true })
  return outline
}
