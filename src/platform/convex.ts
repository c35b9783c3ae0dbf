/**
 * What Convex does with an exported auth config: the validation at push, and the matching of a token at run time.
 *
 * Re-stated from the public source of `get-convex/convex-backend` at commit 94a42c3:
 * `crates/isolate/src/environment/auth_config.rs` (push), `crates/common/src/auth.rs` (shapes, URLs, matching) and
 * `crates/authentication/src/lib.rs` (verification). Holes of the original are kept on purpose: rules are checked
 * against what Convex does, not against what it should do.
 *
 * One thing is left out: serde also reads a provider that is written as a list of its values, which nobody writes.
 */

/** The algorithms that Convex accepts for a custom JWT provider. */
export type SigningAlgorithm = "RS256" | "ES256";

/** A provider as Convex keeps it after a push; `issuer` has got a scheme if the file gave none. */
export interface CustomJwtProvider {
  readonly type: "customJwt";
  readonly issuer: string;
  readonly jwks: string;
  readonly algorithm: SigningAlgorithm;
  readonly applicationID: string | null;
}

/** A provider whose keys Convex discovers at the issuer; `domain` has got a scheme if the file gave none. */
export interface OidcProvider {
  readonly type: "oidc";
  readonly domain: string;
  readonly applicationID: string;
}

export type Provider = CustomJwtProvider | OidcProvider;

/** The error codes of a refused push, as Convex names them. */
export type PushRefusalCode =
  | "AuthConfigMissingExportError"
  | "AuthConfigUnserializableError"
  | "AuthConfigNotMatchingSchemaError"
  | "InsecureConfiguration"
  | "InvalidProviderDomainUrl";

/** Which of Convex's checks refused the push. */
export type PushRefusalReason =
  | "missing-default-export"
  | "not-serializable"
  | "no-provider-list"
  | "misspelt-application-id"
  | "unexpected-type"
  | "domain-beside-custom-jwt"
  | "issuer-beside-oidc"
  | "shared-issuer-without-application-id"
  | "no-matching-shape"
  | ProviderUrlRefusalReason;

export interface PushRefusal {
  readonly code: PushRefusalCode;
  readonly reason: PushRefusalReason;
  /** Convex's words; where they come from a Rust library (JSON, URL), only their sense. */
  readonly message: string;
  /** Index of the refused provider; absent where the list as a whole is refused. */
  readonly provider?: number;
}

export type PushResult =
  | { readonly accepted: true; readonly providers: readonly Provider[] }
  | { readonly accepted: false; readonly refusal: PushRefusal };

/** Why Convex refuses the text of an `issuer` or a `domain`. */
export type ProviderUrlRefusalReason = "url-starts-with-quote" | "url-invalid" | "url-scheme" | "url-without-domain";

export type ProviderUrl =
  | { readonly accepted: true; readonly url: string }
  | { readonly accepted: false; readonly reason: ProviderUrlRefusalReason; readonly message: string };

/** The claims of a token that decide which provider it belongs to. */
export interface TokenClaims {
  readonly iss?: string | undefined;
  readonly aud?: string | readonly string[] | undefined;
}

/** Why one provider does not take a token: the first of the two comparisons that fails, in Convex's order. */
export interface ProviderMismatch {
  readonly provider: number;
  readonly reason: "audience" | "issuer";
}

export type TokenMatch =
  | { readonly matched: true; readonly index: number; readonly provider: Provider }
  | { readonly matched: false; readonly reason: "no-issuer-claim" }
  | { readonly matched: false; readonly reason: "no-provider"; readonly mismatches: readonly ProviderMismatch[] };

/** Seconds by which clocks may differ when Convex checks `exp` and `nbf` of a custom JWT. */
export const clockLeewaySeconds = 5;

const seeDocs = "To learn more, see the auth documentation at https://docs.convex.dev/auth.";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Validates the default export of `auth.config.ts` as `npx convex deploy` does.
 *
 * Takes the exported value itself and serializes it first, as Convex does: `undefined` members vanish, `null` stays.
 *
 * @see https://github.com/get-convex/convex-backend/blob/main/crates/isolate/src/environment/auth_config.rs
 */
export function validatePush(exported: unknown): PushResult {
  if (exported === undefined || exported === null) {
    return refuse(
      "AuthConfigMissingExportError",
      "missing-default-export",
      `auth config file is missing default export. ${seeDocs}`,
    );
  }
  const serialized = serialize(exported);
  if (!serialized.ok) {
    return refuse(
      "AuthConfigUnserializableError",
      "not-serializable",
      `auth config file can only contain strings ${seeDocs}`,
    );
  }
  const config = serialized.value;
  return refuseCommonConfusions(config) ?? readProviders(config);
}

/**
 * Reads the text of an `issuer` or a `domain` as Convex does at push.
 *
 * The accepted URL is the text itself, with `https://` before it where it had no scheme: nothing is normalized, so that
 * a space or an upper-case host survives into the comparison with the token.
 */
export function readProviderUrl(text: string): ProviderUrl {
  if (text.startsWith('"')) return refuseUrl("url-starts-with-quote", text, 'starts with a double quote (")');
  const hasScheme = schemePattern.test(text);
  const url = hasScheme ? text : `https://${text}`;
  const parsed = parseUrl(url);
  if (parsed === null) return refuseUrl("url-invalid", text, "not a valid URL");
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    return refuseUrl("url-scheme", text, "scheme should be http or https");
  }
  if (!hasScheme && !endsWithTopLevelDomain(parsed.hostname)) {
    return refuseUrl(
      "url-without-domain",
      text,
      "Does not look like a URL (must have a scheme or end with a top-level domain)",
    );
  }
  return { accepted: true, url };
}

/**
 * Finds the provider that Convex verifies a token against: the first whose audience and issuer fit; no later one is tried.
 *
 * `providers` stand in Convex's own order. Convex keeps them in a sorted set, so this is the order of the file only where
 * no token fits two providers.
 */
export function matchToken(providers: readonly Provider[], claims: TokenClaims): TokenMatch {
  const { iss } = claims;
  if (iss === undefined) return { matched: false, reason: "no-issuer-claim" };
  const mismatches: ProviderMismatch[] = [];
  for (const [index, provider] of providers.entries()) {
    const reason = mismatchReason(provider, iss, audiencesOf(claims));
    if (reason === null) return { matched: true, index, provider };
    mismatches.push({ provider: index, reason });
  }
  return { matched: false, reason: "no-provider", mismatches };
}

/** The issuer that a provider compares with a token's `iss`. */
export function issuerOf(provider: Provider): string {
  return provider.type === "customJwt" ? provider.issuer : provider.domain;
}

/** The signature algorithms that Convex accepts from a matched provider. */
export function acceptedAlgorithms(provider: Provider): readonly string[] {
  return provider.type === "customJwt" ? [provider.algorithm] : ["RS256", "EdDSA"];
}

/**
 * Whether the audience of a token passes the verification after the match, where OIDC is stricter than the match itself:
 * its verifier rejects a token with several audiences.
 */
export function acceptsAudience(provider: Provider, claims: TokenClaims): boolean {
  const audiences = audiencesOf(claims);
  if (provider.type === "oidc") return audiences.length === 1 && audiences[0] === provider.applicationID;
  return provider.applicationID === null || audiences.includes(provider.applicationID);
}

/** Whether Convex reads a JWKS response of this content type; `data:` URLs are not asked. */
export function isJwksContentType(contentType: string): boolean {
  const [essence = "", ...parameters] = contentType.split(";").map((part) => part.trim().toLowerCase());
  if (essence !== "application/json" && essence !== "application/jwk-set+json") return false;
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  return charset === undefined || charset.replaceAll('"', "") === "charset=utf-8";
}

/** Convex's words for a token that no provider takes; a production deployment hides the list. */
export function describeNoProvider(providers: readonly Provider[], deployment: "development" | "production"): string {
  if (deployment === "production") return "No auth provider found matching the given token";
  if (providers.length === 0) {
    return "No auth provider found matching the given token (no providers configured). Check convex/auth.config.ts.";
  }
  const list = providers.map(describeProvider).join(", ");
  return `No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your configured providers: [${list}]`;
}

function describeProvider(provider: Provider): string {
  return provider.type === "oidc"
    ? `OIDC(domain=${provider.domain}, app_id=${provider.applicationID})`
    : `CustomJWT(issuer=${provider.issuer}, app_id=${provider.applicationID ?? "none"})`;
}

function mismatchReason(
  provider: Provider,
  iss: string,
  audiences: readonly string[],
): ProviderMismatch["reason"] | null {
  if (provider.applicationID !== null && !audiences.includes(provider.applicationID)) return "audience";
  const tokenIssuer = iss.startsWith("https://") || iss.startsWith("http://") ? iss : `https://${iss}`;
  return trimSlashes(issuerOf(provider)) === trimSlashes(tokenIssuer) ? null : "issuer";
}

function audiencesOf({ aud }: TokenClaims): readonly string[] {
  if (aud === undefined) return [];
  return typeof aud === "string" ? [aud] : aud;
}

// A loop, because `/\/+$/` takes quadratic time on text with many inner slashes.
function trimSlashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "/") end--;
  return text.slice(0, end);
}

function serialize(exported: unknown): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    // A function or a symbol has no JSON text; what Convex then parses is the word `undefined`, which is no JSON either.
    const text = JSON.stringify(exported) as string | undefined;
    return { ok: true, value: text === undefined ? undefined : (JSON.parse(text) as unknown) };
  } catch {
    return { ok: false };
  }
}

// The checks that Convex runs over the raw JSON, before the shapes and over all providers, to give better messages.
function refuseCommonConfusions(config: unknown): PushResult | null {
  if (!isObject(config) || !Array.isArray(config["providers"])) return null;
  for (const [index, provider] of (config["providers"] as unknown[]).entries()) {
    const refusal = isObject(provider) ? refuseConfusedProvider(provider, index) : null;
    if (refusal !== null) return refusal;
  }
  return null;
}

function refuseConfusedProvider(provider: JsonObject, index: number): PushResult | null {
  const type = typeof provider["type"] === "string" ? provider["type"] : "unknown";
  if (has(provider, "applicationId") || has(provider, "applicationid")) {
    return refuseSchema(
      "misspelt-application-id",
      `Provider at index ${index} must have applicationID property spelled lowercase 'application', capital I, capital D.`,
      index,
    );
  }
  if (type !== "customJwt" && type !== "oidc" && type !== "unknown") {
    return refuseSchema("unexpected-type", `Provider at index ${index} has unexpected 'type' value '${type}'`, index);
  }
  if (type === "customJwt" && has(provider, "domain")) {
    return refuseSchema(
      "domain-beside-custom-jwt",
      `Provider at index ${index} is a customJwt so cannot have a 'domain' specified`,
      index,
    );
  }
  if (type !== "customJwt" && has(provider, "issuer")) {
    return refuseSchema(
      "issuer-beside-oidc",
      `Provider at index ${index} is oidc so cannot have an 'issuer' specified.`,
      index,
    );
  }
  if (!has(provider, "applicationID") && sharedIssuers.has(provider["issuer"])) {
    return refuse(
      "InsecureConfiguration",
      "shared-issuer-without-application-id",
      `This auth configuration appears potentially insecure: Provider at index ${index} has an issuer that is shared among many applications, so must to specify an ApplicationID to check against an \`aud\` field of a JWT.`,
      index,
    );
  }
  return null;
}

// Only these two spellings: a scheme-less one, a second slash or an upper-case host pass this check.
const sharedIssuers: ReadonlySet<unknown> = new Set(["https://api.workos.com/", "https://api.workos.com"]);

function readProviders(config: unknown): PushResult {
  if (!isObject(config)) return refuseSchema("no-provider-list", "invalid type, expected struct SerializedAuthConfig");
  if (!has(config, "providers")) return refuseSchema("no-provider-list", "missing field `providers`");
  const list = config["providers"];
  if (!Array.isArray(list)) return refuseSchema("no-provider-list", "invalid type, expected a sequence");

  // All shapes before the first URL: Convex deserializes the whole list first.
  const shaped: Provider[] = [];
  for (const [index, element] of (list as unknown[]).entries()) {
    const provider = readShape(element);
    if (provider === null) {
      return refuseSchema(
        "no-matching-shape",
        "data did not match any variant of untagged enum SerializedAuthInfo",
        index,
      );
    }
    shaped.push(provider);
  }
  const providers: Provider[] = [];
  for (const [index, provider] of shaped.entries()) {
    const url = readProviderUrl(issuerOf(provider));
    if (!url.accepted) return refuse("InvalidProviderDomainUrl", url.reason, url.message, index);
    providers.push(withIssuer(provider, url.url));
  }
  return { accepted: true, providers };
}

function withIssuer(provider: Provider, url: string): Provider {
  return provider.type === "customJwt" ? { ...provider, issuer: url } : { ...provider, domain: url };
}

function readShape(value: unknown): Provider | null {
  if (!isObject(value)) return null;
  return readCustomJwt(value) ?? readOidc(value);
}

function readCustomJwt({ type, issuer, jwks, algorithm, applicationID = null }: JsonObject): CustomJwtProvider | null {
  if (type !== "customJwt" || typeof issuer !== "string" || typeof jwks !== "string") return null;
  if (algorithm !== "RS256" && algorithm !== "ES256") return null;
  if (applicationID !== null && typeof applicationID !== "string") return null;
  return { type, issuer, jwks, algorithm, applicationID };
}

function readOidc({ domain, applicationID }: JsonObject): OidcProvider | null {
  if (typeof domain !== "string" || typeof applicationID !== "string") return null;
  return { type: "oidc", domain, applicationID };
}

// Rust's `\w` knows all scripts, JavaScript's only ASCII.
const schemePattern = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]+:\/\//u;

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function endsWithTopLevelDomain(host: string): boolean {
  if (host === "localhost") return true;
  const dot = host.lastIndexOf(".");
  return dot !== -1 && isTopLevelDomain(host.slice(dot + 1));
}

function refuseUrl(reason: ProviderUrlRefusalReason, text: string, why: string): ProviderUrl {
  return { accepted: false, reason, message: `Invalid provider domain URL "${text}": ${why}` };
}

function refuseSchema(reason: PushRefusalReason, why: string, provider?: number): PushResult {
  const message = `auth config file must include a list of provider credentials: ${why}`;
  return refuse("AuthConfigNotMatchingSchemaError", reason, message, provider);
}

function refuse(code: PushRefusalCode, reason: PushRefusalReason, message: string, provider?: number): PushResult {
  return { accepted: false, refusal: { code, reason, message, ...(provider === undefined ? {} : { provider }) } };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function has(object: JsonObject, key: string): boolean {
  return Object.hasOwn(object, key);
}

let topLevelDomains: ReadonlySet<string> | undefined;

/** Whether a label, in lower case and Punycode, is a top-level domain. */
function isTopLevelDomain(label: string): boolean {
  topLevelDomains ??= new Set(topLevelDomainList.split(/\s+/));
  return topLevelDomains.has(label);
}

// The root zone, https://data.iana.org/TLD/tlds-alpha-by-domain.txt, which is the source of the `tld` crate that Convex asks.
const topLevelDomainList = `
aaa aarp abb abbott abbvie abc able abogado abudhabi ac academy accenture accountant accountants aco actor ad ads
adult ae aeg aero aetna af afl africa ag agakhan agency ai aig airbus airforce airtel akdn al alibaba alipay
allfinanz allstate ally alsace alstom am amazon americanexpress americanfamily amex amfam amica amsterdam analytics
android anquan anz ao aol apartments app apple aq aquarelle ar arab aramco archi army arpa art arte as asda asia
associates at athleta attorney au auction audi audible audio auspost author auto autos aw aws ax axa az azure ba
baby baidu banamex band bank bar barcelona barclaycard barclays barefoot bargains baseball basketball bauhaus bayern
bb bbc bbt bbva bcg bcn bd be beats beauty beer berlin best bestbuy bet bf bg bh bharti bi bible bid bike bing bingo
bio biz bj black blackfriday blockbuster blog bloomberg blue bm bms bmw bn bnpparibas bo boats boehringer bofa bom
bond boo book booking bosch bostik boston bot boutique box br bradesco bridgestone broadway broker brother brussels
bs bt build builders business buy buzz bv bw by bz bzh ca cab cafe cal call calvinklein cam camera camp canon
capetown capital capitalone car caravan cards care career careers cars casa case cash casino cat catering catholic
cba cbn cbre cc cd center ceo cern cf cfa cfd cg ch chanel channel charity chase chat cheap chintai christmas chrome
church ci cipriani circle cisco citadel citi citic city ck cl claims cleaning click clinic clinique clothing cloud
club clubmed cm cn co coach codes coffee college cologne com commbank community company compare computer comsec
condos construction consulting contact contractors cooking cool coop corsica country coupon coupons courses cpa cr
credit creditcard creditunion cricket crown crs cruise cruises cu cuisinella cv cw cx cy cymru cyou cz dad dance
data date dating datsun day dclk dds de deal dealer deals degree delivery dell deloitte delta democrat dental
dentist desi design dev dhl diamonds diet digital direct directory discount discover dish diy dj dk dm dnp do docs
doctor dog domains dot download drive dtv dubai dupont durban dvag dvr dz earth eat ec eco edeka edu education ee eg
email emerck energy engineer engineering enterprises epson equipment er ericsson erni es esq estate et eu eurovision
eus events exchange expert exposed express extraspace fage fail fairwinds faith family fan fans farm farmers fashion
fast fedex feedback ferrari ferrero fi fidelity fido film final finance financial fire firestone firmdale fish
fishing fit fitness fj fk flickr flights flir florist flowers fly fm fo foo food football ford forex forsale forum
foundation fox fr free fresenius frl frogans frontier ftr fujitsu fun fund furniture futbol fyi ga gal gallery gallo
gallup game games gap garden gay gb gbiz gd gdn ge gea gent genting george gf gg ggee gh gi gift gifts gives giving
gl glass gle global globo gm gmail gmbh gmo gmx gn godaddy gold goldpoint golf goo goodyear goog google gop got gov
gp gq gr grainger graphics gratis green gripe grocery group gs gt gu gucci guge guide guitars guru gw gy hair
hamburg hangout haus hbo hdfc hdfcbank health healthcare help helsinki here hermes hiphop hisamitsu hitachi hiv hk
hkt hm hn hockey holdings holiday homedepot homegoods homes homesense honda horse hospital host hosting hot hotels
hotmail house how hr hsbc ht hu hughes hyatt hyundai ibm icbc ice icu id ie ieee ifm ikano il im imamat imdb immo
immobilien in inc industries infiniti info ing ink institute insurance insure int international intuit investments
io ipiranga iq ir irish is ismaili ist istanbul it itau itv jaguar java jcb je jeep jetzt jewelry jio jll jm jmp jnj
jo jobs joburg jot joy jp jpmorgan jprs juegos juniper kaufen kddi ke kerryhotels kerryproperties kfh kg kh ki kia
kids kim kindle kitchen kiwi km kn koeln komatsu kosher kp kpmg kpn kr krd kred kuokgroup kw ky kyoto kz la lacaixa
lamborghini lamer land landrover lanxess lasalle lat latino latrobe law lawyer lb lc lds lease leclerc lefrak legal
lego lexus lgbt li lidl life lifeinsurance lifestyle lighting like lilly limited limo lincoln link live living lk
llc llp loan loans locker locus lol london lotte lotto love lpl lplfinancial lr ls lt ltd ltda lu lundbeck luxe
luxury lv ly ma madrid maif maison makeup man management mango map market marketing markets marriott marshalls
mattel mba mc mckinsey md me med media meet melbourne meme memorial men menu merckmsd mg mh miami microsoft mil mini
mint mit mitsubishi mk ml mlb mls mm mma mn mo mobi mobile moda moe moi mom monash money monster mormon mortgage
moscow moto motorcycles mov movie mp mq mr ms msd mt mtn mtr mu museum music mv mw mx my mz na nab nagoya name navy
nba nc ne nec net netbank netflix network neustar new news next nextdirect nexus nf nfl ng ngo nhk ni nico nike
nikon ninja nissan nissay nl no nokia norton now nowruz nowtv np nr nra nrw ntt nu nyc nz obi observer office
okinawa olayan olayangroup ollo om omega one ong onl online ooo open oracle orange org organic origins osaka otsuka
ott ovh pa page panasonic paris pars partners parts party pay pccw pe pet pf pfizer pg ph pharmacy phd philips phone
photo photography photos physio pics pictet pictures pid pin ping pink pioneer pizza pk pl place play playstation
plumbing plus pm pn pnc pohl poker politie porn post pr praxi press prime pro prod productions prof progressive
promo properties property protection pru prudential ps pt pub pw pwc py qa qpon quebec quest racing radio re read
realestate realtor realty recipes red redumbrella rehab reise reisen reit reliance ren rent rentals repair report
republican rest restaurant review reviews rexroth rich richardli ricoh ril rio rip ro rocks rodeo rogers room rs
rsvp ru rugby ruhr run rw rwe ryukyu sa saarland safe safety sakura sale salon samsclub samsung sandvik
sandvikcoromant sanofi sap sarl sas save saxo sb sbi sbs sc scb schaeffler schmidt scholarships school schule
schwarz science scot sd se search seat secure security seek select sener services seven sew sex sexy sfr sg sh
shangrila sharp shell shia shiksha shoes shop shopping shouji show si silk sina singles site sj sk ski skin sky
skype sl sling sm smart smile sn sncf so soccer social softbank software sohu solar solutions song sony soy spa
space sport spot sr srl ss st stada staples star statebank statefarm stc stcgroup stockholm storage store stream
studio study style su sucks supplies supply support surf surgery suzuki sv swatch swiss sx sy sydney systems sz tab
taipei talk taobao target tatamotors tatar tattoo tax taxi tc tci td tdk team tech technology tel temasek tennis
teva tf tg th thd theater theatre tiaa tickets tienda tips tires tirol tj tjmaxx tjx tk tkmaxx tl tm tmall tn to
today tokyo tools top toray toshiba total tours town toyota toys tr trade trading training travel travelers
travelersinsurance trust trv tt tube tui tunes tushu tv tvs tw tz ua ubank ubs ug uk unicom university uno uol ups
us uy uz va vacations vana vanguard vc ve vegas ventures verisign versicherung vet vg vi viajes video vig viking
villas vin vip virgin visa vision viva vivo vlaanderen vn vodka volvo vote voting voto voyage vu wales walmart
walter wang wanggou watch watches weather weatherchannel webcam weber website wed wedding weibo weir wf whoswho wien
wiki williamhill win windows wine winners wme wolterskluwer woodside work works world wow ws wtc wtf xbox xerox
xihuan xin xn--11b4c3d xn--1ck2e1b xn--1qqw23a xn--2scrj9c xn--30rr7y xn--3bst00m xn--3ds443g xn--3e0b707e
xn--3hcrj9c xn--3pxu8k xn--42c2d9a xn--45br5cyl xn--45brj9c xn--45q11c xn--4dbrk0ce xn--4gbrim xn--54b7fta0cc
xn--55qw42g xn--55qx5d xn--5su34j936bgsg xn--5tzm5g xn--6frz82g xn--6qq986b3xl xn--80adxhks xn--80ao21a
xn--80aqecdr1a xn--80asehdb xn--80aswg xn--8y0a063a xn--90a3ac xn--90ae xn--90ais xn--9dbq2a xn--9et52u xn--9krt00a
xn--b4w605ferd xn--bck1b9a5dre4c xn--c1avg xn--c2br7g xn--cck2b3b xn--cckwcxetd xn--cg4bki xn--clchc0ea0b2g2a9gcd
xn--czr694b xn--czrs0t xn--czru2d xn--d1acj3b xn--d1alf xn--e1a4c xn--eckvdtc9d xn--efvy88h xn--fct429k xn--fhbei
xn--fiq228c5hs xn--fiq64b xn--fiqs8s xn--fiqz9s xn--fjq720a xn--flw351e xn--fpcrj9c3d xn--fzc2c9e2c xn--fzys8d69uvgm
xn--g2xx48c xn--gckr3f0f xn--gecrj9c xn--gk3at1e xn--h2breg3eve xn--h2brj9c xn--h2brj9c8c xn--hxt814e
xn--i1b6b1a6a2e xn--imr513n xn--io0a7i xn--j1aef xn--j1amh xn--j6w193g xn--jlq480n2rg xn--jvr189m xn--kcrx77d1x4a
xn--kprw13d xn--kpry57d xn--kput3i xn--l1acc xn--lgbbat1ad8j xn--mgb9awbf xn--mgba3a3ejt xn--mgba3a4f16a
xn--mgba7c0bbn0a xn--mgbaam7a8h xn--mgbab2bd xn--mgbah1a3hjkrd xn--mgbai9azgqp6j xn--mgbayh7gpa xn--mgbbh1a
xn--mgbbh1a71e xn--mgbc0a9azcg xn--mgbca7dzdo xn--mgbcpq6gpa1a xn--mgberp4a5d4ar xn--mgbgu82a xn--mgbi4ecexp
xn--mgbpl2fh xn--mgbt3dhd xn--mgbtx2b xn--mgbx4cd0ab xn--mix891f xn--mk1bu44c xn--mxtq1m xn--ngbc5azd xn--ngbe9e0a
xn--ngbrx xn--node xn--nqv7f xn--nqv7fs00ema xn--nyqy26a xn--o3cw4h xn--ogbpf8fl xn--otu796d xn--p1acf xn--p1ai
xn--pgbs0dh xn--pssy2u xn--q7ce6a xn--q9jyb4c xn--qcka1pmc xn--qxa6a xn--qxam xn--rhqv96g xn--rovu88b xn--rvc1e0am3e
xn--s9brj9c xn--ses554g xn--t60b56a xn--tckwe xn--tiq49xqyj xn--unup4y xn--vermgensberater-ctb
xn--vermgensberatung-pwb xn--vhquv xn--vuq861b xn--w4r85el8fhu5dnra xn--w4rs40l xn--wgbh1c xn--wgbl6a xn--xhq521b
xn--xkc2al3hye2a xn--xkc2dl3a5ee0h xn--y9a3aq xn--yfro4i67o xn--ygbi2ammx xn--zfr164b xxx xyz yachts yahoo yamaxun
yandex ye yodobashi yoga yokohama you youtube yt yun za zappos zara zero zip zm zone zuerich zw
`.trim();
