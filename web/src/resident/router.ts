import { createRouter, createWebHistory } from 'vue-router'
// The first page comes with the first script: one round trip less on a slow network.
import HomePage from './pages/HomePage.vue'
import { unreachable } from './lib/region'

const pages = {
  ReportPage: () => import('./pages/ReportPage.vue'),
  DoorPage: () => import('./pages/DoorPage.vue'),
  MinePage: () => import('./pages/MinePage.vue'),
  MatterPage: () => import('./pages/MatterPage.vue'),
  FollowPage: () => import('./pages/FollowPage.vue'),
  FindPage: () => import('./pages/FindPage.vue'),
  RatePage: () => import('./pages/RatePage.vue'),
  BoardPage: () => import('./pages/BoardPage.vue'),
  NoticesPage: () => import('./pages/NoticesPage.vue'),
  NearbyPage: () => import('./pages/NearbyPage.vue'),
  ScanPage: () => import('./pages/ScanPage.vue'),
  MePage: () => import('./pages/MePage.vue'),
}

export const router = createRouter({
  history: createWebHistory('/resident/'),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', component: HomePage, meta: { tabs: true } },
    { path: '/report', component: pages.ReportPage, meta: { dock: true } },
    { path: '/door/:area(\\d+)', component: pages.DoorPage },
    { path: '/mine', component: pages.MinePage, meta: { tabs: true } },
    { path: '/matter/:number', component: pages.MatterPage },
    { path: '/follow/:number', component: pages.FollowPage },
    { path: '/find', component: pages.FindPage },
    { path: '/rate/:region(\\d{6})/:token', component: pages.RatePage },
    { path: '/rate/:token', component: pages.RatePage },
    { path: '/board/:area(\\d+)?', component: pages.BoardPage },
    { path: '/notices', component: pages.NoticesPage },
    { path: '/nearby', component: pages.NearbyPage, meta: { tabs: true } },
    { path: '/scan', component: pages.ScanPage },
    { path: '/me', component: pages.MePage, meta: { tabs: true } },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

// A page that did not come over a bad network: say so, the next touch tries again.
router.onError(() => (unreachable.value = true))
router.afterEach(() => (unreachable.value = unreachable.value && !navigator.onLine))

/** Fetches the other pages while nothing else is under way, so that they open without a network. */
export async function fetchPages() {
  for (const page of Object.values(pages)) await page().catch(() => undefined)
}
