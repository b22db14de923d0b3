import type { ClauseNode, EffectClauseNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { isSectionAmong } from '../../adjustments.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** A clause that means nothing where it stands. */
export const misplacedClause = defineDiagnostic<{ clause: string; place: Message; hint: Message | null }>({
  code: 'structure/misplaced-clause',
  severity: 'error',
  message: {
    zh: ({ clause, place, hint }) => `\`${clause}\` 写在${place.zh}没有意义${hint === null ? '' : `；${hint.zh}`}`,
    en: ({ clause, place, hint }) => `\`${clause}\` means nothing ${place.en}${hint === null ? '' : `; ${hint.en}`}`,
  },
});

type Place = 'total' | 'scorecard' | 'item' | 'section' | 'list';

const places: Readonly<Record<Place, { readonly name: Message; readonly clauses: ReadonlySet<ClauseNode['kind']> }>> = {
  total: {
    name: { zh: '总分上', en: 'on the total' },
    clauses: new Set([
      'points',
      'basis',
      'rounding',
      'declares',
      'may-exceed',
      'may-be-negative',
      'factor',
      'lowest-of-parts',
      'best-of-parts',
      'without-result',
      'not-applicable',
      'none-applicable',
    ]),
  },
  scorecard: {
    name: { zh: '评分表上', en: 'on a scorecard' },
    clauses: new Set(['points', 'basis', 'declares', 'not-applicable', 'none-applicable']),
  },
  item: {
    name: { zh: '项目上', en: 'on an item' },
    clauses: new Set([
      'points',
      'weight',
      'using',
      'periods',
      'sub-period',
      'missing-period',
      'applies',
      'basis',
      'rounding',
      'declares',
      'may-exceed',
      'may-be-negative',
      'factor',
      'lowest-of-parts',
      'best-of-parts',
      'without-result',
      'not-applicable',
      'none-applicable',
    ]),
  },
  section: {
    name: { zh: '清单的分节上', en: 'on a section of a list' },
    clauses: new Set(['applies', 'cap', 'uncapped', 'highest-only', 'basis', 'declares']),
  },
  list: {
    name: { zh: '清单上', en: 'on a list' },
    clauses: new Set(['applies', 'cap', 'uncapped', 'highest-only', 'basis', 'declares']),
  },
};

const hints: Partial<Record<`${Place} ${ClauseNode['kind']}`, Message>> = {
  'item cap': {
    zh: '项目的得分本来就不超过它的分值，封顶写在情形或清单上',
    en: 'an item never exceeds its points; caps belong to cases and lists',
  },
  'list points': { zh: '清单没有分值，写“封顶…分”', en: 'a list has no marks; say "cap … points"' },
  'section points': { zh: '分节没有分值，写“封顶…分”', en: 'a section has no marks; say "cap … points"' },
};

const besideCap: Message = { zh: '封顶旁边', en: 'beside a cap' };

function visitHead(node: { readonly clauses: readonly ClauseNode[] }, place: Place, context: RuleContext): void {
  for (const clause of node.clauses) {
    if (places[place].clauses.has(clause.kind)) {
      if (clause.kind === 'uncapped' && node.clauses.some(({ kind }) => kind === 'cap'))
        report(clause, besideCap, null, context);
      continue;
    }
    const hint = hints[`${place} ${clause.kind}`] ?? null;
    report(clause, places[place].name, hint, context);
  }
}

function report(clause: Node, place: Message, hint: Message | null, context: RuleContext): void {
  const [text = ''] = context.source.text.slice(clause.span.start, clause.span.end).split('\n');
  context.report(misplacedClause.at(clause.span, { clause: text.slice(0, 40), place, hint }));
}

/** Where an effect stands, for what may follow it. */
function visitEffect(
  node: { readonly kind: string; readonly clauses: readonly EffectClauseNode[]; readonly per?: unknown },
  context: RuleContext,
  ancestors: readonly Node[],
): void {
  const around = ancestors.at(-1)?.kind;
  for (const clause of node.clauses) {
    if (clause.kind === 'step') {
      report(clause, { zh: '不是酌情的效果后面', en: 'behind an effect that is no judgement' }, null, context);
    } else if (node.kind === 'discretion' && (clause.kind === 'cap' || clause.kind === 'uncapped')) {
      const hint = { zh: '上限已写在区间里', en: 'the range has its upper bound' };
      report(clause, { zh: '酌情后面', en: 'behind a judgement' }, hint, context);
    } else if (clause.kind === 'uncapped') {
      if (node.clauses.some(({ kind }) => kind === 'cap')) report(clause, besideCap, null, context);
      if (node.kind !== 'points-effect')
        report(clause, { zh: '没有分值的效果后面', en: 'behind an effect without points' }, null, context);
    } else if (clause.kind === 'cap') {
      if (node.kind !== 'points-effect')
        report(clause, { zh: '没有分值的效果后面', en: 'behind an effect without points' }, null, context);
      else if (clause.on !== null)
        report(
          clause,
          { zh: '情形上', en: 'on a case' },
          { zh: '计毛额、计净额只用于清单', en: 'gross and net belong to lists' },
          context,
        );
    } else if (clause.kind === 'steps-clause') {
      const counted =
        typeof node.per === 'object' && node.per !== null && 'count' in node.per && node.per.count !== null;
      if (!counted && around !== 'against-row')
        report(clause, { zh: '不按几次一计的效果后面', en: 'behind an effect that is not per several' }, null, context);
    } else if (clause.kind === 'recorded-with' && around !== 'case' && around !== 'count-row') {
      report(clause, { zh: '情形以外', en: 'outside a case' }, null, context);
    }
  }
}

export const misplacedClauseRule: Rule = {
  kinds: [misplacedClause],
  visit: {
    total: (node, context) => visitHead(node, 'total', context),
    scorecard: (node, context) => visitHead(node, 'scorecard', context),
    list: (node, context) => visitHead(node, 'list', context),
    case: ({ applies }, context) => {
      if (applies === null || applies.condition === null) return;
      report(
        applies,
        { zh: '情形上', en: 'on a case' },
        {
          zh: '情形只写适用的类别；条件写在清单上，或写“当 …，扣 …”',
          en: 'a case says its classes; a condition belongs to the list, or say "when …, deduct …"',
        },
        context,
      );
    },
    item: (node, context, ancestors) => visitHead(node, isSectionAmong(ancestors) ? 'section' : 'item', context),
    'points-effect': visitEffect,
    discretion: visitEffect,
    'no-points': visitEffect,
    'grade-effect': visitEffect,
  },
};
