/** The JSON schema of SARIF 2.1.0, as Microsoft's matchers for Jest ship it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";

const modules = join(import.meta.dirname, "../../node_modules");
const read = (path: string): object => JSON.parse(readFileSync(join(modules, path), "utf8")) as object;

const ajv = new Ajv({ meta: false, schemaId: "id", format: "full", allErrors: true });
ajv.addMetaSchema(read("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(read("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

/** What the schema does not allow, one line each: where, and what should be. None for a log of SARIF 2.1.0. */
export function schemaErrors(log: unknown): string[] {
  if (validate(log) === true) return [];
  return (validate.errors ?? []).map(
    ({ dataPath, message = "", params }) => `${dataPath} ${message} ${JSON.stringify(params)}`,
  );
}
