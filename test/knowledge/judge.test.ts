import { describe, expect, it } from 'vitest'
import { type Collection, hostsOfTier } from '../../src/knowledge/collection.ts'
import { judge } from '../../src/knowledge/judge.ts'
import type { Headword, Verdict, VerdictName } from '../../src/knowledge/verdict.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import type { RuleStatus } from '../../src/workspace/outbound-rule.ts'
import { collectionNamed, fqdn, privateEndpoint, type Shape, workspaceNamed } from '../cards/sample-tenant.ts'

const huggingFace = collectionNamed('huggingface')
const curated = collectionNamed('curated')
const meta = collectionNamed('meta')
const openAi = collectionNamed('azure-openai')
const nvidia = collectionNamed('nvidia')
const cohere = collectionNamed('cohere')

const hostsOf = (collection: Collection, tier: 'documented' | 'current' = 'current') =>
  hostsOfTier(collection, tier).map(({ host }) => host)

const approved = (shape: Shape = {}) => workspaceNamed('ws', shape)
const endpoint = (status: RuleStatus, name = 'openai') => ({ ...privateEndpoint(name), status })
const codes = ({ reasons }: Verdict) => reasons.map(({ code }) => code)

describe('a change of ours under way', () => {
  const change = { request: 12 }
  it('is what the answer waits for, once the rules are in place', () => {
    const rules = [fqdn('all', hostsOf(huggingFace))]
    for (const status of ['Active', 'Inactive'] as const) {
      const verdict = judge({ collection: huggingFace }, approved({ status, rules }), change)
      expect(verdict).toMatchObject({ name: 'in-progress', headword: 'not-yet' })
      expect(verdict.reasons[0]).toEqual({ code: 'change-under-way', request: 12 })
    }
  })
  it('hides neither a missing rule nor a failed one', () => {
    expect(judge({ collection: huggingFace }, approved(), change).name).toBe('missing-rules')
    const failed = approved({ rules: [fqdn('all', hostsOf(huggingFace), 'Failed')] })
    expect(judge({ collection: huggingFace }, failed, change).name).toBe('rule-failed')
  })
  it('does not matter where everything is allowed anyway', () => {
    const workspace = approved({ isolationMode: 'AllowInternetOutbound' })
    expect(judge({ collection: huggingFace }, workspace, change).name).toBe('ready')
  })
})

describe('Curated by Azure AI', () => {
  it('is judged by its language models, and says that others may work already', () => {
    const missing = judge({ collection: curated }, approved())
    expect(missing).toMatchObject({ name: 'missing-rules', later: [] })
    expect(missing.missing).toHaveLength(7)
    expect(codes(missing)).toEqual(['hosts-missing', 'judged-by-language-models'])
    const ready = judge({ collection: curated }, approved({ rules: [fqdn('seven', hostsOf(curated))] }))
    expect(ready.name).toBe('ready')
    expect(codes(ready)).toEqual(['all-hosts-covered', 'judged-by-language-models'])
  })
  it('needs both the name and its subdomains', () => {
    const rules = [
      fqdn(
        'all',
        hostsOf(curated).filter(host => host !== 'anaconda.com'),
      ),
    ]
    expect(judge({ collection: curated }, approved({ rules })).missing.map(({ host }) => host)).toEqual([
      'anaconda.com',
    ])
  })
})

describe('Meta on dedicated machines', () => {
  it.each([
    ['Active', 'ready', 'yes', ['no-hosts-needed']],
    ['Inactive', 'not-provisioned', 'not-yet', ['network-inactive', 'no-hosts-needed']],
  ] as const)('on a network that is %s: %s', (status, name, headword, reasons) => {
    const verdict = judge({ collection: meta }, approved({ status }))
    expect(verdict).toMatchObject({ name, headword, missing: [], later: [], covered: [] })
    expect(codes(verdict)).toEqual(reasons)
  })
})

describe('Azure OpenAI where only approved outbound is allowed', () => {
  const rows: readonly (readonly [string, Workspace, VerdictName, Headword, readonly string[]])[] = [
    ['no endpoint', approved(), 'needs-private-endpoint', 'not-yet', ['private-endpoint-missing']],
    [
      'an endpoint to a storage account only',
      approved({
        rules: [
          {
            ...privateEndpoint('blob'),
            serviceResourceId:
              '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a',
          },
        ],
      }),
      'needs-private-endpoint',
      'not-yet',
      ['private-endpoint-missing'],
    ],
    [
      'an FQDN rule to it, which is no private endpoint',
      approved({ rules: [fqdn('openai', ['*.openai.azure.com'])] }),
      'needs-private-endpoint',
      'not-yet',
      ['private-endpoint-missing'],
    ],
    [
      'an active endpoint',
      approved({ rules: [endpoint('Active')] }),
      'ready',
      'yes',
      ['private-endpoint-present'],
    ],
    [
      'an endpoint stored on a network that is not provisioned',
      approved({ status: 'Inactive', rules: [endpoint('Inactive')] }),
      'not-provisioned',
      'not-yet',
      ['network-inactive', 'private-endpoint-present'],
    ],
    [
      'an endpoint on its way',
      approved({ rules: [endpoint('Provisioning')] }),
      'in-progress',
      'not-yet',
      ['rule-provisioning'],
    ],
    ['a failed endpoint', approved({ rules: [endpoint('Failed')] }), 'rule-failed', 'no', ['rule-failed']],
    [
      'a failed endpoint and an active one',
      approved({ rules: [endpoint('Failed', 'old'), endpoint('Active', 'new')] }),
      'ready',
      'yes',
      ['private-endpoint-present'],
    ],
    [
      'an endpoint that is being deleted',
      approved({ rules: [endpoint('Deleting')] }),
      'needs-private-endpoint',
      'not-yet',
      ['private-endpoint-missing', 'rule-disregarded'],
    ],
    [
      'an endpoint that is switched off',
      approved({ rules: [endpoint('Inactive')] }),
      'needs-private-endpoint',
      'not-yet',
      ['private-endpoint-missing', 'rule-disregarded'],
    ],
    [
      'an endpoint in a state that nobody knows yet',
      approved({ rules: [endpoint('Paused')] }),
      'needs-private-endpoint',
      'not-yet',
      ['private-endpoint-missing', 'rule-disregarded'],
    ],
  ]
  it.each(rows)('with %s', (_, workspace, name, headword, reasons) => {
    const verdict = judge({ collection: openAi }, workspace)
    expect(verdict).toMatchObject({ name, headword, offersRequest: false })
    expect(codes(verdict)).toEqual(reasons)
  })
})

describe('a partner collection', () => {
  it('for which no document lists hosts depends, whether or not the network is provisioned', () => {
    for (const status of ['Active', 'Inactive'] as const)
      expect(judge({ collection: nvidia }, approved({ status }))).toMatchObject({
        name: 'not-documented',
        headword: 'depends',
        offersRequest: false,
      })
  })
  it('works like any other where all outbound is allowed', () => {
    expect(judge({ collection: nvidia }, approved({ isolationMode: 'AllowInternetOutbound' })).name).toBe(
      'ready',
    )
  })
  it('that is only a serverless API is not offered on dedicated machines', () => {
    expect(judge({ collection: cohere, option: 'managed-compute' }, approved())).toMatchObject({
      name: 'not-offered',
      headword: 'no',
    })
  })
  it('that is only a serverless API is judged as one where nothing else was asked', () => {
    expect(judge({ collection: cohere }, approved()).name).toBe('follows-public-access')
  })
})

describe('the serverless API', () => {
  it('follows public network access, whatever the mode and the rules', () => {
    for (const isolationMode of ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'] as const)
      for (const status of ['Active', 'Inactive'] as const)
        for (const publicNetworkAccess of ['Enabled', 'Disabled'])
          expect(
            judge(
              { collection: meta, option: 'serverless' },
              { ...approved({ isolationMode, status }), publicNetworkAccess },
            ),
          ).toMatchObject({
            name: 'follows-public-access',
            headword: 'depends',
            reasons: [{ code: 'follows-public-access', publicNetworkAccess }],
          })
  })
  it('is no way round a mode that nobody knows', () => {
    const workspace = approved({ isolationMode: 'unknown', asRead: 'Later' })
    expect(judge({ collection: meta, option: 'serverless' }, workspace).name).toBe('unknown')
  })
})
