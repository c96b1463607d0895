import { computed, inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue'
import type { Feed } from './feed'
import type { Measure } from './figures'

export interface Shown extends Feed {
  region: Ref<string | null>
  /** The time of now, moved on each second. */
  now: Ref<number>
  signedIn: ComputedRef<boolean>
  countyName: ComputedRef<string>
  measure: Ref<Measure | null>
  /** The area asked for, null for the first one; its sums may still be on their way. */
  area: Ref<string | null>
  /** Opens a place below, or one around. */
  enter(code: string | null): void
}

const KEY: InjectionKey<Shown> = Symbol('wall')

export const show = (shown: Shown) => provide(KEY, shown)
export const useShown = () => inject(KEY)!

/** Whether the wall looks at the whole county: there even small sums say nothing about anybody. */
export const useWhole = () => {
  const { wall } = useShown()
  return computed(() => !wall.value || wall.value.within.length === 0)
}
