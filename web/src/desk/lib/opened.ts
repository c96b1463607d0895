import { watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { about } from '@/shared/notice'

/** Where something that a notice is about is shown. */
export function pageOf(notice: { template: string; matter: string }): string {
  const id = notice.matter
  switch (about(notice)) {
    case 'whistle':
      return `/whistle/${id}`
    case 'task':
      return `/tasks?open=${id}`
    case 'power':
      return `/powers?open=${id}`
    case 'muster':
      return `/musters?open=${id}`
    case 'visit':
      return '/visits'
    case 'burst':
      return '/'
    case 'matter':
      return `/matter/${id}`
  }
}

/** Lets an address choose what stands beside a list: `/tasks?open=ID`. */
export function useOpened(chosen: Ref<string>) {
  const route = useRoute()
  const own = route.path
  watch(() => (route.path === own ? route.query.open : null), (id) => { if (typeof id === 'string') chosen.value = id }, { immediate: true })
}
