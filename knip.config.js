/**
 * Unused files, exports and dependencies: a part of `npm run package`.
 *
 * @type {import("knip").KnipConfig}
 */
export default {
  // What is started as a process of its own, and what is named in a text.
  entry: [
    "src/doctor/bin.ts",
    "scripts/*.js",
    "bench/{bench,empty,lint-folder,lint-share,first-squiggle,report-processor-time}.js",
    "vitest.mutation.config.ts",
    "playground/vite.config.js",
    "playground/src/main.ts",
    "playground/src/worker/worker.ts",
  ],
  project: ["{src,tests,scripts,bench}/**/*.{js,ts}", "playground/{build,src}/**/*.{js,ts}", "*.{js,ts}"],
  // Declarations of scripts, which TypeScript finds by their place; configurations that ESLint is given by their paths.
  ignoreFiles: ["{bench,playground/build}/*.d.ts", "bench/*.config.js"],
  ignoreDependencies: [
    // Linked into the projects of tests, or started there as commands.
    "@microsoft/eslint-formatter-sarif",
    "husky",
    "lint-staged",
    "oxlint",
    "turbo",
    "vscode-langservers-extracted",
    // Commands of `npm run package`.
    "@arethetypeswrong/cli",
    // Its schema is read as a file.
    "@microsoft/jest-sarif",
    // Types of Stryker's configuration, a dependency of `@stryker-mutator/core`.
    "@stryker-mutator/api",
  ],
  ignoreBinaries: ["mkfifo"],
  // A type that is part of another exported type has a name that can be imported.
  ignoreExportsUsedInFile: { interface: true, type: true },
};
