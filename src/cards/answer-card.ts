import type { Labels } from '../language/labels.ts'
import type { Answer } from './answer-data.ts'
import { askedHostsCard } from './asked-hosts-card.ts'
import { clarifyCard } from './clarify-card.ts'
import { comparisonCard, modelOptionsCard } from './comparison-card.ts'
import { coverageCard } from './coverage-card.ts'
import { explainCard } from './explain-card.ts'
import { fleetCard } from './fleet-card.ts'
import { matrixCard } from './matrix-card.ts'
import { networkCard } from './network-card.ts'
import { noteCard } from './note-card.ts'
import type { Rendered } from './render.ts'
import { publishedHostsCard, requiredHostsCard } from './required-hosts-card.ts'
import { troubleCard } from './trouble-card.ts'
import { verdictCard } from './verdict-card.ts'
import { workspacesCard } from './workspaces-card.ts'

/** The card of an answer, whatever was asked. */
export function answerCard(answer: Answer, labels: Labels): Rendered {
  switch (answer.is) {
    case 'verdict':
      return verdictCard(answer.data, labels)
    case 'matrix':
      return matrixCard(answer.data, labels)
    case 'fleet':
      return fleetCard(answer.data, labels)
    case 'coverage':
      return coverageCard(answer.data, labels)
    case 'network':
      return networkCard(answer.data, labels)
    case 'workspaces':
      return workspacesCard(answer.data, labels)
    case 'required-hosts':
      return requiredHostsCard(answer.data, labels)
    case 'published-hosts':
      return publishedHostsCard(answer.data, labels)
    case 'asked-hosts':
      return askedHostsCard(answer.data, labels)
    case 'facts':
      return explainCard(answer.data, labels)
    case 'comparison':
      return comparisonCard(answer.data, labels)
    case 'model-options':
      return modelOptionsCard(answer.data, labels)
    case 'note':
      return noteCard(answer.data, labels)
    case 'clarify':
      return clarifyCard(answer.data, labels)
    case 'trouble':
      return troubleCard(answer.data, labels)
  }
}
