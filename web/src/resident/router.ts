import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory('/resident/'),
  routes: [{ path: '/', component: () => import('./pages/HomePage.vue') }],
})
