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
  { path: '/whistles/ratings', component: () => import('./pages/work/WhistleRatingsPage.vue'), meta: { title: 'desk.menu.whistleratings', permission: 'whistle:whistle:read' } },
  { path: '/musters', component: () => import('./pages/work/MustersPage.vue'), meta: { title: 'desk.menu.musters', icon: 'i-volume', group: 'mine', permission: 'muster:muster:read' } },
  { path: '/tasks', component: () => import('./pages/work/TasksPage.vue'), meta: { title: 'desk.menu.tasks', icon: 'i-list', group: 'mine', permission: 'task:task:read', count: 'tasks' } },
  { path: '/tasks/list', component: () => import('./pages/work/TaskListPage.vue'), meta: { title: 'desk.menu.tasklist', permission: 'task:task:read' } },
  { path: '/tasks/figures', component: () => import('./pages/work/TaskFiguresPage.vue'), meta: { title: 'desk.menu.taskfigures', permission: 'task:task:read' } },
  { path: '/visits', component: () => import('./pages/work/VisitsPage.vue'), meta: { title: 'desk.menu.visits', icon: 'i-door', group: 'mine', permission: 'appointment:booking:read' } },
  { path: '/visits/windows', component: () => import('./pages/work/WindowsPage.vue'), meta: { title: 'desk.menu.windows', permission: 'appointment:booking:read' } },
  { path: '/visits/figures', component: () => import('./pages/work/VisitFiguresPage.vue'), meta: { title: 'desk.menu.visitfigures', permission: 'appointment:booking:read' } },
  queue('team', 'i-people'),
  queue('area', 'i-map'),
  queue('overdue', 'i-alert', LIST, 'overdue'),
  queue('amber', 'i-clock', LIST, 'amber'),
  queue('returns', 'i-undo', LIST, 'returns'),
  queue('approvals', 'i-check', 'matter:matter:decide', 'approvals'),
  { path: '/powers', component: () => import('./pages/work/PowersPage.vue'), meta: { title: 'desk.menu.powers', icon: 'i-pen', group: 'queues', permission: 'power:power:read' } },
  { path: '/powers/list', component: () => import('./pages/work/PowerListPage.vue'), meta: { title: 'desk.menu.powerlist', permission: 'power:power:read' } },
  { path: '/powers/:id/papers/:paper', component: () => import('./print/PaperPage.vue'), props: true, meta: { title: 'desk.work.power.papers', bare: true } },
  { path: '/mediation', component: () => import('./pages/work/MediationsPage.vue'), meta: { title: 'desk.menu.mediations', icon: 'i-people', group: 'queues', permission: 'mediation:record:write' } },
  { path: '/mediation/:id', component: () => import('./pages/work/MediationPage.vue'), props: true, meta: { title: 'desk.menu.mediation' } },
  { path: '/calendar', component: () => import('./pages/CalendarPage.vue'), meta: { title: 'desk.menu.calendar', icon: 'i-calendar', group: 'look', permission: ['calendar:day:read', LIST] } },
  { path: '/map', component: () => import('./pages/MapPage.vue'), meta: { title: 'desk.menu.map', icon: 'i-map', group: 'look', permission: 'insight:counter:read' } },
  { path: '/figures', component: () => import('./pages/FiguresPage.vue'), meta: { title: 'desk.menu.figures', icon: 'i-screen', group: 'look', permission: 'insight:counter:read' } },
  { path: '/matter/:id', component: () => import('./pages/MatterPage.vue'), props: true, meta: { title: 'desk.menu.matter' } },
  { path: '/whistle/:id', component: () => import('./pages/WhistlePage.vue'), props: true, meta: { title: 'desk.menu.whistle' } },
  { path: '/search', component: () => import('./pages/SearchPage.vue'), meta: { title: 'desk.menu.search' } },
  { path: '/inbox', component: () => import('./pages/InboxPage.vue'), meta: { title: 'desk.menu.inbox' } },
  { path: '/sessions', component: () => import('./pages/work/SessionsPage.vue'), meta: { title: 'desk.menu.sessions' } },
  { path: '/carry', component: () => import('./pages/work/CarryPage.vue'), meta: { title: 'shared.carry.title' } },
  { path: '/sign-in', component: () => import('./pages/SignInPage.vue'), meta: { title: 'desk.signin.title', bare: true, open: true } },
  { path: '/first', component: () => import('./pages/FirstStepsPage.vue'), meta: { title: 'desk.first.title', bare: true } },
]
