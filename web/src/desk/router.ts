import { createRouter, createWebHistory } from 'vue-router'
import { session, whoAmI } from '@/shared/api/session'
import { adminRoutes } from './admin.routes'
import type { Routes } from './routes'
import { workRoutes } from './work.routes'

export const routes: Routes = [...workRoutes, ...adminRoutes]

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes: [...routes, { path: '/:rest(.*)*', component: () => import('./pages/LostPage.vue'), meta: { title: 'desk.lost.title' } }],
})

/** Nobody passes without a session, and nobody works before the password is their own. */
router.beforeEach(async (to) => {
  if (to.meta.open) return true
  const me = session.asked ? session.me : await whoAmI().catch(() => null)
  if (!me || me.kind !== 'staff') return { path: '/sign-in', state: { then: to.fullPath } }
  if (me.restriction !== 'none' && to.path !== '/first') return '/first'
  return true
})
