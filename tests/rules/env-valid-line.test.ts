import { clientId, testFileRule } from "./file-rule-tester.js";
import { crlf, withByteOrderMark } from "./rule-tester.js";

const rule = "env-valid-line";
const errors = [{ messageId: "setsNothing" }];

testFileRule(rule, "lines", {
  valid: [
    { name: "assignments, comments and nothing", text: "# why\nA=b\n\n  export C = d # e\nF: g\nH=\n \t\n#!/bin/sh\n" },
    { name: "a value of several lines", text: 'KEY="-----BEGIN KEY-----\nabc def\n-----END KEY-----"\nA=b\n' },
    { name: "an empty file", text: "" },
  ],
  invalid: [
    { name: "a space in place of `=`", text: `A=b\n«WORKOS_CLIENT_ID ${clientId}»\nC=d\n`, errors },
    { name: "a colon without a space", text: "«WORKOS_CLIENT_ID:abc»\n", errors },
    { name: "a name with a space", text: "«MY NAME=b»\n", errors },
    { name: "a name alone", text: "«WORKOS_API_KEY»\nA=b\n«export A»\n", errors: [...errors, ...errors] },
    {
      name: "a heading, and a line to divide",
      text: "«[production]»\nA=b\n«-----------»\n",
      errors: [...errors, ...errors],
    },
    { name: "no name", text: "«=b»\n", errors },
    { name: "words", text: "  «the variables of WorkOS»  \nA=b", errors },
    { name: "a comment of another language", text: "«// WorkOS»\nA=b\n", errors },
    { name: "a command", text: "«source .env.shared»\n", errors },
    { name: "a list behind a heading", text: "«[a] b»\n", errors },
    {
      name: "with Windows line ends and a byte-order mark",
      text: withByteOrderMark(crlf("«not a line»\nA=b\n«nor this»\n")),
      errors: [...errors, ...errors],
    },
    {
      name: "a quote that nothing closes, and what was to be in it",
      text: 'KEY="-----BEGIN\n«abc def»\nA=b\n',
      errors,
    },
    { name: "in an example", path: ".env.example", text: "«WORKOS_CLIENT_ID <your client id>»\n", errors },
  ],
});
