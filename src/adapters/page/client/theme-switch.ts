import { element } from './element.ts'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]
const names: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' }
const storedAs = 'gatehouse-theme'

/** Light, dark, or as the system is; remembered by the browser. */
export function themeSwitch(): HTMLElement {
  const choice = element('select', { class: 'tool', 'aria-label': 'Theme' })
  choice.append(...themes.map(theme => element('option', { value: theme }, names[theme])))
  const system = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const dark = choice.value === 'dark' || (choice.value === 'system' && system.matches)
    document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  }
  choice.value = themes.find(theme => theme === localStorage.getItem(storedAs)) ?? 'system'
  choice.addEventListener('change', () => {
    localStorage.setItem(storedAs, choice.value)
    apply()
  })
  system.addEventListener('change', apply)
  apply()
  return choice
}
