import { elapsed } from './elapsed.ts'
import type { Labels, Subject } from './labels.ts'
import type {
  BadHostMatter,
  CheckMatter,
  EffortMatter,
  EventMatter,
  FailureMatter,
  HostProblemMatter,
  NoPlanMatter,
  NotRemovedMatter,
  ObstacleMatter,
  PhaseMatter,
  ReasonMatter,
  RefusalMatter,
  StandingMatter,
  StateMatter,
  TroubleMatter,
  VerdictMatter,
  WarningMatter,
} from './matter.ts'
import { messages } from './message.ts'
import { quoted } from './quoted.ts'
import { runs } from './runs.ts'
import { type Signs, wordSet } from './signs.ts'

const locale = 'fr-FR'
const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })

/** The no-break space that French puts before high punctuation and within its quotation marks. */
function spaced(text: string): string {
  return text.replace(/ (?=[:;!?»])|(?<=«) /g, '\u00a0')
}

const message = messages(locale, spaced)

/** A sentence spaced as French is. Only our own words are: what stands between them is shown letter by letter. */
function say(ours: TemplateStringsArray, ...theirs: readonly (string | number)[]): string {
  return ours.map((text, index) => `${spaced(text)}${theirs[index] ?? ''}`).join('')
}

/** `de` before a name, which loses its vowel before another: `d’Azure OpenAI`, but `de Hugging Face`. */
function de(name: string): string {
  return /^[aeiouœàâéèêëîïôöûü]/i.test(name) ? `d’${name}` : `de ${name}`
}

const hosts = (count: number) => message('{count, plural, one {# hôte} other {# hôtes}}', { count })
const workspaces = (count: number) =>
  message('{count, plural, one {# espace de travail} other {# espaces de travail}}', { count })
const numeral = (count: number) => message('{count, number}', { count })
const list = (items: readonly string[]) => conjunction.format(items)

function says(message: string): string {
  return message.trim() === '' ? '' : say` Azure indique : ${quoted(message)}.`
}

/** Of a request, which is feminine. */
const stateWords: Record<StateMatter, string> = {
  'awaiting-approval': 'en attente d’approbation',
  approved: 'approuvée',
  applying: 'en cours d’application',
  done: 'terminée',
  failed: 'en échec',
  rejected: 'refusée',
  expired: 'expirée',
  withdrawn: 'retirée',
}

const events: Record<EventMatter, (name: string) => string> = {
  submitted: name => `${name} l’a demandée`,
  'approval-counted': name => `${name} l’a approuvée, et il faut d’autres approbations`,
  approved: name => `${name} l’a approuvée`,
  rejected: name => `${name} l’a refusée`,
  withdrawn: name => `${name} l’a retirée`,
  expired: () => 'Elle a expiré avant toute décision',
  begun: () => 'Gatehouse a commencé à l’appliquer',
  done: () => 'Elle est terminée, et le résultat a été relu dans Azure',
  configured: () => 'Ses règles sont enregistrées, sans effet tant que le réseau n’est pas provisionné',
  failed: () => 'Elle a échoué',
}

const verdictTitles: Record<Exclude<VerdictMatter, 'not-isolated'>, (subject: Subject) => string> = {
  unknown: ({ collection, workspace }) =>
    say`Inconnu : Gatehouse ne peut pas dire si ${collection} est utilisable dans ${workspace}`,
  'not-offered': ({ collection }) => say`Non : cette option n’est pas proposée pour ${collection}`,
  'follows-public-access': ({ collection, workspace }) =>
    say`Cela dépend : en serverless, ${collection} suit l’accès réseau public à ${workspace}`,
  ready: ({ collection, workspace }) => say`Oui : ${collection} est utilisable dans ${workspace}`,
  'not-provisioned': ({ workspace }) => say`Pas encore : le réseau ${de(workspace)} n’est pas provisionné`,
  'needs-private-endpoint': ({ collection, workspace }) =>
    say`Pas encore : ${collection} nécessite un point de terminaison privé dans ${workspace}`,
  'not-documented': ({ collection }) =>
    say`Cela dépend : aucun document n’énumère les hôtes requis pour ${collection}`,
  'missing-rules': ({ collection, workspace }) =>
    say`Pas encore : ${collection} n’est pas utilisable dans ${workspace}`,
  'rule-failed': ({ collection, workspace }) =>
    say`Non : une règle pour ${collection} est en échec dans ${workspace}`,
  'in-progress': ({ collection, workspace }) =>
    say`Pas encore : ${workspace} est en cours d’ouverture pour ${collection}`,
  'documented-minimum': ({ collection, workspace }) =>
    say`Oui, selon la liste de 2023 : ${collection} est utilisable dans ${workspace}, mais peut encore échouer`,
}

const byHand = {
  'isolation-mode': 'Le mode d’isolation à la main',
  'disable-public-access': 'L’accès public à la main',
  'add-private-endpoint': 'Les points de terminaison privés à la main',
} as const

const notFromChatTitles = {
  'isolation-mode': 'Le mode d’isolation ne se modifie pas depuis une conversation',
  'disable-public-access': 'L’accès réseau public ne se modifie pas depuis une conversation',
  'enable-public-access': 'L’accès réseau public ne se modifie pas depuis une conversation',
  'add-private-endpoint': 'Les points de terminaison privés ne se modifient pas depuis une conversation',
  'remove-private-endpoint': 'Les points de terminaison privés ne se modifient pas depuis une conversation',
} as const

const whyNotFromChat = {
  'isolation-mode': say`Un mode change tout ce que l’espace de travail peut atteindre et on n’en revient pas : aucune carte d’approbation ne le propose. La personne qui administre l’espace de travail le modifie à la main.`,
  'disable-public-access': say`Il décide de qui peut atteindre l’espace de travail, et pourrait en exclure ou y laisser entrer du monde ; Gatehouse modifie les règles de nom de domaine complet et provisionne les réseaux, rien d’autre. La personne qui administre l’espace de travail le modifie à la main.`,
  'enable-public-access': say`Il décide de qui peut atteindre l’espace de travail, et pourrait en exclure ou y laisser entrer du monde ; Gatehouse modifie les règles de nom de domaine complet et provisionne les réseaux, rien d’autre. La personne qui administre l’espace de travail le modifie à la main.`,
  'add-private-endpoint': say`Un point de terminaison privé mène à une autre ressource, dont le propriétaire a son mot à dire ; Gatehouse modifie les règles de nom de domaine complet et provisionne les réseaux, rien d’autre. La personne qui administre les deux ressources le modifie à la main.`,
  'remove-private-endpoint': say`Un point de terminaison privé mène à une autre ressource, dont le propriétaire a son mot à dire ; Gatehouse modifie les règles de nom de domaine complet et provisionne les réseaux, rien d’autre. La personne qui administre les deux ressources le modifie à la main.`,
} as const

const codeNames = { cli: 'az CLI', bicep: 'Bicep', terraform: 'Terraform', rest: 'REST', csv: 'CSV' } as const

const options: Record<string, string> = {
  'managed-compute': 'en calcul managé',
  serverless: 'par l’API serverless',
}
const capabilities: Record<string, string> = {
  'online-inference': 'l’inférence en ligne',
  'batch-inference': 'l’inférence par lots',
  'fine-tuning': 'le réglage précis',
  evaluation: 'l’évaluation',
  import: 'l’importation',
}

function reason(it: ReasonMatter, { collection, workspace }: Subject): string {
  switch (it.code) {
    case 'workspace-not-found':
      return `Azure ne connaît aucun espace de travail nommé ${workspace}, ou Gatehouse n’a pas le droit de le voir. Vérifiez l’orthographe, ou demandez quels sont les espaces de travail.`
    case 'workspace-not-readable':
      return `L’identité de Gatehouse n’a pas le droit de lire ${workspace}. Un administrateur peut lui attribuer le rôle Lecteur sur cet espace de travail.`
    case 'workspace-ambiguous':
      return `Plusieurs espaces de travail se nomment ${workspace}. Reposez la question pour celui dont il s’agit.`
    case 'via-hub':
      return `${workspace} est un projet et utilise le réseau virtuel managé de son hub, ${it.hub}.`
    case 'rules-unread':
      return say`Les règles de trafic sortant ${de(workspace)} n’ont pas encore été lues : la liste des espaces de travail ne les donne pas. Posez la question pour ${workspace} seul, ou de nouveau dans quelques minutes.`
    case 'mode-unknown':
      return say`Le mode d’isolation ${de(workspace)} est « ${it.mode} ». Gatehouse ne connaît pas ce mode et n’en conclut rien.`
    case 'option-not-offered':
      return `${collection} n’est pas disponible ${options[it.option] ?? it.option}.`
    case 'capability-not-offered':
      return `${collection} ne propose pas ${capabilities[it.capability] ?? it.capability}.`
    case 'follows-public-access':
      return it.publicNetworkAccess === 'Disabled'
        ? say`Les règles de trafic sortant ne comptent pas ici. L’accès réseau public à ${workspace} est désactivé : ses points de terminaison ne répondent que par des points de terminaison privés. Les points de terminaison, privés ou non, créés avant le 11 juillet 2024 ne suivent pas ce paramètre ; une modification de celui-ci prend jusqu’à 5 minutes. La région et le pays de facturation limitent encore l’offre.`
        : say`Les règles de trafic sortant ne comptent pas ici. L’accès réseau public à ${workspace} est activé : ses points de terminaison répondent depuis Internet. Une modification de ce paramètre prend jusqu’à 5 minutes. La région et le pays de facturation limitent encore l’offre.`
    case 'mode-disabled-public':
      return say`${workspace} n’a pas de réseau virtuel managé : rien n’est retenu, mais rien n’est isolé non plus.`
    case 'mode-disabled-private':
      return say`${workspace} n’a pas de réseau virtuel managé et son accès réseau public est désactivé. Un réseau à vous peut s’interposer : Gatehouse ne le voit pas, et les documents ne le prennent pas en charge avec le catalogue de modèles.`
    case 'internet-outbound-allowed':
      return say`${workspace} autorise tout le trafic Internet sortant : aucune règle n’est nécessaire et aucun pare-feu n’est facturé.`
    case 'no-hosts-needed':
      return `${collection} ne nécessite aucune règle de trafic sortant particulière.`
    case 'private-endpoint-missing':
      return say`${workspace} n’a pas de règle de point de terminaison privé vers un compte Azure OpenAI ou Azure AI services. Gatehouse n’ajoute pas de points de terminaison privés ; le propriétaire de l’espace de travail peut le faire.`
    case 'private-endpoint-present':
      return say`Le point de terminaison privé existe : règle ${it.rule}.`
    case 'hosts-not-documented':
      return `Les poids des modèles ${de(collection)} sont accessibles sans règle. Certains de ces modèles installent des paquets depuis des hôtes publics au démarrage, et aucun document ne dit lesquels. Si un déploiement échoue sur des paquets, essayez d’abord les hôtes de Curated by Azure AI.`
    case 'judged-by-language-models':
      return `Cette réponse vaut pour les modèles de langage ${de(collection)}, qui installent des paquets au démarrage. D’autres fonctionnent peut-être déjà.`
    case 'hosts-missing':
      if (it.missing === it.of)
        return message(
          '{of, plural, =1 {Le seul hôte requis pour {collection} n’est pas encore autorisé} other {Aucun des # hôtes requis pour {collection} n’est encore autorisé}}.',
          { of: it.of, collection },
        )
      return message(
        '{missing, plural, =1 {Un des {of} requis pour {collection} n’est pas encore autorisé} other {# des {of} requis pour {collection} ne sont pas encore autorisés}}.',
        { missing: it.missing, of: hosts(it.of), collection },
      )
    case 'rule-disregarded':
      return say`La règle ${it.rule} cite ${it.host} mais ne laisse rien passer : Azure lui donne l’état ${it.status}.`
    case 'rule-failed':
      return `La règle ${it.rule} est en échec, et aucune autre ne laisse passer ses hôtes.${says(it.error)} Le propriétaire de l’espace de travail peut supprimer la règle, puis reposer la question ici.`
    case 'rule-provisioning':
      return `Azure met encore la règle ${it.rule} en place. Reposez la question dans quelques minutes.`
    case 'change-under-way':
      return `La demande #${it.request} est en cours d’application. La fin vous sera annoncée dans son fil.`
    case 'network-inactive':
      return say`Le réseau virtuel managé ${de(workspace)} est configuré mais pas provisionné : rien de ce qui est configuré n’a encore d’effet.`
    case 'documented-hosts-covered':
      return message(
        'Tous les hôtes de la liste de 2023 sont autorisés. Des listes plus récentes en citent {later, number} de plus, et l’on sait que des déploiements échouent sans eux.',
        { later: it.later },
      )
    case 'all-hosts-covered':
      return `Chaque hôte qu’une liste cite pour ${collection} est autorisé par une règle active.`
    case 'wide-wildcard':
      return `La règle ${it.rule} autorise ${it.destination}, ce qui laisse aussi passer d’autres noms qui finissent simplement de la même façon.`
  }
}

/** Stands behind "car", which loses no vowel whatever follows. */
function troubleClause(trouble: TroubleMatter): string {
  switch (trouble.is) {
    case 'hub-unread':
      return say`son hub ${trouble.hub} n’a pas pu être lu`
    case 'not-found':
      return 'Azure ne l’a pas trouvé'
    case 'forbidden':
      return 'l’identité de Gatehouse n’a pas le rôle nécessaire dans Azure'
    case 'disallowed':
      return 'une stratégie ou un verrou l’interdit dans Azure'
    case 'unauthenticated':
      return 'Gatehouse n’a pas pu se connecter à Azure'
    case 'throttled':
      return 'Azure a demandé à Gatehouse de ralentir'
    case 'busy':
      return 'une autre modification est en cours sur cet espace de travail'
    case 'refused':
      return 'Azure a refusé l’appel'
    case 'unavailable':
      return 'Azure était injoignable'
    case 'timed-out':
      return 'Azure n’a pas répondu à temps'
    case 'not-understood':
      return 'Azure a répondu d’une façon que Gatehouse ne comprend pas'
  }
}

function troubleSentence(trouble: TroubleMatter, workspace: string | undefined): string {
  const it = workspace ?? 'cette ressource'
  switch (trouble.is) {
    case 'hub-unread':
      return `${workspace ?? 'Cette ressource'} est un projet et utilise le réseau virtuel managé de son hub ${trouble.hub}, ${trouble.because === 'forbidden' ? 'que l’identité de Gatehouse n’a pas le droit de lire. Un administrateur doit lui attribuer un rôle.' : 'qu’Azure ne connaît pas, ou auquel Gatehouse n’a pas le droit d’accéder.'}`
    case 'not-found':
      return `Azure ne connaît pas ${it}, ou Gatehouse n’a pas le droit d’y accéder. Vérifiez l’orthographe, ou demandez quels sont les espaces de travail.`
    case 'forbidden':
      return `L’identité de Gatehouse n’a pas le droit de lire ou de modifier ${it}. Un administrateur doit lui attribuer un rôle. Vos propres droits dans Azure ne comptent pas ici.`
    case 'disallowed':
      return say`Une stratégie ou un verrou l’interdit dans Azure (${trouble.code}). Réessayer ne sert à rien : le propriétaire de la stratégie doit d’abord l’autoriser.`
    case 'unauthenticated':
      return 'Gatehouse n’a pas pu se connecter à Azure. Un administrateur doit vérifier ses informations d’identification.'
    case 'throttled':
      return message(
        'Azure a demandé à Gatehouse de ralentir. Réessayez dans {minutes, plural, one {# minute} other {# minutes}}.',
        { minutes: Math.max(1, Math.ceil(trouble.retryAfterSeconds / 60)) },
      )
    case 'busy':
      return say`Une autre modification est en cours sur ${it}. Azure n’en accepte qu’une à la fois : réessayez quand elle sera terminée.`
    case 'refused':
      return `Azure a refusé l’appel (${trouble.code}). Si cela se reproduit, prévenez un administrateur.`
    case 'unavailable':
      return 'Azure est injoignable. Réessayez dans quelques minutes.'
    case 'timed-out':
      return 'Azure n’a pas répondu à temps. Réessayez dans quelques minutes.'
    case 'not-understood':
      return 'Azure a répondu d’une façon que Gatehouse ne comprend pas. Si cela se reproduit, prévenez un administrateur.'
  }
}

const hostProblems: Record<HostProblemMatter, string> = {
  empty: 'il est vide',
  'has-scheme': 'il commence par un schéma tel que https://, qu’une règle ne connaît pas',
  'has-port': 'il indique un port, alors que les règles visent toujours les ports 80 et 443',
  'has-path':
    'il indique un chemin, alors qu’une règle laisse passer des hôtes entiers et ne peut pas s’y limiter',
  'is-address': 'c’est une adresse, alors que les règles ne prennent que des noms',
  'is-everything': 'il laisserait tout passer',
  'wildcard-without-dot':
    'il manque un point après l’astérisque, si bien que d’autres noms de même fin passeraient aussi',
  'wildcard-inside': 'son astérisque n’est pas au début',
  'wildcard-over-suffix':
    'son caractère générique couvre un suffixe public tel que github.io, sous lequel chacun peut avoir un nom',
  'azure-storage':
    'c’est un compte de stockage Azure, qui prend plutôt un point de terminaison privé, car une règle pour son hôte laisserait partir des données vers n’importe quel compte',
  'not-a-host': 'ce n’est pas un nom d’hôte',
}

function badHost({ host, problem, offer }: BadHostMatter): string {
  const instead = offer === undefined ? '' : say` On peut demander ${offer}.`
  return say`${host === '' ? 'Une entrée vide' : `L’entrée ${host}`} ne peut pas entrer dans une règle : ${hostProblems[problem]}.${instead}`
}

function noPlan(because: NoPlanMatter, workspace: string): string {
  switch (because.is) {
    case 'nothing-to-do': {
      const by = (because.covered ?? []).slice(0, 12).map(({ host, rule }) => `${host} par la règle ${rule}`)
      return say`Tout ce que cette demande changerait est déjà en place dans ${workspace}${by.length === 0 ? '' : say` : ${list(by)}`}. Reposez la question pour avoir la réponse actuelle.`
    }
    case 'project-has-no-network':
      return `${workspace} est un projet et n’a pas de réseau à lui. Posez plutôt la question pour son hub.`
    case 'wrong-mode':
      switch (because.isolationMode) {
        case 'Disabled':
          return say`${workspace} n’a pas de réseau virtuel managé : il n’y a rien à ouvrir ni à provisionner.`
        case 'AllowInternetOutbound':
          return say`${workspace} autorise tout le trafic sortant : il ne prend pas de règles pour des hôtes.`
        case 'AllowOnlyApprovedOutbound':
          return `Le mode d’isolation ${de(workspace)} ne convient pas à cette modification.`
        case 'unknown':
          return say`Gatehouse ne connaît pas le mode d’isolation ${de(workspace)} : il n’y modifie rien.`
      }
      break
    case 'bad-host':
      return `${badHost(because)} Rien n’a été demandé.`
    case 'both-ways':
      return say`Une même demande ne peut pas à la fois autoriser et supprimer ceci : ${list(because.hosts)}. Rien n’a été demandé.`
    case 'nothing-removable':
      return `Rien ne peut être supprimé. ${because.notRemoved.map(notRemoved).join(' ')}`
  }
}

function notRemoved(it: NotRemovedMatter): string {
  switch (it.why) {
    case 'in-no-rule':
      return say`Aucune règle ne nomme ${it.host}.`
    case 'by-wildcard':
      return say`Aucune règle ne nomme ${it.host} lui-même : ${it.destination} dans la règle ${it.rule} le laisse passer, avec d’autres noms. Supprimez plutôt celui-là.`
    case 'not-ours':
      return say`L’hôte ${it.host} figure dans la règle ${it.rule}, de la catégorie ${it.category}, propre à Azure. Gatehouse ne touche pas à ces règles, ni aux points de terminaison privés, ni aux étiquettes de service.`
    case 'other-rule':
      return say`L’hôte ${it.host} figure dans la règle ${it.rule}, que cette demande n’a pas écrite : il y reste.`
    case 'rule-at-rest':
      return say`L’hôte ${it.host} figure avec d’autres dans la règle ${it.rule}, qui ne laisse rien passer (${it.status}). La réécrire l’activerait : elle reste telle quelle. Le propriétaire de l’espace de travail peut la supprimer.`
    case 'claimed':
      return say`L’hôte ${it.host} reste, car d’autres l’ont fait ouvrir et comptent encore sur lui : ${list(it.claims.map(claim => `${claim.by.name} (demande #${claim.request})`))}.`
  }
}

const seen: Record<CheckMatter, Record<StandingMatter, string>> = {
  'other-operation': {
    fine: 'Aucune autre modification n’est en cours sur l’espace de travail.',
    attention: say`Une autre modification est en cours sur l’espace de travail ; Gatehouse en attend la fin.`,
    unseen: 'Gatehouse ne peut pas voir si une autre modification est en cours.',
  },
  'public-access-for-spark': {
    fine: 'L’accès réseau public est désactivé, comme Spark serverless l’exige.',
    attention:
      'L’accès réseau public est activé. Avec Spark, il faut d’abord le désactiver, sans quoi le point de terminaison privé de l’espace de travail risque d’être absent.',
    unseen: 'Gatehouse ne peut pas voir l’accès réseau public, que Spark serverless exige désactivé.',
  },
  'rules-waiting': {
    fine: say`Des règles pour des hôtes attendent : un pare-feu vient avec le réseau.`,
    attention: say`Des règles pour des hôtes attendent : un pare-feu vient avec le réseau.`,
    unseen: 'Gatehouse ne peut pas voir si des règles attendent.',
  },
  locks: {
    fine: 'Aucun verrou ne porte sur l’espace de travail ni sur son groupe de ressources.',
    attention: 'Un verrou porte sur l’espace de travail ou son groupe de ressources et peut tout bloquer.',
    unseen: say`À vérifier : aucun verrou sur l’espace de travail ni sur son groupe de ressources, sans quoi Azure peut être bloqué dans ses propres opérations.`,
  },
  'provider-registration': {
    fine: 'Le fournisseur Microsoft.Network est inscrit dans l’abonnement.',
    attention: 'Le fournisseur Microsoft.Network n’est pas inscrit dans l’abonnement.',
    unseen: say`À vérifier : le fournisseur Microsoft.Network est inscrit dans l’abonnement.`,
  },
  policy: {
    fine: 'Aucune stratégie Azure n’interdit les points de terminaison privés gérés par Azure.',
    attention: 'Une stratégie Azure interdit les points de terminaison privés gérés par Azure.',
    unseen: say`À vérifier : aucune de vos stratégies Azure n’interdit les points de terminaison privés gérés par Azure.`,
  },
  'identity-role': {
    fine: 'L’identité managée de l’espace de travail peut approuver des points de terminaison privés.',
    attention:
      'L’identité managée de l’espace de travail ne peut pas approuver de points de terminaison privés.',
    unseen: say`À vérifier : l’identité managée de l’espace de travail peut approuver des points de terminaison privés (rôle Azure AI Enterprise Network Connection Approver) sur vos propres ressources.`,
  },
}

function refusal(it: RefusalMatter): string {
  switch (it.is) {
    case 'identity-unknown':
      return say`Teams n’a pas dit qui vous êtes dans votre organisation : seule l’aide vous est ouverte. Connectez-vous avec votre compte professionnel et réessayez.`
    case 'may-not-ask':
      return 'Vous ne faites pas partie des personnes autorisées à poser des questions ici. Un administrateur de Gatehouse peut vous ajouter.'
    case 'guest':
      return it.known
        ? say`Vous êtes invité dans cette organisation, et Gatehouse ne répond qu’à ses membres. Un administrateur de Gatehouse peut changer cela dans la stratégie.`
        : say`Teams n’a pas dit si vous êtes invité dans cette organisation, et Gatehouse ne répond qu’à ses membres. Rien n’a été enregistré : réessayez dans une minute.`
    case 'no-approver-configured':
      return say`Aucun approbateur n’est encore désigné : rien ne peut être demandé. Un administrateur peut en désigner dans la stratégie.`
    case 'approvers-unread':
      return say`Seuls les membres du groupe ${list(it.groups)} peuvent approuver ici, et ils n’ont pas pu être lus dans Microsoft Entra ID depuis un moment. Pour l’instant, personne ne compte comme membre : réessayez dans quelques minutes, ou prévenez un administrateur de Gatehouse.`
    case 'not-an-approver':
      return it.approvers.length === 0
        ? 'Seul un approbateur peut en décider, et personne n’est désigné comme tel.'
        : say`Seul un approbateur peut en décider : ${list(it.approvers)}. Rien n’a été enregistré.`
    case 'own-request':
      return say`C’est votre propre demande : quelqu’un d’autre doit en décider. Vous pouvez la retirer.`
    case 'watches-it':
      return say`Vous avez demandé la même chose et serez informé de la fin : quelqu’un d’autre doit en décider.`
    case 'nothing-entered':
      return 'Indiquez au moins un hôte à autoriser ou à supprimer.'
    case 'bad-hosts':
      return `${it.refused.map(badHost).join(' ')} Rien n’a été demandé.`
    case 'hosts-denied':
      return say`La stratégie interdit à tous d’ouvrir ${list(it.hosts)}. Demandez ce qu’il vous faut sans ${message('{count, plural, one {cet hôte} other {ces hôtes}}', { count: it.hosts.length })}.`
    case 'managed-as-code':
      return say`Les règles de trafic sortant de cet espace de travail sont tenues dans ${codeNames[it.by]}, dont la prochaine exécution enlèverait ce qui est fait ici. Faites la modification là-bas.`
    case 'too-few-approvers':
      return say`Il y faut ${it.of} approbateurs et, en dehors de vous, il y en a ${it.there}. Un administrateur peut en désigner d’autres dans la stratégie.`
    case 'not-the-requester':
      return 'Seule la personne qui a fait cette demande peut la retirer.'
    case 'no-such-request':
      return 'Il n’y a pas de telle demande ici. Reposez votre question pour en faire une nouvelle.'
    case 'bad-limit':
      return 'Choisissez une durée de la liste, ou un jour à venir, dans un an au plus.'
    case 'not-later':
      return say`Choisissez une fin plus tardive que l’actuelle, ou « Pour toujours ».`
    case 'no-limit':
      return say`La demande #${it.number} n’a rien ouvert pour un temps : il n’y a pas de fin à repousser.`
    case 'cannot-undo':
      return it.because === 'not-done'
        ? say`Seul ce qui est terminé peut être défait, et la demande #${it.number} n’est pas terminée. Écrivez « affiche #${it.number} » pour voir où elle en est.`
        : it.because === 'time-over'
          ? say`Ce que la demande #${it.number} a supprimé n’était ouvert que pour un temps, qui est écoulé. Refaites la demande avec une nouvelle fin.`
          : say`La demande #${it.number} a provisionné un réseau virtuel managé, et Azure n’en permet pas le retour.`
    case 'counted-already':
      return say`Votre approbation est déjà comptée : ${it.counted} sur ${it.of}. Le reste doit venir d’autres personnes.`
    case 'already-decided':
      return say`Cette demande est déjà ${stateWords[it.state]}${it.by === undefined ? '' : say` ; ${it.by} en a décidé`}. Votre clic n’a rien changé.`
    case 'expired':
      return say`Cette demande a expiré : on ne peut plus en décider. Qui en a encore besoin peut la refaire.`
    case 'other-conversation':
      return 'Cette carte est une copie. Décidez sur l’original, dans la conversation où Gatehouse l’a publié.'
    case 'reason-missing':
      return 'Indiquez un motif, afin que l’approbateur sache à quoi cela sert.'
    case 'comment-missing':
      return 'Écrivez un commentaire avant de refuser, afin que le demandeur sache pourquoi.'
    case 'already-requested':
      return say`${it.requester} a déjà demandé la même chose : demande #${it.number}, ${stateWords[it.state]}. Aucune autre n’a été créée.`
    case 'workspaces-elsewhere':
      return say`Gatehouse ne crée, ne renomme, ne déplace et ne supprime aucun espace de travail : cela se fait dans Azure, par quelqu’un qui en a les droits. Il lit leurs réseaux, et y autorise ou en retire des hôtes, après approbation.`
    case 'no-such-workspace':
      return 'Cet espace de travail n’existe plus, ou Gatehouse n’a plus le droit de le voir. Demandez quels sont les espaces de travail.'
    case 'no-such-collection':
      return 'Cette collection n’est plus connue ici. Demandez de l’aide pour voir lesquelles le sont.'
    case 'nothing-offered':
      return say`Il n’y a plus rien à demander : l’espace de travail a changé depuis la création de cette carte. Reposez la question.`
    case 'no-plan':
      return noPlan(it.because, 'l’espace de travail').replace(/^l’/, 'L’')
    case 'azure-trouble':
      return `${troubleSentence(it.trouble, undefined)} Rien n’a été demandé ni modifié.`
    case 'store-trouble':
      return say`La base de Gatehouse ne répond pas en ce moment : impossible de dire si cela a été enregistré. Rien n’est modifié dans Azure sans être enregistré. Réessayez dans une minute.`
    case 'unknown-button':
      return 'Cette carte n’est plus à jour. Redemandez-en une nouvelle.'
  }
}

function failure(it: FailureMatter): string {
  switch (it.is) {
    case 'effect-grew':
      return say`L’espace de travail a changé après l’approbation : cette modification irait maintenant au-delà de ce qui a été approuvé. Rien de plus n’a été modifié. ${it.replacedBy === undefined ? 'Reposez la question pour voir ce qui est possible maintenant.' : say`La demande #${it.replacedBy} la remplace et porte sur ce que la modification ferait maintenant.`}`
    case 'against-policy':
      return againstPolicy(it)
    case 'no-permission':
      return say`${list(it.who)} : approbation donnée, mais Azure ne permet pas cette modification (${list(it.actions)}). Une personne qui détient le rôle doit approuver une nouvelle demande ; un rôle seulement éligible dans PIM doit d’abord être activé.`
    case 'workspace-gone':
      return 'L’espace de travail n’existe plus, ou Gatehouse n’a plus le droit de le voir. Vérifiez-le dans Azure, puis reposez la question.'
    case 'forbidden':
      return say`L’identité de Gatehouse n’a pas le droit de faire cette modification.${says(it.message)} Un administrateur doit lui attribuer le rôle ; refaites ensuite la demande.`
    case 'disallowed':
      return say`Une stratégie ou un verrou interdit cette modification dans Azure (${it.code}).${says(it.message)} Le propriétaire de la stratégie doit d’abord l’autoriser ; refaites ensuite la demande.`
    case 'refused':
      return `Azure a refusé la modification (${it.code}).${says(it.message)} Prévenez un administrateur avant de refaire la demande.`
    case 'operation-failed':
      return `Azure a commencé la modification sans pouvoir la terminer (${it.code}).${says(it.message)} Reposez la question pour voir ce qui est en place, puis demandez le reste.`
    case 'not-there-afterwards':
      return `Azure a annoncé un succès, mais ${it.hosts.length === 0 ? 'le réseau n’est pas actif' : `aucune règle n’autorise ${list(it.hosts)}`}. Reposez la question pour voir ce qui est en place, puis demandez le reste.`
    case 'rule-failed':
      return say`Azure a marqué la règle ${it.rule} en échec.${says(it.error)} Le propriétaire de l’espace de travail peut la supprimer ; refaites ensuite la demande.`
    case 'rule-name-taken':
      return say`Une règle nommée ${it.rule} existe avec d’autres hôtes, et Gatehouse ne la remplace pas. Le propriétaire de l’espace de travail peut la supprimer ; refaites ensuite la demande.`
    case 'rule-changed':
      return say`Quelqu’un a modifié la règle ${it.rule} depuis la demande : Gatehouse la laisse telle quelle. Reposez la question pour voir ce qu’elle contient maintenant.`
    case 'still-there-afterwards':
      return say`Azure a annoncé un succès, mais la règle ${it.rule} est toujours là. Reposez la question pour voir ce qu’elle contient maintenant.`
    case 'execution-expired':
      return say`La modification n’a pas pu commencer à temps après son approbation : celle-ci ne compte plus. Rien de plus n’est modifié. Refaites la demande.`
  }
}

function againstPolicy(it: Extract<FailureMatter, { is: 'against-policy' }>): string {
  switch (it.because) {
    case 'approvals':
      return say`La stratégie a changé depuis l’approbation, et les approbations ne suffisent plus. Rien de plus n’a été modifié. Refaites la demande.`
    case 'hosts':
      return say`La stratégie a changé depuis l’approbation et interdit à tous d’ouvrir ${list(it.hosts)}. Rien de plus n’a été modifié.`
    case 'managed-as-code':
      return say`Les règles de trafic sortant de cet espace de travail sont désormais tenues dans du code : rien de plus n’a été modifié d’ici. Faites la modification là-bas.`
  }
}

function obstacle(it: ObstacleMatter): string {
  switch (it.is) {
    case 'workspace-busy':
      return say`En attente : une autre modification est en cours sur cet espace de travail. Gatehouse continuera quand elle sera terminée.`
    case 'queued-behind':
      return say`En attente : la demande #${it.request} passe d’abord sur cet espace de travail.`
    case 'azure-unreachable':
      return say`En attente : Azure est injoignable pour le moment. Gatehouse continue d’essayer.`
    case 'azure-throttles':
      return say`En attente : Azure a demandé à Gatehouse de ralentir. La suite viendra d’elle-même.`
  }
}

function warning(it: WarningMatter): string {
  switch (it.is) {
    case 'creates-firewall':
      return `Cela crée un pare-feu Azure (${it.sku}), facturé à l’heure dès ce moment.`
    case 'provisions-network':
      return 'Cela provisionne le réseau virtuel managé, dont les points de terminaison privés sont facturés dès ce moment.'
    case 'cannot-be-undone':
      return say`Le provisionnement est irréversible : un réseau virtuel managé en place ne peut plus être désactivé.`
    case 'includes-spark':
      return 'Cela prépare le réseau pour Spark serverless. Les règles pour des hôtes ne valent pas dans les sessions Spark.'
    case 'removal-breaks':
      return [
        say`Tout ce qui utilise ces hôtes échouera dès ce moment, déploiements en service compris : ${list(it.hosts)}.`,
        ...(it.collections === undefined
          ? []
          : [say`Utilisable maintenant, et plus ensuite : ${list(it.collections)}.`]),
      ].join(' ')
    case 'still-let-through':
      return message(
        'Un caractère générique laissera encore passer {hosts} : {count, plural, one {règle} other {règles}} {rules}.',
        { count: it.rules.length, rules: list(it.rules), hosts: list(it.hosts) },
      )
    case 'last-fqdn-rule':
      return say`Il ne restera aucune règle pour un hôte. Aucun document ne dit si Azure supprime alors le pare-feu et cesse de le facturer : surveillez la facture.`
    case 'writable-hosts':
      return say`Toute personne qui a un compte peut aussi faire sortir des données par là : ${list(it.hosts)}.`
    case 'wildcards':
      return message(
        '{count, plural, one {Un caractère générique laisse} other {Des caractères génériques laissent}} passer tous les sous-domaines : {hosts}.',
        { count: it.hosts.length, hosts: list(it.hosts) },
      )
  }
}

const phases: Record<PhaseMatter, string> = {
  waiting: 'sur le point de commencer',
  starting: 'transmission à Azure',
  running: 'Azure y travaille',
  'reading-back': 'relecture de ce qu’Azure a enregistré',
  settling: say`c’est en place ; Gatehouse vérifie encore une fois que cela le reste`,
}

function cost({ createsFirewall, provisions }: EffortMatter, sku: string | undefined): string {
  const firewall = `un pare-feu Azure (${sku ?? 'Standard'})`
  if (provisions && createsFirewall)
    return say`Cela met le réseau en place avec ${firewall} : les points de terminaison privés et le pare-feu sont facturés dès ce moment.`
  if (provisions)
    return 'Cela met le réseau en place, et ses points de terminaison privés sont facturés dès ce moment.'
  if (createsFirewall)
    return `La première règle pour un hôte crée ${firewall}, facturé à l’heure dès ce moment.`
  return say`Aucun coût nouveau : le pare-feu existe déjà.`
}

const time = ({ minutes: [from, to] }: EffortMatter) => `Azure met généralement de ${from} à ${to} minutes.`

const wildcardNote = (count: number) =>
  message(
    '{count, plural, =0 {} one {, dont # caractère générique} other {, dont # caractères génériques}}',
    { count },
  )

function trafficIn(status: 'Active' | 'Inactive'): string {
  return status === 'Active' ? 'réseau actif' : 'réseau non provisionné'
}

export const fr: Labels = {
  locale,
  times: {
    day: isoDay => message('{at, date, day}', { at: Date.parse(`${isoDay}T00:00:00Z`) }),
    instant: at => message('{at, date, instant}', { at }),
    ago: elapsed(locale, 'il y a moins d’une minute'),
    minutes: (from, to) => `${from} à ${to} minutes`,
  },
  counts: { hosts, list },
  marks: { quoted: text => say`« ${text} »`, named: (heading, text) => say`${heading} : ${text}` },
  headings: {
    missingHosts: count =>
      message('{count, plural, one {Cet hôte manque} other {Ces # hôtes manquent}}', { count }),
    laterHosts: many => `Des listes plus récentes citent ${hosts(many)} de plus`,
    coveredHosts: many => say`Déjà dans une règle : ${hosts(many)}`,
    change: 'Ce que la modification implique',
    addedHosts: many => say`À ouvrir : ${hosts(many)}`,
    alreadyThere: 'Déjà dans une règle, laissés tels quels',
    rules: 'Dans ces règles',
    warnings: 'À savoir avant de décider',
    warningsFirst: 'À savoir avant de demander',
    progress: 'Avancement',
    decision: 'Décision',
    failure: 'Ce qui n’a pas marché',
    answer: 'La réponse maintenant',
    reason: 'Motif indiqué',
    ownRules: count =>
      message(
        '{count, plural, one {# règle définie par l’utilisateur} other {# règles définies par l’utilisateur}}',
        { count },
      ),
    examples: 'Vous pouvez demander',
    approvals: 'Demandes et approbations',
  },
  facts: {
    workspace: 'Espace de travail',
    resourceGroup: 'Groupe de ressources',
    subscription: 'Abonnement',
    region: 'Région',
    kind: 'Type',
    isolationMode: 'Isolation',
    network: 'Réseau',
    firewall: 'Pare-feu',
    publicAccess: 'Accès réseau public',
    rules: 'Règles de trafic sortant',
    takes: 'Durée et coût',
    expires: 'Expire',
    askedBy: 'Demandée par',
    approvers: 'Approbateurs',
  },
  values: {
    isolationMode: (mode, asRead) => {
      switch (mode) {
        case 'Disabled':
          return 'aucune (Disabled)'
        case 'AllowInternetOutbound':
          return 'tout le trafic sortant autorisé (AllowInternetOutbound)'
        case 'AllowOnlyApprovedOutbound':
          return 'seul le trafic sortant approuvé (AllowOnlyApprovedOutbound)'
        case 'unknown':
          return `inconnue de Gatehouse (${asRead})`
      }
    },
    network: status => (status === 'Active' ? 'provisionné (Active)' : 'non provisionné (Inactive)'),
    noManagedNetwork: 'pas de réseau virtuel managé',
    firewall: (exists, sku) => {
      const kind = sku === undefined ? '' : ` (${sku})`
      if (exists === 'yes') return `en place${kind}`
      return exists === 'at-provisioning' ? `créé au provisionnement${kind}` : 'aucun pour l’instant'
    },
    publicAccess: flag => (flag === 'Enabled' ? 'activé' : flag === 'Disabled' ? 'désactivé' : flag),
    ruleCounts: (own, others) =>
      message(
        '{own, plural, one {# définie} other {# définies}} par l’utilisateur, {others, number} par Azure',
        { own, others },
      ),
    ruleStatus: status => {
      switch (status) {
        case 'Active':
          return 'active'
        case 'Inactive':
          return 'inactive'
        case 'Provisioning':
          return 'mise en place en cours'
        case 'Deleting':
          return 'suppression en cours'
        case 'Failed':
          return 'en échec'
        default:
          return status
      }
    },
    option: option =>
      option === 'managed-compute'
        ? 'Cette réponse vaut pour le calcul managé.'
        : 'Cette réponse vaut pour l’API serverless.',
  },
  verdict: {
    title: (name, headword, subject) => {
      if (name !== 'not-isolated') return verdictTitles[name](subject)
      return headword === 'yes'
        ? say`Oui, sans isolation : ${subject.collection} est utilisable dans ${subject.workspace}`
        : say`Cela dépend : ${subject.workspace} utilise peut-être un réseau que Gatehouse ne voit pas`
    },
    reason,
    lists: numbers =>
      message('{count, plural, one {Source} other {Sources}} {numbers}', {
        count: numbers.length,
        numbers: runs(numbers),
      }),
    writable: 'Des données peuvent aussi sortir par là.',
    wildcard: 'caractère générique',
    coveredBy: rule => `par la règle ${rule}`,
    openRequest: request =>
      say`Déjà demandé par ${request.requester} : demande #${request.number}, ${stateWords[request.state]}.`,
    closing: ({ number, requester }) =>
      say`La demande #${number} de ${requester} est en train de refermer cet accès : les hôtes encore présents dans une règle en sont retirés.`,
    nobodyApproves:
      'Cela pourrait être demandé, mais aucun approbateur n’est encore désigné. Un administrateur peut en désigner dans la stratégie.',
    usuallyNext: say`Si un déploiement échoue encore, vérifiez d’abord le quota pour la taille de machine, puis si le modèle est à accès restreint : un tel modèle nécessite l’autorisation de son éditeur et ne peut pas être déployé sans elle.`,
  },
  plan: {
    removedHosts: many => say`À supprimer : ${hosts(many)}`,
    outOf: rules =>
      message('{count, plural, one {de la règle} other {des règles}} {rules}', {
        count: rules.length,
        rules: list(rules),
      }),
    notRemovedTitle: many => say`Non supprimé : ${hosts(many)}`,
    notRemoved,
    preflightTitle: 'Avant le provisionnement',
    preflight: (check, standing) => seen[check][standing],
    place: 'Place dans la file',
    ahead: requests =>
      requests.length === 0
        ? 'en tête pour cet espace de travail'
        : `après ${list(requests.map(each => `#${each}`))}, une à la fois`,
    measured: (from, to, changes) =>
      message(
        '{same, select, yes {{to, number}} other {de {from, number} à {to, number}}} {to, plural, one {minute} other {minutes}} jusqu’ici ({changes, plural, one {# modification} other {# modifications}})',
        { same: from === to ? 'yes' : 'no', from, to, changes },
      ),
    models: 'Modèles',
    watchers: 'Informés aussi',
    rewriteRule: (rule, many) => `Écrire la règle ${rule} avec le reste (${hosts(many)})`,
    deleteRule: rule => `Supprimer la règle ${rule}`,
    provisionWithSpark: 'Provisionner le réseau virtuel managé, avec Spark serverless',
    purpose: (workspace, added, removed, collection) => {
      if (collection !== undefined) return `Fermer ${workspace} pour ${collection}`
      if (removed === 0) return `Autoriser ${hosts(added)} dans ${workspace}`
      return added === 0
        ? `Supprimer ${hosts(removed)} dans ${workspace}`
        : `Autoriser ${hosts(added)} et supprimer ${hosts(removed)} dans ${workspace}`
    },
    changed: (workspace, added, removed, id) =>
      message(
        'La demande #{id} est terminée : dans {workspace}, {what}. Gatehouse a relu le résultat dans Azure.',
        {
          id,
          workspace,
          what: list(
            [
              message(
                '{added, plural, =0 {} one {# hôte est maintenant autorisé} other {# hôtes sont maintenant autorisés}}',
                { added },
              ),
              message('{removed, plural, =0 {} one {# hôte est supprimé} other {# hôtes sont supprimés}}', {
                removed,
              }),
            ].filter(part => part !== ''),
          ),
        },
      ),
  },
  lifetime: {
    undo: 'Défaire…',
    undoHint: id => `Défaire la demande #${id}`,
    undoes: (id, workspace) => `Défaire la demande #${id} dans ${workspace}`,
    limitLabel: say`Pour combien de temps, en jours entiers ?`,
    forGood: 'Pour toujours',
    days: count => message('{count, plural, one {# jour} other {# jours}}', { count }),
    choose: 'À choisir',
    limitUnread: say`Le message demande une ouverture limitée dans le temps, mais sa durée n’a pas été comprise ou dépasse un an. Le formulaire la demande.`,
    dayLabel: 'Ou jusqu’à la fin de ce jour (UTC)',
    until: 'Jusqu’au',
    untilThen: at =>
      `Jusqu’au ${at}. Gatehouse supprimera alors ces hôtes, ce qui est approuvé en même temps.`,
    endsTitle: (count, workspace) =>
      message(
        '{count, plural, one {# hôte sera bientôt supprimé dans {workspace}} other {# hôtes seront bientôt supprimés dans {workspace}}}',
        { count, workspace },
      ),
    endsIntro: at =>
      say`L’ouverture vaut jusqu’au ${at}. Gatehouse y met alors fin, sauf si quelqu’un demande une prolongation et qu’une autre personne l’approuve à temps.`,
    endsHosts: many => say`À supprimer bientôt : ${hosts(many)}`,
    yourRequest: (name, id) => say`${name} : il s’agit de votre demande #${id}.`,
    extend: 'Prolonger…',
    extendHint: id => `Prolonger la demande #${id}`,
    extends: (id, many, workspace) =>
      `Garder ${hosts(many)} de la demande #${id} plus longtemps dans ${workspace}`,
    extendIntro: (id, at) =>
      say`Ce que la demande #${id} a ouvert prend fin le ${at}. Rien n’est écrit dans Azure là où sa règle existe encore ; seule la fin est repoussée. Une autre personne doit l’approuver avant.`,
    extendReason: say`Pourquoi en avez-vous besoin plus longtemps ?`,
    extendReasonHint: say`Par exemple : le pilote continue`,
    driftTitle: (vanished, widened, workspace) =>
      vanished > 0
        ? message(
            '{vanished, plural, one {# hôte ouvert ne passe plus dans {workspace}} other {# hôtes ouverts ne passent plus dans {workspace}}}',
            { vanished, workspace },
          )
        : message(
            '{widened, plural, one {# hôte a été ajouté à une règle de Gatehouse dans {workspace}} other {# hôtes ont été ajoutés à une règle de Gatehouse dans {workspace}}}',
            { widened, workspace },
          ),
    driftIntro: id =>
      say`La demande #${id} était terminée et relue. Depuis, ses règles ont été modifiées en dehors de Gatehouse, par exemple dans le portail Azure ou par une stratégie. Gatehouse ne modifie rien de lui-même, et ne le signale qu’une fois.`,
    vanished: many => say`Ne passe plus : ${hosts(many)}`,
    widened: many => say`Ajouté par d’autres : ${hosts(many)}`,
    requestAgain: 'Refaire la demande…',
    unrequestedTitle: (count, workspace) =>
      message(
        '{count, plural, =0 {Rien n’est ouvert dans {workspace} sans avoir été demandé ici} one {# hôte est ouvert dans {workspace} sans avoir été demandé ici} other {# hôtes sont ouverts dans {workspace} sans avoir été demandés ici}}',
        { count, workspace },
      ),
    unrequestedIntro: say`Des hôtes de règles faites par des personnes, sans demande terminée de Gatehouse. Ils peuvent dater d’avant Gatehouse, ou venir du portail Azure ou de code.`,
    history: workspace => `Historique ${de(workspace)}`,
    atLimit: (id, workspace) =>
      `Supprimer ce que la demande #${id} avait ouvert pour un temps dans ${workspace}`,
    atLimitNews: id => `Le temps pour lequel la demande #${id} avait été approuvée est écoulé.`,
    undoReason: say`Pourquoi la défaire ?`,
    undoReasonHint: say`Par exemple : le pilote est terminé`,
    undoIntro: id =>
      say`Seul ce que la demande #${id} a fait elle-même est défait, d’après ce qui a été consigné lors de son application. Ce sur quoi d’autres comptent reste. Rien n’est modifié avant l’accord d’une autre personne.`,
  },
  proposal: {
    intro: say`Rien n’est encore demandé. Le bouton ouvre un formulaire qui en demande le motif ; quelqu’un d’autre doit approuver.`,
    refused: badHost,
    request: 'Demander cette modification…',
    open: 'Demander une modification des règles…',
    tellMeToo: 'M’informer aussi',
    told: id =>
      say`Vous serez informé ici de la fin de la demande #${id}. Comme vous avez demandé la même chose, vous ne pouvez pas en décider.`,
    toldAlready: id => `Vous serez déjà informé de la fin de la demande #${id}.`,
    toldAnyway: id => say`La demande #${id} est la vôtre : vous serez informé de sa fin de toute façon.`,
    watchersDoNotDecide: say`Qui demande à être informé aussi veut la même chose, et ne peut plus en décider.`,
    neededToDecide: id =>
      say`Votre décision est nécessaire pour la demande #${id} : sans vous, il reste trop peu d’approbateurs. Rien n’a donc été noté, et vous pouvez toujours en décider.`,
    throughHub: (project, hub) =>
      say`${project} est un projet et utilise le réseau virtuel managé de son hub, ${hub}. Ce qui y est modifié vaut pour tous les projets de ce hub.`,
    formTitle: workspace => `Demander une modification des règles ${de(workspace)}`,
    formIntro: say`Un seul plan pour le tout. Rien n’est modifié avant que quelqu’un d’autre l’ait approuvé. Le mode d’isolation, l’accès public et les points de terminaison privés ne se modifient jamais depuis une conversation : on ne revient pas sur un mode, et le reste va au-delà des règles de cet espace de travail ; les boutons disent comment les modifier à la main.`,
    allowLabel: 'Hôtes à autoriser',
    allowHint: say`Par exemple : pypi.org, *.pythonhosted.org`,
    removeLabel: 'Hôtes à supprimer',
    removeHint: count =>
      message(
        '{count, plural, one {# hôte figure} other {# hôtes figurent}} dans des règles créées par des personnes',
        { count },
      ),
    sparkLabel: 'Spark serverless',
    sparkTitle: 'Provisionner le réseau avec Spark serverless',
  },
  notFromChat: {
    button: change => byHand[change],
    title: change => notFromChatTitles[change],
    why: change => whyNotFromChat[change],
    standing: (is, workspace) =>
      is === 'already'
        ? say`C’est déjà le réglage ${de(workspace)}.`
        : say`Pour ${workspace}, personne ne le peut : Azure ne permet pas de revenir du mode en place.`,
    run: 'Avec az CLI, par une personne autorisée',
  },
  code: {
    showAs: 'Afficher en :',
    name: kind => codeNames[kind],
    tooltip: kind => `Afficher en ${codeNames[kind]}`,
    lacking: names => `Ne peut pas s’exprimer en ${list(names)}.`,
    partly: names =>
      say`Tout ne peut pas s’exprimer en ${list(names)} : pour le reste, prenez une autre forme.`,
    tooLong: names => `Trop long pour être affiché ici : ${list(names)}.`,
    rowsShown: shown =>
      message(
        'Le CSV ne contient que {shown, plural, one {la première ligne} other {les # premières lignes}}. Restreignez la question pour obtenir les autres.',
        { shown },
      ),
  },
  effort: { whole: (effort, sku) => `${time(effort)} ${cost(effort, sku)}`, cost },
  freshness: {
    live: at => `Lu à l’instant dans Azure, le ${at}.`,
    cached: (since, at, because) => `Lu ${since} (${at}) et non à l’instant, car ${troubleClause(because)}.`,
    asOf: at => `État au ${at}.`,
  },
  network: {
    title: (workspace, mode, status) => {
      if (mode === 'Disabled') return `${workspace} n’a pas de réseau virtuel managé`
      if (mode === 'unknown') return `${workspace} a un mode d’isolation que Gatehouse ne connaît pas`
      return status === 'Active'
        ? `Le réseau ${de(workspace)} est actif`
        : `Le réseau ${de(workspace)} n’est pas provisionné`
    },
    explained: (mode, status) => {
      switch (mode) {
        case 'Disabled':
          return 'Rien n’est retenu, et rien n’est isolé.'
        case 'AllowInternetOutbound':
          return status === 'Active'
            ? 'Tout le trafic Internet sortant est autorisé.'
            : 'Tout le trafic sortant sera autorisé une fois le réseau provisionné.'
        case 'AllowOnlyApprovedOutbound':
          return status === 'Active'
            ? 'Seul le trafic sortant approuvé est autorisé.'
            : 'Seul le trafic sortant approuvé sera autorisé. Ses règles sont enregistrées et prendront effet une fois le réseau provisionné.'
        case 'unknown':
          return 'Gatehouse n’en conclut rien et n’y modifie rien.'
      }
    },
    usesHub: (workspace, hub) =>
      `${workspace} est un projet et utilise le réseau de son hub, ${hub}, qui est montré ici.`,
    failedTitle: (workspace, count) =>
      message(
        '{workspace} a {count, plural, one {# règle de trafic sortant} other {# règles de trafic sortant}} en échec',
        { workspace, count },
      ),
    failedRule: (rule, error) =>
      `La règle ${rule} est en échec et ne laisse rien passer.${says(error)} Le propriétaire de l’espace de travail peut la supprimer et la faire recréer.`,
    moreRules: count =>
      message(
        'Et {count, plural, one {# autre règle} other {# autres règles}}, que montre le portail Azure.',
        { count },
      ),
    provisioning: 'Son provisionnement peut être demandé ici.',
  },
  workspaces: {
    title: (count, complete) =>
      message(
        '{count, plural, one {# espace de travail} other {# espaces de travail}}{all, select, yes {} other {, et d’autres qui n’ont pas pu être lus}}',
        { count, all: complete ? 'yes' : 'no' },
      ),
    none: 'Gatehouse ne voit aucun espace de travail. Un administrateur peut attribuer à son identité le rôle Lecteur sur un abonnement ou un espace de travail.',
    row: (mode, status) => {
      switch (mode) {
        case 'Disabled':
          return 'Pas de réseau virtuel managé'
        case 'AllowInternetOutbound':
          return `Tout le trafic sortant autorisé, ${trafficIn(status)}`
        case 'AllowOnlyApprovedOutbound':
          return `Seul le trafic sortant approuvé, ${trafficIn(status)}`
        case 'unknown':
          return `Un mode que Gatehouse ne connaît pas, ${trafficIn(status)}`
      }
    },
    projectRow: hub => `Projet, utilise le réseau ${de(hub)}`,
    unread: (subscription, trouble) =>
      `L’abonnement ${subscription} n’a pas pu être lu, car ${troubleClause(trouble)}.`,
  },
  answers: {
    headword: { yes: 'oui', 'not-yet': 'pas encore', no: 'non', depends: 'cela dépend', unknown: 'inconnu' },
    option: { 'managed-compute': 'calcul managé', serverless: 'API serverless' },
    capability: {
      'online-inference': 'Inférence en ligne',
      'batch-inference': 'Inférence par lots',
      'fine-tuning': 'Réglage précis',
      evaluation: 'Évaluation',
      import: 'Importation',
    },
    needs: {
      hosts: 'des règles pour ses hôtes',
      nothing: 'rien',
      'private-endpoint': 'un point de terminaison privé',
      'not-documented': 'non documenté',
    },
    yes: 'oui',
    no: 'non',
    workspace: 'Espace de travail',
    collection: 'Collection',
    model: 'Modèle',
    subject: (name, option) => (option === undefined ? name : `${name} (${option})`),
    subjectIn: (subject, workspace) => `${subject} dans ${workspace}`,
    matrixTitle: (usable, of) =>
      usable === of
        ? `Utilisable partout (${numeral(of)} sur ${numeral(of)})`
        : `Utilisable dans ${numeral(usable)} cas sur ${numeral(of)}`,
    fleetTitle: (subject, usable, of) =>
      `${subject} est utilisable dans ${workspaces(usable)} sur ${numeral(of)}`,
    heldUpTitle: (subject, heldUp, of) =>
      `${subject} est bloqué dans ${workspaces(heldUp)} sur ${numeral(of)}`,
    fleetCounts: counts =>
      `Oui ${numeral(counts.yes)}, pas encore ${numeral(counts['not-yet'])}, non ${numeral(counts.no)}, cela dépend ${numeral(counts.depends)}, inconnu ${numeral(counts.unknown)}.`,
    page: (from, to, of) => `${numeral(from)} à ${numeral(to)} sur ${numeral(of)}.`,
    listed: (since, at) => `D’après la liste des espaces de travail dans Azure, lue ${since} (${at}).`,
    filtered: (many, all) => `${workspaces(many)} sur ${numeral(all)}`,
    filters: {
      region: region => `région ${region}`,
      named: part => say`nom contenant « ${part} »`,
      status: status => (status === 'Active' ? 'réseau provisionné' : 'réseau non provisionné'),
      publicAccess: flag => `accès réseau public ${flag === 'Enabled' ? 'activé' : 'désactivé'}`,
      hosts: names => `${list(names)} autorisé`,
    },
    nothingPasses: 'Aucun espace de travail visible pour Gatehouse ne correspond.',
    coverage: (covered, of, { collection, workspace }) =>
      `${workspace} a des règles pour ${numeral(covered)} des ${hosts(of)} requis pour ${collection}`,
    coverageAll: (of, { collection, workspace }) =>
      message(
        '{workspace} a {of, plural, =1 {une règle pour le seul hôte requis} other {des règles pour chacun des # hôtes requis}} pour {collection}',
        { workspace, of, collection },
      ),
    closest: workspace => say`Le nom le plus proche est ${workspace}.`,
    throughWildcards: (many, destinations) => `Dont ${numeral(many)} seulement par ${list(destinations)}.`,
    requiredTitle: (subject, many) => `${subject} nécessite ${hosts(many)}`,
    requiredTiers: (documented, later) =>
      later === 0
        ? 'Toutes les listes concordent.'
        : say`Les documents de 2023 en citent ${numeral(documented)} ; des listes plus récentes en citent ${numeral(later)} de plus, et l’on sait que des déploiements échouent sans eux.`,
    requiredNothing: subject => say`${subject} : aucune liste d’hôtes`,
    hostNamed: (host, subject) => say`Oui : ${host} est l’un des hôtes requis pour ${subject}.`,
    hostNotNamed: (host, subject) => `Aucune liste pour ${subject} ne cite ${host}.`,
    hostEnough: (host, covers, of) =>
      covers === of
        ? `Une règle pour ${host} les laisse passer tous.`
        : `Une règle pour ${host} ${covers === 0 ? 'ne laisse passer aucun' : `en laisse passer ${numeral(covers)}`} des ${hosts(of)}.`,
    publishedTitle: (publisher, many) => `${publisher} publie lui-même ${hosts(many)}`,
    publishedIntro: uncovered =>
      `Cette liste est plus récente que toutes celles de Microsoft, et rien n’en est demandé avec elles. ${uncovered === 0 ? 'Les listes les laissent tous passer.' : say`Les listes n’en laissent pas passer ${numeral(uncovered)} : un espace de travail qui a toutes les règles citées peut encore échouer.`}`,
    hostTitle: (asks, names) =>
      asks === 'needed-by' ? `À quoi sert ${list(names)}` : `De quelle liste relève ${list(names)}`,
    hostsTitle: (allowed, of, workspace) => `${workspace} laisse passer ${numeral(allowed)} des ${hosts(of)}`,
    hostState: (host, workspace, state) => {
      const through = 'destination' in state && state.destination !== host ? ` par ${state.destination}` : ''
      switch (state.is) {
        case 'unrestricted':
          return say`${host} n’est pas retenu : rien ne sépare ${workspace} des hôtes publics.`
        case 'unrestricted-later':
          return `${workspace} laissera passer ${host}, comme tout hôte, une fois son réseau provisionné.`
        case 'allowed':
          return say`${host} est autorisé dans ${workspace} : la règle ${state.rule} le cite${through}.`
        case 'configured':
          return say`La règle ${state.rule} ${de(workspace)} cite ${host}${through}, mais le réseau n’est pas provisionné : elle n’a pas encore d’effet.`
        case 'provisioning':
          return say`Azure met encore en place la règle ${state.rule}, qui autorise ${host}${through} dans ${workspace}.`
        case 'failed':
          return say`${host} n’est pas autorisé dans ${workspace} : la règle ${state.rule} le cite${through} et est en échec.`
        case 'disregarded':
          return say`${host} n’est pas autorisé dans ${workspace} : la règle ${state.rule} le cite, mais Azure lui donne l’état ${state.status}.`
        case 'missing':
          return say`${host} n’est pas autorisé dans ${workspace} : aucune règle de trafic sortant ne le cite.`
        case 'unknown':
          return say`Gatehouse ne peut pas dire si ${workspace} laisse passer ${host} : il n’en connaît pas le mode d’isolation.`
      }
    },
    neededBy: (host, collection, listed, later) => {
      const as = listed === host ? '' : `, que la liste cite comme ${listed}`
      const only = later ? ' Seules des listes postérieures à celle de 2023 le citent.' : ''
      return `${collection} nécessite ${host}${as}.${only}`
    },
    neededByNone: host => `Aucune liste pour une collection ne cite ${host}.`,
    publishedBy: (host, publisher) => `${publisher} cite ${host} parmi ses propres hôtes.`,
    noHostTitle: say`Sur quel hôte cela a-t-il échoué ?`,
    noHostIntro:
      'Collez la ligne de l’erreur qui cite un hôte, avec le nom de l’espace de travail. Gatehouse dit alors de quelle liste et de quelle règle cet hôte relève, et ce qui manque.',
    nameWorkspace:
      'Reposez la question avec le nom d’un espace de travail pour voir s’il laisse passer cela.',
    pair: (title, value) => say`${title} : ${value}`,
    compareTitle: names => `${list(names)}, côte à côte`,
    rows: {
      needs: 'Requis si seul le trafic sortant approuvé est autorisé',
      documented: 'Hôtes documentés en 2023',
      current: 'Hôtes de toutes les listes',
      options: 'Options de déploiement',
    },
    modelsTitle: names => `Comment déployer ${list(names)}`,
    modelOffered: (model, offered) =>
      offered.length > 1
        ? say`${model} : en calcul managé et en API serverless.`
        : offered[0] === 'serverless'
          ? say`${model} : en API serverless seulement, pas en calcul managé.`
          : say`${model} : en calcul managé seulement, pas en API serverless.`,
    modelUnknown: model =>
      say`${model} n’est pas dans le tableau des options de déploiement : voyez sa fiche dans le catalogue de modèles.`,
    liveCost: (workspace, whole) =>
      say`Ouvrir des hôtes dans ${workspace}, tel qu’il est maintenant : ${whole}`,
    liveNoCost: workspace =>
      say`${workspace}, tel qu’il est maintenant, ne prend pas de règles pour des hôtes : aucun pare-feu n’est facturé pour elles.`,
    livePublicAccess: (workspace, flag) =>
      flag === 'Disabled'
        ? `L’accès réseau public à ${workspace} est désactivé en ce moment.`
        : `L’accès réseau public à ${workspace} est ${flag === 'Enabled' ? 'activé' : flag} en ce moment.`,
    note: it => {
      switch (it.is) {
        case 'smalltalk':
          return {
            title: 'Avec plaisir',
            text: say`Demandez si une collection est utilisable dans un espace de travail, ou écrivez « aide » pour voir le reste.`,
          }
        case 'affirm':
          return {
            title: 'Aucune question n’attend de réponse',
            text: 'Rien n’a été modifié. Les demandes et les approbations se font avec les boutons de leurs cartes.',
          }
        case 'deny':
          return { title: 'Entendu', text: 'Rien n’a été modifié, et rien n’attend de réponse ici.' }
        case 'negated':
          return {
            title: 'Compris, et rien n’a été modifié',
            text: say`Gatehouse ne modifie rien de lui-même : tout changement est demandé sur une carte et approuvé par quelqu’un d’autre.`,
          }
        case 'multi':
          return {
            title: 'Une chose à la fois, je vous prie',
            text: `Rien n’a été modifié. ${it.first === undefined ? 'Commencez par l’une d’elles, et écrivez les autres ensuite.' : `Commencez par ${it.first}, et écrivez le reste ensuite.`}`,
          }
        case 'unknown-model':
          return {
            title: `Gatehouse ne connaît pas le modèle ${it.name}`,
            text: say`${(it.closest ?? []).length === 0 ? '' : say`Les plus proches : ${list(it.closest ?? [])}. `}Il connaît les modèles du tableau des options de déploiement, et ceux du hub Hugging Face par leur nom complet, comme org/modele. Posez la question pour la collection dont relève le modèle.`,
          }
        case 'no-such-rule':
          return {
            title: `Il n’y a pas de règle ${it.rule} dans ${it.workspace}`,
            text: `Rien n’a été modifié. ${it.rules.length === 0 ? `Personne n’a créé de règle FQDN dans ${it.workspace}.` : say`Les règles FQDN créées à la main y sont : ${list(it.rules)}.`}`,
          }
        case 'rule-not-removed':
          return {
            title: `Gatehouse ne supprime pas la règle ${it.rule} de ${it.workspace}`,
            text: say`Rien n’a été modifié. Il supprime les règles FQDN créées par des personnes ; les règles propres à Azure, les points de terminaison privés et les étiquettes de service restent en place.`,
          }
        case 'rule-shares-hosts':
          return {
            title: `La règle ${it.rule} de ${it.workspace} n’est pas seule à citer ses hôtes`,
            text: `Rien n’a été modifié. La règle ${it.other} cite aussi ${list(it.hosts)}, et Gatehouse retire un hôte de toutes les règles. Nommez les hôtes à retirer, ou les deux règles.`,
          }
      }
    },
  },
  form: {
    title: ({ collection, workspace }) => `Demander des hôtes pour ${collection} dans ${workspace}`,
    intro:
      'L’approbateur voit exactement ce que vous voyez ici. Rien n’est modifié avant que quelqu’un d’autre l’ait approuvé.',
    tierLabel: 'Que demander',
    documented: (count, wildcards) =>
      message('{count, plural, one {# documenté} other {# documentés}}{note}', {
        count,
        note: wildcardNote(wildcards),
      }),
    current: (count, wildcards) =>
      message('{count, number} en tout{note}', { count, note: wildcardNote(wildcards) }),
    documentedHosts: many => say`Documentés en 2023 : ${hosts(many)}`,
    currentHosts: many => say`Dans les seules listes plus récentes : ${hosts(many)} de plus`,
    currentAdvice: 'On sait qu’en pratique les seuls hôtes documentés ne suffisent pas.',
    reasonLabel: say`Pourquoi en avez-vous besoin ?`,
    reasonHint: say`Par exemple : essayer de petits modèles de traduction pour l’assistance`,
    reasonError: 'Indiquez un motif, afin que l’approbateur sache à quoi cela sert.',
    tierError: 'Choisissez ce qu’il faut demander.',
    provisioningTitle: workspace => `Demander le provisionnement du réseau ${de(workspace)}`,
    provisioningIntro:
      'Le provisionnement donne effet à tout ce qui est configuré. Rien n’est modifié avant que quelqu’un d’autre l’ait approuvé.',
  },
  request: {
    title: (id, state, result) =>
      say`Demande #${id} : ${state === 'done' && result === 'configured' ? 'enregistrée, pas encore en vigueur' : stateWords[state]}`,
    state: state => stateWords[state],
    purpose: ({ collection, workspace }) => `Ouvrir ${workspace} pour ${collection}`,
    provisioning: (workspace, withSpark = false) =>
      `Provisionner le réseau ${de(workspace)}${withSpark ? ', aussi pour Spark serverless' : ''}`,
    askedBy: (name, at) => `${name}, le ${at}`,
    explained: (state, result) => {
      switch (state) {
        case 'awaiting-approval':
          return 'Rien n’est modifié avant l’accord d’un approbateur.'
        case 'approved':
          return 'C’est noté. Gatehouse vérifie encore l’espace de travail avant toute modification.'
        case 'applying':
          return 'La fin vous sera annoncée dans le fil de la demande.'
        case 'done':
          return result === 'configured'
            ? say`Les règles sont enregistrées, mais le réseau n’est pas provisionné : elles n’ont pas encore d’effet. Demandez à voir le réseau de l’espace de travail pour en demander le provisionnement.`
            : 'Gatehouse a relu le résultat dans Azure.'
        case 'failed':
          return 'La modification n’a pas abouti telle qu’elle avait été approuvée.'
        case 'rejected':
          return 'Rien n’a été modifié.'
        case 'expired':
          return 'Personne n’a décidé à temps, et rien n’a été modifié. Reposez la question pour faire une nouvelle demande.'
        case 'withdrawn':
          return 'Le demandeur l’a retirée, et rien n’a été modifié.'
      }
    },
    toDecide: 'À décider par un approbateur',
    pleaseDecide: names => say`${names} : votre décision est attendue.`,
    commentLabel: 'Commentaire, nécessaire pour refuser',
    commentHint: 'Le demandeur le lira',
    ownRequest: say`C’est votre propre demande : quelqu’un d’autre doit en décider.`,
    decidedBy: (verdict, name, at) =>
      `${verdict === 'approve' ? 'Approuvée' : 'Refusée'} par ${name}, le ${at}`,
    comment: 'Commentaire',
    endedAt: (state, at) => {
      if (state === 'failed') return `Échec le ${at}`
      return `${stateWords[state].charAt(0).toUpperCase()}${stateWords[state].slice(1)} le ${at}`
    },
    expiry: at => `le ${at}, si personne ne décide`,
    stepOf: (step, of) => `étape ${step} sur ${of}`,
    putRule: (rule, many) => `Écrire la règle ${rule} (${hosts(many)})`,
    provision: 'Provisionner le réseau virtuel managé',
    phase: phase => phases[phase],
    since: (at, since) => `depuis le ${at}, ${since}`,
    obstacle,
    warning,
    failure,
  },
  road: {
    counted: (names, of) =>
      message(
        '{count, plural, =0 {# approbation sur {of}} one {# approbation sur {of} : {names}} other {# approbations sur {of} : {names}}}',
        {
          count: names.length,
          of,
          names: list(names),
        },
      ),
    reminder: ({ number: id, purpose, until }) =>
      say`La demande #${id} attend toujours une décision : ${purpose}. Elle expire le ${until}.`,
    applied: (done, of) =>
      message(
        '{done, plural, one {# étape sur {of} avait été réalisée et reste} other {# étapes sur {of} avaient été réalisées et restent}} en place dans Azure.',
        { done, of },
      ),
    split: rules =>
      say`Azure a refusé tous les hôtes dans une seule règle : chacun reçoit la sienne, soit ${rules} règles.`,
    restored: rules =>
      message(
        '{count, plural, one {La règle {rules} avait été écrite puis manquait dans Azure : Gatehouse l’a écrite une seconde fois. Si elle disparaît encore, quelqu’un ou quelque chose la supprime.} other {Les règles {rules} avaient été écrites puis manquaient dans Azure : Gatehouse les a écrites une seconde fois. Si elles disparaissent encore, quelqu’un ou quelque chose les supprime.}}',
        { count: rules.length, rules: list(rules) },
      ),
    othersGone: rules =>
      say`Pendant l’opération, d’autres règles ont disparu, auxquelles Gatehouse n’a pas touché : ${list(rules)}. Le propriétaire de l’espace de travail devrait les vérifier.`,
  },
  waiting: {
    begun: workspace =>
      say`Vous serez averti ici dès que le réseau virtuel managé ${de(workspace)} sera actif. Écrivez « stop » pour ne plus être averti.`,
    activeAlready: workspace =>
      say`Le réseau virtuel managé ${de(workspace)} est déjà actif : il n’y a rien à attendre.`,
    noNetwork: workspace => say`${workspace} n’a pas de réseau virtuel managé : il n’y a rien à attendre.`,
    stopped: workspaces =>
      workspaces.length === 0
        ? say`Vous n’attendiez aucun espace de travail. La fin de vos propres demandes vous est toujours annoncée.`
        : say`Vous ne serez plus averti pour ${list(workspaces)}. La fin de vos propres demandes vous est toujours annoncée.`,
    toldAnyway: request =>
      say`La demande #${request} est la vôtre : sa fin vous sera annoncée de toute façon.`,
    noRequest: say`Vous n’avez encore fait aucune demande. Nommez un espace de travail ou une demande, par exemple « où en est #12 ? »`,
    onlyReads: say`Un terminal ne fait que lire et répondre. Écrivez ceci au bot dans Teams ou sur la page locale, où il peut s’en souvenir.`,
    onlyNetworks: say`Seul l’état d’un réseau virtuel managé peut être attendu. La fin d’une demande est annoncée à qui la fait ou la suit.`,
    button: 'M’avertir quand il est actif',
    ended: (how, workspace) => {
      switch (how) {
        case 'active':
          return `Le réseau virtuel managé ${de(workspace)} est maintenant actif.`
        case 'gone':
          return say`L’espace de travail ${workspace} n’existe plus, ou Gatehouse n’a plus le droit de le voir. Vous ne serez plus averti à son sujet.`
        case 'given-up':
          return say`Le réseau virtuel managé ${de(workspace)} n’est toujours pas actif après sept jours. Refaites la demande si vous voulez continuer à attendre.`
      }
    },
  },
  register: {
    listTitle: (scope, some, about) => {
      const where = about === undefined ? '' : ` pour ${about}`
      switch (scope) {
        case 'mine':
          return some ? `Vos demandes${where}` : `Vous n’avez fait aucune demande${where}`
        case 'for-me':
          return some ? `Demandes${where} qui vous attendent` : `Aucune demande${where} ne vous attend`
        case 'open':
          return some ? `Demandes en cours${where}` : `Aucune demande en cours${where}`
      }
    },
    notAnApprover: say`Vous n’êtes pas approbateur : vous n’avez rien à décider.`,
    pressForCard: 'Appuyez sur une demande pour voir sa carte.',
    historyOf: about =>
      about === undefined ? 'Historique de toutes les demandes' : `Historique ${de(about)}`,
    deeds: (did, by, about) => {
      const where = about === undefined ? '' : ` pour ${about}`
      if (did === 'make') return `Ce que Gatehouse a modifié dans Azure${where}`
      const word = { approve: 'approuvé', reject: 'rejeté', decide: 'décidé', ask: 'demandé' }[did]
      if (by === undefined) return `Ce qui a été ${word}${where}`
      return by === 'you'
        ? `Ce que vous avez ${word}${where}`
        : `Ce qu${de(by.name).startsWith('d’') ? '’' : 'e '}${by.name} a ${word}${where}`
    },
    wroteRules: names =>
      message('{count, plural, one {Règle} other {Règles}} {names}', {
        count: names.length,
        names: list(names),
      }),
    decidedBy: (id, verdict, name) =>
      `${name} a ${verdict === 'approve' ? 'approuvé' : 'refusé'} la demande #${id}`,
    noSuchRequest: id => `Il n’y a pas de demande #${id}`,
    opened: (names, where, by) => {
      const place = where === undefined ? '' : ` dans ${where}`
      return by === undefined
        ? `Aucune demande n’a ouvert ${names}${place}`
        : `La demande #${by} a ouvert ${names}${place}`
    },
    event: (event, name) => events[event](name),
    comment: text => say`Commentaire : ${quoted(text)}`,
    nothing: 'Rien n’en est consigné.',
    onlyOurs: say`D’après le journal d’audit de Gatehouse ; ce qui a été modifié ailleurs, par exemple dans le portail Azure, n’y figure pas.`,
    older: 'Plus anciennes',
    newest: 'Plus récentes',
    tooLate: (id, state) =>
      say`La demande #${id} est déjà ${stateWords[state]} : elle ne peut plus être retirée, et il n’y a plus rien à décider.`,
    cardFollows: id => say`La carte de la demande #${id} suit : seul un appui sur celle-ci décide.`,
  },
  refusal,
  noPlan: {
    title: (because, workspace) =>
      because.is === 'nothing-to-do'
        ? `Rien à modifier dans ${workspace}`
        : `Cela ne peut pas être demandé pour ${workspace}`,
    sentence: noPlan,
  },
  trouble: {
    title: (trouble, workspace) => {
      const about = workspace === undefined ? 'Azure' : workspace
      switch (trouble.is) {
        case 'hub-unread':
          return workspace === undefined
            ? say`Le hub ${trouble.hub} n’a pas pu être lu`
            : say`Le hub ${de(workspace)} n’a pas pu être lu`
        case 'not-found':
          return workspace === undefined
            ? 'Azure ne l’a pas trouvé'
            : `Aucun espace de travail ${workspace} n’est visible`
        case 'forbidden':
        case 'disallowed':
          return `Gatehouse n’a pas le droit de faire cela dans ${about}`
        case 'busy':
          return workspace === undefined
            ? 'Azure est occupé par une autre modification'
            : `${workspace} est occupé par une autre modification`
        case 'unauthenticated':
        case 'throttled':
        case 'refused':
        case 'unavailable':
        case 'timed-out':
        case 'not-understood':
          return `${about} n’a pas pu être lu`
      }
    },
    sentence: troubleSentence,
    clause: troubleClause,
    nothingLost: 'Rien n’a été modifié, et les demandes existantes sont conservées.',
    azureSays: 'Azure indique',
  },
  dialogs: {
    request: 'Ouvrir le formulaire dans une boîte de dialogue…',
    reject: 'Refuser avec un commentaire…',
    rejectHint: id => `Refuser la demande #${id} avec un commentaire, dans une boîte de dialogue`,
  },
  welcome: {
    title: complete =>
      complete ? 'Gatehouse est prêt' : say`Gatehouse est là ; il reste quelque chose à configurer`,
    checklist: 'Points à vérifier au démarrage',
    workspaces: (seen, unread) => {
      const found =
        seen === 0
          ? say`Gatehouse ne voit aucun espace de travail : son identité doit pouvoir les lire dans Azure.`
          : message(
              'Gatehouse voit {seen, plural, one {# espace de travail} other {# espaces de travail}}.',
              {
                seen,
              },
            )
      return unread === 0
        ? found
        : message(
            '{found} {unread, plural, one {# abonnement n’a pas pu être lu} other {# abonnements n’ont pas pu être lus}}.',
            { found, unread },
          )
    },
    notRead: trouble => say`Gatehouse ne peut pas lister les espaces de travail : ${troubleClause(trouble)}.`,
    approvers: names =>
      names.length === 0
        ? say`Aucun approbateur n’est encore désigné : rien ne peut être demandé. Un administrateur peut en désigner dans la stratégie.`
        : `Les demandes sont approuvées par ${list(names)}.`,
    approvals: place => {
      switch (place) {
        case 'here':
          return 'Les demandes à décider arrivent dans cette conversation.'
        case 'elsewhere':
          return 'Les demandes à décider arrivent dans la conversation choisie pour elles.'
        case 'unknown':
          return say`La stratégie nomme une conversation pour les demandes à décider, et Gatehouse n’y a pas été ajouté. En attendant, elles arrivent là où chaque demande est faite.`
        case 'thread':
          return say`Les demandes à décider arrivent là où chacune est faite. Un approbateur peut changer cela en écrivant « envoyer les approbations ici » dans une autre conversation.`
      }
    },
    mention: 'Mentionnez Gatehouse dans chaque message ici, sinon il ne le reçoit pas.',
  },
  host: {
    apology: reference =>
      say`Une erreur s’est produite ici. Si cela se répète, donnez cette référence aux personnes qui exploitent Gatehouse : ${reference}`,
    tooFast: say`C’est plus que je ne peux traiter d’un coup. Attendez une minute, puis reposez votre question ; rien n’a été modifié.`,
  },
  link: {
    anonymous: 'Installez Gatehouse dans Teams pour voir à quoi mène ce lien.',
    ask: workspace => `Demandez ${workspace} à Gatehouse pour voir ses règles.`,
  },
  help: {
    title: 'Ce que fait Gatehouse',
    intro:
      'Gatehouse vous dit si une collection du catalogue de modèles est utilisable dans un espace de travail Azure Machine Learning. Là où le réseau fait obstacle, il l’ouvre, une fois que quelqu’un l’a approuvé.',
    mayNotAsk: refusal({ is: 'may-not-ask' }),
    examples: workspace => [
      {
        say: say`Puis-je utiliser Hugging Face dans ${workspace} ?`,
        gives: 'la réponse, lue dans Azure à ce moment',
      },
      { say: `Afficher ${workspace}`, gives: 'son réseau et ses règles de trafic sortant' },
      { say: say`Quels sont les espaces de travail ?`, gives: 'tous ceux que voit Gatehouse' },
      { say: say`Que coûte le pare-feu ?`, gives: 'ce que disent les documents, avec leur date' },
      { say: say`Qu’est-ce que Hugging Face ?`, gives: 'de même pour une collection' },
      { say: 'Mes demandes', gives: 'ce que vous avez demandé, et où cela en est' },
      { say: `Historique ${de(workspace)}`, gives: 'qui y a ouvert quoi, et qui l’a approuvé' },
      { say: 'Speak English', gives: 'les réponses en anglais' },
      { say: 'Aide', gives: 'cette carte' },
    ],
    requesting:
      'Là où des hôtes manquent, la réponse porte un bouton pour les demander. Vous voyez d’abord les hôtes exacts, la durée et le coût.',
    approving: say`Vous êtes approbateur : les demandes des autres vous parviennent sous forme de cartes avec Approuver et Refuser. Personne ne peut approuver sa propre demande.`,
    privacy:
      'Gatehouse conserve les demandes et les décisions, avec leur auteur et leur date, ainsi que votre langue, et aucun autre de vos messages.',
  },
  speaking: {
    onlyThese: say`Gatehouse parle français et anglais. Écrivez « parle français » ou « parle anglais ».`,
    withYou: 'Gatehouse vous répond désormais en français.',
    here: 'Gatehouse répond désormais en français ici, et aussi dans ce qui ne s’affiche que pour vous.',
  },
  notUnderstood: {
    title: 'Gatehouse ne sait pas répondre à cela',
    intro: say`Il connaît les espaces de travail, leurs réseaux et ce qu’en attend le catalogue de modèles. Essayez par exemple :`,
    examples: workspace => [
      say`Puis-je utiliser Hugging Face dans ${workspace} ?`,
      `Afficher ${workspace}`,
      say`Quels sont les espaces de travail ?`,
    ],
    more: 'Dans un canal ou une conversation de groupe, mentionnez Gatehouse dans chaque message, sinon il ne le reçoit pas.',
    maybe: {
      title: say`Vouliez-vous dire ceci ?`,
      intro: say`Ce n’était pas assez clair pour y répondre. Cliquez sur ce que vous vouliez dire, ou écrivez par exemple :`,
    },
    suggestion: (intent, { thing, workspace }) => {
      const where = workspace === undefined ? '' : ` dans ${workspace}`
      switch (intent) {
        case 'can_use':
          return thing === undefined
            ? say`Que peut-on utiliser${where} ?`
            : say`Peut-on utiliser ${thing}${where} ?`
        case 'required_fqdns':
          return say`Quels hôtes faut-il pour ${thing ?? 'une collection'} ?`
        case 'missing_rules':
          return say`Que manque-t-il pour ${thing ?? 'une collection'}${where} ?`
        case 'show_network':
          return workspace === undefined
            ? say`Afficher le réseau d’un espace de travail`
            : say`Afficher le réseau de ${workspace}`
        case 'list_workspaces':
          return say`Quels sont les espaces de travail ?`
        case 'describe_collection':
          return thing === undefined
            ? say`Quelles sont les collections ?`
            : say`Qu’est-ce que la collection ${thing} ?`
        case 'compare_collections':
          return say`En quoi les collections diffèrent-elles ?`
        case 'deployment_options':
          return thing === undefined ? say`Comment déployer un modèle ?` : say`Comment se déploie ${thing} ?`
        case 'connect_private':
          return say`Comment se connecter en privé ?`
        case 'cost':
          return say`Combien coûte un réseau managé ?`
        case 'public_access':
          return say`Que change l’accès au réseau public ?`
        case 'licence_support':
          return say`Qui prend en charge ${thing ?? 'une collection'} ?`
        case 'explain_network':
          return say`Comment fonctionne un réseau managé ?`
      }
    },
  },
  clarify: {
    title: (asks, unknown) => {
      if (unknown === undefined)
        return asks === 'workspace'
          ? say`De quel espace de travail s’agit-il ?`
          : say`De quelle collection s’agit-il ?`
      return asks === 'workspace'
        ? say`Il n’y a pas d’espace de travail « ${unknown} » ici`
        : say`Gatehouse ne connaît pas de collection « ${unknown} »`
    },
    only: name => say`S’agit-il de ${name} ?`,
    known: names => say`Il connaît ${list(names)}.`,
    moreButton: 'Autres…',
    oneAtATime: say`Un espace de travail à la fois : lequel d’abord ?`,
    sentence: (asks, candidates) => {
      const one = asks === 'workspace' ? 'un espace de travail' : 'une collection'
      const which = asks === 'workspace' ? 'l’espace de travail voulu' : 'la collection voulue'
      return candidates > 0
        ? `Choisissez ${which}, ou reposez la question avec son nom.`
        : `Reposez la question en nommant ${one}.`
    },
    more: count =>
      message('Et {count, plural, one {# autre} other {# autres}} : reposez la question avec le nom.', {
        count,
      }),
  },
  underPolicy: {
    managedTitle: (workspace, by) => say`Les règles de ${workspace} sont tenues dans ${codeNames[by]}`,
    managed: by =>
      say`La prochaine exécution de ${codeNames[by]} enlèverait une règle faite ici : rien n’a donc été demandé. Intégrez-y la modification qui figure sous « Afficher en ».`,
    itself: rule => (rule === '' ? 'la stratégie' : say`la stratégie (règle « ${rule} »)`),
    setAside: (names, actions) =>
      say`L’approbation ${de(list(names))} ne compte pas : Azure ne ${message('{count, plural, one {lui} other {leur}}', { count: names.length })} permet pas cette modification (${list(actions)}). Le rôle est seulement éligible dans PIM ? Activez-le et cliquez de nouveau. Sinon, un autre approbateur doit décider.`,
    leftGroup: (names, groups) =>
      say`L’approbation ${de(list(names))} ne compte pas : ${message('{count, plural, one {cette personne ne fait} other {ces personnes ne font}}', { count: names.length })} plus partie du groupe ${list(groups)}. Un autre approbateur doit décider.`,
    unreadGroups: groups =>
      say`Les membres ${message('{count, plural, one {du groupe} other {des groupes}}', { count: groups.length })} ${list(groups)} n’ont pas pu être lus dans Microsoft Entra ID depuis un moment : pour l’instant, personne ne compte comme membre. Les personnes désignées nommément par la stratégie peuvent décider.`,
    policyOnly: say`Seule la stratégie dit qui peut approuver : les autorisations dans Azure ne sont pas vérifiées (PERMISSIONS=policy-only).`,
  },
  conversation: {
    unlistedModel: (model, closest) =>
      say`Le tableau des options de déploiement ne contient pas le modèle ${model} : cette réponse vaut pour sa collection.${closest.length === 0 ? '' : say` Les plus proches : ${list(closest)}.`}`,
    byDefault: ({ name, by }) =>
      say`Aucun espace de travail n’est nommé. Il s’agit donc de ${name}, que ${by} a choisi pour cette conversation. Pour y mettre fin, écrivez « n’utilise aucun espace ici ».`,
    usesHere: ({ name, by }, conversation) => {
      const here =
        conversation === 'personal'
          ? 'cette conversation'
          : conversation === 'channel'
            ? 'ce canal'
            : 'cette conversation de groupe'
      return say`Désormais, dans ${here}, une question qui ne nomme aucun espace de travail porte sur ${name} (choisi par ${by}). Pour y mettre fin, écrivez « n’utilise aucun espace ici ».`
    },
    usesNone: before =>
      before === undefined
        ? say`Aucun espace de travail n’était choisi ici. Pour en choisir un, écrivez par exemple « utilise ws-dev ici ».`
        : say`${before.name}, choisi par ${before.by}, n’est plus sous-entendu ici. Une question qui ne nomme aucun espace de travail donnera lieu à une question en retour.`,
  },
  approvalsHere: {
    title: done =>
      done ? 'Les approbations arrivent ici désormais' : say`Les approbations doivent-elles arriver ici ?`,
    sentence: (done, conversation) => {
      const here =
        conversation === 'personal'
          ? 'cette conversation avec vous'
          : conversation === 'channel'
            ? 'ce canal'
            : 'cette conversation de groupe'
      return done
        ? `Gatehouse publie chaque nouvelle demande dans ${here}, avec Approuver et Refuser.`
        : say`Gatehouse publierait chaque nouvelle demande dans ${here}, avec Approuver et Refuser. Tout le monde ici pourrait les lire ; seuls les approbateurs pourraient décider.`
    },
    nobody: say`Aucun approbateur n’est encore désigné : rien ne peut être décidé. Un administrateur peut en désigner dans la stratégie.`,
    moved: by =>
      say`${by} a envoyé les approbations dans une autre conversation. Les nouvelles demandes y arrivent désormais ; celles dont la carte est ici peuvent encore être décidées ici.`,
  },
  buttons: {
    request: many => `Demander ${hosts(many)}…`,
    requestFor: subject => say`Demander ${subject}…`,
    submit: 'Demander cette modification',
    requestProvisioning: 'Demander le provisionnement',
    cancel: 'Annuler',
    approve: 'Approuver',
    approveHint: id => `Approuver la demande #${id}`,
    reject: 'Refuser',
    rejectHint: id => `Refuser la demande #${id}`,
    withdraw: 'Retirer la demande',
    showRequest: id => `Afficher la demande #${id}`,
    showNetwork: workspace => `Afficher ${workspace}`,
    listWorkspaces: say`Quels sont les espaces de travail ?`,
    ask: subject => say`${subject} ?`,
    compare: 'Comparer des collections',
    requiredHosts: subject => `Hôtes ${de(subject)}`,
    published: publisher => `Ce que publie ${publisher}`,
    whereUsable: subject => say`Où ${subject} est-il utilisable ?`,
    onlyUsable: 'Seulement où c’est utilisable',
    onlyHeldUp: 'Seulement où c’est bloqué',
    everyOne: 'Tous les espaces de travail',
    nextPage: 'Suivant',
    previousPage: 'Précédent',
    backToList: 'Retour aux listes',
    help: 'Aide',
    approvalsHere: 'Envoyer les approbations ici',
    showLater: many => `Afficher ${hosts(many)} de listes plus récentes`,
    showHow: 'Afficher comment l’ajouter',
    showDetails: 'Afficher les détails',
    askAgain: 'Reposer la question',
    why: say`Pourquoi ?`,
    otherWorkspace: 'Un autre espace de travail',
    curatedHosts: 'Hôtes de Curated by Azure AI',
    otherCollection: 'Une autre collection',
  },
  news: {
    usable: ({ collection, workspace }, id) =>
      `${collection} est maintenant utilisable dans ${workspace}. La demande #${id} est terminée, et Gatehouse a relu le résultat dans Azure.`,
    opened: ({ collection, workspace }, id) =>
      say`La demande #${id} est terminée : ${workspace} laisse passer ce qui était prévu pour ${collection}. Reposez la question pour avoir la réponse actuelle.`,
    stillNot: (id, answer) =>
      say`La demande #${id} est terminée. La réponse est maintenant « ${answer} ». Reposez la question pour savoir pourquoi.`,
    configured: (workspace, id) =>
      say`Demande #${id} : les règles sont enregistrées dans ${workspace}, mais son réseau n’est pas provisionné : elles n’ont pas encore d’effet. Écrivez « ${workspace} » pour demander le provisionnement.`,
    active: (workspace, id) =>
      `Le réseau virtuel managé ${de(workspace)} est maintenant actif. La demande #${id} est terminée.`,
    failed: (id, what) => `La demande #${id} a échoué. ${what}`,
    rejected: (id, by, comment) =>
      `La demande #${id} a été refusée par ${by}.${comment === undefined ? '' : say` Commentaire : ${quoted(comment)}.`} Rien n’a été modifié.`,
    expired: id =>
      say`La demande #${id} a expiré : personne n’a décidé à temps, et rien n’a été modifié. Reposez la question pour en faire une nouvelle.`,
    withdrawn: id => `La demande #${id} est retirée. Rien n’a été modifié.`,
  },
}

/** `l’accès`, `qu’on`; not a name such as `L’Oréal`. */
const elided = /^(?:[LDJNSMTCldjnsmtc]|(?:[Qq]|jusq|[Ll]orsq|puisq)u)'\p{Ll}/u
const accented = /^\p{Ll}*[àâæçéèêëîïôœùû]\p{Ll}*$/u

export const frSigns: Signs = {
  words: wordSet(`
    le les une du aux et est sont dans pour avec sans chez qui quoi quel quelle quels quelles pourquoi je vous nous ils elles
    ma mes votre vos notre nos leur leurs ce cet cette ces ou mais donc puis peux peut pouvez peuvent dois doit faut faire
    veux voudrais souhaite suis avez avons ont être été pas quand combien dont sous vers entre depuis encore
    aujourd'hui aussi très déjà même où voici voilà quelqu'un oui bonjour bonsoir salut merci svp aide aidez
    utiliser afficher affiche affichez montrer montre montrez lister liste listez demander demande demandez approuver refuser
    provisionner autoriser marche fonctionne manque manquent espace espaces travail bloqué
    est-ce est-il est-elle sont-ils sont-elles a-t-il a-t-on y-a-t-il puis-je dois-je ai-je peut-on peut-il peut-elle peux-tu
    pouvez-vous avez-vous faut-il dis-moi dites-moi donne-moi donnez-moi montre-moi montrez-moi aide-moi aidez-moi
  `),
  // One accent makes no language: a café, a résumé.
  looks: word => (elided.test(word) ? 2 : accented.test(word) ? 1 : 0),
}
