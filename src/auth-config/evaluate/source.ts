import type { Node, Program } from "../ast.js";
import type { CallSites } from "../values.js";
import type { Identities } from "./identity.js";

/** What does not change between the runs over one file. */
export interface Source {
  readonly program: Program;
  readonly text: string;
  readonly hasEsmSyntax: boolean;
  readonly identities: Identities;
  readonly callSites: CallSites;
  /** Every identifier that was read as a given declaration, over all runs. */
  readonly reads: Map<Node, Set<Node>>;
}
