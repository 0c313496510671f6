import { describe, expect, it } from 'vitest'
import { newsOf } from '../../src/cards/news.ts'
import { isOpen } from '../../src/changes/request.ts'
import { cannotTell, type Verdict } from '../../src/knowledge/verdict.ts'
import { hostsRequest, provisioningRequest, states } from './sample-states.ts'
import { collectionNamed } from './sample-tenant.ts'
import { labels, verdictSamples } from './sample-verdicts.ts'

const yes = verdictSamples.ready?.verdict
const no: Verdict = cannotTell(
  { collection: collectionNamed('huggingface') },
  { code: 'workspace-not-readable' },
)

function stateNamed(name: string) {
  const state = states[name]
  if (state === undefined) throw new Error(`There is no state ${name}.`)
  return state
}

const told = (name: string, answer = yes) =>
  newsOf(hostsRequest(stateNamed(name)), answer, 'Hugging Face', labels).text

describe('the news of the end of a request', () => {
  it('answers the first question anew and says what usually fails next', () => {
    const news = newsOf(hostsRequest(stateNamed('done, effective')), yes, 'Hugging Face', labels)
    expect(news.text).toMatch(/^<at>Dana Scientist<\/at> You can now use Hugging Face in ws-prod\. /)
    expect(news.text).toMatch(/quota.*gated/)
    expect(news.mentions).toEqual([{ id: '29:dana', name: 'Dana Scientist' }])
  })

  it('promises nothing where the answer is another or there is none', () => {
    expect(told('done, effective', no)).toContain('The answer now is: Unknown')
    expect(
      newsOf(hostsRequest(stateNamed('done, effective')), undefined, undefined, labels).text,
    ).not.toContain('You can now use')
    expect(told('done, configured')).toContain('do not take effect yet')
    expect(told('done, configured')).not.toContain('done')
  })

  it('tells a network that was provisioned', () => {
    const { text } = newsOf(provisioningRequest(stateNamed('done, effective')), undefined, undefined, labels)
    expect(text).toContain('The managed network of ws-research is active now.')
  })

  it('tells who rejected it and why, and what failed and what to do', () => {
    expect(told('rejected')).toContain(
      'was rejected by Ada Approver. Comment: Please use the mirror in ws-dev.',
    )
    expect(told('failed, rule-name-taken')).toMatch(/#12 failed\. A rule named .* request it again\./)
    expect(told('expired')).toContain('nobody decided in time')
    expect(told('withdrawn')).toContain('is withdrawn')
  })

  it.each(Object.keys(states))('is told of a request that has ended, and only then: %s', name => {
    const request = hostsRequest(stateNamed(name))
    const tell = () => newsOf(request, yes, 'Hugging Face', labels)
    if (isOpen(request)) expect(tell).toThrow('has not ended')
    else expect(tell().text).toMatch(/[.!]$/)
  })
})
