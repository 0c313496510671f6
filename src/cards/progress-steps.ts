import type { PlannedStep } from '../changes/change.ts'
import type { Instant, Progress } from '../changes/request.ts'
import type { Labels } from '../language/labels.ts'
import { markdownText } from './escape.ts'
import { linesOf } from './fragments.ts'

/** The steps of a plan that is being applied: which are done, what Azure is doing, and what comes. */
export function progressSteps(
  steps: readonly PlannedStep[],
  progress: Progress,
  now: Instant,
  labels: Labels,
) {
  const { phase, obstacle } = progress
  // Once the last step is written, the index may stand behind it while the result is read back.
  const current = Math.min(progress.step, steps.length - 1)
  const since = 'since' in phase ? phase.since : progress.startedAt
  return [
    {
      title: markdownText(
        labels.marks.named(labels.headings.progress, labels.request.stepOf(current + 1, steps.length)),
      ),
      steps: steps.map((step, index) => ({
        icon: index < current ? '✓' : index === current ? '›' : '–',
        color: index < current ? 'good' : index === current ? 'accent' : 'default',
        text: markdownText(nameOf(step, labels)),
        below:
          index === current
            ? linesOf([
                `${labels.request.phase(phase.is)}, ${labels.request.since(labels.times.instant(since), labels.times.ago(now - since))}`,
                obstacle === undefined ? '' : labels.request.obstacle(obstacle),
                progress.steps === undefined ? '' : labels.road.split(steps.length),
                progress.restored === undefined ? '' : labels.road.restored(progress.restored),
              ])
            : [],
      })),
    },
  ]
}

function nameOf(step: PlannedStep, labels: Labels): string {
  switch (step.do) {
    case 'provision':
      return step.includeSpark ? labels.plan.provisionWithSpark : labels.request.provision
    case 'delete-rule':
      return labels.plan.deleteRule(step.ruleName)
    case 'put-rule':
      return step.replaces === undefined
        ? labels.request.putRule(step.ruleName, step.hosts.length)
        : labels.plan.rewriteRule(step.ruleName, step.hosts.length)
  }
}
