import { describe, expect, it } from "vitest";
import {
  PLAIN_TEMPLATE,
  isAmbiguousText,
  readablePattern,
  standInAt,
  standInIndex,
} from "../../src/platform/patterns.js";

describe("stand-ins in a pattern", () => {
  it("are one character each, and tell their index", () => {
    expect(standInAt(0)).toBe("\uE000");
    expect(standInAt(0x18fe)).toBe("\uF8FE");
    expect(standInAt(0x18ff)).toBeNull();
    expect(standInIndex("\uE000")).toBe(0);
    expect(standInIndex("\uF8FE")).toBe(0x18fe);
    expect(standInIndex("\uF8FF")).toBeNull();
    expect(standInIndex("a")).toBeNull();
    expect(standInIndex("")).toBeNull();
  });

  it("can be told from text unless the text holds such characters itself", () => {
    expect(isAmbiguousText("https://api.workos.com/")).toBe(false);
    expect(isAmbiguousText("a\uE000")).toBe(true);
    expect(isAmbiguousText("a\uF8FF")).toBe(true);
  });
});

it("a pattern is shown with an ellipsis for all that cannot be read", () => {
  expect(readablePattern(`https://\uE000/${PLAIN_TEMPLATE}/a`)).toBe("https://…/…/a");
});
