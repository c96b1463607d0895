/** The doors, in the order of a matter's way. Phones come in by a picture to scan. */
export const DOORS = [
  { name: 'resident', phone: true },
  { name: 'field', phone: true },
  { name: 'desk', phone: false },
  { name: 'screen', phone: false },
] as const

export type Door = (typeof DOORS)[number]['name']

/** Where a role works. */
export const doorOf = (role: string): Door => (role === 'grid-worker' || role === 'grid-chief' ? 'field' : role === 'leader' ? 'screen' : 'desk')
