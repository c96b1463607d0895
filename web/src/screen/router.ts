import { createRouter, createWebHistory } from 'vue-router'
import { takeToken } from './wall/token'
import { PAGES } from './wall/turning'

const pages = {
  today: () => import('./pages/TodayPage.vue'),
  whistles: () => import('./pages/WhistlesPage.vue'),
  livelihood: () => import('./pages/LivelihoodPage.vue'),
  places: () => import('./pages/PlacesPage.vue'),
}

// before the router reads the address, so that it never writes the token back
takeToken()

export const router = createRouter({
  history: createWebHistory('/screen/'),
  routes: [
    ...PAGES.map((name) => ({ path: name === 'today' ? '/' : `/${name}`, name, component: pages[name] })),
    { path: '/:rest(.*)', redirect: '/' },
  ],
})
