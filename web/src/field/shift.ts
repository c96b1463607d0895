import { ref } from 'vue'
import { here, type Point } from './place'

const KEPT = 'huying.field.shift'

/** Whether the worker is on shift. Off shift the phone is never asked where it is. */
export const onShift = ref(localStorage.getItem(KEPT) === 'on')
/** Where the phone was when it was last asked; it stays in the page. */
export const place = ref<Point | null>(null)

export function begin() {
  localStorage.setItem(KEPT, 'on')
  onShift.value = true
  void find()
}

export function end() {
  localStorage.setItem(KEPT, 'off')
  onShift.value = false
  place.value = null
}

/** Asks the phone where it is, if that may be asked now. */
export async function find(patience?: number): Promise<Point | null> {
  if (!onShift.value) return null
  const found = await here(patience)
  if (found) place.value = found
  return found
}
