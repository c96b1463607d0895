import type { Routes } from './routes'

/** Sheets for print: a form for a matter or a whistle, without menu and tabs. */
const print: Routes = [{ path: '/print/:form/:id', component: () => import('./print/PrintPage.vue'), props: true, meta: { title: 'desk.admin.print.title', bare: true } }]

/** What is managed: grids, bodies, the playbook, accounts, the audit. */
export const adminRoutes: Routes = [
  { path: '/territory', component: () => import('./pages/admin/TerritoryPage.vue'), meta: { title: 'desk.admin.menu.territory', icon: 'i-layers', group: 'manage', permission: 'territory:node:read' } },
  { path: '/organisations', component: () => import('./pages/admin/OrganisationsPage.vue'), meta: { title: 'desk.admin.menu.organisations', icon: 'i-building', group: 'manage', permission: 'org:organisation:read' } },
  { path: '/organisations/posts', component: () => import('./pages/admin/PostsPage.vue'), meta: { title: 'desk.admin.menu.posts', permission: 'org:post:read' } },
  { path: '/organisations/vacancies', component: () => import('./pages/admin/VacanciesPage.vue'), meta: { title: 'desk.admin.menu.vacancies', permission: 'org:post:read' } },
  { path: '/organisations/teams', component: () => import('./pages/admin/TeamsPage.vue'), meta: { title: 'desk.admin.menu.teams', permission: 'org:team:read' } },
  { path: '/organisations/terms', component: () => import('./pages/admin/TermsPage.vue'), meta: { title: 'desk.admin.menu.terms', permission: 'org:post:read' } },
  { path: '/organisations/cross', component: () => import('./pages/admin/CrossPage.vue'), meta: { title: 'desk.admin.menu.cross', permission: 'org:post:read' } },
  { path: '/organisations/mechanisms', component: () => import('./pages/admin/MechanismsPage.vue'), meta: { title: 'desk.admin.menu.mechanisms', permission: 'org:organisation:read' } },
  { path: '/playbook', component: () => import('./pages/admin/ItemsPage.vue'), meta: { title: 'desk.admin.menu.playbook', icon: 'i-book', group: 'manage', permission: 'playbook:playbook:read' } },
  { path: '/playbook/rules', component: () => import('./pages/admin/RulesPage.vue'), meta: { title: 'desk.admin.menu.rules', permission: 'playbook:playbook:read' } },
  { path: '/playbook/text', component: () => import('./pages/admin/PlaybookTextPage.vue'), meta: { title: 'desk.admin.menu.text', permission: 'playbook:playbook:read' } },
  { path: '/workdays', component: () => import('./pages/admin/WorkdaysPage.vue'), meta: { title: 'desk.admin.menu.workdays', icon: 'i-calendar', group: 'manage', permission: 'calendar:day:read' } },
  { path: '/workdays/modes', component: () => import('./pages/admin/ModesPage.vue'), meta: { title: 'desk.admin.menu.modes', permission: 'territory:node:read' } },
  { path: '/accounts', component: () => import('./pages/admin/AccountsPage.vue'), meta: { title: 'desk.admin.menu.accounts', icon: 'i-key', group: 'manage', permission: 'access:account:read' } },
  { path: '/accounts/machines', component: () => import('./pages/admin/MachinesPage.vue'), meta: { title: 'desk.admin.menu.machines', permission: 'access:account:read' } },
  { path: '/accounts/roles', component: () => import('./pages/admin/RolesPage.vue'), meta: { title: 'desk.admin.menu.roles', permission: 'access:role:read' } },
  { path: '/accounts/providers', component: () => import('./pages/admin/ProvidersPage.vue'), meta: { title: 'desk.admin.menu.providers', permission: 'gateway:provider:edit' } },
  { path: '/connections', component: () => import('./pages/admin/PartnersPage.vue'), meta: { title: 'desk.admin.menu.connections', icon: 'i-link', group: 'manage', permission: 'gateway:partner:edit' } },
  { path: '/connections/webhooks', component: () => import('./pages/admin/WebhooksPage.vue'), meta: { title: 'desk.admin.menu.webhooks', permission: 'gateway:webhook:edit' } },
  { path: '/channels', component: () => import('./pages/admin/ChannelsPage.vue'), meta: { title: 'desk.admin.menu.channels', icon: 'i-send', group: 'manage', permission: 'gateway:channel:edit' } },
  { path: '/devices', component: () => import('./pages/admin/DevicesPage.vue'), meta: { title: 'desk.admin.menu.devices', icon: 'i-bell', group: 'manage', permission: 'gateway:device:edit' } },
  { path: '/files', component: () => import('./pages/admin/FilesPage.vue'), meta: { title: 'desk.admin.menu.files', icon: 'i-upload', group: 'manage', permission: 'file:export:run' } },
  { path: '/audit', component: () => import('./pages/admin/AuditPage.vue'), meta: { title: 'desk.admin.menu.audit', icon: 'i-shield', group: 'manage', permission: 'access:audit:read' } },
  ...print,
]
