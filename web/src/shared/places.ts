/**
 * The names of a place from the top down, each without the name above it: a grid is often called after its community, and
 * nobody wants to read that twice.
 */
export function nested(names: readonly string[]): string[] {
  return names.map((name, n) => {
    const above = names[n - 1]
    return (above && name.startsWith(above) && name.slice(above.length).trim()) || name
  })
}
