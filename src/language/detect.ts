/** Longer texts are cut: a language shows in its first words. */
const longest = 1_000

const words = (text: string) => new Set(text.trim().split(/\s+/))

// Only words that the other language, and as far as possible no third one, has: not "on", "a", "as", "or", "me", "plus".
const french = words(`
  le les une du aux et est sont dans pour avec sans chez qui quoi quel quelle quels quelles pourquoi je vous nous ils elles
  ma mes votre vos notre nos leur leurs ce cet cette ces ou mais donc puis peux peut pouvez peuvent dois doit faut faire
  veux voudrais souhaite suis avez avons ont être été pas quand combien dont sous vers entre depuis encore
  aujourd'hui aussi très déjà même où voici voilà quelqu'un oui bonjour bonsoir salut merci svp aide aidez
  utiliser afficher affiche affichez montrer montre montrez lister liste listez demander demande demandez approuver refuser
  provisionner autoriser marche fonctionne manque manquent espace espaces travail bloqué
  est-ce est-il est-elle sont-ils sont-elles a-t-il a-t-on y-a-t-il puis-je dois-je ai-je peut-on peut-il peut-elle peux-tu
  pouvez-vous avez-vous faut-il dis-moi dites-moi donne-moi donnez-moi montre-moi montrez-moi aide-moi aidez-moi
`)
const english = words(`
  the is are was were be been can could may might should would will does did has have had what which who why how when where
  i we you he she they it my our your their its this that these those there here with without from into of to and not but
  please thanks thank hello hi hey yes show list help tell give use using used allowed allow need needs want know
  if then than because any some all do doesn't cannot let's
`)

/** `l’accès`, `qu’on`; not a name such as `L’Oréal`. */
const elided = /^(?:[LDJNSMTCldjnsmtc]|(?:[Qq]|jusq|[Ll]orsq|puisq)u)'\p{Ll}/u
const contracted = /^(?:\p{L}+n't|\p{L}+'(?:re|ve|ll|m|s|d))$/u
const accented = /^\p{Ll}*[àâæçéèêëîïôœùû]\p{Ll}*$/u

/**
 * The language that a text is written in, where its words leave no doubt. Neither names nor what stands in quotation marks
 * count, nor does a text in both languages.
 */
export function languageOf(text: string): 'en' | 'fr' | undefined {
  const plain = text
    .slice(0, longest)
    .normalize('NFC')
    .replace(/’/g, "'")
    .replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`|"[^"\n]*"|“[^”\n]*”|«[^»\n]*»|\bhttps?:\/\/\S+/g, ' ')
  const spoken = plain.match(/[\p{L}\p{N}][\p{L}\p{N}_.'/-]*/gu) ?? []
  let fr = 0
  let en = 0
  for (const [index, raw] of spoken.entries()) {
    const token = raw.replace(/[.'/_-]+$/, '')
    const word = token.toLowerCase()
    if (french.has(word)) fr += 2
    else if (english.has(word)) en += 2
    // Elsewhere than at the start a capital makes a name, and one accent makes no language: a café, a résumé.
    else if (elided.test(token)) fr += 2
    else if (contracted.test(word)) en += 2
    else if (accented.test(index === 0 ? word : token)) fr += 1
  }
  if (fr >= 2 && fr >= 3 * en) return 'fr'
  if (en >= 2 && en >= 3 * fr) return 'en'
  return undefined
}
