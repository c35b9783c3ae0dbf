/** Prints a draft as a file, in the layouts and styles that people use. */
import { clientIdForm } from "./client-id.js";
import type { ClientIdForm, ClientIdFormName } from "./client-id.js";
import { clientId, memberOf, otherClientId } from "./draft.js";
import type { Draft, Member, Part, ProviderDraft, Value } from "./draft.js";

export const layouts = [
  "direct",
  "const",
  "const, exported as default",
  "conditional list",
  "conditional config",
  "conditional spread",
  "list const",
  "provider consts",
  "base spread",
  "push",
  "push in if",
  "factory",
  "arrow factory",
  "helper function",
  "helper arrow",
  "frozen",
  "named and default",
  "config spread",
  "and spread",
  "list per deployment",
  "provider per deployment",
] as const;
/** Layouts in which no evaluator sees that the default export holds the providers. */
export const opaqueLayouts = ["flatMap", "filter", "concat", "map over issuers"] as const;
export type Layout = (typeof layouts)[number] | (typeof opaqueLayouts)[number];

export const conditions = ["client id", "AUTH_ENABLED", "NODE_ENV"] as const;
export const guards = ["none", "block", "one line", "with clock"] as const;
export const memberOrders = ["template", "alphabetical", "issuer first", "type last", "reversed"] as const;

export interface CommentChoice {
  readonly place: "inline" | "own" | "trailing";
  /** Which place of that kind, counted through the file. */
  readonly slot: number;
  readonly form: "block" | "doc" | "line";
  readonly text: string;
}

export interface Style {
  readonly layout: Layout;
  readonly language: "js" | "ts";
  readonly typing: "annotation" | "as" | "none" | "satisfies";
  readonly typeImport: "import type" | "inline type" | "plain";
  readonly clientId: ClientIdFormName;
  readonly clientIdName: string;
  readonly variable: string;
  readonly guard: (typeof guards)[number];
  readonly condition: (typeof conditions)[number];
  readonly quote: "'" | '"';
  readonly backticksForPlainText: boolean;
  readonly concatenation: boolean;
  readonly indent: string;
  readonly trailingComma: boolean;
  readonly semicolons: boolean;
  readonly eol: "\n" | "\r\n";
  readonly byteOrderMark: boolean;
  readonly memberPerLine: boolean;
  readonly keys: "computed" | "plain" | "quoted";
  readonly baseUrl: "const" | "none" | "trimmed const";
  /** Puts whatever all WorkOS providers share into the base that is spread, `applicationID` included. */
  readonly richBase: boolean;
  readonly memberOrder: (typeof memberOrders)[number];
  readonly asConst: boolean;
  readonly shorthand: "both" | "jwks" | "none";
  readonly comments: readonly CommentChoice[];
}

export interface Printed {
  readonly text: string;
  readonly clientId: ClientIdForm;
  readonly typed: boolean;
  /** A defect stands in text that several providers share, so that no edit can be right for all of them. */
  readonly shared: boolean;
}

type Lines = readonly string[];

/** Prints a file. Parts of the style that a layout or a language cannot have are left out. */
export function print(draft: Draft, style: Style): Printed {
  return new Printer(draft, style).print();
}

class Printer {
  readonly #draft: Draft;
  readonly #style: Style;
  readonly #typescript: boolean;
  readonly #commonjs: boolean;
  readonly #form: ClientIdForm;
  readonly #slots = { inline: 0, own: 0, trailing: 0 };
  /** Constants that the printed providers refer to. */
  readonly #constants: string[] = [];
  #typed = false;
  #shared = false;
  #otherDeployment = false;

  constructor(draft: Draft, style: Style) {
    this.#draft = draft;
    this.#style = style;
    this.#commonjs = draft.exportForm === "module.exports" || draft.exportForm === "exports.default";
    this.#typescript = style.language === "ts" && !this.#commonjs;
    const needsImport = style.clientId.startsWith("imported");
    this.#form = clientIdForm(this.#commonjs && needsImport ? "const" : style.clientId, {
      name: style.clientIdName,
      variable: style.variable,
      typescript: this.#typescript,
    });
    if (draft.clientIdLines !== null) {
      const lines = draft.clientIdLines;
      this.#form = { ...this.#form, imports: [], lines, expression: "clientId", inlineLiteral: null, warnings: [] };
    }
  }

  print(): Printed {
    // The config first: printing it collects the constants that stand before it.
    const config = this.#config();
    const paragraphs = [
      this.#imports(),
      [...this.#clientIdStatements(), ...this.#guard()],
      this.#draft.statements.map((line) => this.#source(line)),
      this.#constants.map((line) => this.#source(line)),
      ...config,
    ].filter((lines) => lines.length > 0);
    const lines = paragraphs.flatMap((paragraph, index) => [
      ...(index === 0 ? [] : [""]),
      ...this.#ownComments(),
      ...paragraph,
    ]);
    const text = `${[...lines, ...this.#ownComments()].join("\n")}\n`;
    const { byteOrderMark, eol } = this.#style;
    return {
      text: (byteOrderMark ? "\uFEFF" : "") + text.replaceAll("\n", eol),
      clientId: this.#form,
      typed: this.#typed,
      shared: this.#shared,
    };
  }

  // --- statements

  #imports(): Lines {
    const imports = [...this.#form.imports];
    if (this.#typescript && this.#style.typing !== "none") {
      const clause = {
        "import type": "type { AuthConfig }",
        "inline type": "{ type AuthConfig }",
        plain: "{ AuthConfig }",
      };
      imports.push(`import ${clause[this.#style.typeImport]} from "convex/server";`);
    }
    return imports.map((line) => this.#source(line));
  }

  #clientIdStatements(): Lines {
    const other = this.#usesOtherClientId()
      ? [`const environmentClientId = process.env.WORKOS_ENVIRONMENT_CLIENT_ID${this.#typescript ? "!" : ""};`]
      : [];
    return [...this.#form.lines, ...other].map((line) => this.#source(line));
  }

  #guard(): Lines {
    const { expression, inlineLiteral } = this.#form;
    if (this.#style.guard === "none" || inlineLiteral !== null || this.#draft.clientIdLines !== null) return [];
    const test = expression.replace(/!$/, "");
    const message =
      this.#style.guard === "with clock" ? "`no client id at ${Date.now()}`" : '"WORKOS_CLIENT_ID is not set"';
    const lines =
      this.#style.guard === "block"
        ? [`if (!${test}) {`, `  throw new Error(${message});`, "}"]
        : [`if (!${test}) throw new Error(${message});`];
    return lines.map((line) => this.#source(line));
  }

  #config(): readonly Lines[] {
    const { layout } = this.#style;
    const name = "authConfig";
    switch (this.#draft.exportForm) {
      case "module.exports":
      case "exports.default":
        return [this.#statement(prefix(`${this.#draft.exportForm} = `, this.#object(this.#list())))];
      case "named":
        return [this.#statement(prefix(`export const ${name} = `, this.#satisfying(this.#object(this.#list()))))];
      case "none":
        return [this.#statement(prefix(`const ${name} = `, this.#satisfying(this.#object(this.#list()))))];
      case "array":
        return [this.#statement(prefix("export default ", this.#list()))];
      case "uncalled-factory":
        return [this.#statement(suffix(prefix("export default () => (", this.#object(this.#list())), ")"))];
      case "default":
        break;
    }
    switch (layout) {
      case "const":
      case "const, exported as default": {
        const declared = this.#statement(
          prefix(`const ${name}${this.#annotation()} = `, this.#satisfying(this.#object(this.#list()), false)),
        );
        const exported = layout === "const" ? `export default ${name}` : `export { ${name} as default }`;
        return [declared, this.#statement([exported])];
      }
      case "conditional config":
        return [
          this.#statement(
            prefix(
              `const ${name}${this.#annotation()} = `,
              this.#conditional(this.#object(this.#list(), "on arm"), this.#object(["[]"], "off arm")),
            ),
          ),
          this.#statement([`export default ${name}`]),
        ];
      case "conditional spread": {
        const workos = this.#draft.providers.filter(({ role }) => role !== "vendor");
        const vendors = this.#draft.providers.filter(({ role }) => role === "vendor");
        const spread = this.#conditional(this.#array(workos), ["[]"]);
        const elements = [suffix(prefix("...(", spread), ")"), ...vendors.map((vendor) => this.#provider(vendor))];
        return [this.#exportDefault(this.#object(this.#block("[", elements, "]")))];
      }
      case "list const": {
        const workos = this.#draft.providers.filter(({ role }) => role !== "vendor");
        const vendors = this.#draft.providers.filter(({ role }) => role === "vendor");
        const declared = this.#statement(prefix("const workosProviders = ", this.#array(workos)));
        const elements = [["...workosProviders"], ...vendors.map((vendor) => this.#provider(vendor))];
        return [declared, this.#exportDefault(this.#object(this.#block("[", elements, "]")))];
      }
      case "provider consts": {
        const names = this.#draft.providers.map(
          ({ role }, index) => `${role.replace("-elsewhere", "")}Provider${String(index + 1)}`,
        );
        const declared = this.#draft.providers.map((provider, index) =>
          this.#statement(prefix(`const ${names[index] ?? ""} = `, this.#provider(provider))),
        );
        return [
          ...declared,
          this.#exportDefault(
            this.#object(
              this.#block(
                "[",
                names.map((each) => [each]),
                "]",
              ),
            ),
          ),
        ];
      }
      case "base spread":
        return this.#baseSpread();
      case "push":
      case "push in if":
        return this.#pushes();
      case "factory":
      case "arrow factory":
        return this.#factory();
      case "helper function":
      case "helper arrow":
        return this.#helper();
      case "frozen":
        return [
          this.#statement(
            suffix(prefix("export default Object.freeze(", this.#satisfying(this.#object(this.#list()))), ")"),
          ),
        ];
      case "named and default":
        return [
          this.#statement(
            prefix(`export const ${name}${this.#annotation()} = `, this.#satisfying(this.#object(this.#list()), false)),
          ),
          this.#statement([`export default ${name}`]),
        ];
      case "config spread": {
        const declared = this.#statement(prefix("const shared = ", this.#object(this.#list())));
        return [declared, this.#exportDefault(["{ ...shared }"])];
      }
      case "and spread": {
        const workos = this.#draft.providers.filter(({ role }) => role !== "vendor");
        const vendors = this.#draft.providers.filter(({ role }) => role === "vendor");
        // Only behind a condition that is never false: `...false` throws in a list.
        const condition = this.#source(this.#form.expression.replace(/!$/, ""));
        const spread = suffix(prefix(`...(${condition} && `, this.#array(workos)), ")");
        const elements = [spread, ...vendors.map((vendor) => this.#provider(vendor))];
        return [this.#exportDefault(this.#object(this.#block("[", elements, "]")))];
      }
      case "list per deployment": {
        const staging = this.#inOtherDeployment(() => this.#array(this.#draft.otherProviders));
        const list = this.#choice(this.#source('process.env.DEPLOYMENT === "staging"'), staging, this.#list());
        return [this.#exportDefault(this.#object(list))];
      }
      case "provider per deployment": {
        const elements = this.#draft.providers.map((provider) => {
          if (provider.role !== "session") return this.#provider(provider);
          const staging = this.#inOtherDeployment(() => this.#provider(provider));
          return this.#choice(this.#source('process.env.DEPLOYMENT === "staging"'), staging, this.#provider(provider));
        });
        return [this.#exportDefault(this.#object(this.#block("[", elements, "]")))];
      }
      case "flatMap":
        return [this.#exportDefault(this.#object(suffix(prefix("[1].flatMap(() => ", this.#list()), ")")))];
      case "filter":
        return [this.#exportDefault(this.#object(suffix(this.#list(), ".filter(Boolean)")))];
      case "concat": {
        const [first, ...others] = this.#draft.providers;
        const list = prefix("[].concat(", this.#array(first === undefined ? [] : [first]));
        return [this.#exportDefault(this.#object([...suffix(list, ", "), ...suffix(this.#array(others), ")")]))];
      }
      case "map over issuers": {
        const others = this.#draft.providers.filter(({ role }) => role !== "session");
        const sessions = this.#draft.providers.filter(({ role }) => role === "session");
        const ids = `[${this.#source(this.#form.expression)}]`;
        const mapped = sessions.map((session) =>
          suffix(prefix(`...${ids}.map(() => (`, this.#provider(session)), "))"),
        );
        return [
          this.#exportDefault(
            this.#object(this.#block("[", [...others.map((each) => this.#provider(each)), ...mapped], "]")),
          ),
        ];
      }
      case "conditional list":
      case "direct":
        return [this.#exportDefault(this.#object(this.#list()))];
    }
  }

  #exportDefault(object: Lines): Lines {
    return this.#statement(prefix("export default ", this.#satisfying(object)));
  }

  #satisfying(object: Lines, always = true): Lines {
    const { typing } = this.#style;
    const wanted = typing === "satisfies" || typing === "as" || (always && typing === "annotation");
    if (!this.#typescript || !wanted) return object;
    this.#typed = true;
    return suffix(object, typing === "as" ? " as AuthConfig" : " satisfies AuthConfig");
  }

  #annotation(): string {
    const { typing, layout } = this.#style;
    const wanted = typing === "annotation" || (typing !== "none" && layout === "conditional config");
    if (!this.#typescript || !wanted) return "";
    this.#typed = true;
    return ": AuthConfig";
  }

  #pushes(): readonly Lines[] {
    const type = this.#typescript && this.#style.typing !== "none" ? ': AuthConfig["providers"]' : "";
    const pushed = this.#draft.providers.map((provider) =>
      this.#statement(suffix(prefix("providers.push(", this.#provider(provider)), ")")),
    );
    const guarded =
      this.#style.layout === "push" ? pushed : [[`if (${this.#condition()}) {`, ...this.#indented(pushed.flat()), "}"]];
    const declared = this.#statement([this.#source(`const providers${type} = []`)]);
    const { condition, listKey, listTemplate } = this.#draft;
    const shorthand = condition === null && listKey === "providers" && listTemplate === "@";
    const object = shorthand ? this.#block("{", [["providers"]], "}") : this.#object(["providers"]);
    return [declared, ...guarded, this.#exportDefault(object)];
  }

  #factory(): readonly Lines[] {
    const parameter = this.#typescript ? `${this.#parameter()}: string` : this.#parameter();
    const argument =
      this.#form.expression.endsWith("!") || !this.#typescript ? this.#form.expression : `${this.#form.expression}!`;
    const body = this.#object(this.#list());
    const declared =
      this.#style.layout === "factory"
        ? [
            `function createAuthConfig(${parameter}) {`,
            ...this.#indented(this.#statement(prefix("return ", this.#satisfying(body)))),
            "}",
          ]
        : this.#statement(suffix(prefix(`const createAuthConfig = (${parameter}) => (`, this.#satisfying(body)), ")"));
    return [
      declared,
      this.#statement([this.#source(`export default createAuthConfig(${argument.replace(/^("[^"]*")!$/, "$1")})`)]),
    ];
  }

  /** The name of the factory's parameter, which the providers then refer to. */
  #parameter(): string {
    return "clientId";
  }

  #helper(): readonly Lines[] {
    this.#shared = true;
    const [issuer, applicationID] = this.#typescript
      ? ["issuer: string", "applicationID?: string"]
      : ["issuer", "applicationID"];
    const members: readonly Member[] = [
      { name: "type", value: { kind: "text", parts: ["customJwt"] } },
      { name: "issuer", value: { kind: "code", code: "issuer" } },
      { name: "algorithm", value: { kind: "text", parts: ["RS256"] } },
      { name: "applicationID", value: { kind: "code", code: "applicationID" } },
      { name: "jwks", value: { kind: "text", parts: ["https://api.workos.com/sso/jwks/", clientId] } },
    ];
    const body = this.#block(
      "{",
      this.#ordered(members).map((member) => this.#member(member, { asConst: true, mayShorten: true })),
      "}",
    );
    const declared =
      this.#style.layout === "helper function"
        ? [
            `function workosProvider(${issuer ?? ""}, ${applicationID ?? ""}) {`,
            ...this.#indented(this.#statement(prefix("return ", body))),
            "}",
          ]
        : this.#statement(
            suffix(prefix(`const workosProvider = (${issuer ?? ""}, ${applicationID ?? ""}) => (`, body), ")"),
          );
    const elements = this.#draft.providers.map((provider) => this.#helperCall(provider) ?? this.#provider(provider));
    const list = this.#block("[", elements, "]");
    return [declared, this.#exportDefault(this.#object(list))];
  }

  #helperCall(provider: ProviderDraft): Lines | null {
    const values = new Map(provider.members.map(({ name, value }) => [name, value]));
    const issuer = values.get("issuer");
    const expected = JSON.stringify(["customJwt", "RS256"]);
    const fixed = JSON.stringify([plainTextOf(values.get("type")), plainTextOf(values.get("algorithm"))]);
    const jwks = values.get("jwks");
    const regularJwks =
      jwks?.kind === "text" &&
      jwks.parts.length === 2 &&
      jwks.parts[0] === "https://api.workos.com/sso/jwks/" &&
      jwks.parts[1] === clientId;
    const known = ["type", "issuer", "algorithm", "applicationID", "jwks"];
    if (issuer === undefined || fixed !== expected || !regularJwks) return null;
    if (provider.members.some(({ name }) => !known.includes(name))) return null;
    const applicationID = values.get("applicationID");
    const args = [issuer, ...(applicationID === undefined ? [] : [applicationID])].map((value) => this.#value(value));
    return [`workosProvider(${args.join(", ")})`];
  }

  #baseSpread(): readonly Lines[] {
    const audienceInBase = this.#style.richBase && this.#allHaveAudience();
    // The user-management provider gets its `applicationID` from where the shared one needs it.
    this.#shared = audienceInBase;
    const shared: readonly Member[] = [
      { name: "type", value: { kind: "text", parts: ["customJwt"] } },
      { name: "algorithm", value: { kind: "text", parts: ["RS256"] } },
      { name: "jwks", value: { kind: "text", parts: ["https://api.workos.com/sso/jwks/", clientId] } },
      ...(audienceInBase ? [{ name: "applicationID", value: audience }] : []),
    ];
    const asConst = this.#typescript ? " as const" : "";
    const declared = this.#statement(
      suffix(
        prefix(
          "const workos = ",
          this.#block(
            "{",
            shared.map((member) => this.#member(member, {})),
            "}",
          ),
        ),
        asConst,
      ),
    );
    const elements = this.#draft.providers.map((provider) => {
      const complete = shared.every(({ name }) => memberOf(provider, name) !== undefined);
      if (provider.role === "vendor" || !complete) return this.#provider(provider);
      const own = provider.members.filter(({ name, value }) => {
        const base = shared.find((member) => member.name === name);
        return base === undefined || !sameValue(base.value, value);
      });
      const members = this.#ordered(own).map((member) => this.#member(member, { asConst: true }));
      return this.#block("{", [["...workos"], ...members], "}");
    });
    const list = this.#block("[", elements, "]");
    return [declared, this.#exportDefault(this.#object(list))];
  }

  /** Whether every WorkOS provider asks for the client id, as only a broken file does. */
  #allHaveAudience(): boolean {
    return this.#draft.providers
      .filter(({ role }) => role === "shared" || role === "session")
      .every((provider) =>
        sameValue(memberOf(provider, "applicationID")?.value ?? { kind: "code", code: "" }, audience),
      );
  }

  // --- values

  #object(list: Lines, place: "off arm" | "on arm" | "top" = "top"): Lines {
    const key = this.#key(this.#draft.listKey);
    const conditional =
      place === "top" && (this.#draft.condition !== null || this.#style.layout === "conditional list");
    const templated = place === "off arm" ? list : this.#inTemplate(list);
    const value = conditional ? this.#conditional(templated, ["[]"]) : templated;
    return this.#block("{", [prefix(`${key}: `, value)], "}", { alwaysOpen: true });
  }

  #list(): Lines {
    return this.#array(this.#draft.providers);
  }

  #array(providers: readonly ProviderDraft[]): Lines {
    return this.#block(
      "[",
      providers.map((provider) => this.#provider(provider)),
      "]",
      { alwaysOpen: providers.length > 0 },
    );
  }

  /** Puts the list into what a defect has made of the `providers` member. */
  #inTemplate(list: Lines): Lines {
    const [before, after] = this.#draft.listTemplate.split("@");
    if (after === undefined) return [this.#source(before ?? "")];
    return suffix(prefix(before ?? "", list), this.#source(after));
  }

  #conditional(yes: Lines, no: Lines): Lines {
    return this.#choice(this.#condition(), yes, no);
  }

  #choice(condition: string, yes: Lines, no: Lines): Lines {
    // As Prettier: the lines after the mark stand two columns to the right of it, or one tab.
    const deeper = this.#style.indent === "\t" ? "\t" : "  ";
    const nested = (mark: string, lines: Lines): Lines =>
      this.#indented(lines.map((line, index) => (index === 0 ? `${mark} ${line}` : deeper + line)));
    return [condition, ...nested("?", yes), ...nested(":", no)];
  }

  #condition(): string {
    if (this.#draft.condition !== null) return this.#source(this.#draft.condition);
    const { condition } = this.#style;
    if (condition === "AUTH_ENABLED") return this.#source('process.env.AUTH_ENABLED === "true"');
    if (condition === "NODE_ENV") return this.#source('process.env.NODE_ENV === "production"');
    return this.#source(this.#form.expression.replace(/!$/, ""));
  }

  #provider(provider: ProviderDraft): Lines {
    const items = this.#ordered(provider.members).map((member) =>
      this.#member(this.#hoisted(provider, member), { asConst: true, mayShorten: true }),
    );
    return this.#block("{", items, "}");
  }

  /** Moves a value to a constant of the member's name, where the style asks for shorthand members. */
  #hoisted(provider: ProviderDraft, { name, value }: Member): Member {
    const { shorthand, keys } = this.#style;
    const wanted =
      (shorthand !== "none" && name === "jwks") ||
      (shorthand === "both" && name === "issuer" && provider.role === "session");
    const inScope = !this.#style.layout.endsWith("factory") && this.#draft.exportForm === "default";
    if (
      !wanted ||
      !inScope ||
      keys !== "plain" ||
      this.#otherDeployment ||
      provider.role === "vendor" ||
      value.kind !== "text"
    )
      return { name, value };
    const declaration = `const ${name} = ${this.#value(value)};`;
    const taken = this.#constants.find((line) => line.startsWith(`const ${name} = `));
    if (taken === undefined) this.#constants.push(declaration);
    else if (taken !== declaration) return { name, value };
    return { name, value: { kind: "code", code: name } };
  }

  #ordered(members: readonly Member[]): readonly Member[] {
    const template = ["type", "issuer", "domain", "algorithm", "applicationID", "jwks"];
    const rank =
      (order: readonly string[]) =>
      ({ name }: Member): number =>
        order.includes(name) ? order.indexOf(name) : order.length;
    const by = (order: readonly string[]): readonly Member[] =>
      [...members].sort((left, right) => rank(order)(left) - rank(order)(right));
    switch (this.#style.memberOrder) {
      case "template":
        return by(template);
      case "alphabetical":
        return [...members].sort((left, right) => (left.name < right.name ? -1 : 1));
      case "issuer first":
        return by(["issuer", "domain", "applicationID", "jwks", "type", "algorithm"]);
      case "type last":
        return by(["applicationID", "issuer", "domain", "jwks", "algorithm", "type"]);
      case "reversed":
        return [...by(template)].reverse();
    }
  }

  #member({ name, value }: Member, { asConst = false, mayShorten = false }): Lines {
    if (mayShorten && value.kind === "code" && value.code === name && this.#style.keys === "plain") return [name];
    const key = this.#key(name);
    const literal =
      this.#typescript &&
      asConst &&
      (this.#style.asConst || this.#needsConst()) &&
      (name === "type" || name === "algorithm");
    const suffixed = literal && value.kind === "text" ? " as const" : "";
    return [`${key}: ${this.#inlineComment()}${this.#value(value)}${suffixed}`];
  }

  /** Layouts in which `"customJwt"` would otherwise widen to `string` and fail to compile. */
  #needsConst(): boolean {
    const { layout, typing } = this.#style;
    return typing !== "none" && ["list const", "provider consts", "helper function", "helper arrow"].includes(layout);
  }

  #key(name: string): string {
    if (this.#style.keys === "plain") return name;
    return this.#style.keys === "quoted" ? this.#quoted(name) : `[${this.#quoted(name)}]`;
  }

  #value(value: Value): string {
    if (value.kind === "code") return this.#source(value.code);
    if (value.plainQuotes !== true && this.#isUnderBaseUrl(value)) return this.#underBaseUrl(value.parts);
    const inlined = this.#otherDeployment ? null : this.#form.inlineLiteral;
    const parts = value.parts.map((part) => (part === clientId && inlined !== null ? inlined : part));
    if (parts.length === 1 && typeof parts[0] !== "string") return this.#source(this.#expression(parts[0] ?? clientId));
    if (parts.every((part) => typeof part === "string")) return this.#plain(parts.join(""), value.plainQuotes === true);
    return this.#style.concatenation ? this.#concatenated(parts) : this.#template(parts);
  }

  #isUnderBaseUrl({ parts: [first] }: { readonly parts: readonly Part[] }): boolean {
    const { baseUrl, layout } = this.#style;
    return baseUrl !== "none" && layout !== "base spread" && typeof first === "string" && first.startsWith(`${root}/`);
  }

  /** Refers to a constant with the API's origin. */
  #underBaseUrl([first, ...others]: readonly Part[]): string {
    const declaration =
      this.#style.baseUrl === "const"
        ? `const workosApi = ${this.#quoted(root)};`
        : `const workosApi = ${this.#quoted(`${root}/`)}.replace(/\\/$/, ${this.#quoted("")});`;
    if (!this.#constants.includes(declaration)) this.#constants.unshift(declaration);
    const rest = typeof first === "string" ? first.slice(root.length) : "";
    const inner = others.map((part) =>
      typeof part === "string" ? part : `\${${this.#source(this.#expression(part))}}`,
    );
    return `\`\${workosApi}${rest}${inner.join("")}\``;
  }

  #template(parts: readonly Part[]): string {
    const inner = parts.map((part) =>
      typeof part === "string" ? part : `\${${this.#source(this.#expression(part))}}`,
    );
    return `\`${inner.join("")}\``;
  }

  #concatenated(parts: readonly Part[]): string {
    return parts
      .map((part) => (typeof part === "string" ? this.#plain(part, true) : this.#source(this.#expression(part))))
      .join(" + ");
  }

  #plain(characters: string, inQuotes: boolean): string {
    return this.#style.backticksForPlainText && !inQuotes && !characters.includes("`")
      ? `\`${characters}\``
      : this.#quoted(characters);
  }

  #quoted(characters: string): string {
    const { quote } = this.#style;
    const other = quote === '"' ? "'" : '"';
    const chosen = characters.includes(quote) ? other : quote;
    return `${chosen}${characters}${chosen}`;
  }

  #expression(part: Exclude<Part, string>): string {
    if (part === otherClientId) return "environmentClientId";
    if (this.#otherDeployment) return "process.env.WORKOS_STAGING_CLIENT_ID";
    const inFactory = this.#style.layout.endsWith("factory") && this.#draft.exportForm === "default";
    return inFactory ? this.#parameter() : this.#form.expression;
  }

  /** Prints with the client id of the staging deployment. */
  #inOtherDeployment(printed: () => Lines): Lines {
    this.#otherDeployment = true;
    const lines = printed();
    this.#otherDeployment = false;
    return lines;
  }

  #usesOtherClientId(): boolean {
    return [...this.#draft.providers, ...this.#draft.otherProviders].some(({ members }) =>
      members.some(({ value }) => value.kind === "text" && value.parts.includes(otherClientId)),
    );
  }

  // --- lines

  /** Statement lines end in a semicolon, if the style has them. */
  #statement(lines: Lines): Lines {
    return suffix(lines, this.#style.semicolons ? ";" : "");
  }

  /** Prints a line of ready-made source in the style's quotes, indentation and semicolons. */
  #source(line: string): string {
    const quoted = this.#style.quote === "'" && !line.includes("'") ? line.replaceAll('"', "'") : line;
    const indented = quoted.replace(/^(?: {2})+/, (spaces) => this.#style.indent.repeat(spaces.length / 2));
    return this.#style.semicolons ? indented : indented.replace(/;$/, "");
  }

  #indented(lines: Lines): Lines {
    return lines.map((line) => (line === "" ? line : this.#style.indent + line));
  }

  #block(open: string, items: readonly Lines[], close: string, { alwaysOpen = false } = {}): Lines {
    if (items.length === 0) return [open + close];
    const oneLine = items.every((item) => item.length === 1);
    if (!this.#style.memberPerLine && !alwaysOpen && oneLine) {
      const inner = items.map(([line]) => line).join(", ");
      return [open === "{" ? `{ ${inner} }` : open + inner + close];
    }
    const lines = items.flatMap((item, index) => {
      const comma = index < items.length - 1 || this.#style.trailingComma ? "," : "";
      return [...this.#ownComments(), ...suffix(item, this.#withTrailingComment(comma))];
    });
    return [open, ...this.#indented([...lines, ...this.#ownComments()]), close];
  }

  // --- comments

  #ownComments(): Lines {
    return this.#commentsAt("own").flatMap(({ form, text }) => {
      if (form === "line") return [`// ${text}`];
      return form === "block" ? [`/* ${text} */`] : ["/**", ` * ${text}`, " */"];
    });
  }

  /** Prettier puts a block comment before the comma; people put it on either side. */
  #withTrailingComment(comma: string): string {
    const [choice] = this.#commentsAt("trailing");
    if (choice === undefined) return comma;
    if (choice.form === "line") return `${comma} // ${choice.text}`;
    return choice.form === "block" ? ` /* ${choice.text} */${comma}` : `${comma} /* ${choice.text} */`;
  }

  #inlineComment(): string {
    return this.#commentsAt("inline")
      .map(({ text }) => `/* ${text} */ `)
      .join("");
  }

  #commentsAt(place: CommentChoice["place"]): readonly CommentChoice[] {
    const slot = this.#slots[place]++;
    return this.#style.comments.filter((choice) => choice.place === place && choice.slot === slot);
  }
}

const audience: Value = { kind: "text", parts: [clientId] };
const root = "https://api.workos.com";

function prefix(before: string, lines: Lines): Lines {
  return lines.map((line, index) => (index === 0 ? before + line : line));
}

function suffix(lines: Lines, after: string): Lines {
  return lines.map((line, index) => (index === lines.length - 1 ? line + after : line));
}

function plainTextOf(value: Value | undefined): string | null {
  return value?.kind === "text" && value.parts.every((part) => typeof part === "string") ? value.parts.join("") : null;
}

function sameValue(left: Value, right: Value): boolean {
  if (left.kind !== "text" || right.kind !== "text") return false;
  return left.parts.length === right.parts.length && left.parts.every((part, index) => part === right.parts[index]);
}
