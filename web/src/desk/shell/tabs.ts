import { reactive, readonly } from 'vue'

export interface Tab {
  path: string
  /** Words of a language, or a key of them. */
  title: string
}

const MOST = 8
const open = reactive<Tab[]>([])

/** The open pages, oldest first. They are forgotten with the window: titles may hold what is personal. */
export const tabs = readonly(open)

/** Opens a page, or keeps its place when it is open. Beyond eight the oldest goes. */
export function openTab(path: string, title: string) {
  if (open.some((it) => it.path === path)) return
  open.push({ path, title })
  if (open.length > MOST) open.splice(0, 1)
}

export function nameTab(path: string, title: string) {
  const tab = open.find((it) => it.path === path)
  if (tab) tab.title = title
}

/** Closes a page and says which one stands in its place, or null for none. */
export function closeTab(path: string): string | null {
  const at = open.findIndex((it) => it.path === path)
  if (at < 0) return null
  open.splice(at, 1)
  return (open[at] ?? open[at - 1])?.path ?? null
}

export const closeAll = () => open.splice(0)
