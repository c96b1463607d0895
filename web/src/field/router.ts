import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory('/field/'),
  routes: [
    { path: '/', name: 'today', component: () => import('./pages/HomePage.vue'), meta: { tab: true } },
    { path: '/map', name: 'map', component: () => import('./pages/MapPage.vue'), meta: { tab: true } },
    { path: '/inbox', name: 'inbox', component: () => import('./pages/InboxPage.vue'), meta: { tab: true } },
    { path: '/me', name: 'me', component: () => import('./pages/MePage.vue'), meta: { tab: true } },
    { path: '/report', name: 'report', component: () => import('./pages/ReportPage.vue') },
    { path: '/matters/:id', name: 'matter', component: () => import('./pages/MatterPage.vue'), props: true },
    { path: '/tasks', name: 'tasks', component: () => import('./pages/TasksPage.vue') },
    { path: '/tasks/:id', name: 'task', component: () => import('./pages/TaskPage.vue'), props: true },
    { path: '/musters/:id', name: 'muster', component: () => import('./pages/MusterPage.vue'), props: true },
    { path: '/whistles/new', name: 'blow', component: () => import('./pages/BlowPage.vue') },
    { path: '/whistles/:id', name: 'whistle', component: () => import('./pages/WhistlePage.vue'), props: true },
    { path: '/carry', name: 'carry', component: () => import('./pages/CarryPage.vue') },
    { path: '/queue', name: 'queue', component: () => import('./pages/QueuePage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
  scrollBehavior: (_, __, saved) => saved ?? { top: 0 },
})
