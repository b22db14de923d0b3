import type { BallotNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import { signatureOf } from '../../../types/builtins.ts';
import { onlyCollects } from '../../panels.ts';
import type { Rule, RuleContext } from '../../rule.ts';

type Problem = 'some-points' | 'turnout' | 'issued' | 'group';

/** A ballot half of whose options have points, or with a clause that nothing can follow. */
export const ballotOptions = defineDiagnostic<{ problem: Problem; name: string }>({
  code: 'structure/ballot-options',
  severity: 'error',
  message: {
    zh: ({ problem, name }) =>
      ({
        'some-points': `\`${name}\` 没有分值，而别的选项有：都写分值（不进分母的写“不计”），或者都不写（只收集，由别的规则计分）`,
        turnout: '只收集的测评自己不计分，参评率不够时只能影响等次，不能加扣分',
        issued: '分母是发出票的，要写明发出多少：`发出 应发票数`',
        group: '分母是发出票的测评，没有按群体的票率',
      })[problem],
    en: ({ problem, name }) =>
      ({
        'some-points': `\`${name}\` has no points while other options have: give all of them points ("not counted" for what leaves the denominator), or none (the ballot only collects)`,
        turnout: 'A ballot that only collects gives no points, so a low turnout can only act on the grade',
        issued: 'To divide by the ballots issued say how many there are: `ballots issued number_given`',
        group: 'A ballot that divides by the ballots issued has no share of a group',
      })[problem],
  },
});

function report(at: Node, problem: Problem, name: string, context: RuleContext): void {
  context.report(ballotOptions.at(at.span, { problem, name }));
}

function visitBallot(node: BallotNode, context: RuleContext): void {
  const { options, turnout, denominator, issued } = node;
  const open = options.find((option) => option.counted && option.points === null);
  if (open !== undefined && options.some((option) => option.points !== null))
    report(open, 'some-points', open.name.text, context);
  const effect = turnout?.otherwise.kind;
  if (turnout !== null && onlyCollects(node) && (effect === 'points-effect' || effect === 'no-points'))
    report(turnout.otherwise, 'turnout', '', context);
  if (denominator?.of === 'issued' && issued === null) report(denominator, 'issued', '', context);
}

export const ballotOptionsRule: Rule = {
  kinds: [ballotOptions],
  visit: {
    ballot: visitBallot,
    call: (node, context) => {
      const [first] = node.arguments;
      if (first === undefined || signatureOf(node.function.text)?.id !== 'vote-share') return;
      const symbol = context.names.references.get(first)?.symbol;
      const ballot = symbol?.kind === 'ballot-group' ? symbol.owner?.node : undefined;
      if (ballot?.kind === 'ballot' && ballot.denominator?.of === 'issued') report(first, 'group', '', context);
    },
  },
};
