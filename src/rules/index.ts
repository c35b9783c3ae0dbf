/** All rules, by the kind of file that they look at, in the order in which the docs list them. A test fails when these lists and the folder differ. */
import type { AuthConfigRule, ConvexJsonRule, EnvRule, RouteRule } from "../rule/rule.js";
import callbackRoute from "./callback-route.js";
import consistentClientId from "./consistent-client-id.js";
import convexJsonAuthkit from "./convex-json-authkit.js";
import convexJsonNoPublicSecret from "./convex-json-no-public-secret.js";
import convexJsonRedirectUris from "./convex-json-redirect-uris.js";
import envApiHostname from "./env-api-hostname.js";
import envApiKey from "./env-api-key.js";
import envCallbackRoute from "./env-callback-route.js";
import envClientId from "./env-client-id.js";
import envConsistentClientId from "./env-consistent-client-id.js";
import envCookiePassword from "./env-cookie-password.js";
import envNoPublicSecret from "./env-no-public-secret.js";
import envProductionApiKey from "./env-production-api-key.js";
import envProductionClientId from "./env-production-client-id.js";
import envRedirectUri from "./env-redirect-uri.js";
import envRedirectUriName from "./env-redirect-uri-name.js";
import envRequiredVariables from "./env-required-variables.js";
import envValidLine from "./env-valid-line.js";
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
import requireProviderMembers from "./require-provider-members.js";
import requireSharedIssuerApplicationId from "./require-shared-issuer-application-id.js";
import requireSharedIssuerProvider from "./require-shared-issuer-provider.js";
import requireUserManagementProvider from "./require-user-management-provider.js";
import validAlgorithm from "./valid-algorithm.js";
import validDefaultExportValue from "./valid-default-export-value.js";
import validFileName from "./valid-file-name.js";
import validIssuer from "./valid-issuer.js";
import validJwks from "./valid-jwks.js";
import validMemberName from "./valid-member-name.js";
import validMemberValue from "./valid-member-value.js";
import validProviderType from "./valid-provider-type.js";
import validSettings from "./valid-settings.js";

export const authConfigRules: readonly AuthConfigRule[] = [
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
  validProviderType,
  validAlgorithm,
  validMemberName,
  requireProviderMembers,
  validMemberValue,
  requireDefaultExport,
  validDefaultExportValue,
  noEnvEnumeration,
  noFrontEndEnv,
  noPublicEnvName,
  noUnsupportedApi,
  validFileName,
  validSettings,
  noUnreachableProvider,
  noEnvFallback,
];

export const envFileRules: readonly EnvRule[] = [
  envClientId,
  envApiKey,
  envProductionApiKey,
  envCookiePassword,
  envRedirectUri,
  envRedirectUriName,
  envNoPublicSecret,
  envApiHostname,
  envConsistentClientId,
  envProductionClientId,
  envRequiredVariables,
  envCallbackRoute,
  envValidLine,
];

export const convexJsonRules: readonly ConvexJsonRule[] = [
  convexJsonAuthkit,
  convexJsonNoPublicSecret,
  convexJsonRedirectUris,
];

export const callbackRouteRules: readonly RouteRule[] = [callbackRoute];
