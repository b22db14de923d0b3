/** What the chapters of lowering share. */
import type { AdjustmentSpec, GradeEffectSpec, RequirementSpec } from '@assess/runtime';
import type {
  ByTableNode,
  CaseNode,
  DefineNode,
  GradeEffectNode,
  GradesNode,
  ItemNode,
  ListNode,
  Node,
  ScorecardNode,
  TotalNode,
} from '../../ast/nodes.ts';
import type { Analysis } from '../../check/analysis.ts';
import type { Span } from '../../source/span.ts';
import type { Symbol } from '../../symbols/symbol.ts';
import type {
  NumberExpression,
  NumberStepOperation,
  TruthExpression,
  TruthStepOperation,
  EqualOperation,
  LessOperation,
  LessOrEqualOperation,
} from '../ir.ts';
import type { CohortList } from './cohort-list.ts';
import type { Frame, Frames } from './frames.ts';
import type { Identifiers } from './identifiers.ts';
import type { InputList } from './input-list.ts';
import type { Origins } from './origins.ts';
import type { StepList } from './step-list.ts';
import type { Void } from './voids.ts';

/** A node that has full marks and a score. */
export type ScoredNode = TotalNode | ScorecardNode | ItemNode;

/** Everything that lowering reads and fills. */
export interface Context {
  readonly analysis: Analysis;
  readonly frames: Frames;
  readonly origins: Origins;
  readonly ids: Identifiers;
  readonly inputs: InputList;
  readonly steps: StepList;
  readonly cohort: CohortList;
  /** Effects on the grade, in the order in which their causes are lowered. */
  readonly effects: PendingEffect[];
  readonly requirements: RequirementSpec[];
  /** Places of the text whose outcome no step of the manifest tells, filled in the order in which they are lowered. */
  readonly probes: Probe[];
  /** The year of dates without one. */
  readonly year: number | null;
  readonly lookup: Lookup;
}

/**
 * A place of the text that decides something, and the expressions that tell how for a record. They are of no step: whoever wants to
 * know (the coverage of tests) evaluates them.
 */
export type Probe =
  | {
      readonly kind: 'comparison';
      readonly node: Node;
      readonly comparison: LessOperation | LessOrEqualOperation | EqualOperation;
    }
  | {
      readonly kind: 'choice';
      readonly node: ByTableNode;
      readonly index: NumberExpression;
      readonly options: readonly string[];
    };

/** A grade effect whose grade is still a name. */
export interface PendingEffect extends Omit<GradeEffectSpec, 'effect' | 'grade'> {
  readonly effect: GradeEffectNode['effect'];
  readonly gradeName: string | null;
  readonly span: Span;
}

/**
 * What expressions name and other chapters compute. Each is computed where it is first asked for, once; asking in a circle,
 * which the checker refuses, throws.
 */
export interface Lookup {
  item(node: ScoredNode, frame: Frame): ScoreSteps;
  occurrence(node: CaseNode, frame: Frame): Occurrence;
  /** A list or a section of one. */
  list(node: ListNode | ItemNode, frame: Frame): Adjustment;
  /** A 定义 or a 对照表 that is a number. */
  figure(symbol: Symbol, frame: Frame): Figure;
  /** A 定义 that is a condition. */
  condition(symbol: Symbol, frame: Frame): Condition;
  /** A 定义 inside of a list, for the entry that the scene is about: written out, since it has a value for each entry. */
  entryFigure(node: DefineNode, scene: Scene): Operand;
  entryCondition(node: DefineNode, scene: Scene): TruthExpression;
  /** A scale, null for the main one. */
  grade(scale: GradesNode | null): GradeSteps;
}

/** A definition, with the inputs that it reads. */
export interface Figure {
  readonly operand: Operand;
  readonly reads: ReadonlySet<number>;
}
export interface Condition {
  readonly holds: TruthStepOperation;
  readonly reads: ReadonlySet<number>;
  readonly voids: readonly Void[];
}

/** A lowered line that adds or deducts. */
export interface Adjustment {
  readonly spec: AdjustmentSpec;
  readonly points: NumberStepOperation;
  /** Conditions under which 不得分 acts. */
  readonly zeroes: readonly TruthExpression[];
  /** Whether it can cost points, so that an item without any other rule starts from its full marks. */
  readonly deducts: boolean;
  /** Where it adds or takes what has no value. */
  readonly voids?: readonly Void[];
}

/** The steps of an item's score. */
export interface ScoreSteps {
  readonly full: NumberExpression;
  readonly exact: NumberStepOperation;
  readonly score: NumberStepOperation;
  /** Marks that can be had: full marks without what is not applicable and left out for the whole table. The same object if all can. */
  readonly open: NumberExpression;
  /** True where it is not applicable and left out; exact and score are 0 then. Null where it always is applicable. */
  readonly notApplicable: TruthStepOperation | null;
  /** True where there is no result; exact and score are 0 then. Null where there always is one. */
  readonly noResult: TruthStepOperation | null;
}

/** The steps of what happened. */
export interface Occurrence {
  readonly occurred: TruthStepOperation;
  readonly count: NumberStepOperation;
}

/** The steps of a scale. */
export interface GradeSteps {
  readonly grades: readonly string[];
  readonly outcomes: readonly string[];
  readonly graded: NumberStepOperation;
  /** Neither a grade: 不定等次, or an outcome. */
  readonly ungraded: TruthStepOperation | null;
  /** The outcome, counted from 1. */
  readonly outcome: NumberStepOperation | null;
}

/** The list of which one entry is looked at. */
export interface EntryScene {
  readonly list: Symbol;
  /** Its index among the inputs. */
  readonly input: number;
  readonly frame: Frame;
}

/** Where an expression stands. */
export interface Scene {
  readonly frame: Frame;
  /** What 满分 means and what a share is a share of. */
  readonly full: NumberExpression | null;
  /** The item around it, to which `各标准` is limited; null: the whole policy. */
  readonly around: ScoredNode | null;
  /** The entry of a list that fields mean; null outside of lists. What is lowered inside is no step: it has a value per entry. */
  readonly entry: EntryScene | null;
  /** What a comparison without a left side looks at. */
  readonly subject: Operand | null;
  /** Whether the place is there for the class of the subject. */
  readonly isThere: TruthExpression;
  /** Filled with the inputs that are read. */
  readonly reads: Set<number>;
  /** Filled with what conditions compare and may have no value, and with amounts that may have none. */
  readonly voids: Void[];
}

/** A lowered figure. */
export interface Operand {
  readonly value: NumberExpression;
  /** Full marks if it is a score, so that a percentage compares its share of them. */
  readonly full: NumberExpression | null;
  /** The scale of a grade: 0 is the best, so that order runs the other way. */
  readonly scale: GradesNode | null;
  /** A grade of another policy: how many there are. 0 is the best, as above; what is beyond is no grade. */
  readonly otherGrades: number | null;
  /** Divisors in it that are not constant: where one is zero it has no value. */
  readonly divisors: readonly NumberExpression[];
  /** Inputs in it that may be not reported: without them it has no value. */
  readonly absent: readonly number[];
  /** Where it has no value for another reason: 无结果. */
  readonly voids: readonly Void[];
}
