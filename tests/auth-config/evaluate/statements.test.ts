import { describe } from "vitest";
import { computes, leavesOpen } from "../programs.js";

describe("statements", () => {
  computes([
    ['const f = () => { throw new Error("a"); }; let r; try { f(); } catch (e) { r = "caught"; }', "r"],
    ['let r = ""; try { r += 1; throw 5; } catch (e) { r += e; } finally { r += "f"; }', "r"],
    ['const f = () => { try { return "t"; } finally { log.push("f"); } }; const log = [];', "[f(), log]"],
    ['const f = () => { try { return "t"; } finally { return "f"; } };', "f()"],
    [
      'const f = () => { try { throw 1; } catch { return "c"; } finally { log.push("f"); } }; const log = [];',
      "[f(), log]",
    ],
    ['const f = () => { try { throw 1; } finally { return "f"; } };', "f()"],
    [
      "const f = () => { for (const x of [1, 2]) { try { continue; } finally { log.push(x); } } return log; }; const log = [];",
      "f()",
    ],
    ['const f = () => { for (const x of [1, 2]) { try { return x; } finally { break; } } return "after"; };', "f()"],
    ['let r = ""; l: try { break l; } finally { r = "f"; }', "r"],
    ["let x = 1; const f = () => { try { return x; } finally { x = 2; } };", "[f(), x]"],
    ["let r; try { try { throw 1; } finally { throw 2; } } catch (e) { r = e; }", "r"],
    ["let r; try { try { throw 1; } catch (e) { throw e + 1; } } catch (e) { r = e; }", "r"],
    ["let r; try { throw { a: 1 }; } catch ({ a }) { r = a; }", "r"],
    ['let r; try { null.x; } catch { r = "caught"; }', "r"],
    ['let r; try { undefined(); } catch { r = "caught"; }', "r"],
    ['let r; try { ({}).x.y; } catch { r = "caught"; }', "r"],
    ['let r; try { ({}).x(); } catch { r = "caught"; }', "r"],
    ['let r; try { new 5(); } catch { r = "caught"; }', "r"],
    ['let r; try { new (() => {})(); } catch { r = "caught"; }', "r"],
    ['let r; try { class A {} A(); } catch { r = "caught"; }', "r"],
    ['let r; try { [...5]; } catch { r = "caught"; }', "r"],
    ['let r; try { [...{}]; } catch { r = "caught"; }', "r"],
    ['let r; try { const c = 1; c = 2; } catch { r = "caught"; }', "r"],
    ['let r; try { Symbol() + ""; } catch { r = "caught"; }', "r"],
    ['let r; try { "a" in "b"; } catch { r = "caught"; }', "r"],
    ['let r; try { Object.freeze({}).x = 1; } catch { r = "caught"; }', "r"],
    ['let r; try { "a".x = 1; } catch { r = "caught"; }', "r"],
    ['let r = "a"; try { throw new Error("no"); } catch { r += "b"; } finally { r += "c"; }', "r"],
    ['let r = "a"; try { r = "b"; r += "c"; } catch { r = "d"; }', "r"],
    ['let r = "a"; try { console.log(1); r = "b"; } catch { r = "c"; }', "r"],
    ['const n = "a"; let r; try { throw 1; } catch (n) { r = n; }', "[n, r]"],
    ['const r = "a"; { const r = "b"; }', "r"],
    ['var r = "a"; function g() { var r = "b"; } g();', "r"],
    ['const l = [{ a: 1 }]; let r; if (l.find((p) => p.a === 2)) r = "found"; else l.push({ a: 2 });', "[l, r]"],
    ['try { throw new Error("no"); } finally { console.log(1); }', "1"],
  ]);
});

describe("statements: left open", () => {
  leavesOpen([
    ['let r; try { 1n + 1; } catch { r = "caught"; }', "r"],
    ['let r; try { "a".repeat(-1); } catch { r = "caught"; }', "r"],
    ['let r; try { decodeURIComponent("%"); } catch { r = "caught"; }', "r"],
    ['let r; try { 1 instanceof 2; } catch { r = "caught"; }', "r"],
    ['let r; try { undeclared; } catch { r = "caught"; }', "r"],
    ['let r; try { undeclared(); r = 1; } catch { r = "caught"; }', "r"],
    ['let r; try { JSON.parse("{"); } catch { r = "caught"; }', "r"],
    ['let r; try { throw new Error("m"); } catch (e) { r = e.message; }', "r"],
    ['let r; try { throw new TypeError("m"); } catch (e) { r = e instanceof TypeError; }', "r"],
  ]);
});
