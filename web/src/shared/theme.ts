import { ref } from 'vue'

export type Theme = 'light' | 'dark'

const root = document.documentElement

/** The look of now; the first paint was settled by theme.js. */
export const theme = ref<Theme>(root.dataset.theme === 'dark' ? 'dark' : 'light')

export function wear(next: Theme) {
  theme.value = next
  root.dataset.theme = next
  localStorage.setItem('huying.theme', next)
  dispatchEvent(new CustomEvent('huying:theme'))
}

/** The value of a design token, for what cannot read CSS variables: maps and charts. */
export const token = (name: string) => getComputedStyle(root).getPropertyValue(name).trim()
