import { ref } from 'vue'

export const COLUMNS = ['place', 'channel', 'unit', 'state', 'arrival'] as const
const shown = ref<string[]>([...COLUMNS])
/** Widths that a person drew, in pixels; the others are as the table has them. */
const widths = ref<Record<string, number>>({})
const LEAST = 72
const MOST = 420
let whose = ''

/** Which columns a person wants to see; kept on this machine under the account. */
export function useColumns(account: string) {
  const name = `huying.desk.columns.${account}`
  if (whose !== account) {
    whose = account
    const kept = (localStorage.getItem(name) ?? '').split(',').filter((it) => (COLUMNS as readonly string[]).includes(it))
    shown.value = kept.length ? kept : [...COLUMNS]
    widths.value = readWidths(localStorage.getItem(`${name}.widths`))
  }
  const toggle = (column: string) => {
    const next = shown.value.includes(column) ? shown.value.filter((it) => it !== column) : COLUMNS.filter((it) => it === column || shown.value.includes(it))
    if (!next.length) return
    shown.value = next
    localStorage.setItem(name, next.join(','))
  }
  const widen = (column: string, to: number) => {
    widths.value = { ...widths.value, [column]: Math.round(Math.min(MOST, Math.max(LEAST, to))) }
    localStorage.setItem(`${name}.widths`, JSON.stringify(widths.value))
  }
  return { columns: shown, all: COLUMNS, toggle, widths, widen }
}

/** Broken or foreign content counts as none. */
export function readWidths(text: string | null): Record<string, number> {
  try {
    const found = JSON.parse(text ?? '{}') as Record<string, unknown>
    return Object.fromEntries(Object.entries(found ?? {}).filter((it): it is [string, number] => (COLUMNS as readonly string[]).includes(it[0]) && typeof it[1] === 'number' && it[1] >= LEAST && it[1] <= MOST))
  } catch {
    return {}
  }
}
