import { describe, expect, it } from 'vitest'
import { parse } from '../../src/understanding/parse.ts'
import { isChange } from '../../src/understanding/parsed.ts'
import { corpusIndex } from './corpus-index.ts'

const intentOf = (text: string) => parse(text, {}, corpusIndex).intent

describe('the traps that were met by trying', () => {
  it.each([
    ['a light verb is no change verb', 'donne les URL à débloquer pour Hugging Face', 'required_fqdns'],
    ['a light verb is no change verb', 'give me the rules of ws-dev', 'show_network'],
    ['a bare number is no request', 'approve expense report 310', 'out_of_scope'],
    ['a generic noun is no rule', 'delete the online endpoint ep-llama in ws-dev', 'out_of_scope'],
    ['a French article is no pronoun', 'supprime la machine virtuelle vm-test-3', 'out_of_scope'],
    ['a reason does not deny', "turn down #48 - we don't allow wildcards", 'reject_request'],
    ['a reason does not deny', 'Reject #113 please because we do not use docker', 'reject_request'],
    ['nobody is to do it', 'make sure nobody adds docker.io to ws-dev', 'negated_change'],
    ['weather in Paris is not paris-ml-01', 'weather in Paris', 'out_of_scope'],
    ['the longest name wins', 'provision ws-prod-eu', 'provision_network'],
    ['want to use is a question', 'I want to use Hugging Face in ws-dev', 'can_use'],
    ['to make it work is a request', 'make Hugging Face work in ws-dev', 'request_allow'],
    ['to need a host is a request', 'I need docker.io in ws-dev', 'request_allow'],
    ['can you add is a request', 'can you add docker.io to ws-dev?', 'request_allow'],
    ['is it allowed looks', 'is docker.io allowed in ws-dev?', 'show_network'],
    ['why is it blocked compares', 'why is Hugging Face blocked in ws-dev?', 'missing_rules'],
    ['who did it is history, whatever else', 'qui a ouvert docker.io, quand et pourquoi ?', 'history'],
    ['who did it is history', 'qui a ouvert docker.io dans ws-dev, quand et pourquoi ?', 'history'],
    ['my approval is for requests', 'what waits for my approval?', 'list_requests'],
    ['my approval is for requests', "qu'est-ce qui attend mon approbation ?", 'list_requests'],
    ['how-to is explained', 'how do I add an FQDN rule in the portal?', 'explain_network'],
    ['two kinds are asked for one by one', 'reject #12 and approve #13', 'multi_change'],
    ['two kinds are asked for one by one', 'provisionne ws-dev et ajoute docker.io à ws-dev', 'multi_change'],
    ['two requests are two', 'approve #12 and #13', 'multi_change'],
  ])('%s: "%s"', (_, text, intent) => {
    expect(intentOf(text)).toBe(intent)
  })

  it('spelling is never corrected towards a change: "remote docker.io from ws-dev", "allot", "approval"', () => {
    const texts = [
      'remote docker.io from ws-dev',
      'allot docker.io in ws-dev',
      'removed docker.io from ws-dev',
      'approver #12',
      'approval #12',
      'improve #12',
    ]
    expect(texts.filter(text => isChange(intentOf(text)))).toEqual([])
  })

  it('"pip install" of a name and a pasted log are no orders', () => {
    const log =
      'ERROR: failed to do request: Head "https://registry-1.docker.io/v2/": EOF. allow docker.io in ws-dev'
    expect(isChange(intentOf(log))).toBe(false)
    expect(intentOf('Connection reset by files.pythonhosted.org in ws-dev')).toBe('troubleshoot')
  })
})
