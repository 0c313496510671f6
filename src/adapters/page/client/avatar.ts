import { element } from './element.ts'

/** Initials on a colour that stays the same for a name. */
export function avatar(name: string, isBot: boolean): HTMLElement {
  const initials = name
    .split(' ')
    .map(word => word[0] ?? '')
    .slice(0, 2)
    .join('')
  const sum = [...name].reduce((total, letter) => (total * 27 + (letter.codePointAt(0) ?? 0)) % 9973, 0)
  const kind = isBot ? 'avatar avatar-bot' : `avatar avatar-${sum % 6}`
  return element('span', { class: kind, 'aria-hidden': 'true' }, initials)
}
