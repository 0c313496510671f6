import { describe, expect, it } from 'vitest'
import { type Collection, hostsOfTier } from '../../src/knowledge/collection.ts'
import { judge } from '../../src/knowledge/judge.ts'
import type { Headword, Verdict, VerdictName } from '../../src/knowledge/verdict.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { collectionNamed, fqdn, type Shape, workspaceNamed } from '../cards/sample-tenant.ts'

const huggingFace = collectionNamed('huggingface')

const hostsOf = (collection: Collection, tier: 'documented' | 'current' = 'current') =>
  hostsOfTier(collection, tier).map(({ host }) => host)
const laterOf = (collection: Collection) =>
  collection.hosts.filter(({ tier }) => tier === 'current').map(({ host }) => host)

const approved = (shape: Shape = {}) => workspaceNamed('ws', shape)
const codes = ({ reasons }: Verdict) => reasons.map(({ code }) => code)

/** One row of the table of verdicts: what is asked, of which workspace, and what comes of it. */
type Row = readonly [string, Collection, Workspace, VerdictName, Headword, readonly string[]]

describe('Hugging Face on dedicated machines', () => {
  const all = hostsOf(huggingFace)
  const documented = hostsOf(huggingFace, 'documented')
  const rows: readonly Row[] = [
    [
      'a mode that nobody knows yet',
      huggingFace,
      approved({ isolationMode: 'unknown', asRead: 'AllowNothing' }),
      'unknown',
      'unknown',
      ['mode-unknown'],
    ],
    [
      'no isolation',
      huggingFace,
      approved({ isolationMode: 'Disabled' }),
      'not-isolated',
      'yes',
      ['mode-disabled-public'],
    ],
    [
      'no isolation, closed to the public: a customer network that we cannot see',
      huggingFace,
      { ...approved({ isolationMode: 'Disabled' }), publicNetworkAccess: 'Disabled' },
      'not-isolated',
      'depends',
      ['mode-disabled-private'],
    ],
    [
      'all outbound allowed',
      huggingFace,
      approved({ isolationMode: 'AllowInternetOutbound' }),
      'ready',
      'yes',
      ['internet-outbound-allowed'],
    ],
    [
      'all outbound allowed, but not provisioned',
      huggingFace,
      approved({ isolationMode: 'AllowInternetOutbound', status: 'Inactive' }),
      'not-provisioned',
      'not-yet',
      ['internet-outbound-allowed', 'network-inactive'],
    ],
    ['no rule at all', huggingFace, approved(), 'missing-rules', 'not-yet', ['hosts-missing']],
    [
      'no rule at all, and not provisioned: the rules come first',
      huggingFace,
      approved({ status: 'Inactive' }),
      'missing-rules',
      'not-yet',
      ['hosts-missing'],
    ],
    [
      'one documented host short',
      huggingFace,
      approved({ rules: [fqdn('most', all.slice(1))] }),
      'missing-rules',
      'not-yet',
      ['hosts-missing'],
    ],
    [
      'one documented host short and the others failed: what is missing comes first',
      huggingFace,
      approved({ rules: [fqdn('most', all.slice(1), 'Failed')] }),
      'missing-rules',
      'not-yet',
      ['hosts-missing'],
    ],
    [
      'all covered by a failed rule',
      huggingFace,
      approved({ rules: [fqdn('all', all, 'Failed', 'no route')] }),
      'rule-failed',
      'no',
      ['rule-failed'],
    ],
    [
      'one host by a failed rule, the others on their way: the failure comes first',
      huggingFace,
      approved({
        rules: [fqdn('one', all.slice(0, 1), 'Failed'), fqdn('rest', all.slice(1), 'Provisioning')],
      }),
      'rule-failed',
      'no',
      ['rule-failed'],
    ],
    [
      'a failed rule on a network that is not provisioned: the failure comes first',
      huggingFace,
      approved({ status: 'Inactive', rules: [fqdn('all', all, 'Failed')] }),
      'rule-failed',
      'no',
      ['rule-failed'],
    ],
    [
      'rules on their way',
      huggingFace,
      approved({ rules: [fqdn('all', all, 'Provisioning')] }),
      'in-progress',
      'not-yet',
      ['rule-provisioning'],
    ],
    [
      'rules on their way on a network that is not provisioned yet',
      huggingFace,
      approved({ status: 'Inactive', rules: [fqdn('all', all, 'Provisioning')] }),
      'in-progress',
      'not-yet',
      ['rule-provisioning'],
    ],
    [
      'everything stored, and the network not provisioned',
      huggingFace,
      approved({ status: 'Inactive', rules: [fqdn('all', all, 'Inactive')] }),
      'not-provisioned',
      'not-yet',
      ['network-inactive'],
    ],
    [
      'the hosts of 2023 only',
      huggingFace,
      approved({ rules: [fqdn('2023', documented)] }),
      'documented-minimum',
      'yes',
      ['documented-hosts-covered'],
    ],
    [
      'the hosts of 2023, the later ones in a rule that failed',
      huggingFace,
      approved({ rules: [fqdn('2023', documented), fqdn('later', laterOf(huggingFace), 'Failed')] }),
      'documented-minimum',
      'yes',
      ['documented-hosts-covered'],
    ],
    [
      'every host',
      huggingFace,
      approved({ rules: [fqdn('all', all)] }),
      'ready',
      'yes',
      ['all-hosts-covered'],
    ],
    [
      'every host by an active rule, and a failed one besides',
      huggingFace,
      approved({ rules: [fqdn('old', all, 'Failed'), fqdn('all', all)] }),
      'ready',
      'yes',
      ['all-hosts-covered'],
    ],
    [
      'every host through wildcards, one without its dot: one warning',
      huggingFace,
      approved({
        rules: [
          fqdn('wide', [
            'docker.io',
            '*.docker.io',
            '*.docker.com',
            'cdn.auth0.com',
            'huggingface.co',
            '*.huggingface.co',
            '*hf.co',
          ]),
        ],
      }),
      'ready',
      'yes',
      ['all-hosts-covered', 'wide-wildcard'],
    ],
  ]
  it.each(rows)('%s', (_, collection, workspace, name, headword, reasons) => {
    const verdict = judge({ collection }, workspace)
    expect(verdict).toMatchObject({ name, headword, sources: collection.sources })
    expect(codes(verdict)).toEqual(reasons)
  })

  it('counts what is missing, and keeps later lists apart', () => {
    const verdict = judge(
      { collection: huggingFace },
      approved({ rules: [fqdn('hub', ['huggingface.co', 'cdn-lfs.huggingface.co'])] }),
    )
    expect(verdict.missing.map(({ host }) => host)).toEqual([
      'docker.io',
      'production.cloudflare.docker.com',
      'cdn.auth0.com',
    ])
    expect(verdict.later.map(({ host }) => host)).toEqual(laterOf(huggingFace))
    expect(verdict.covered).toEqual([
      { host: 'huggingface.co', rule: 'hub', destination: 'huggingface.co' },
      { host: 'cdn-lfs.huggingface.co', rule: 'hub', destination: 'cdn-lfs.huggingface.co' },
    ])
    expect(verdict.reasons[0]).toEqual({ code: 'hosts-missing', missing: 3, of: 5 })
  })

  it('says what Azure said of the rule that failed', () => {
    const rules = [fqdn('all', all, 'Failed', 'no route')]
    expect(judge({ collection: huggingFace }, approved({ rules })).reasons[0]).toEqual({
      code: 'rule-failed',
      rule: 'all',
      error: 'no route',
    })
  })

  it.each([
    ['Inactive', 'Active'],
    ['Deleting', 'Active'],
    ['Paused', 'Active'],
    ['Deleting', 'Inactive'],
  ] as const)(
    'is not covered by a rule that is %s on a network that is %s, and names the rule',
    (rule, status) => {
      const verdict = judge(
        { collection: huggingFace },
        approved({ status, rules: [fqdn('rest', all.slice(1)), fqdn('off', ['docker.io'], rule)] }),
      )
      expect(verdict.missing.map(({ host }) => host)).toEqual(['docker.io'])
      expect(verdict.reasons).toContainEqual({
        code: 'rule-disregarded',
        rule: 'off',
        host: 'docker.io',
        status: rule,
      })
    },
  )

  it.each(['batch-inference', 'fine-tuning', 'evaluation', 'import'] as const)(
    'is not offered for %s in any mode, since the collection has no such thing',
    capability => {
      for (const isolationMode of ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'] as const)
        expect(judge({ collection: huggingFace, capability }, approved({ isolationMode }))).toMatchObject({
          name: 'not-offered',
          headword: 'no',
          reasons: [{ code: 'capability-not-offered', capability }],
        })
    },
  )

  it('is not offered as a serverless API', () => {
    expect(judge({ collection: huggingFace, option: 'serverless' }, approved())).toMatchObject({
      name: 'not-offered',
      reasons: [{ code: 'option-not-offered', option: 'serverless' }],
    })
  })
})
