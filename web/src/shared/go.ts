/** Where in this door a message of the worker leads; nothing for what leads elsewhere. */
export function goal(data: unknown, door: string): string | null {
  const to = (data as { go?: unknown } | null)?.go
  return typeof to === 'string' && to.startsWith(`/${door}/`) ? to.slice(door.length + 1) : null
}

/** Goes where a message led that was pressed while this page was open. */
export function goWhereTold(door: string, push: (path: string) => unknown) {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', (event) => {
    const path = goal(event.data, door)
    if (path) void push(path)
  })
}
