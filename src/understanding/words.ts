/** Longer texts are cut: nothing that can be asked here needs more. */
const longest = 1_000

/**
 * The words of a text: lower case, without punctuation. `-`, `_` and `.` stay within a word, so that `ws-prod` and
 * `docker.io` are one each.
 */
export function wordsOf(text: string): string[] {
  const folded = text.slice(0, longest).normalize('NFKC').toLowerCase()
  return folded.match(/[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}])?/gu) ?? []
}
