import type { PagePerson } from '../page-state.ts'
import { avatar } from './avatar.ts'
import { element } from './element.ts'

export interface PeopleSwitch {
  readonly element: HTMLElement
  update(current: string, unseen: (person: string) => number): void
}

let switches = 0

/** Who you are in this pane: radio buttons, so that the arrow keys walk through the people. */
export function peopleSwitch(
  people: readonly PagePerson[],
  onChoose: (person: string) => void,
): PeopleSwitch {
  switches += 1
  const group = `person-${switches}`
  const options = people.map(person => {
    const radio = element('input', {
      type: 'radio',
      class: 'person-radio',
      name: group,
      value: person.id,
      id: `${group}-${person.id}`,
    })
    radio.addEventListener('change', () => onChoose(person.id))
    const badge = element('span', { class: 'badge', hidden: true })
    const [first = '', ...rest] = person.name.split(' ')
    const name = element(
      'span',
      { class: 'person-name' },
      element('span', { class: 'person-first' }, first),
      element('span', { class: 'person-rest' }, ` ${rest.join(' ')}`),
    )
    const label = element(
      'label',
      { class: 'person', for: radio.id },
      avatar(person.name, false),
      name,
      badge,
    )
    return { person, radio, badge, element: element('span', { class: 'person-option' }, radio, label) }
  })
  const legend = element('legend', { class: 'people-legend' }, 'You are')
  return {
    element: element('fieldset', { class: 'people' }, legend, ...options.map(option => option.element)),
    update(current, unseen) {
      for (const { person, radio, badge } of options) {
        radio.checked = person.id === current
        const count = person.id === current ? 0 : unseen(person.id)
        badge.hidden = count === 0
        badge.replaceChildren(String(count), element('span', { class: 'unheard' }, ' new'))
      }
    },
  }
}
