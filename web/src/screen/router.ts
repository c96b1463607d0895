import { createRouter, createWebHistory } from 'vue-router'
import { PAGES } from './wall/turning'

const pages = {
  today: () => import('./pages/TodayPage.vue'),
  whistles: () => import('./pages/WhistlesPage.vue'),
  livelihood: () => import('./pages/LivelihoodPage.vue'),
  places: () => import('./pages/PlacesPage.vue'),
}

export const router = createRouter({
  history: createWebHistory('/screen/'),
  routes: [
    ...PAGES.map((name) => ({ path: name === 'today' ? '/' : `/${name}`, name, component: pages[name] })),
    { path: '/:rest(.*)', redirect: '/' },
  ],
})
