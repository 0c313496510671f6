import type { Capability, Collection, DeploymentOption, NeededHost, Source } from './collection.ts'
import type { Model } from './model.ts'
import type { Reason } from './reason.ts'

export type VerdictName =
  | 'unknown'
  | 'not-offered'
  | 'follows-public-access'
  | 'not-isolated'
  | 'ready'
  | 'not-provisioned'
  | 'needs-private-endpoint'
  | 'not-documented'
  | 'missing-rules'
  | 'rule-failed'
  | 'in-progress'
  | 'documented-minimum'

export type Headword = 'yes' | 'not-yet' | 'no' | 'depends' | 'unknown'

export interface CoveredHost {
  readonly host: string
  readonly rule: string
  readonly destination: string
}

export interface Verdict {
  readonly name: VerdictName
  readonly headword: Headword
  /** Documented hosts that nothing covers. */
  readonly missing: readonly NeededHost[]
  /** Hosts that only later lists name, and that nothing covers. */
  readonly later: readonly NeededHost[]
  readonly covered: readonly CoveredHost[]
  readonly reasons: readonly Reason[]
  readonly sources: readonly Source[]
  /** Whether a request for the missing hosts may be offered. Nothing else is ever offered by a verdict. */
  readonly offersRequest: boolean
}

export interface Question {
  /** Of a model asked about: the collection that it belongs to. */
  readonly collection: Collection
  readonly model?: Model
  readonly option?: DeploymentOption
  readonly capability?: Capability
}

/** A request of ours that is being applied to this workspace for these hosts. */
export interface OwnChange {
  readonly request: number
}

const headwords: Record<Exclude<VerdictName, 'not-isolated'>, Headword> = {
  unknown: 'unknown',
  'not-offered': 'no',
  'follows-public-access': 'depends',
  ready: 'yes',
  'not-provisioned': 'not-yet',
  'needs-private-endpoint': 'not-yet',
  'not-documented': 'depends',
  'missing-rules': 'not-yet',
  'rule-failed': 'no',
  'in-progress': 'not-yet',
  'documented-minimum': 'yes',
}

export type Details = Partial<Omit<Verdict, 'name' | 'reasons'>>

/** A verdict with the headword and the offer that belong to its name. */
export function verdict(
  name: VerdictName,
  question: Question,
  reasons: readonly Reason[],
  details: Details = {},
): Verdict {
  return {
    name,
    headword: name === 'not-isolated' ? 'yes' : headwords[name],
    missing: [],
    later: [],
    covered: [],
    sources: question.collection.sources,
    offersRequest: name === 'missing-rules' || name === 'documented-minimum',
    ...details,
    reasons,
  }
}

/** The verdict on a workspace that could not be judged at all. */
export function cannotTell(question: Question, why: Reason): Verdict {
  return verdict('unknown', question, [why])
}

/** What is offered: of the model where one is asked about, or else of its collection. */
export function optionsOf({ collection, model }: Question): readonly DeploymentOption[] {
  return (model ?? collection).options
}

/** The option that is meant when none was named: dedicated machines, unless there are none for what is asked about. */
export function optionOf(question: Question): DeploymentOption {
  return (
    question.option ?? (optionsOf(question).includes('managed-compute') ? 'managed-compute' : 'serverless')
  )
}
