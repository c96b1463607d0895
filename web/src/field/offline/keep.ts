/** What the worker may read again without a network: my lists, the matters on them, the places and the catalogue. */
const KEPT = [
  /^\/api\/v1\/\d{6}\/lists\/(my-work|matters)$/,
  /^\/api\/v1\/\d{6}\/matters\/[0-9a-f-]{36}(\/(steps|attachments(\/[0-9a-f-]{36})?))?$/,
  /^\/api\/v1\/\d{6}\/whistles(\/[0-9a-f-]{36})?$/,
  /^\/api\/v1\/\d{6}\/playbook(\/(items|forms|whistle))?$/,
  /^\/api\/v1\/\d{6}\/matters\/form$/,
  /^\/api\/v1\/\d{6}\/tasks(\/[0-9a-f-]{36}(\/attachments\/[0-9a-f-]{36})?)?$/,
  /^\/api\/v1\/\d{6}\/musters(\/[0-9a-f-]{36})?$/,
  /^\/api\/v1\/\d{6}\/territory\/nodes(\/\d{6,18})?$/,
  /^\/api\/v1\/\d{6}\/(posts|inbox)$/,
  /^\/api\/v1\/basemap$/,
]

export const kept = (path: string) => KEPT.some((it) => it.test(path))

/** A page of this door: all of them are the one document. */
export const isPage = (path: string) => path === '/field' || (path.startsWith('/field/') && !/\.\w+$/.test(path))

/** The oldest of the kept answers beyond what the phone should hold. */
export const surplus = <T>(kept: readonly T[], most = 400): T[] => kept.slice(0, Math.max(kept.length - most, 0))
