/** Ordinary words that are one slip away from a word that means something here. */
export const ordinary: ReadonlySet<string> = new Set(
  `paper papers payer building billing there where their these those three shore share stare store story stories form from fort form forms
  charge change chance charges changes chances cosy copy could would should hosts posts ghosts quite quiet quote
  reset remote remove removed moved proved approved provide provided improve improved model modem mode modes
  light right might night sight fight tight eight straight about above abort around round sound found
  first thirst worst burst trust roles rules ruler rulers tools pools polls lists lasts least last fast past
  still skill spill stall small stale scale state stage stake steak break broke broken block clock black
  house horse hours ours yours works words world worlds forks parks marks makes takes lakes
  being bring going doing thing think thank thanks tanks banks ranks blank plan plane plant planet plans
  pride prime price prize twice slice dates rates gates notes votes sites sizes sides rides
  early nearly clearly really ready reads heads leads leaks peaks weeks seeks
  other others mother another either neither whether weather feather father further
  compte conte coute route toute doute voute foute haute saute faute pause cause causes clause
  autre autres astres apres pres tres trois droit droits froid foire faire taire paire maire
  porte portes poste postes peste reste restes teste veste vaste passe passes masse tasse basse casse
  marche marches manche mache mangue manque manger ranger changer charger
  matin mains moins loins point points joint pont ponts vont sont font dont
  livre libre vivre suivre cuivre ouvrir couvrir souffrir offrir
  quart quarts carte cartes perte perdre prendre rendre vendre tendre
  jour jours cours court courts tours fours sourd lourd
  comme comment commun commune homme somme gomme pomme`.split(/\s+/),
)
