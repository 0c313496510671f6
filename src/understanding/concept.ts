/** What words can mean here, whichever language they are in. */
export type Concept =
  | ('ask-how' | 'ask-why' | 'ask-who' | 'ask-when' | 'ask-count' | 'ask-time' | 'what-is')
  | ('may' | 'use' | 'hosts' | 'needs' | 'missing' | 'broken')
  | ('network' | 'network-noun' | 'show' | 'state' | 'workspaces' | 'workspace')
  | ('progress' | 'long-job' | 'notify' | 'tell' | 'when-done' | 'unnotify')
  | ('requests' | 'request' | 'history' | 'done-to')
  | ('about' | 'collection' | 'catalogue' | 'compare' | 'options' | 'connect' | 'cost' | 'public-access')
  | ('licence' | 'explain' | 'network-topic' | 'help' | 'greeting' | 'thanks' | 'yes' | 'no' | 'off-topic')

/** The phrases for each concept, separated by commas. */
export type Phrases = Readonly<Record<Concept, string>>
