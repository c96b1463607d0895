/** A title out of somebody's words: the first sentence, at most 30 characters; else what kind of matter it is. */
export function titleOf(text: string, fallback: string): string {
  const first = text.trim().split(/[。！？!?；;\n]|\.\s/)[0]!.trim()
  const words = first || fallback
  return words.length > 30 ? `${words.slice(0, 29)}…` : words
}
