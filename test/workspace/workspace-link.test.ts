import { expect, test } from 'vitest'
import { workspaceOfLink } from '../../src/workspace/workspace-link.ts'

const group = '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml'
const id = `${group}/providers/Microsoft.MachineLearningServices/workspaces/ws-prod`
const short = '/subscriptions/11111111-2222-4333-8444-555555555555/resourcegroups/rg-ml/workspaces/ws-prod'

test.each([
  `https://ml.azure.com/home?wsid=${id}&tid=0f0f0f0f-1111-4222-8333-444444444444`,
  `https://ml.azure.com/?wsid=${encodeURIComponent(id)}`,
  `https://ml.azure.com/endpoints/list?tid=x&wsid=${short}`,
  `https://portal.azure.com/#@contoso.com/resource${id}/overview`,
  `https://portal.azure.com/#resource${id}`,
  `https://portal.azure.com/#view/HubsExtension/Blade/id/${encodeURIComponent(id)}`,
  `https://portal.azure.com/?feature.x=1#@contoso/resource${id.toLowerCase()}/networking?y=1`,
])('%s is about ws-prod', link => {
  expect(workspaceOfLink(link)?.toLowerCase()).toBe(id.toLowerCase())
})

test.each([
  'not a link',
  '',
  'https://ml.azure.com/home',
  'https://ml.azure.com/home?wsid=ws-prod',
  `https://ml.azure.com/?wsid=${group}/providers/Microsoft.Storage/storageAccounts/x`,
  `http://ml.azure.com/?wsid=${id}`,
  `https://ml.azure.com:444/?wsid=${id}`,
  `https://ml.azure.com.evil.example/?wsid=${id}`,
  `https://evil.example/?wsid=${id}`,
  `https://ml.azure.com@evil.example/?wsid=${id}`,
  `https://ml.azure.com/?wsid=${id}%2F..%2F..%2Fother`.replace('ws-prod', '..'),
  `https://portal.azure.com/#resource${group}/overview`,
  `https://portal.azure.com/#resource${short}`,
  `https://portal.azure.com/#resource${group}/providers/Microsoft.OperationalInsights/workspaces/ws-prod`,
  `https://portal.azure.com/#%E0%A4%A`,
])('%s is about no workspace', link => {
  expect(workspaceOfLink(link)).toBeUndefined()
})
