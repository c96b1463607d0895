const KINDS = ['whistle', 'task', 'power', 'visit', 'muster', 'burst'] as const

/** What a notice is about; its template says so. */
export type About = (typeof KINDS)[number] | 'matter'
export const about = (notice: { template: string }): About => KINDS.find((it) => notice.template.startsWith(`${it}-`)) ?? 'matter'
