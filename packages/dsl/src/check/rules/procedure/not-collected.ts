import type { Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Names, Symbol } from '../../../symbols/symbol.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** An input that no stage collects, in a procedure that says what its stages collect. */
export const notCollected = defineDiagnostic<{ name: string }>({
  code: 'procedure/not-collected',
  severity: 'warning',
  message: {
    zh: ({ name }) => `填报项 \`${name}\` 没有哪个步骤采集；在某个步骤后写 \`采集 ${name}\`，或写它所在的项目`,
    en: ({ name }) =>
      `No stage collects the input \`${name}\`; write \`collects ${name}\` behind one, or the item around it`,
  },
});

export const notCollectedRule: Rule = {
  kinds: [notCollected],
  visit: {
    procedure: (node, context) => {
      const paths = node.stages.flatMap(({ collects }) => collects);
      // A procedure that says nothing of figures leaves them all open; a name that is wrong has its own report.
      const named = paths.map((path) => context.names.references.get(path)?.symbol);
      if (paths.length === 0 || named.includes(undefined)) return;
      const collected = new Set(named.flatMap((symbol) => (symbol === undefined ? [] : [symbol])));
      for (const symbol of context.names.symbols) {
        if (symbol.kind !== 'input' && symbol.kind !== 'ballot') continue;
        if (symbol.name === '' || isHistory(symbol.node, context)) continue;
        if (symbol.kind === 'input' && symbol.owner?.kind === 'ballot') continue;
        if (isWithin(symbol, collected, context.names)) continue;
        context.report(notCollected.at(symbol.nameNode.span, { name: symbol.name }));
      }
    },
  },
};

/** Whether something stands in what is collected: directly, or in a scorecard that it uses. */
function isWithin(symbol: Symbol, collected: ReadonlySet<Symbol>, names: Names): boolean {
  for (let place: Symbol | null = symbol; place !== null; place = place.owner) {
    if (collected.has(place)) return true;
    if (place.kind !== 'scorecard') continue;
    const users = names.users.get(place) ?? [];
    if (users.length > 0 && users.every((user) => isWithin(user, collected, names))) return true;
  }
  return false;
}

/** Earlier grades are recorded already. */
function isHistory(node: Node, { names }: RuleContext): boolean {
  return [...names.histories.values()].some(({ field }) => field === node);
}
