import { ref } from 'vue'

/** The list a matter was opened from, so that one can go on to the next. */
export const trail = ref<{ ids: string[]; from: string; name: string }>({ ids: [], from: '/', name: '' })

export const neighbours = (ids: readonly string[], id: string) => {
  const at = ids.indexOf(id)
  return { before: at > 0 ? ids[at - 1] : undefined, after: at >= 0 ? ids[at + 1] : undefined }
}
