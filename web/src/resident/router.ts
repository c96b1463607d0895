import { createRouter, createWebHistory } from 'vue-router'
// The first page comes with the first script: one round trip less on a slow network.
import HomePage from './pages/HomePage.vue'

export const router = createRouter({
  history: createWebHistory('/resident/'),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', component: HomePage, meta: { tabs: true } },
    { path: '/report', component: () => import('./pages/ReportPage.vue'), meta: { dock: true } },
    { path: '/door/:area(\\d+)', component: () => import('./pages/DoorPage.vue') },
    { path: '/mine', component: () => import('./pages/MinePage.vue'), meta: { tabs: true } },
    { path: '/matter/:number', component: () => import('./pages/MatterPage.vue') },
    { path: '/follow/:number', component: () => import('./pages/FollowPage.vue') },
    { path: '/find', component: () => import('./pages/FindPage.vue') },
    { path: '/rate/:token', component: () => import('./pages/RatePage.vue') },
    { path: '/board/:area(\\d+)?', component: () => import('./pages/BoardPage.vue') },
    { path: '/notices', component: () => import('./pages/NoticesPage.vue') },
    { path: '/nearby', component: () => import('./pages/NearbyPage.vue'), meta: { tabs: true } },
    { path: '/scan', component: () => import('./pages/ScanPage.vue') },
    { path: '/me', component: () => import('./pages/MePage.vue'), meta: { tabs: true } },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
