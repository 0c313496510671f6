import type { Facts } from './facts.ts'
import type { ReadIntent } from './parsed.ts'
import { pointsBack } from './points-back.ts'
import type { Reading } from './reading.ts'

const past = /^(?:histor|journa|audit|trail|logbook|timeline|chronolog|chang|modif|happened)/
const network = /^(?:networks?|reseaux?|vnet|rules?|regles?|isolation|firewall)$/
const looks =
  /^(?:show|display|describe|view|inspect|montre[zr]?|affiche[zr]?|decri[st]|decrivez|presente[zr]?)$/
/** Asked of something in the network, which may be what was spoken of before: "allowed in ws-prod?". */
const ofAThing =
  /^(?:allow|authori[sz]|autoris|open|ouvert|block|bloqu|debloqu|unblock|whitelist|permit|reach|joign)/

/** "History of ws-prod", "show ws-prod": names its own question and its workspace, so what was spoken of before has no part in it. */
export function standsForItself({ raw, entities }: Reading, facts: Facts, intent: ReadIntent): boolean {
  if (entities.workspaces.length === 0 || facts.things + facts.hosts > 0 || pointsBack(raw)) return false
  if (intent === 'history') return facts.said(past)
  return intent === 'show_network' && (facts.said(looks) || facts.said(network)) && !facts.said(ofAThing)
}
