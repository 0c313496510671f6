import { GlobalRegistry, HostConfig, Table, Versions } from 'adaptivecards'

// The package calls itself free of side effects, so a bundler leaves out what only registers itself.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5)

const colours = ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']

// The colours are CSS variables, so that a change of theme needs no new rendering (and loses no typing).
const foregroundColors = Object.fromEntries(
  colours.map(name => [name, { default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` }]),
)
const styled = (name: string) => ({ backgroundColor: `var(--card-on-${name})`, foregroundColors })

const fontSizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 }

/** Teams' sizes and spacing; the colours of both themes are in style.css. */
export const teamsHostConfig = new HostConfig({
  fontFamily: '"Segoe UI", system-ui, sans-serif',
  fontTypes: {
    default: { fontFamily: '"Segoe UI", system-ui, sans-serif', fontSizes },
    monospace: {
      fontFamily: '"Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", monospace',
      fontSizes: { ...fontSizes, small: 11, default: 13 },
    },
  },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontWeights: { lighter: 200, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: styled('default'),
    emphasis: styled('emphasis'),
    accent: styled('accent'),
    good: styled('good'),
    warning: styled('warning'),
    attention: styled('attention'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'default' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'default', color: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'default', color: 'default' },
    },
    errorMessage: { color: 'attention', size: 'small' },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 16,
  },
  textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
  adaptiveCard: { allowCustomStyle: false },
})
