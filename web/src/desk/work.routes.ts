import type { Routes } from './routes'

const LIST = 'insight:list:read'
const queue = (name: string, icon: string, permission = LIST, count?: string): Routes[number] => ({
  path: `/queue/${name}`,
  component: () => import('./pages/QueuePage.vue'),
  props: { queue: name },
  meta: { title: `desk.menu.${name}`, icon, group: 'queues', permission, count },
})

/** The daily work: what waits, one matter, what came in by telephone, whistles. */
export const workRoutes: Routes = [
  { path: '/', component: () => import('./pages/QueuePage.vue'), props: { queue: 'mine' }, meta: { title: 'desk.menu.mine', icon: 'i-inbox', group: 'mine', permission: LIST, count: 'mine' } },
  { path: '/hotline', component: () => import('./pages/HotlinePage.vue'), meta: { title: 'desk.menu.hotline', icon: 'i-phone', group: 'mine', permission: 'matter:matter:report-on-behalf' } },
  { path: '/dispatch', component: () => import('./pages/DispatchPage.vue'), meta: { title: 'desk.menu.dispatch', icon: 'i-flag', group: 'mine', permission: 'matter:matter:dispatch', count: 'dispatch' } },
  { path: '/whistles', component: () => import('./pages/WhistlesPage.vue'), meta: { title: 'desk.menu.whistles', icon: 'i-whistle', group: 'mine', permission: 'whistle:whistle:read', count: 'whistles' } },
  queue('team', 'i-people'),
  queue('area', 'i-map'),
  queue('overdue', 'i-alert', LIST, 'overdue'),
  queue('amber', 'i-clock', LIST, 'amber'),
  queue('returns', 'i-undo', LIST, 'returns'),
  queue('approvals', 'i-check', 'matter:matter:decide', 'approvals'),
  { path: '/calendar', component: () => import('./pages/CalendarPage.vue'), meta: { title: 'desk.menu.calendar', icon: 'i-calendar', group: 'look', permission: ['calendar:day:read', LIST] } },
  { path: '/map', component: () => import('./pages/MapPage.vue'), meta: { title: 'desk.menu.map', icon: 'i-map', group: 'look', permission: 'insight:counter:read' } },
  { path: '/figures', component: () => import('./pages/FiguresPage.vue'), meta: { title: 'desk.menu.figures', icon: 'i-screen', group: 'look', permission: 'insight:counter:read' } },
  { path: '/matter/:id', component: () => import('./pages/MatterPage.vue'), props: true, meta: { title: 'desk.menu.matter' } },
  { path: '/whistle/:id', component: () => import('./pages/WhistlePage.vue'), props: true, meta: { title: 'desk.menu.whistle' } },
  { path: '/search', component: () => import('./pages/SearchPage.vue'), meta: { title: 'desk.menu.search' } },
  { path: '/inbox', component: () => import('./pages/InboxPage.vue'), meta: { title: 'desk.menu.inbox' } },
  { path: '/sign-in', component: () => import('./pages/SignInPage.vue'), meta: { title: 'desk.signin.title', bare: true, open: true } },
  { path: '/first', component: () => import('./pages/FirstStepsPage.vue'), meta: { title: 'desk.first.title', bare: true } },
]
