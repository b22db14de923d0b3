import type { EffectNode, GradeEffectNode, Node } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import { listAround } from '../../adjustments.ts';
import type { Rule, RuleContext } from '../../rule.ts';

/** An effect that cannot be what happens there. */
export const misplacedEffect = defineDiagnostic<{ place: Message; allowed: Message }>({
  code: 'structure/misplaced-effect',
  severity: 'error',
  message: {
    zh: ({ place, allowed }) => `${place.zh}只能写${allowed.zh}`,
    en: ({ place, allowed }) => `${place.en} can only be ${allowed.en}`,
  },
});

function report(effect: Node, place: Message, allowed: Message, context: RuleContext): void {
  context.report(misplacedEffect.at(effect.span, { place, allowed }));
}

const adjusting: Message = {
  zh: '加分、扣分、不得分或对等次的影响',
  en: 'points added or deducted, no points, or an effect on the grade',
};
const onGrade: Message = {
  zh: '对等次的影响（定为、最高评为、降一档、取消评优、不定等次）',
  en: 'an effect on the grade',
};
const late: Message = {
  zh: '得分、扣分或不得分（提前的一行也可以加分）',
  en: 'points earned or deducted, or no points (or points added where it is early)',
};
const turnout: Message = { zh: '不得分或对等次的影响', en: 'no points or an effect on the grade' };

const onlyAdjusting: Message = { zh: '“酌情加”或“酌情扣”', en: '"at discretion add" or "at discretion deduct"' };
const judgements: Message = {
  zh: '在项目里写“酌情得”，或作为情形的效果写“酌情加”“酌情扣”',
  en: '"at discretion earns" in an item, or "at discretion add", "at discretion deduct" as what a case does',
};

const refusals: Message = {
  zh: '在项目、清单的“当 …，退回”里',
  en: 'what "when …" does in an item or a list',
};

function isPoints(effect: EffectNode, ...verbs: readonly string[]): boolean {
  return effect.kind === 'points-effect' && (verbs.length === 0 || verbs.includes(effect.verb));
}

/** A grade effect among the clauses of an effect that may not have one. */
function gradeClause(effect: EffectNode): GradeEffectNode | undefined {
  if (effect.kind === 'missing') return undefined;
  return effect.clauses.find((clause): clause is GradeEffectNode => clause.kind === 'grade-effect');
}

export const misplacedEffectRule: Rule = {
  kinds: [misplacedEffect],
  visit: {
    case: (node, context) => {
      const effects = node.effect === null ? node.table.map((row) => row.effect) : [node.effect];
      for (const effect of effects) {
        if (isPoints(effect, 'earn')) report(effect, { zh: '情形的效果', en: 'What a case does' }, adjusting, context);
      }
      const verbs = new Set(effects.flatMap((effect) => (effect.kind === 'points-effect' ? [effect.verb] : [])));
      const last = effects.at(-1);
      if (verbs.has('add') && verbs.has('deduct') && last !== undefined)
        report(
          last,
          { zh: '同一张次数表的各行', en: 'The rows of one table by count' },
          { zh: '同一个方向（都加或都扣）', en: 'of one direction' },
          context,
        );
    },
    'count-row': ({ effect }, context) => {
      if (effect.kind === 'points-effect' && effect.per !== null)
        report(
          effect,
          { zh: '次数表的一行', en: 'A row by count' },
          { zh: '总的分值，不再按次计', en: 'an amount, not one per occurrence' },
          context,
        );
    },
    when: (node, context, ancestors) => {
      const { effect } = node;
      if (ancestors.at(-1)?.kind === 'grades') {
        if (effect.kind !== 'grade-effect' && effect.kind !== 'missing')
          report(
            effect,
            { zh: '等次一章里“当”的效果', en: 'What a condition among the grades does' },
            onGrade,
            context,
          );
        return;
      }
      if (isPoints(effect, 'earn') && listAround(ancestors) !== null)
        report(effect, { zh: '清单里“当”的效果', en: 'What a condition in a list does' }, adjusting, context);
      if (effect.kind === 'points-effect' && effect.per !== null)
        report(
          effect,
          { zh: '“当”的效果', en: 'What a condition does' },
          { zh: '一次性的分值；按次计的写成情形', en: 'an amount once; write a case for points per occurrence' },
          context,
        );
    },
    'against-row': ({ effect }, context) => {
      const place = { zh: '对标的一行', en: 'A row around a target' };
      const step = { zh: '加分或扣分', en: 'points added or deducted' };
      const grade = gradeClause(effect);
      if (effect.kind === 'missing') return;
      if (!isPoints(effect, 'add', 'deduct')) report(effect, place, step, context);
      else if (grade !== undefined) report(grade, place, step, context);
      if (effect.kind === 'points-effect' && effect.per !== null)
        report(
          effect.per,
          place,
          {
            zh: '每一步的分值，步长写在“每多”“每少”后面',
            en: 'points per step; the step stands behind "each above" or "each below"',
          },
          context,
        );
    },
    'deadline-row': ({ event, effect }, context) => {
      const place = { zh: '限期的一行', en: 'A row of a deadline' };
      const grade = gradeClause(effect);
      const adds = isPoints(effect, 'add') && event !== 'early';
      if (effect.kind === 'grade-effect' || adds) report(effect, place, late, context);
      else if (grade !== undefined) report(grade, place, late, context);
      if (effect.kind !== 'points-effect' || effect.per === null) return;
      const isDay = effect.per.unit === 'day' || effect.per.unit === 'workday';
      const fits = event !== 'not-reported' && effect.verb !== 'earn' && isDay;
      if (!fits)
        report(
          effect.per,
          { zh: '限期里按什么计', en: 'What a deadline counts' },
          {
            zh: '按天或按工作日的加扣（未报的一行不按天）',
            en: 'points added or deducted per day or per working day (and nothing, where it is not reported)',
          },
          context,
        );
    },
    discretion: ({ verb, span }, context, ancestors) => {
      const around = ancestors.at(-1);
      const inCase = around?.kind === 'case';
      const inItem = around?.kind === 'item' && listAround(ancestors) === null;
      if (inCase ? verb !== 'earn' : inItem && verb === 'earn') return;
      if (inCase)
        context.report(
          misplacedEffect.at(span, {
            place: { zh: '情形的酌情', en: 'A judgement in a case' },
            allowed: onlyAdjusting,
          }),
        );
      else context.report(misplacedEffect.at(span, { place: { zh: '酌情', en: 'A judgement' }, allowed: judgements }));
    },
    'refusal-effect': ({ span }, context, ancestors) => {
      const around = ancestors.at(-1);
      // Among the grades the condition itself is reported.
      if (around?.kind === 'when') return;
      context.report(misplacedEffect.at(span, { place: { zh: '“退回”', en: '"return"' }, allowed: refusals }));
    },
    turnout: ({ otherwise }, context) => {
      if (isPoints(otherwise))
        report(otherwise, { zh: '参评率不足的后果', en: 'What a low turnout does' }, turnout, context);
    },
  },
};
