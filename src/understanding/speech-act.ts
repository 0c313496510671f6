import { askedPlainly } from './politeness.ts'
import type { Reading } from './reading.ts'
import { type Clause, folded } from './wording.ts'

/** Any of these, as whole words; separated by semicolons. */
const phrase = (phrases: string) => {
  const all = phrases
    .split(';')
    .map(each => each.trim())
    .filter(each => each !== '')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

/** Speaks to the machine rather than with it: whoever writes so gets nothing changed. */
const injection = phrase(String.raw`
  ignore (?:all |any |the |your |my |these |those |previous |prior |every |above |what |earlier )+\p{L}*;
  (?:disregard|forget|override|bypass|circumvent|skip) (?:all |any |the |your |my |previous |prior |every |earlier )*(?:rules?|instructions?|polic\p{L}*|approvals?|approvers?|checks?|guard\p{L}*|restrictions?|prompts?|card|confirmation|review|process|safety);
  without (?:any |an |the |a |asking |waiting |needing |further |human )*(?:approv\p{L}*|confirm\p{L}*|asking|review|checks?|card);
  no (?:approval|confirmation|review|card|questions asked|need for approval|need to ask)(?: needed| required| necessary)?;
  (?:you are|act as|behave as|pretend|roleplay|role play|imagine) (?:now |to be |you are |that you are |as |like |an? )*(?:admin\p{L}*|root|dan|developer|unrestricted|superuser|approver|in \p{L}+ mode|\p{L}+ mode|system);
  (?:admin|developer|debug|god|root|maintenance|sudo|jailbreak|unrestricted|override|test) mode; (?:sudo|jailbreak|jailbroken);
  system ?:; system(?: user| prompt| override| message| note| instruction); new (?:instructions?|rules?|system);
  already (?:been )?(?:confirmed|authori[sz]ed|pre ?approved); pre ?approved; auto ?approve;
  (?:admin|full|root|owner|all) (?:rights|privileges|access granted);
  (?:request_allow|request_remove|approve_request|provision_network|reject_request); confirmed ?(?:=|:); tool call;
  function call; execute (?:the )?(?:function|tool|command|intent);
  as (?:an |the )?(?:admin\p{L}*|approver|owner|ciso|cto|ceo);
  i ?a?m (?:an |the |your |also |now )*(?:admin\p{L}*|developer|creator|ciso|cto|ceo);
  end of (?:user )?(?:message|prompt|instructions); trust me; approve (?:all|every\p{L}*|any);
  force (?:approve|approval|it|add|allow); rules do not apply;
  (?:oublie[rz]?|ignore[rz]?|contourne[rz]?|outrepasse[rz]?|ne tiens pas compte de|passe outre) (?:a |de |d |toutes? |tous |les? |la |l |tes |vos |ces |ses |mes |cette |ce |aux? )*(?:consignes?|regles?|instructions?|restrictions?|politiques?|approbations?|validations?|controles?|directives?|precedent\p{L}*|procedures?|securites?);
  sans (?:aucune |la |l |une |demander d? ?|passer par |attendre |autre )*(?:approbations?|validations?|confirmations?|autorisations?|carte|controle|demander|verification);
  (?:tu es|vous etes|agis|comporte toi|fais comme si|imagine que) (?:maintenant |desormais |tu (?:es|etais) |comme |en tant que |en |un |une |l |le |tu )*(?:admin\p{L}*|root|mode|developpeur|approbateur|systeme|superutilisateur|sans restriction);
  mode (?:admin\p{L}*|developpeur|debug|root|maintenance|dieu|systeme|test);
  deja (?:ete )?(?:confirme|approuve|valide|autorise)e?s?;
  je suis (?:l |le |la |un |une |ton |votre )*(?:admin\p{L}*|developpeur|createur|rssi|dsi|patron);
  en tant qu(?:e)? ?(?:admin\p{L}*|approbateur|rssi); approuve (?:tout|toutes|tous); droits (?:d )?admin\p{L}*; systeme ?:;
  fais moi confiance; nouvelles? (?:consignes?|regles?|instructions?);
`)

/** Says what somebody else said, wrote or decided. */
const reported = phrase(String.raw`
  said; says; saying; told; tells; asked; asks; asking; wrote; writes; written; mentioned; claims? that; quote; quoted; quoting;
  according to; wants (?:me|us|you|him|her|them) to; want (?:me|us|him|her|them) to; suggested; suggests; recommend\p{L}*; insists?; told me; reads; states;
  stated; title; subject; fwd; fw;  forwarded; transcript; email from; mail from; message from; policy is; policy says; means;
  translate\p{L}*; the (?:command|phrase|sentence|words?|text); example; for instance; i type; i write; i say; type in; typing;
  someone (?:who )?(?:types|writes|sends); screenshot; posted; proposed; heard; ordered; decided; announced; thinks?; believes?;
  rumou?r\p{L}*; dit; disait; disent; ecrit; ecrivait; demande que; demandait; a demande; ont demande; m a demande; veut que;
  voulait; selon; d apres; cite; citation; raconte; propose; suggere; recommande; message de; mail de; le mot; la phrase;
  la commande; traduis; traduire; par exemple; intitule; transfere; tr; pense que; parait que; paraitrait; affirme; pretend;
`)

/** Says what might be, or what was. */
const unreal = phrase(`
  if; what if; suppose; supposing; assuming; assume; imagine; imagining; hypothetically; hypothetical; in theory; theoretically;
  unless; in case; provided; whether; wish; wished; should; shall; ought; might; would have; could have; should have; otherwise;
  until; before; after; once; when; whenever; every time; as long as; used to; was going to; were going to; were to; planning;
  plan to; thinking of; thinking about; thought about; considering; wondering; wonder; let us say; say we; scenario; si; et si;
  supposons; suppose que; imaginons; imagine; admettons; hypothese; hypothetiquement; en theorie; theoriquement; a moins;
  au cas ou; sauf; pourvu; dois je; doit on; devrait; devrais; devrions; devrions nous; devrait on; faut il; faudrait il;
  aurait; aurais; auraient; aurions; avant que; avant de; avant d; apres; quand; lorsque; une fois; des que; tant que; jusque;
  je pensais; j envisage; envisage; on envisage; je me demande; chaque fois;
`)

/** Idioms that hold one of those words and mean nothing by it. */
const courtesies = phrase(String.raw`
  if (?:it is )?(?:at all )?possible;
  if you (?:can|could|may|would|will|do not mind|please|have (?:a|the|two|five|some) \p{L}+);
  if that is (?:ok|okay|fine|possible|alright); if it is not too much trouble; if you would not mind;
  when(?:ever)? you (?:can|get|have) (?:a |the )?(?:chance|time|moment|minute|sec|second)?; when possible; once and for all;
  as soon as (?:possible|you can);
  a l avance; ahead of time;
  before (?:the |my |our |tomorrow s |today s )?(?:stand ?up|meetings?|sprint|release|launch|deadline|review|weekend|week|call|workshop|training|presentation|pitch|audit|class|course|session|\d+ ?(?:am|pm|h)?)(?: (?:starts?|begins?|tomorrow|today|on \p{L}+))?(?![\p{L}]);
  before (?:the |my |our |this |next |we |it |lunch|noon|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|eod|end|christmas|holidays|go|demo)\p{L}*;
  after (?:the |all|lunch|that); until (?:further notice|friday|monday|end); as discussed; as agreed; as (?:we )?planned;
  appreciate (?:it )?if you (?:could|would|can);
  (?:great|nice|helpful|lovely|wonderful|awesome|good|grateful|super|glad) if you (?:could|would|can);
  si (?:c est |ce est |cela est )?possible; si tu (?:peux|veux|veux bien|as (?:deux|cinq|une|le|un) ?\p{L}*|pouvais|pourrais);
  si vous (?:pouvez|voulez|voulez bien|pouviez|pourriez|le pouvez); si il (?:te|vous) plait;
  si ca (?:ne )?(?:te|vous) derange pas; si ce est bon;
  des que (?:possible|tu peux|vous pouvez|t as|te as|tu as|vous avez)(?: \p{L}+ \p{L}+)?;
  quand (?:tu|vous) (?:peux|pouvez|as|avez|auras|aurez)(?: un moment| le temps| deux minutes| une minute| cinq minutes)?;
  (?:(?:and|but|et|mais) )?(?:without|with no|with out|minus|excluding|no|not|not for|sans|hors|pas de|mais pas|but not) (?:the |any |le |la |serverless |support for |prise en charge de )*spark(?: serverless| support| rules?| compute| jobs?| bien sur)?;
  avant (?:ce|la|le|les|demain|lundi|mardi|mercredi|jeudi|vendredi|midi|minuit|l|notre|mon|noel|fin)(?: \p{L}+)?;
  apres (?:tout|le|la); une fois pour toutes;
`)

const everyCourtesy = new RegExp(courtesies.source, 'gu')

const retraction = phrase(`
  never ?mind; forget (?:it|that|about it); scrap that; cancel that; on second thoughts?; just kidding; jk; kidding;
  actually no; no wait; wait no; wait do not; or not; not really; do not do (?:it|that|this); joking; just joking;
  i take that back; disregard that; changed my mind; ignore that; please do not; but do not; hold off; hold on;
  strike that; said nobody; said no one; wrong channel; wrong chat; just testing; laisse tomber; laissez tomber; oublie;
  oubliez; non attends; attends non; finalement non; en fait non; je plaisante; je rigole; je deconne; ou pas;
  ne le fais pas; ne fais rien; ne faites rien; annule ca; pas la peine; surtout pas; mauvais canal; blague;
`)

const negative = phrase(`
  not; never; no; nobody; no one; nothing; none; neither; nor; without; stop; avoid; refrain; hold off; hold; cease; quit;
  instead of; rather than; wait; forget; against; no need; cancel; postpone; delay; unnecessary; prevent; keep from; leave;
  dont; ne; pas; jamais; aucun; aucune; personne; rien; ni; sans; arrete; arretez; evite; evitez; plutot que; au lieu de;
  attends; attendez; annule; annulez; inutile; interdit de; interdiction; empeche; empecher; cesse; cessez; oublie; gare a;
  hors de question; surtout pas; refuse que; refuse de; contre;
`)

const past = phrase(`
  yesterday; last (?:week|month|year|night|time|quarter|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday);
  ago; already did; hier; avant hier; (?:la semaine|le mois|l an|l annee|le trimestre|la fois) (?:derniere?|passee?);
  derniere fois;
`)

/** "…, but not yet": nothing but the delay is said. In a sentence of its own ("we have no compute yet") it tells a state. */
const putOff =
  /^(?:(?:but|and|just|actually|well|oh|no|maybe|please|do it|mais|et|juste|non|enfin|bon|le fais|la fais|fais le|ne le fais) )*(?:not (?:just )?yet|pas (?:tout de suite|encore|maintenant)|not now)(?: (?:please|ok|though|merci|stp|hein))?$| (?:but|mais|just) (?:not yet|pas encore)$/

/** How a clause was said, so far as words tell. */
export const act = { injection, reported, unreal, negative, past, retraction, putOff } as const

/** A clause as one folded line, courtesies taken out: "if possible" is no condition. */
export function lineOf({ words }: Pick<Clause, 'words'>): string {
  return askedPlainly(words.map(({ text }) => text).join(' '))
    .replace(everyCourtesy, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

/** Whether the whole text speaks to the machine: rules to be ignored, roles to be played, a name of an intent. */
export function isInjection({ raw }: Pick<Reading, 'raw'>): boolean {
  const line = folded(raw).replace(/[^\p{L}\p{N}_:=]+/gu, ' ')
  return injection.test(line)
}
