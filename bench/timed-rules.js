/** @typedef {import("eslint").Rule.RuleModule} RuleModule */

/**
 * A preset of the plugin with a stopwatch around all that its rules do: the model, the checks, the reports and the fixes.
 *
 * @param {import("./timed-lint.js").Plugin} plugin
 * @param {"recommended" | "strict"} preset
 * @param {import("./stopwatch.js").Stopwatch} stopwatch
 * @returns {import("eslint").Linter.Config[]}
 */
export function timedPreset(plugin, preset, stopwatch) {
  const rules = Object.entries(plugin.rules).map(([name, rule]) => [name, timedRule(rule, stopwatch)]);
  const timedPlugin = { ...plugin, rules: Object.fromEntries(rules) };
  return plugin.configs[preset].map((config) => ({ ...config, plugins: { [plugin.meta.namespace]: timedPlugin } }));
}

/**
 * @param {RuleModule} rule
 * @param {import("./stopwatch.js").Stopwatch} stopwatch
 * @returns {RuleModule}
 */
function timedRule(rule, stopwatch) {
  const create = stopwatch.around(rule.create);
  return {
    ...rule,
    create(context) {
      const listeners = /** @type {[string, () => void][]} */ (Object.entries(create(context)));
      return Object.fromEntries(listeners.map(([event, listener]) => [event, stopwatch.around(listener)]));
    },
  };
}
