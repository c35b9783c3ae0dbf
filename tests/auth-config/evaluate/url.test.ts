import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("URLs", () => {
  computes([
    'new URL("https://a.example/b?c#d").pathname',
    'new URL("/x", "https://a.example").href',
    'new URL("https://a.example", undefined).href',
    'String(new URL("https://a.example"))',
    '`${new URL("https://a.example")}`',
    'new URL("https://a.example") + "x"',
    'new URL("nonsense")',
    '[new URL("https://a.example/b")]',
    '({ ...new URL("https://a.example/b") })',
    'Object.keys(new URL("https://a.example/b"))',
    'typeof new URL("https://a.example/b")',
  ]);
});

describe("URLs: left open", () => {
  leavesOpen(['new URL("https://a.example/b").searchParams.get("x")']);
});
