import type { Routes } from './routes'

/** What is managed: grids, bodies, the playbook, accounts, the audit. */
export const adminRoutes: Routes = []
