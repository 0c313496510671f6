const greetings =
  /^(?:hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening|day)|salut|bonjour|bonsoir|coucou)(?: (?:there|all|everyone|gatehouse|bot|tout le monde))?$/

/** Whether a text is a greeting and nothing else. Thanks and goodbyes are small talk, too, but ask for nothing. */
export function isGreeting(text: string): boolean {
  const said = text
    .toLowerCase()
    .replace(/[^\p{L}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return greetings.test(said)
}
