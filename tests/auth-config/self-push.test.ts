import { expect, it } from "vitest";
import { readOne } from "./read.js";

it("a list that is pushed onto itself holds its elements twice", () => {
  expect(readOne('const list = [{ issuer: "a" }, 5]; list.push(...list); export default { providers: list };').list?.elements.map(({ kind }) => kind)).toEqual(["object", "constant", "object", "constant"]);
});
