import { ref } from 'vue'

/** One line that says what was done; gone after four seconds. What must be kept stands on the page instead. */
export const shouted = ref('')
let timer: ReturnType<typeof setTimeout> | undefined

export function shout(words: string) {
  shouted.value = words
  clearTimeout(timer)
  timer = setTimeout(() => (shouted.value = ''), 4000)
}
