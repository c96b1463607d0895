/** How a matter's state is drawn: a square whose edge is as far closed as the matter has come. */
export const GLYPHS = {
  REPORTED: { icon: 'reported', tone: 'working' },
  ACCEPTED: { icon: 'accepted', tone: 'working' },
  DISPATCHED: { icon: 'dispatched', tone: 'working' },
  IN_PROGRESS: { icon: 'working', tone: 'working' },
  HANDLED: { icon: 'handled', tone: 'working' },
  VERIFYING: { icon: 'verifying', tone: 'verifying' },
  RATED: { icon: 'rated', tone: 'rated' },
  CLOSED: { icon: 'closed', tone: 'closed' },
  REJECTED: { icon: 'rejected', tone: 'rejected' },
  RETURNED: { icon: 'returned', tone: 'returned' },
  REWORK: { icon: 'rework', tone: 'rework' },
  SUSPENDED: { icon: 'suspended', tone: 'suspended' },
  MERGED: { icon: 'merged', tone: 'merged' },
  VOIDED: { icon: 'rejected', tone: 'rejected' },
  WITHDRAWN: { icon: 'rejected', tone: 'suspended' },
} as const

export type StateName = keyof typeof GLYPHS

export const glyph = (state: string) => GLYPHS[state as StateName] ?? GLYPHS.REPORTED
