const longest = 300

/** The first sentence of a text from Azure, at most 300 characters, on one line and without tokens. */
export function sentence(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/\bBearer \S+/gi, 'Bearer …')
    .replace(/\beyJ[\w-]+(\.[\w-]*)*/g, '…')
    .trim()
  const [first = line] = /^.*?[.!?](?= |$)/.exec(line) ?? []
  const characters = [...first]
  return characters.length <= longest ? first : `${characters.slice(0, longest - 1).join('')}…`
}
