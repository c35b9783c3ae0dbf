/** All rules, in the order in which the docs list them. A test fails when this list and the folder differ. */
import type { RuleDefinition } from "../rule-definition.js";
import consistentClientId from "./consistent-client-id.js";
import noEnvEnumeration from "./no-env-enumeration.js";
import noEnvFallback from "./no-env-fallback.js";
import noFrontEndEnv from "./no-front-end-env.js";
import noHardcodedClientId from "./no-hardcoded-client-id.js";
import noPublicEnvName from "./no-public-env-name.js";
import noUnreachableProvider from "./no-unreachable-provider.js";
import noUnsupportedApi from "./no-unsupported-api.js";
import noUserManagementApplicationId from "./no-user-management-application-id.js";
import noWorkosOidcProvider from "./no-workos-oidc-provider.js";
import preferCanonicalIssuer from "./prefer-canonical-issuer.js";
import requireDefaultExport from "./require-default-export.js";
import requireSharedIssuerApplicationId from "./require-shared-issuer-application-id.js";
import requireSharedIssuerProvider from "./require-shared-issuer-provider.js";
import requireUserManagementProvider from "./require-user-management-provider.js";
import validFileName from "./valid-file-name.js";
import validIssuer from "./valid-issuer.js";
import validJwks from "./valid-jwks.js";
import validProvider from "./valid-provider.js";

export const definitions: readonly RuleDefinition[] = [
  noUserManagementApplicationId,
  requireSharedIssuerApplicationId,
  validIssuer,
  validJwks,
  consistentClientId,
  noWorkosOidcProvider,
  requireUserManagementProvider,
  requireSharedIssuerProvider,
  preferCanonicalIssuer,
  noHardcodedClientId,
  validProvider,
  requireDefaultExport,
  noEnvEnumeration,
  noFrontEndEnv,
  noPublicEnvName,
  noUnsupportedApi,
  validFileName,
  noUnreachableProvider,
  noEnvFallback,
];
