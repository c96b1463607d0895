import { ref } from 'vue'

export const COLUMNS = ['place', 'channel', 'unit', 'state', 'arrival'] as const
const shown = ref<string[]>([...COLUMNS])
let whose = ''

/** Which columns a person wants to see; kept on this machine under the account. */
export function useColumns(account: string) {
  const name = `huying.desk.columns.${account}`
  if (whose !== account) {
    whose = account
    const kept = (localStorage.getItem(name) ?? '').split(',').filter((it) => (COLUMNS as readonly string[]).includes(it))
    shown.value = kept.length ? kept : [...COLUMNS]
  }
  const toggle = (column: string) => {
    const next = shown.value.includes(column) ? shown.value.filter((it) => it !== column) : COLUMNS.filter((it) => it === column || shown.value.includes(it))
    if (!next.length) return
    shown.value = next
    localStorage.setItem(name, next.join(','))
  }
  return { columns: shown, all: COLUMNS, toggle }
}
