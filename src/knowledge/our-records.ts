import azureOpenAi from './records/azure-openai.json' with { type: 'json' }
import cohere from './records/cohere.json' with { type: 'json' }
import curated from './records/curated.json' with { type: 'json' }
import huggingFace from './records/huggingface.json' with { type: 'json' }
import jais from './records/jais.json' with { type: 'json' }
import meta from './records/meta.json' with { type: 'json' }
import microsoft from './records/microsoft.json' with { type: 'json' }
import mistral from './records/mistral.json' with { type: 'json' }
import modelsCohere from './records/models-cohere.json' with { type: 'json' }
import modelsJais from './records/models-jais.json' with { type: 'json' }
import modelsLlama from './records/models-llama.json' with { type: 'json' }
import modelsMistral from './records/models-mistral.json' with { type: 'json' }
import modelsNixtla from './records/models-nixtla.json' with { type: 'json' }
import modelsOther from './records/models-other.json' with { type: 'json' }
import modelsPhi from './records/models-phi.json' with { type: 'json' }
import nixtla from './records/nixtla.json' with { type: 'json' }
import nvidia from './records/nvidia.json' with { type: 'json' }
import publishedHuggingFace from './records/published-huggingface.json' with { type: 'json' }
import topicAttributes from './records/topic-attributes.json' with { type: 'json' }
import topicAuthentication from './records/topic-authentication.json' with { type: 'json' }
import topicBilling from './records/topic-billing.json' with { type: 'json' }
import topicCapabilities from './records/topic-capabilities.json' with { type: 'json' }
import topicCatalogue from './records/topic-catalogue.json' with { type: 'json' }
import topicCollections from './records/topic-collections.json' with { type: 'json' }
import topicCompare from './records/topic-compare.json' with { type: 'json' }
import topicConnectPrivate from './records/topic-connect-private.json' with { type: 'json' }
import topicContentSafety from './records/topic-content-safety.json' with { type: 'json' }
import topicCost from './records/topic-cost.json' with { type: 'json' }
import topicDataProcessing from './records/topic-data-processing.json' with { type: 'json' }
import topicDeploy from './records/topic-deploy.json' with { type: 'json' }
import topicDeploymentOptions from './records/topic-deployment-options.json' with { type: 'json' }
import topicDeprecation from './records/topic-deprecation.json' with { type: 'json' }
import topicDiscover from './records/topic-discover.json' with { type: 'json' }
import topicDownload from './records/topic-download.json' with { type: 'json' }
import topicEvaluate from './records/topic-evaluate.json' with { type: 'json' }
import topicExfiltrationAndSafety from './records/topic-exfiltration-and-safety.json' with { type: 'json' }
import topicFineTune from './records/topic-fine-tune.json' with { type: 'json' }
import topicHosts from './records/topic-hosts.json' with { type: 'json' }
import topicImport from './records/topic-import.json' with { type: 'json' }
import topicKnownTraps from './records/topic-known-traps.json' with { type: 'json' }
import topicLearnMore from './records/topic-learn-more.json' with { type: 'json' }
import topicLicences from './records/topic-licences.json' with { type: 'json' }
import topicNetworkModes from './records/topic-network-modes.json' with { type: 'json' }
import topicNotInCatalogue from './records/topic-not-in-catalogue.json' with { type: 'json' }
import topicPackageHosts from './records/topic-package-hosts.json' with { type: 'json' }
import topicPermissions from './records/topic-permissions.json' with { type: 'json' }
import topicPortalStepsApprovedOutbound from './records/topic-portal-steps-approved-outbound.json' with {
  type: 'json',
}
import topicPortalStepsInternetOutbound from './records/topic-portal-steps-internet-outbound.json' with {
  type: 'json',
}
import topicPreview from './records/topic-preview.json' with { type: 'json' }
import topicPrivateEndpoints from './records/topic-private-endpoints.json' with { type: 'json' }
import topicPromptFlowAndLangchain from './records/topic-prompt-flow-and-langchain.json' with { type: 'json' }
import topicProvisioning from './records/topic-provisioning.json' with { type: 'json' }
import topicPublicAccess from './records/topic-public-access.json' with { type: 'json' }
import topicQuota from './records/topic-quota.json' with { type: 'json' }
import topicRegionsAndBillingCountry from './records/topic-regions-and-billing-country.json' with {
  type: 'json',
}
import topicRegistriesAndPolicy from './records/topic-registries-and-policy.json' with { type: 'json' }
import topicServerlessFineTuningAndRag from './records/topic-serverless-fine-tuning-and-rag.json' with {
  type: 'json',
}
import topicServiceEndpointPolicyAndMcr from './records/topic-service-endpoint-policy-and-mcr.json' with {
  type: 'json',
}
import topicSuggestingAModel from './records/topic-suggesting-a-model.json' with { type: 'json' }
import topicSupport from './records/topic-support.json' with { type: 'json' }

/** The records that Gatehouse ships, by file name. */
export const ourRecords: Readonly<Record<string, unknown>> = {
  'huggingface.json': huggingFace,
  'curated.json': curated,
  'meta.json': meta,
  'azure-openai.json': azureOpenAi,
  'mistral.json': mistral,
  'nvidia.json': nvidia,
  'cohere.json': cohere,
  'microsoft.json': microsoft,
  'jais.json': jais,
  'nixtla.json': nixtla,
  'models-cohere.json': modelsCohere,
  'models-jais.json': modelsJais,
  'models-llama.json': modelsLlama,
  'models-mistral.json': modelsMistral,
  'models-nixtla.json': modelsNixtla,
  'models-other.json': modelsOther,
  'models-phi.json': modelsPhi,
  'published-huggingface.json': publishedHuggingFace,
  'topic-catalogue.json': topicCatalogue,
  'topic-collections.json': topicCollections,
  'topic-discover.json': topicDiscover,
  'topic-compare.json': topicCompare,
  'topic-evaluate.json': topicEvaluate,
  'topic-fine-tune.json': topicFineTune,
  'topic-deploy.json': topicDeploy,
  'topic-import.json': topicImport,
  'topic-download.json': topicDownload,
  'topic-capabilities.json': topicCapabilities,
  'topic-attributes.json': topicAttributes,
  'topic-hosts.json': topicHosts,
  'topic-network-modes.json': topicNetworkModes,
  'topic-portal-steps-internet-outbound.json': topicPortalStepsInternetOutbound,
  'topic-portal-steps-approved-outbound.json': topicPortalStepsApprovedOutbound,
  'topic-provisioning.json': topicProvisioning,
  'topic-connect-private.json': topicConnectPrivate,
  'topic-cost.json': topicCost,
  'topic-service-endpoint-policy-and-mcr.json': topicServiceEndpointPolicyAndMcr,
  'topic-private-endpoints.json': topicPrivateEndpoints,
  'topic-deployment-options.json': topicDeploymentOptions,
  'topic-registries-and-policy.json': topicRegistriesAndPolicy,
  'topic-quota.json': topicQuota,
  'topic-prompt-flow-and-langchain.json': topicPromptFlowAndLangchain,
  'topic-authentication.json': topicAuthentication,
  'topic-content-safety.json': topicContentSafety,
  'topic-data-processing.json': topicDataProcessing,
  'topic-billing.json': topicBilling,
  'topic-public-access.json': topicPublicAccess,
  'topic-regions-and-billing-country.json': topicRegionsAndBillingCountry,
  'topic-serverless-fine-tuning-and-rag.json': topicServerlessFineTuningAndRag,
  'topic-preview.json': topicPreview,
  'topic-licences.json': topicLicences,
  'topic-support.json': topicSupport,
  'topic-not-in-catalogue.json': topicNotInCatalogue,
  'topic-suggesting-a-model.json': topicSuggestingAModel,
  'topic-deprecation.json': topicDeprecation,
  'topic-exfiltration-and-safety.json': topicExfiltrationAndSafety,
  'topic-known-traps.json': topicKnownTraps,
  'topic-package-hosts.json': topicPackageHosts,
  'topic-permissions.json': topicPermissions,
  'topic-learn-more.json': topicLearnMore,
}
