/** All tables of forms. */
import { arms } from "./arms.js";
import { clientIds } from "./client-ids.js";
import { conditions, knownTests, tests } from "./conditions.js";
import { decoys } from "./decoys.js";
import { exportForms } from "./exports.js";
import { familyTables } from "./families.js";
import { lists } from "./lists.js";
import { memberTables, providers } from "./providers.js";
import { texts } from "./texts.js";
import type { FormName, Table } from "./writer.js";

const tables: readonly Table<never>[] = [
  texts,
  clientIds,
  providers,
  ...memberTables,
  ...familyTables,
  lists,
  exportForms,
  decoys,
  arms,
  tests,
  knownTests,
  ...conditions.map(({ spellings }) => spellings),
];

/** Every form, the plain ones as well. */
export const allForms: readonly FormName[] = tables.flatMap(({ kind, forms }) =>
  Object.keys(forms).map((name) => ({ kind, name })),
);

/** Every form but those that a plain program has anyway. */
export const unusualForms: readonly FormName[] = tables.flatMap(({ kind, forms }) =>
  Object.keys(forms)
    .slice(1)
    .map((name) => ({ kind, name })),
);
