// Runs in the browser: draws the cards of the gallery as the local page draws them.
import { AdaptiveCard } from 'adaptivecards'
import { teamsHostConfig } from '../src/adapters/page/client/host-config.ts'
import { htmlOf, mentionsIn } from '../src/adapters/page/client/markdown.ts'

const { cards } = window
const form = document.querySelector('form')
const main = document.querySelector('main')

function drawn(card) {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = htmlOf(text, mentionsIn(card))
    result.didProcess = true
  }
  const adaptive = new AdaptiveCard()
  adaptive.hostConfig = teamsHostConfig
  adaptive.parse(card)
  // A form of its own: radio buttons of two cards would be one group otherwise.
  const box = document.createElement('form')
  box.className = card.msteams?.width === 'Full' ? 'card card-wide' : 'card'
  box.append(adaptive.render())
  return box
}

function show() {
  const { language, theme, width, only } = Object.fromEntries(new FormData(form))
  history.replaceState(null, '', `#${new URLSearchParams(new FormData(form))}`)
  document.documentElement.dataset.theme = theme
  document.documentElement.lang = language
  document.body.dataset.width = width
  const kinds = new Map()
  for (const { name, card } of cards[language] ?? []) {
    if (!name.includes(only)) continue
    const [kind, state] = name.split(': ')
    const heading = document.createElement('h3')
    heading.textContent = state
    const item = document.createElement('section')
    item.id = name.replace(/[^a-z0-9]+/gi, '-')
    item.dataset.card = name
    item.append(heading, drawn(card))
    kinds.set(kind, [...(kinds.get(kind) ?? []), item])
  }
  main.replaceChildren(
    ...[...kinds].map(([kind, items]) => {
      const heading = document.createElement('h2')
      heading.textContent = kind
      const shelf = document.createElement('div')
      shelf.className = 'shelf'
      shelf.append(...items)
      const section = document.createElement('section')
      section.dataset.kind = kind
      section.append(heading, shelf)
      return section
    }),
  )
}

for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
  const field = form.elements.namedItem(name)
  if (field !== null) field.value = value
}
form.addEventListener('input', show)
form.addEventListener('submit', event => event.preventDefault())
window.addEventListener('hashchange', () => location.reload())
show()
