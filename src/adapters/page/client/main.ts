import type { PageEvent } from '../page-state.ts'
import { element } from './element.ts'
import { followFeed } from './feed.ts'
import { pageStore } from './page-store.ts'
import { type Pane, type PaneChoice, pane } from './pane.ts'
import { themeSwitch } from './theme-switch.ts'

const now = () => Date.now()
const tools = document.querySelector<HTMLElement>('#tools')
const stage = document.querySelector<HTMLElement>('#panes')
const connection = document.querySelector<HTMLElement>('#connection')
if (tools === null || stage === null || connection === null)
  throw new Error('The page is not the one we know')

const beside = element(
  'button',
  { type: 'button', class: 'tool tool-beside', 'aria-pressed': 'false' },
  'Two people side by side',
)
tools.append(beside, themeSwitch())

let store: ReturnType<typeof pageStore> | undefined
let panes: readonly Pane[] = []

/** The address holds who is where, such as `#dana/channel+ada/groupChat`, so that reloading keeps it. */
function choicesInAddress(people: readonly { readonly id: string }[]): PaneChoice[] {
  const kinds = ['personal', 'groupChat', 'channel'] as const
  return location.hash
    .slice(1)
    .split('+')
    .flatMap(part => {
      const [name, kindName] = part.split('/')
      const person = people.find(({ id }) => id === `29:${name}`)
      const kind = kinds.find(candidate => candidate === kindName)
      return person === undefined ? [] : [{ person: person.id, kind: kind ?? 'channel' }]
    })
    .slice(0, 2)
}

function writeAddress(): void {
  const parts = panes
    .map(each => each.choice())
    .map(({ person, kind }) => `${person.slice('29:'.length)}/${kind}`)
  history.replaceState(null, '', `#${parts.join('+')}`)
}

function show(choices: readonly PaneChoice[]): void {
  if (store === undefined) return
  const known = store
  panes = choices.map(
    (choice, index) => panes[index] ?? pane({ store: known, choice, now, onChoice: writeAddress }),
  )
  stage?.replaceChildren(...panes.map(each => each.element))
  beside.setAttribute('aria-pressed', String(panes.length > 1))
  stage?.classList.toggle('panes-two', panes.length > 1)
  writeAddress()
}

beside.addEventListener('click', () => {
  const current = panes.map(each => each.choice())
  const [first] = current
  if (first === undefined || store === undefined) return
  if (current.length > 1) return show([first])
  const other = store.people.find(({ id, name }) => id !== first.person && name.endsWith('Approver'))
  show([first, { person: other?.id ?? first.person, kind: 'channel' }])
})

function take(event: PageEvent): void {
  if (store !== undefined) {
    store.apply(event)
    return
  }
  if (event.kind !== 'snapshot') return
  store = pageStore(event.snapshot)
  store.onChange(() => {
    for (const each of panes) each.update()
  })
  const [first] = event.snapshot.people
  const choices = choicesInAddress(event.snapshot.people)
  if (first !== undefined) show(choices.length > 0 ? choices : [{ person: first.id, kind: 'channel' }])
}

followFeed(take, connected => {
  if (!connected) store?.forgetWork()
  connection.textContent = connected ? '' : 'The connection to Gatehouse is lost. Trying again…'
})
