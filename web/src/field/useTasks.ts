import { computed } from 'vue'
import { api } from '@/shared/api/client'
import { useAnswer } from './read'
import { actOf, together } from './tasks'
import { can, who } from './who'

/** The open tasks given to this worker or to his body, and those that wait for his check. */
export function useTasks() {
  const ask = (axis: 'mine' | 'unit' | 'area', state: 'open' | 'done') => useAnswer(() => api.GET('/api/v1/{region}/tasks', { params: { path: { region: who.value!.region }, query: { axis, state, limit: 100 } } }))
  const mine = ask('mine', 'open')
  const ours = ask('area', 'open')
  const handed = ask('area', 'done')
  const own = computed(() => together(mine.data.value?.tasks ?? [], (ours.data.value?.tasks ?? []).filter((it) => !it.person && actOf(it) !== null)))
  const toCheck = computed(() => (handed.data.value?.tasks ?? []).filter((it) => it.steps.includes('check')))
  const load = async () => {
    if (!can('task:task:read')) return
    await Promise.all([mine.load(), ours.load(), can('task:task:check') ? handed.load() : null])
  }
  return { own, toCheck, load, loaded: computed(() => mine.data.value !== null), keptAt: mine.keptAt, problem: mine.problem }
}
