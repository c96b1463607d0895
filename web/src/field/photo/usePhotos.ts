import { computed, reactive, ref } from 'vue'
import { newKey } from '@/shared/api/client'
import { find, place } from '../shift'
import { compress, type Shot } from './compress'

/** The photos of a form by kind, taken with the camera and made ready to send. */
export function usePhotos(where: () => string) {
  const shots = reactive<Record<string, Shot[]>>({})
  const busy = ref(0)
  const failed = ref(false)

  async function take(kind: string, files: FileList | null) {
    failed.value = false
    for (const file of files ?? []) {
      busy.value += 1
      try {
        const point = place.value ?? (await find(2_000))
        const shot = await compress(file, { id: newKey(), at: new Date(), place: where(), point })
        shots[kind] = [...(shots[kind] ?? []), shot]
      } catch {
        failed.value = true
      } finally {
        busy.value -= 1
      }
    }
  }
  const remove = (kind: string, id: string) => (shots[kind] = (shots[kind] ?? []).filter((it) => it.id !== id))
  const ids = computed(() => Object.fromEntries(Object.entries(shots).map(([kind, of]) => [kind, of.map((it) => it.id)])))
  const all = () => Object.values(shots).flat().map(({ id, type, bytes }) => ({ id, type, bytes }))
  const clear = () => Object.keys(shots).forEach((kind) => delete shots[kind])
  return { shots, busy, failed, take, remove, ids, all, clear }
}

export type Photos = ReturnType<typeof usePhotos>
