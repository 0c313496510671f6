import { actions, participles, pronouns, starters, verbs } from './change-words.ts'
import type { ChangeIntent } from './parsed.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** May stand before an order without being part of it. */
const preamble =
  set(`hi hello hey hiya dear bot gatehouse team all everyone folks ok okay yes yeah lgtm great cool fine right alright well so then now also and but oh ah hmm please just thanks cheers good morning afternoon evening day
  there again fyi btw anyway kindly urgent urgently asap quick quickly one more thing request task todo first next finally again me mate guys awesome perfect sure still
  pis ben heu euh dis dites yo bonjour bonsoir salut coucou bon alors donc puis ensuite et mais ah oh hop allez voila parfait super stp svp merci bien tous toutes equipe cher chere bref sinon enfin ouais oui d accord urgence premierement aussi maintenant go tiens ce est carre nickel vas y
  @workspace in on for dans sur pour chez l workspace espace de travail as discussed agreed planned per requested comme convenu prevu prefere bot therefore looks fine by with us moi`)
/** May stand between an opener and its verb, or between a verb and its object. */
export const adverbs =
  set(`pre manually please kindly just also now quickly immediately urgently therefore then maybe perhaps possibly again me us for simply directly go ahead and to up too actually safely finally today tonight
  bien moi nous m donc aussi vite rapidement stp svp si il te vous plait alors maintenant tout de suite directement simplement urgemment y pouvoir d`)

/** And before a verb that nothing opens. */
const bareAdverbs = set(
  `pre manually please kindly just also now quickly immediately urgently therefore then maybe directly finally today tonight asap alors donc aussi vite rapidement stp svp maintenant simplement urgemment`,
)

/** What asks for an action before naming it, as words; the longest that fits is taken. */
const openers = `can you; could you; will you; would you; can u; could u; can you guys; can somebody; can someone; could somebody; could someone; can the bot; can gatehouse; could gatehouse; you can go ahead and; please go ahead and; go ahead and; let us; please let us; feel free to; i need you to; i want you to; i would like you to; i am asking you to; i ask you to; i request you to; i need to; we need to;
  i want to; we want to; i would like to; we would like to; i have to; we have to; i would love to; id like to; i must; we must; need to; want to; time to; i hereby; i am requesting to; requesting to; request to; would love to; i wish to; i request to; i ask to; would you be able to; are you able to; are you able to go ahead and; would you please; might you; may i ask you to; i would appreciate if you could; i would appreciate it if you could; it would be great if you could; would be great if you could; would be nice if you could; it would be nice if you could; it would be helpful if you could; i would be grateful if you could; appreciate if you could; i am going to need you to; gonna need you to; do; please; kindly; try to; please try to; be so kind and; be so kind as to; would you be so kind as to; could you be so kind as to; i am happy to; happy to; i am ok to; mind; can you maybe; can we; could we; can i; could i; may we; may i; peut on; pourrait on; pouvons nous; pourrions nous; puis je; pourrais je; on peut; on pourrait; be a dear and; i; we; i now; i can;
  peux tu; peux tu tu; pouvez vous; pourrais tu; pourriez vous; pourrait tu; saurais tu; sauriez vous; voudrais tu; voudriez vous; veux tu; voulez vous; tu peux; tu peux tu; tu pourrais; tu pourrai; tu peut; tu saurais; vous pouvez; vous pourriez; vous sauriez; est ce que tu peux; est ce que tu pourrais; est ce que vous pouvez; est ce que vous pourriez; merci de; merci d; merci de bien vouloir; veuillez; veuillez bien; priere de; je veux; je voudrais; je souhaite; je souhaiterais; je aimerais; je desire; je dois; je te demande de; je vous demande de; je vous prie de; je te prie de; je demande a; je demande de; je demande d; je aurais besoin de; je ai besoin de; je ai besoin que tu; je veux que tu; je veux que vous; je veux que on; je voudrais que tu; je voudrais que vous; je voudrais que on; je aimerais que tu; je aimerais que vous; je aimerais que on; je souhaite que tu; je souhaite que vous; je souhaite que on; je souhaiterais que on; je souhaiterais que vous; il faudrait que tu; il faudrait que vous; il faudrait que on; il faut que tu; il faut que vous; il faut que on; il faut; il faudrait; il faudra; il me faut; faut que on; faut que tu; faut que vous; faudrait que on; faudrait que tu; faudrait que vous; je veux tu; je veux vous; faut; faudrait; on veut; on voudrait; on souhaite; on souhaiterait; on aimerait; on doit; on a besoin de; on a besoin d; on aurait besoin de; nous voulons; nous voudrions; nous souhaitons; nous souhaiterions; nous aimerions; nous devons; nous avons besoin de; besoin de; besoin d; pense a; pensez a; vas y; va y; allez y; je; nous; on peut y aller; auriez vous la gentillesse de; aurais tu la gentillesse de; tu serais gentil de; soyez gentil de; aurais tu le temps de; auriez vous le temps de; tu voudrais bien; tu veux bien; vous voulez bien; veux tu bien; je te laisse; je vous laisse; peut tu; tu peut; peux; tu me; nous peux; je voudrais que; je souhaiterais que; je souhaite que; je souhaiterais que tu; nous souhaitons que vous; nous aimerions que vous; nous voudrions que vous; faudrait que please; il faudrait que please; il faut que please; je veux que please; je voudrais que please`
const openersByFirst = new Map<string, readonly string[][]>()
for (const opener of openers.split(';').map(each => each.trim().split(/\s+/))) {
  const [first = ''] = opener
  openersByFirst.set(
    first,
    [...(openersByFirst.get(first) ?? []), opener].sort((a, b) => b.length - a.length),
  )
}

/** These tell of the speaker's own act: only "I approve #12" is an order by that, not "I add", nor "I can add". */
const performative = set('i we je nous')
const wishes = /^(?:i|we|id|need|want|je|on|nous|il|faut|faudrait|besoin|time|would (?!you|u)|happy)\b/

export interface Frame {
  readonly kind:
    | ChangeIntent
    | 'starter'
    | 'put'
    | 'take'
    | 'turn'
    | 'let'
    | 'make'
    | 'give'
    | 'need'
    | 'request'
    | 'adapt'
  readonly verb: string
  /** The words after the verb. */
  readonly tail: readonly string[]
  /** The opener was a courtesy that a question mark does not undo. */
  readonly polite: boolean
  /** It tells of a wish; a question beside it makes it a matter for talk. */
  readonly wish: boolean
}

/** The words that may begin an order, seen at the start of a clause. */
const special: readonly (readonly [Frame['kind'], RegExp])[] = [
  [
    'put',
    /^(?:put|place|stick|apply|install|installe[zr]?|applique[zr]?|mets|mettez|mettre|passe[zr]?|inscris|inscrire)$/,
  ],
  ['take', /^(?:take|get|pull|kick|throw|clean|clear|sors|sortez|sortir|enlever)$/],
  ['turn', /^(?:turn|switch|knock|shoot|push|send)$/],
  ['let', /^(?:let|laisse[zr]?)$/],
  ['make', /^(?:make|see|get|have|avoir|ensure|fais|faites|faire|rends|rendre|rendez)$/],
  ['give', /^(?:give|grant|arrange|organi[sz]e|fix|provide|donne[zr]?|accorde[zr]?)$/],
  [
    'need',
    /^(?:need|needs|want|require|besoin|veu\p{L}+|voud\p{L}+|voulons|souhait\p{L}*|faut|faudrait|aimer\p{L}*|like)$/u,
  ],
  [
    'request',
    /^(?:request|requesting|raise|submit|file|log|create|open|make|set|write|define|ask|asking|demande|demander|start|launch|initiate|lance[zr]?|fais|faire|cree|creer|creez|depose|deposer|ouvre|ouvrir|soumets|soumettre)$/,
  ],
  [
    'adapt',
    /^(?:configure|set|hook|wire|prepare[zr]?|change|update|adjust|modify|adapt|extend|edit|modifie[zr]?|configurez?r?|adapte[zr]?|complete[zr]?|etends|etendre)$/,
  ],
]

/** Greetings and courtesies before an order that are looked past. */
const mostBefore = 30

/** "Can we", "peut-on". */
const asksForUs =
  /^(?:(?:can|could|may) (?:i|we)|(?:peut|pourrait) on|on (?:peut|pourrait)|(?:pouvons|pourrions) nous|(?:puis|pourrais) je)$/

/** "Can we provision W ourselves, please explain": the courtesy asks for words. */
const asksToTell = /^(?:explain|explique[zr]?)$/

/** Every way in which these words can be the beginning of an order, from the start of a clause. */
export function framesAt(words: readonly string[]): readonly Frame[] {
  const frames: Frame[] = []
  let start = 0
  for (;;) {
    frames.push(...framesFrom(words.slice(start)))
    const word = words[start]
    // "In ws-dev add …" leads up to an order; "ws-dev add …" is no sentence.
    const leadsUp =
      word !== '@workspace' ||
      /^(?:in|for|on|dans|sur|pour|chez|workspace|travail|l)$/.test(words[start - 1] ?? '') ||
      words[start + 1] === 'please'
    if (word === undefined || !preamble.has(word) || !leadsUp || start > mostBefore) return frames
    start += 1
  }
}

function framesFrom(words: readonly string[]): readonly Frame[] {
  const bare = { opener: [] as readonly string[], rest: words }
  const opened = (openersByFirst.get(words[0] ?? '') ?? [])
    .filter(opener => opener.every((word, at) => word === words[at]))
    .map(opener => ({ opener, rest: words.slice(opener.length) }))
  return [bare, ...opened].flatMap(({ opener, rest }) => {
    let at = 0
    while (
      at < rest.length &&
      ((opener.length > 0 ? adverbs : bareAdverbs).has(rest[at] ?? '') ||
        isCausative(rest, at) ||
        (opener.length > 0 && isObjectPronoun(rest, at)))
    )
      at += 1
    const verb = rest[at]
    if (verb === undefined) return []
    const before = rest.slice(0, at).filter(word => pronouns.has(word))
    const tail = [...before, ...rest.slice(at + 1)]
    const ours = asksForUs.test(opener.join(' '))
    const isAsked = words.includes('please') && !words.some(word => asksToTell.test(word))
    const polite = opener.length > 0 && (!wishes.test(opener.join(' ')) || (ours && isAsked))
    const wish = opener.length > 0 && !polite
    const own = opener.length === 1 && performative.has(opener[0] ?? '')
    // "Can we add X, please" asks for it; without the courtesy it asks whether.
    const isOurs = ours && !isAsked
    const action = opener.length > 0 ? actions.get(verb) : undefined
    const kinds = (Object.keys(verbs) as ChangeIntent[]).filter(
      kind => verbs[kind].has(verb) || kind === action,
    )
    const allowed = own
      ? kinds.filter(kind => kind === 'approve_request' || kind === 'reject_request')
      : kinds
    const others = special.filter(([, words]) => words.test(verb)).map(([kind]) => kind)
    return [
      ...(isOurs ? [] : allowed),
      ...(starters.has(verb) && !own && !isOurs ? (['starter'] as const) : []),
      ...others
        .filter(() => verb !== 'avoir' || (opener.length > 0 && opener[0] !== 'merci'))
        .filter(kind => !own || kind === 'need' || kind === 'request')
        .filter(
          kind =>
            !isOurs ||
            (kind === 'make' &&
              /^(?:get|have|avoir)$/.test(verb) &&
              participleIn(tail) !== undefined &&
              !tail.includes('work')),
        ),
    ].map(kind => ({ kind, verb, tail, polite, wish }))
  })
}

/** "Fais provisionner W": to have it done is to ask for it. */
function isCausative(words: readonly string[], at: number): boolean {
  const next = words[at + 1]
  return (
    /^(?:fais|faites|faire)$/.test(words[at] ?? '') &&
    next !== undefined &&
    (isVerb(next) || starters.has(next))
  )
}

function isVerb(word: string): boolean {
  return Object.values(verbs).some(each => each.has(word))
}

/** "Peux-tu le retirer": the pronoun before its verb. */
function isObjectPronoun(words: readonly string[], at: number): boolean {
  const next = words[at + 1]
  return (
    /^(?:le|la|l|les|y|en)$/.test(words[at] ?? '') &&
    next !== undefined &&
    (isVerb(next) || starters.has(next))
  )
}

/** What a wish for a state wishes for: "I need X opened". */
export function participleIn(tail: readonly string[]): ChangeIntent | undefined {
  for (const word of tail) {
    const kind = participles.get(word)
    if (kind !== undefined) return kind
  }
  return undefined
}
