import type { RouteRecordRaw } from 'vue-router'

/** The groups of the menu, in order. */
export const GROUPS = ['mine', 'queues', 'look', 'manage'] as const
export type Group = (typeof GROUPS)[number]

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the words that name the page: in its tab, in the menu, in the window. */
    title?: string
    icon?: string
    /** Where it stands in the menu; pages without a group are opened from others. */
    group?: Group
    /** Who sees it in the menu: a permission, or one of several. The server decides in each case. */
    permission?: string | string[]
    /** The list whose length stands beside the name. */
    count?: string
    /** Shown without menu and tabs: signing in, sheets for print. */
    bare?: boolean
    /** Open to whoever is not signed in. */
    open?: boolean
  }
}

export type Routes = RouteRecordRaw[]
