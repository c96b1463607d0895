import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { may } from '@/shared/api/session'
import { adminRoutes } from '../../admin.routes'
import { workRoutes } from '../../work.routes'

const all = [...workRoutes, ...adminRoutes]

/** The pages beside this one that the person may see, for the tabs under the title. */
export function useTabs(under: string) {
  const { t, te } = useI18n()
  const last = (path: string) => path.split('/').at(-1)!
  return computed(() =>
    all.filter((it) => !it.path.includes(':') && (it.path === under || it.path.startsWith(`${under}/`)) && [it.meta!.permission ?? []].flat().every(may)).map((it) => ({ to: it.path, label: te(`desk.admin.tab.${last(it.path)}`) ? t(`desk.admin.tab.${last(it.path)}`) : t(it.meta!.title!) })),
  )
}
