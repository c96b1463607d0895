import { ref } from 'vue'

const root = document.documentElement

/** The place this phone stands for: chosen, scanned, or where the last report lay. */
export interface Home {
  code: string
  name: string
}

const read = <T>(key: string): T | null => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

export const home = ref<Home | null>(read<Home>('huying.home'))

/** Settles where we are; what was only guessed does not push aside what was chosen. */
export function stayAt(place: Home, chosen = true) {
  if (!chosen && home.value && home.value.code.length > 9) return
  home.value = place
  localStorage.setItem('huying.home', JSON.stringify(place))
}

export const elder = ref(root.dataset.mode === 'elder')
export const larger = ref(localStorage.getItem('huying.larger') === 'yes')
if (larger.value) root.dataset.size = 'larger'

export function forElders(on: boolean) {
  elder.value = on
  if (on) root.dataset.mode = 'elder'
  else delete root.dataset.mode
  localStorage.setItem('huying.mode', on ? 'elder' : 'plain')
  if (!on) enlarge(false)
}

export function enlarge(on: boolean) {
  larger.value = on
  if (on) root.dataset.size = 'larger'
  else delete root.dataset.size
  localStorage.setItem('huying.larger', on ? 'yes' : 'no')
}
