import { computed, reactive, ref } from 'vue'
import { session } from '@/shared/api/session'
import { askVersioned, few } from './ask'
import { above, opens, type Detail, type Place } from './territory'

/** The territory as it is being looked at: what was fetched of it, at which day, and the revision a change has to name. */
export function useTerritory() {
  const region = session.me!.region
  const below = reactive(new Map<string, Place[]>())
  const details = reactive(new Map<string, Detail>())
  const day = ref('')
  const revision = ref<number | null>(null)
  const at = () => (day.value ? `${day.value}T12:00:00+08:00` : undefined)
  const waiting = new Map<string, Promise<unknown>>()

  /** Each thing is fetched once, also when it is asked for twice at the same time. */
  function once<T>(key: string, fetch: () => Promise<T>): Promise<T> {
    const known = waiting.get(key) as Promise<T> | undefined
    if (known) return known
    const coming = fetch().catch((e: unknown) => {
      waiting.delete(key)
      throw e
    })
    waiting.set(key, coming)
    return coming
  }

  const fetchBelow = (code: string) =>
    once(`below ${code}`, async () => {
      const all: Place[] = []
      for (let after = ''; ; ) {
        const { data, version } = await askVersioned<{ items: Place[]; next: string | null }>('territory/nodes', { parent: code, at: at(), after, limit: 500 })
        all.push(...data.items)
        revision.value = version ?? revision.value
        if (!data.next) break
        after = data.next
      }
      below.set(code, all)
    })

  const fetchDetail = (code: string) =>
    once(`detail ${code}`, async () => {
      const { data, version } = await askVersioned<Detail>(`territory/nodes/${code}`, { at: at() })
      revision.value = version ?? revision.value
      details.set(code, data)
    })

  /** A place, what lies in it, and the outlines of that; a grid shows what lies beside it until one looks `inside`. Answers the place round all that. */
  async function show(code: string, inside = false): Promise<string> {
    await fetchDetail(code)
    const place = details.get(code)!.node
    let frame = code
    const shut = !opens(place) || (place.kind !== 'division' && !inside)
    if (!shut) await fetchBelow(code)
    if (shut || (below.get(code)?.length ?? 0) === 0) frame = code === region ? code : (above(code) ?? code)
    await Promise.all([fetchBelow(frame), fetchDetail(frame).catch(() => undefined)])
    await few((below.get(frame) ?? []).map((it) => () => fetchDetail(it.code)))
    return frame
  }

  function forget() {
    below.clear()
    details.clear()
    waiting.clear()
  }

  const homes = computed(() => new Map([...details].map(([code, it]) => [code, it.households])))
  return { region, below, details, day, revision, homes, fetchBelow, fetchDetail, show, forget }
}

export type Territory = ReturnType<typeof useTerritory>
