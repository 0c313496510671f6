import type { Atom } from './atoms.ts'

const set = (words: string) => new Set(words.split(' '))

/** After these stands the name of a place, and a workspace is one. */
const leads = set(
  'in on for of to from into inside onto within at via show status describe display provision mute dans sur de pour depuis vers chez afficher affiche montre montrer voir d',
)
const inside = set('in on into inside onto within from provision dans sur depuis vers chez')
const fillers = set('the a an our my this that le la les l un une notre mon ma nos ce cet cette workspace')
const workspaceWords = set('workspace workspaces ws tyotila tyotilassa travail')

/** How surely a workspace's name stands here: beside the word itself, inside something, after another lead, or not at all. */
export type Place = 'named' | 'inside' | 'lead' | 'none'

/** Where the atoms `from` to `to` (exclusive) stand. */
export function placeOf(atoms: readonly Atom[], from: number, to: number): Place {
  const next = atoms[to]
  if (next !== undefined && joins(atoms[to - 1]) && workspaceWords.has(next.text)) return 'named'
  for (let at = from - 1, steps = 0; at >= 0 && steps < 4; at -= 1, steps += 1) {
    const atom = atoms[at]
    if (atom === undefined || !(joins(atom) || atom.glue === 'apostrophe')) return 'none'
    if (workspaceWords.has(atom.text)) return 'named'
    if (inside.has(atom.text)) return 'inside'
    if (leads.has(atom.text)) return 'lead'
    if (!fillers.has(atom.text)) return 'none'
  }
  return 'none'
}

/** Whether the name could be over here: the text ends, pauses, or goes on with a word that begins something new. */
export function endsHere(atoms: readonly Atom[], to: number): boolean {
  const last = atoms[to - 1]
  const next = atoms[to]
  return next === undefined || last === undefined || last.glue === 'break' || goesOn.has(next.text)
}

const goesOn = set(
  'and or but please pls plz now yet today already still asap with without if when because so then too also is are was has have does do will can et ou mais svp stp merci maintenant deja encore aujourd avec sans si quand car donc est sont a peut s',
)

function joins(atom: Atom | undefined): boolean {
  return atom?.glue === 'blank'
}
