import { shallowRef, type ShallowRef } from 'vue'
import { api, given } from '@/shared/api/client'
import type { components } from '@/shared/api/schema'
import { i18n } from '@/shared/i18n'
import { region } from './matters'
import { wordOf, type Word } from './playbook'

export type Names = components['schemas']['Names']

const names = shallowRef<Names | null>(null)
let asked = ''

/** What the playbook calls its posts, teams, bodies, units and tasks; read once for a region, kept until somebody else signs in. */
export function useNames(): Readonly<ShallowRef<Names | null>> {
  const place = region()
  if (asked !== place) {
    asked = place
    names.value = null
    void (async () => {
      try {
        names.value = given(await api.GET('/api/v1/{region}/playbook/names', { params: { path: { region: place } } }))
      } catch {
        asked = ''
      }
    })()
  }
  return names
}

/** The name that stands for a key; the key itself where the place has no name for it. */
export function nameIn(list: readonly Word[] | undefined, key: string): string {
  const found = list?.find((it) => it.key === key)
  return found ? wordOf(found) : key
}

/** What a kind of task is called in the language of the page: in Chinese as it was when the task was given. */
export const taskName = (task: { kind: string; name: string }, all: Names | null): string => {
  const english = i18n.global.locale.value === 'en' ? all?.tasks.find((it) => it.key === task.kind)?.en : ''
  return english || task.name
}
