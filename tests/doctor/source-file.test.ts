import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CouldNotRun } from "../../src/doctor/could-not-run.js";
import { readSource, writeSource } from "../../src/doctor/source-file.js";
import { makeFolder } from "./temp-folder.js";

describe("readSource", () => {
  it("keeps the byte-order mark and the line ends", () => {
    expect(readSource(join(makeFolder({ a: "\uFEFFä\r\n" }), "a"))).toBe("\uFEFFä\r\n");
  });

  it("is null where a file is gone or no UTF-8", () => {
    expect(readSource("/nowhere/a")).toBe(null);
    expect(readSource(join(makeFolder({ a: Uint8Array.of(0xe4) }), "a"))).toBe(null);
  });
});

describe("writeSource", () => {
  it("ends with a sentence when it fails", () => {
    const path = join(makeFolder({ "a/": "" }), "a");
    expect(() => writeSource(path, "")).toThrow(CouldNotRun);
    expect(() => writeSource(path, "")).toThrow(/^The repaired file cannot be written: EISDIR: .*, open '.*\/a'$/);
  });
});
