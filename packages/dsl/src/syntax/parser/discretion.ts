import type {
  DiscretionNode,
  EffectClauseNode,
  FieldNode,
  JudgedNode,
  MissingNode,
  NameNode,
  PerNode,
  PointsEffectNode,
  RangeNode,
  TitleNode,
} from '../../ast/nodes.ts';
import type { Span } from '../../source/span.ts';
import { marks, words } from '../token.ts';
import type { Rule } from './base.ts';
import { FieldParser } from './fields.ts';

const rangeStarts = new Set([marks.number, marks.minus]);

/** Points that a person gives within bounds, as the rule of an item and as what a case does. */
export abstract class DiscretionParser extends FieldParser {
  abstract readonly verb: Rule<DiscretionNode['verb']>;
  abstract readonly effectClauses: Rule<EffectClauseNode[], [start: number]>;

  /** `酌情得0至5分 步长0.5分`. What it declares is named by the item or the case around it: see `judged`. */
  readonly discretion: Rule<DiscretionNode> = this.RULE('discretion', () => {
    const start = this.here();
    this.CONSUME(words.discretion);
    const verb = this.SUBRULE(this.verb);
    const range =
      this.OPTION({
        GATE: () => rangeStarts.has(this.token(1).tokenType),
        DEF: () => this.SUBRULE(this.range),
      }) ?? null;
    const bounds: RangeNode | MissingNode | undefined = this.ACTION(
      () => range ?? this.hole({ zh: '上下限，如 `0至5分`', en: 'the bounds, such as `0 to 5 points`' }),
    );
    const clauses = this.SUBRULE(this.effectClauses, { ARGS: [start] });
    return this.ACTION(() => {
      const source = clauses.find((clause) => clause.kind === 'source-clause') ?? null;
      const step = clauses.find((clause) => clause.kind === 'step') ?? null;
      const type: FieldNode['type'] =
        bounds?.kind === 'range'
          ? this.nodeTo('number-type', bounds.span, { number: 'decimal', range: bounds, values: [] })
          : this.nodeTo('missing', { start, end: start }, {});
      const whole = { start, end: this.behind() };
      const unnamed = this.nodeTo('missing', { start, end: start }, {});
      const none = { source: null, rounding: null, step: null, notReported: null, notApplicable: null, booked: null };
      const figure = this.nodeTo('field', whole, { ...none, name: unnamed, type, source, step });
      const reason = this.nodeTo('field', whole, {
        ...none,
        name: unnamed,
        type: this.nodeTo('text-type', { start, end: start }, {}),
      });
      const others = clauses.filter((clause) => clause !== source && clause !== step);
      return this.node('discretion', start, { verb, clauses: others, figure, reason });
    });
  });

  /** A judgement with the names of what it declares: those of what it stands in and a word for each. */
  protected judged(node: DiscretionNode, title: TitleNode | MissingNode | null): DiscretionNode {
    const name = title === null || title.kind === 'missing' ? null : (title.name ?? title.text);
    if (name === null) return node;
    const zh = /\p{Script=Han}/u.test(name.text);
    const named = (field: FieldNode, suffix: string): FieldNode => ({
      ...field,
      name: this.companion(node.span, `${name.text}${suffix}`),
    });
    return {
      ...node,
      figure: named(node.figure, zh ? '评分' : '_marks'),
      reason: named(node.reason, zh ? '理由' : '_reason'),
    };
  }

  /** What is judged each time: fields of every event, called in the language of the case (outside of one there are none). */
  protected judgedEach(start: number, per: PerNode, judgement: DiscretionNode): PointsEffectNode {
    const { figure, reason, verb, clauses, span } = judgement;
    const judged = this.nodeTo('judged', span, { points: figure, reason });
    const amount = this.nodeTo('path', span, { names: [this.companion(span, '')] });
    return this.eventsNamed(this.node('points-effect', start, { verb, amount, judged, per, clauses }), judged, '');
  }

  /** The same in a case. */
  protected judgedEvents(effect: PointsEffectNode, title: TitleNode | MissingNode): PointsEffectNode {
    const name = title.kind === 'missing' ? null : (title.name ?? title.text);
    return effect.judged === null || name === null ? effect : this.eventsNamed(effect, effect.judged, name.text);
  }

  private eventsNamed(effect: PointsEffectNode, judged: JudgedNode, like: string): PointsEffectNode {
    const zh = like === '' ? this.vocabulary === 'zh' : /\p{Script=Han}/u.test(like);
    const points = this.companion(judged.span, zh ? '分值' : 'points');
    const reason = this.companion(judged.span, zh ? '事由' : 'reason');
    return {
      ...effect,
      amount: this.nodeTo('path', points.span, { names: [points] }),
      judged: {
        ...judged,
        points: { ...judged.points, name: points },
        reason: { ...judged.reason, name: reason },
      },
    };
  }

  private companion({ start }: Span, text: string): NameNode {
    return this.nodeTo('name', { start, end: start }, { text });
  }
}
