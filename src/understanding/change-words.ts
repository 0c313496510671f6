import type { ChangeIntent } from './parsed.ts'

/** The endings of a French verb in -er, as orders and wishes take them. */
const french = (stems: string) =>
  stems
    .split(/\s+/)
    .flatMap(stem => ['e', 'es', 'ez', 'er', 'ons', 'iez', 'ions'].map(ending => stem + ending))
    .join(' ')
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(word => word !== ''))

/** Verbs as they stand in an order or after an opener ("can you", "merci de"), folded; misspellings that phones make stand beside. */
export const verbs: Readonly<Record<ChangeIntent, ReadonlySet<string>>> = {
  request_allow:
    list(`add ad addd allow alow allw aloow open opn unblock unblok unblck whitelist whitlist allowlist alowlist wl
    permit authorize authorise autorize enable enabel unlock include activate register sort onboard
    ${french('integr ajout ajoutt rajout autoris debloqu whitelist activ declar habilit accord')} ajout rajout debloke
    ouvre ouvrez ouvrir ouvres ouvriez ouvrons permets permettez permettre inclus incluez inclure`),
  request_remove:
    list(`remove remov remvoe rmove delete delet deleet drop revoke revok withdraw close block disallow rescind
    purge disable forbid ban ditch unallow unwhitelist delist deauthorize eliminate kill scrap strip shut cut clean
    ${french('supprim suprim retir enlev revoqu ferm bloqu vir ot effac coup degag desactiv rebloqu referm dewhitelist')}
    interdis interdire interdisez`),
  provision_network: list(`provision provison provsion provisoin privision prov preprovision prewarm
    ${french('provisionn provision preprovisionn')}`),
  approve_request:
    list(`approve aprove approv appove approove accept ok okay okays greenlight validate clear endorse
    ${french('approuv aprouv valid accept')}`),
  reject_request: list(`reject rejct decline deny refuse dismiss veto nix disapprove
    ${french('rejet rejett refus declin')}`),
}

/** Verbs that start a thing: a change where the thing is the managed network. */
export const starters =
  list(`do have fire install installe installez installer warm initie initier initiez enclenche enclenchez enclencher amorce amorcer create build start kick trigger launch initiate initialize initialise spin bring stand set deploy begin run activate roll make enable prepare provision commence
  cree creez creer crees lance lancez lancer lances demarre demarrez demarrer declenche declenchez declencher mets mettez mettre initialise initialiser construis construire
  partir pars active activer deploie deployez deployer monte monter execute executer fais faites faire effectue effectuer`)

/** What an action is called rather than done, by what it is; an order only after "please" or "merci de procéder à". */
export const actions: ReadonlyMap<string, ChangeIntent> = new Map([
  ...['ouverture', 'ajout', 'deblocage', 'autorisation'].map(word => [word, 'request_allow'] as const),
  ...['suppression', 'retrait', 'fermeture'].map(word => [word, 'request_remove'] as const),
  ...['provisionnement', 'provisioning'].map(word => [word, 'provision_network'] as const),
])

/** Past participles, by what they would have done: "I need X opened". */
export const participles: ReadonlyMap<string, ChangeIntent> = new Map(
  (
    [
      [
        'request_allow',
        `opened open added allowed whitelisted allowlisted unblocked enabled authorized authorised permitted unlocked granted reachable accessible working
        ouvert ouverte ouverts ouvertes ajoute ajoutee ajoutes ajoutees autorise autorisee autorises autorisees debloque debloquee debloques debloquees active accessible accessibles joignable`,
      ],
      [
        'request_remove',
        `removed deleted revoked dropped closed gone out withdrawn blocked disallowed supprime supprimee supprimes supprimees retire retiree retires retirees enleve enlevee
        enleves enlevees revoque revoquee ferme fermee fermes fermees bloque bloquee`,
      ],
      ['provision_network', `provisioned started created built provisionne provisionnee cree creee`],
      ['approve_request', `approved signed approuve approuvee approuver validee`],
      ['reject_request', `rejected declined refused rejete rejetee refusee`],
    ] as const
  ).flatMap(([kind, words]) => words.split(/\s+/).map(word => [word, kind] as const)),
)

/** Stems of every word that speaks of a change, whatever its form; what a negation or a quotation of one is known by. */
export const changeStems: readonly string[] =
  `add allow open unblock whitelist allowlist permit authori enabl remov delet revok withdr provision approv reject declin
  ajout rajout autoris ouvr ouvert debloqu permett whitelist supprim retir enlev revoqu provisionn approuv valid rejet refus`
    .split(/\s+/)
    .filter(stem => stem !== '')

/** What may be called a rule's object without naming it. */
export const ruleNouns =
  list(`rule rules regle regles host hosts hote hotes fqdn fqdns domain domains domaine domaines url urls address addresses adresse adresses missing manquant manquants manquante manquantes manque
  whatever everything required needed requis requises access acces outbound entries entry entree entrees destination destinations site sites`)

export const pronouns = list(
  `it them these those that this le la les l ca cela ceux celles ceci all tout tous toutes en y`,
)

export const networkNouns = list(
  `provision network networks vnet netwrok netowrk nework reseau reseaux provisioning provisionnement provisionning isolation firewall`,
)

/** Words that may stand between "provision" or "create" and the network or workspace that is meant. */
export const networkPath =
  list(`provision setup command building creating mise started build creation construction deployment deploiement pre incl spark new entire whole default corresponding same the a an our my your this that its workspace workspaces space managed mgd virtual isolated network networks vnet netwrok netowrk nework of for in on at to and up off out now please me us project hub
  going started over le la les l un notre mon son ce cet reseau virtuel manage gere managee de du d pour dans sur chez espace travail moi nous en place route stp svp maintenant provisioning provisionnement job operation isolation tout suite process from by itself ml azure using with go
  thing thingy thingie stuff bit part side piece truc machin partie
  immediately quickly asap today vite rapidement aml`)

/** Things that are no rule, no network and no request, whatever is to be done to them. */
export const foreign =
  list(`ticket tickets endpoint endpoints deployment deployments compute computes instance instances cluster clusters vm vms machine machines aks pool node nodes storage account accounts blob vault keyvault key keys password secret secrets
  notebook notebooks pipeline pipelines dataset datasets datastore datastores experiment experiments job jobs user users member members group groups role roles subscription subscriptions database databases expense expenses report reports vacation
  leave pto timesheet invoice holiday holidays purchase order meeting meetings calendar agenda backlog notes note doc docs documentation wiki readme slide slides deck jira browser tab chrome laptop phone mail email emails spreadsheet excel requirements dockerfile code
  script config yaml repo repository git branch pr faq training todo dashboard budget file files folder port ports nsg proxy bug issue door window windows account feature flag license licence contract booking flight hotel room desk form page link app website portal document
  ticket tickets machine machines vm instance instances cluster calcul stockage compte comptes coffre cle cles mdp mot passe notebook jeu jeux donnees experience utilisateur utilisateurs membre membres groupe groupes role roles droit droits abonnement abonnements base frais rapport rapports
  conge conges vacances facture factures commande commandes reunion reunions calendrier ordre notes fiche navigateur onglet ordinateur portable telephone courriel tableur fichier fichiers dossier depot branche formation quota quotas fenetre porte salle bureau bureaux imprimante environnement image images point points pr
  endpoint sku gpu gpus cpu memory disk policy policies template collaborateur collegue colleague teammate channel canal team equipe bot gatehouse question questions answer answers example exemple section chapter line lines comment comments commentaire reminder tag tags label`)
