import { folded } from './wording.ts'

const openers =
  'hi|hello|hey|gatehouse|please|pls|kindly|now|ok|so|just|bonjour|salut|merci de|veuillez|svp|stp|' +
  '(?:can|could|would|will) (?:you|we|i)|(?:i|we) (?:want|need|would like|have) to|how (?:do|can|would|should) (?:i|we|you)|how to|' +
  '(?:peux|pourrais|veux) tu|(?:pouvez|pourriez|voulez) vous|(?:tu peux|vous pouvez|on peut|je peux)|peut on|puis je|' +
  '(?:je|on|nous) (?:veux|veut|voulons|voudrais|voudrait|voudrions|dois|doit|devons)|il (?:faut|faudrait)|comment'
const verbs =
  'delete|remove|drop|destroy|erase|purge|decommission|tear down|get rid of|create|make|set up|spin up|deploy|clone|duplicate|rename|move|migrate|recover|restore|' +
  'supprime[rz]?|efface[rz]?|detrui[rst]\\p{L}*|cree[rz]?|creer|clone[rz]?|renomme[rz]?|deplace[rz]?|migre[rz]?|restaure[rz]?'
const articles =
  'a|an|the|my|our|your|this|that|one|another|new|whole|entire|old|unused|test|azure|ml|aml|machine|learning|of|le|la|les|l|un|une|mon|notre|ce|cet|cette|nouvel|nouveau|nouvelle|ancien|tout|d|de'
const noun = 'workspaces?|ws|hubs?|projects?|espaces?(?: de travail)?|projets?'
// What follows makes another thing of it: "create the workspace's network".
const ends =
  '(?= *$| (?:please|pls|thanks|thank|asap|now|today|called|named|in|into|for|from|to|with|and|because|as|so|nomme|appele|dans|sur|pour|vers|avec|et|svp|stp|merci|s il))'
const order = new RegExp(
  `^(?:(?:${openers}) )*(?:${verbs}) (?:(?:${articles}) )*(?:(?:${noun})(?: (?:called|named|nomme|appele))?(?: @workspace)?${ends}(?!.*\\b(?:rules?|regles?|network|reseau|vnet|outbound|hosts?|fqdns?|request|demande|notif\\p{L}*|updates?|alerts?|alertes?)\\b)|@workspace(?: (?:workspace|hub|project))?(?: *$| (?:to|into|as|en|please|pls|stp|svp|thanks|merci)\\b))`,
  'u',
)
// A name alone can be opened, closed and made anything of; only these words destroy or move it.
const ofNameAlone =
  /(?:^| )(?:delete|destroy|erase|decommission|tear down|get rid of|rename|clone|duplicate|supprime[rz]?|efface[rz]?|detrui\p{L}*|renomme[rz]?|clone[rz]?) (?:\p{L}+ )*@workspace/u

const saysNoun = new RegExp(`(?:^| )(?:${noun})\\b`, 'u')

/** An order that is carried out elsewhere and never from a chat: a workspace itself is to be made, moved or deleted. */
export function isElsewhere(text: string, workspaces: readonly string[]): boolean {
  const line = workspaces
    .reduce((said, name) => said.replaceAll(folded(name), ' @workspace '), folded(text.slice(0, 300)))
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()
  return order.test(line) && (saysNoun.test(line) || ofNameAlone.test(line))
}
