/** What a message of the server says: an id by which a repeat is known, and a headline. Nothing for what cannot be read. */
export function told(text: string): { id: string; title: string } | null {
  try {
    const said = JSON.parse(text) as { id?: unknown; title?: unknown } | null
    return said && typeof said.id === 'string' && typeof said.title === 'string' && said.title ? { id: said.id, title: said.title } : null
  } catch {
    return null
  }
}

/** Which open page is brought to the front, and where the inbox is: on the desk where that is open, else on the phone. */
export function inboxOf(urls: string[]): { at: number; path: string } {
  const door = (name: string) => urls.findIndex((it) => new URL(it).pathname.startsWith(`/${name}/`))
  const desk = door('desk')
  return desk >= 0 ? { at: desk, path: '/desk/inbox' } : { at: door('field'), path: '/field/inbox' }
}
