import type { ChangeIntent } from './parsed.ts'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(word => word !== ''))

/** Verbs as they stand in an order or after an opener ("can you", "merci de"), folded; misspellings that phones make stand beside. */
export const verbs: Readonly<Record<ChangeIntent, ReadonlySet<string>>> = {
  request_allow:
    list(`add allow alow allw aloow open opn unblock unblok unblck whitelist whitlist allowlist permit authorize authorise autorize autorise enable enabel unlock include
    wl alowlist shutoff ad addd activate register
    ajoute ajoutez ajouter ajoutes ajout rajoute rajoutez rajouter rajoutes autorises autorisez autoriser autorisons autorisiez ouvre ouvrez ouvrir ouvres ouvriez
    debloque debloquez debloquer debloques debloke permets permettez permettre whiteliste whitelistez whitelister whitelistes active activez activer
    inclus incluez inclure declare declarez declarer habilite habiliter accorde accordez accorder ajoutter rajout`),
  request_remove:
    list(`remove remov remvoe rmove delete delet deleet drop revoke revok withdraw close block disallow rescind purge disable forbid ban ditch unallow unwhitelist delist deauthorize eliminate kill scrap strip
    supprime supprimez supprimer supprimes suprime suprimer retire retirez retirer retires enleve enlevez enlever enleves revoque revoquez revoquer ferme fermez fermer
    bloque bloquez bloquer vire virez virer ote otez oter efface effacez effacer coupe coupez couper degage degager desactive desactivez desactiver interdis interdire interdisez
    rebloque rebloquer referme refermer dewhiteliste dewhitelister`),
  provision_network:
    list(`provision provison provsion provisoin privision provisionne provisionnez provisionner provisionnes provisione provisioner
    preprovision prewarm`),
  approve_request:
    list(`approve aprove approv appove approove accept ok okay okays greenlight validate clear endorse
    approuve approuvez approuver approuves aprouve aprouver valide validez valider valides accepte acceptez accepter acceptes`),
  reject_request: list(`reject rejct decline deny refuse dismiss veto nix disapprove
    rejette rejettes rejetez rejeter rejete refuses refusez refuser decline declinez decliner`),
}

/** Verbs that start a thing: a change where the thing is the managed network. */
export const starters =
  list(`create build start kick trigger launch initiate initialize initialise spin bring stand set deploy begin run activate roll make enable prepare provision commence
  cree creez creer crees lance lancez lancer lances demarre demarrez demarrer declenche declenchez declencher mets mettez mettre initialise initialiser construis construire
  partir pars active activer deploie deployez deployer monte monter execute executer fais faites faire effectue effectuer`)

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
      ['provision_network', `provisioned created built provisionne provisionnee cree creee`],
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
  list(`the a an our my your this that its workspace workspaces space managed mgd virtual isolated network networks vnet netwrok netowrk nework of for in on at to and up off out now please me us project hub
  going started over le la les l un notre mon son ce cet reseau virtuel manage gere managee de du d pour dans sur chez espace travail moi nous en place route stp svp maintenant provisioning provisionnement job operation isolation tout suite process from by itself ml azure using with go
  immediately quickly asap today vite rapidement aml`)

/** Things that are no rule, no network and no request, whatever is to be done to them. */
export const foreign =
  list(`ticket tickets endpoint endpoints deployment deployments compute computes instance instances cluster clusters vm vms machine machines aks pool node nodes storage account accounts blob vault keyvault key keys password secret secrets
  notebook notebooks pipeline pipelines dataset datasets datastore datastores experiment experiments job jobs user users member members group groups role roles permission permissions subscription subscriptions database databases expense expenses report reports vacation
  leave pto timesheet invoice holiday holidays purchase order meeting meetings calendar agenda backlog notes note doc docs documentation wiki readme slide slides deck jira browser tab chrome laptop phone mail email emails spreadsheet excel requirements dockerfile code
  script config yaml repo repository git branch pr faq training todo dashboard budget file files folder port ports nsg proxy bug issue door window windows account feature flag license licence contract booking flight hotel room desk form page link app website portal document
  ticket tickets machine machines vm instance instances cluster calcul stockage compte comptes coffre cle cles mdp mot passe notebook jeu jeux donnees experience utilisateur utilisateurs membre membres groupe groupes role roles droit droits abonnement abonnements base frais rapport rapports
  conge conges vacances facture factures commande commandes reunion reunions calendrier ordre notes fiche navigateur onglet ordinateur portable telephone courriel tableur fichier fichiers dossier depot branche formation quota quotas fenetre porte salle bureau bureaux imprimante environnement image images point points pr
  endpoint sku gpu gpus cpu memory disk policy policies template collaborateur collegue colleague teammate channel canal team equipe bot gatehouse question questions answer answers example exemple section chapter line lines comment comments commentaire reminder tag tags label`)
