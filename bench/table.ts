import { type Figure, type Growth, isReached, type Measured } from './benchmark.ts'

/** The figures as a Markdown table, and how they grow as a second one. */
export function table(runs: readonly { readonly name: string; readonly measured: Measured }[]): string {
  const rows = runs.flatMap(({ name, measured }) => measured.figures.map(figure => rowOf(name, figure)))
  const growth = runs.flatMap(({ measured }) => measured.growth ?? []).map(growthRow)
  return [
    ...['| | what | measured | beside it | ratio | goal | |', '|---|---|--:|--:|--:|--:|---|', ...rows],
    ...(growth.length === 0 ? [] : ['', '| what grows | with the work | why |', '|---|---|---|', ...growth]),
  ].join('\n')
}

function rowOf(name: string, figure: Figure): string {
  const { what, value, unit, beside, goal } = figure
  const reached = isReached(figure)
  const bound =
    goal === undefined
      ? ''
      : 'atMost' in goal
        ? `≤ ${shown(goal.atMost)} ${unit}`
        : `≤ ${shown(goal.atMostOfReference)} of it`
  const cells = [
    name,
    what,
    `${shown(value)} ${unit}`,
    beside === undefined ? '' : `${beside.what}: ${shown(beside.value)}`,
    beside === undefined ? '' : shown(value / beside.value),
    bound,
    reached === undefined ? '' : reached ? 'reached' : '**missed**',
  ]
  return `| ${cells.join(' | ')} |`
}

function growthRow({ what, unit, points, because }: Growth): string {
  const values = points.map(({ work, value }) => `${work}: ${shown(value)}`).join('; ')
  return `| ${what}, ${unit} | ${values} | ${because} |`
}

function shown(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(2)
}
