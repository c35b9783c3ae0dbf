/**
 * Files with words removed, doubled, swapped, replaced, and pieces of one file inside another.
 *
 * MUTATED_FILES=100000  how many files
 * MUTATED_SEED=1        the seed, to run the same files again
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { fixtures } from "./fixtures.js";
import { fixed, timedLint } from "./timed-lint.js";

const files = Number(process.env["MUTATED_FILES"] ?? 2500);
const seed = Number(process.env["MUTATED_SEED"] ?? 20_260_801);
const hours = 3_600_000;

/** Words, texts, spaces and single characters: what a file is made of when it is put together again. */
function pieces(text: string): readonly string[] {
  return text.match(/\s+|[\w$]+|"[^"\n]*"|'[^'\n]*'|`[^`]*`|\/\/.*|=>|\?\?=?|\?\.|\.\.\.|[^\s\w]/gu) ?? [];
}

const pieceLists = fixtures.map(pieces);

/** What else may come in: every piece of the fixtures, and words that mean something to the evaluator. */
const vocabulary = [
  ...new Set([
    ...pieceLists.flat(),
    ..."undefined null true false 0 -1 1n NaN {} [] () `` '' \"\" ! ?. => ... = + += == === && || ?? ??= ; , : ? / /x/ \\ # @ * ** % < > | & ^ ~".split(
      " ",
    ),
    ..."const let var function async await yield class extends new delete void typeof in of for while do break continue return throw try catch finally switch case default if else".split(
      " ",
    ),
    ..."import export from as satisfies type interface enum namespace declare module this super arguments static get set".split(
      " ",
    ),
    ..."process env NODE_ENV globalThis Object freeze keys values entries assign String Boolean Date now Math random fetch crypto push concat filter map flatMap reduce forEach pop shift splice trim replace".split(
      " ",
    ),
    ..."type issuer domain jwks algorithm algorithms applicationID applicationId application_id audience clientId jwksUri customJwt oidc RS256 ES256 HS256 providers default exports".split(
      " ",
    ),
    '"https://api.workos.com/"',
    '"https://api.workos.com/user_management/${clientId}"',
    '"https://API.workos.com//sso/jwks/?x"',
    '"client_01HXYZABCDEFGHJKMNPQRSTVWX"',
    '"sk_live_0123456789abcdef0123456789abcdef"',
    '"data:application/json,{}"',
    "\uE000",
    "\uD800",
    "\uFEFF",
    "\u2028",
    "\0",
    "🔑",
    "\r",
    "\t",
    "<!--",
    "-->",
    "/*",
    "*/",
    "//",
  ]),
];

type Mutation = (text: string[]) => string[];

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const word = fc.constantFrom(...vocabulary);

/** A position as a share of the length, so that it stays meaningful whatever came before. */
function at(text: readonly string[], share: number): number {
  return Math.floor(share * text.length);
}

/** Texts for texts, names for names, lines for lines: what is mutated like this mostly still parses. */
function kindOf(piece: string): string {
  if (/^["'`]/u.test(piece)) return "text";
  if (/^[A-Za-z_$]/u.test(piece)) return "name";
  if (/^\d/u.test(piece)) return "number";
  return piece.trim() === "" ? "space" : "other";
}

const byKind = new Map(
  ["text", "name", "number", "space", "other"].map((kind) => [
    kind,
    vocabulary.filter((piece) => kindOf(piece) === kind),
  ]),
);

function lines(text: readonly string[]): string[] {
  return text.join("").split(/(?<=\n)/u);
}

const gentleMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, place).map(([where, which]): Mutation => (text) => {
    const alike = byKind.get(kindOf(text[at(text, where)] ?? "")) ?? [];
    return text.with(at(text, where), alike[at(alike, which)] ?? "");
  }),
  fc.tuple(place, place).map(([one, which]): Mutation => (text) => {
    const here = text[at(text, one)] ?? "";
    const alike = [...text.keys()].filter((index) => kindOf(text[index] ?? "") === kindOf(here));
    const other = alike[at(alike.map(String), which)] ?? 0;
    return text.with(at(text, one), text[other] ?? "").with(other, here);
  }),
  place.map((where): Mutation => (text) => [
    ...pieces(
      lines(text)
        .toSpliced(at(lines(text), where), 1)
        .join(""),
    ),
  ]),
  fc.tuple(place, place).map(([from, to]): Mutation => (text) => {
    const all = lines(text);
    return [...pieces(all.toSpliced(at(all, to), 0, all[at(all, from)] ?? "").join(""))];
  }),
  fc.tuple(fc.constantFrom(...pieceLists), place, place).map(([other, from, to]): Mutation => (text) => {
    const all = lines(text);
    return [...pieces(all.toSpliced(at(all, to), 0, lines(other)[at(lines(other), from)] ?? "").join(""))];
  }),
);

const roughMutation: fc.Arbitrary<Mutation> = fc.oneof(
  place.map(
    (where): Mutation =>
      (text) =>
        text.toSpliced(at(text, where), 1),
  ),
  fc.tuple(place, fc.nat(30)).map(
    ([where, count]): Mutation =>
      (text) =>
        text.toSpliced(at(text, where), count),
  ),
  fc.tuple(place, word).map(
    ([where, added]): Mutation =>
      (text) =>
        text.toSpliced(at(text, where), 0, added),
  ),
  fc.tuple(place, word).map(
    ([where, added]): Mutation =>
      (text) =>
        text.toSpliced(at(text, where), 1, added),
  ),
  fc.tuple(place, fc.array(word, { maxLength: 6 })).map(
    ([where, added]): Mutation =>
      (text) =>
        text.toSpliced(at(text, where), 1, ...added),
  ),
  fc.tuple(place, place).map(([one, other]): Mutation => (text) => {
    const [left, right] = [text[at(text, one)] ?? "", text[at(text, other)] ?? ""];
    return text.with(at(text, one), right).with(at(text, other), left);
  }),
  // A piece of the file once more, somewhere else.
  fc.tuple(place, fc.nat(60), place).map(([from, count, to]): Mutation => (text) => {
    const start = at(text, from);
    return text.toSpliced(at(text, to), 0, ...text.slice(start, start + count));
  }),
  // A piece of another file.
  fc
    .tuple(fc.constantFrom(...pieceLists), place, fc.nat(60), place, fc.nat(20))
    .map(([other, from, count, to, removed]): Mutation => (text) => {
      const start = at(other, from);
      return text.toSpliced(at(text, to), removed, ...other.slice(start, start + count));
    }),
);

const mutatedFile = fc
  .tuple(
    fc.constantFrom(...pieceLists),
    fc.array(fc.oneof({ weight: 5, arbitrary: gentleMutation }, { weight: 1, arbitrary: roughMutation }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([pieces, mutations]) =>
    mutations.reduce<string[]>((text, mutate) => (text.length === 0 ? text : mutate(text)), [...pieces]).join(""),
  );

it(
  `${String(files)} mutated files (MUTATED_SEED=${String(seed)})`,
  () => {
    let parsed = 0;
    fc.assert(
      fc.property(mutatedFile, (text) => {
        const { isParsed, rules } = timedLint(text);
        expect(rules).toBeLessThan(3000);
        if (!isParsed) return;
        parsed += 1;
        const repaired = fixed(text);
        if (repaired === text) return;
        expect(timedLint(repaired).isParsed, `repaired:\n${repaired}`).toBe(true);
        expect(fixed(repaired)).toBe(repaired);
      }),
      { numRuns: files, seed },
    );
    expect(parsed).toBeGreaterThan(files / 5);
  },
  hours,
);

it(
  `${String(files)} texts of random characters (MUTATED_SEED=${String(seed)})`,
  () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(timedLint(text).rules).toBeLessThan(3000);
      }),
      { numRuns: files, seed },
    );
  },
  hours,
);

it(
  `${String(files)} texts of random words (MUTATED_SEED=${String(seed)})`,
  () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(timedLint(words.join(" ")).rules).toBeLessThan(3000);
      }),
      { numRuns: files, seed },
    );
  },
  hours,
);

it(
  `${String(files)} random texts as members (MUTATED_SEED=${String(seed)})`,
  () => {
    const url = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc
        .array(
          fc.constantFrom(
            "https://",
            "http:",
            "api.workos.com",
            "workos.com",
            "/",
            "//",
            "user_management",
            "sso",
            "jwks",
            "client_01HXYZABCDEFGHJKMNPQRSTVWX",
            "<",
            ">",
            "?",
            "#",
            "${x}",
            " ",
            ".well-known",
            ":443",
            "@",
            "\\",
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(url, url, url, url, (issuer, jwks, audience, type) => {
        const text = `export default { providers: [{ type: "customJwt", issuer: ${JSON.stringify(issuer)}, algorithm: "RS256", jwks: ${JSON.stringify(jwks)} }, { type: ${JSON.stringify(type)}, domain: ${JSON.stringify(issuer)}, applicationID: ${JSON.stringify(audience)}, issuer: ${JSON.stringify(jwks)} }] };\n`;
        expect(timedLint(text).rules).toBeLessThan(3000);
        expect(timedLint(fixed(text)).isParsed).toBe(true);
      }),
      { numRuns: files, seed },
    );
  },
  hours,
);
