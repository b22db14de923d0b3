/**
 * The syntax tree: a plain value of kind, span and children. It knows neither vocabulary (Chinese or English): keywords
 * appear as the kinds and the small string unions below. Names, types and meanings live in side tables of the analysis.
 *
 * Every property that holds nodes is listed in `children.ts`; walk, printer and queries use that one table.
 */
import type { Span } from '../source/span.ts';

interface NodeBase<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
}

// ---------------------------------------------------------------- words, numbers, texts

/** A name as the drafter wrote it, brackets removed, NFC applied. */
export interface NameNode extends NodeBase<'name'> {
  readonly text: string;
}

/** A place where something was expected and not found. Already reported; every later phase treats it as "anything". */
export type MissingNode = NodeBase<'missing'>;

/** Names joined by `.` or `·`: `日常考评·满意率`. The built-in names `总分` and `等次` appear with `builtin`. */
export interface PathNode extends NodeBase<'path'> {
  readonly names: readonly (NameNode | BuiltinNameNode)[];
}

/** A chapter word used as a figure: the total, the grade, or whether anything on the negative list occurred. */
export interface BuiltinNameNode extends NodeBase<'builtin-name'> {
  readonly name: 'total' | 'grade' | 'negative-list';
}

/** A text in quotation marks, or a document title in `《…》` (`title` true; the text then excludes the marks). */
export interface TextNode extends NodeBase<'text'> {
  readonly text: string;
  readonly title: boolean;
}

/** A number with its unit. `digits` is the decimal number as written in ASCII, without sign; `over` the denominator of `2/3`. */
export interface QuantityNode extends NodeBase<'quantity'> {
  readonly digits: string;
  readonly over: string | null;
  readonly negative: boolean;
  /** Identity of the unit in the vocabulary (`point`, `percent`, `percentage-point`, `time`, `person`, `yuan`, …) or null. */
  readonly unit: string | null;
}

/** `2023年11月30日`, `2023-11-30`; `year` null when only month and day are given (the assessed year). */
export interface DateNode extends NodeBase<'date'> {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** `1至3分`: both ends included; a unit at the end only is the unit of both. */
export interface RangeNode extends NodeBase<'range'> {
  readonly low: QuantityNode | DateNode;
  readonly high: QuantityNode | DateNode;
}

// ---------------------------------------------------------------- file and chapters

/** The whole file, so that leading and trailing comments have a home. */
export interface FileNode extends NodeBase<'file'> {
  readonly chapters: readonly ChapterNode[];
}

export type ChapterNode =
  | PolicyNode
  | BasisNode
  | ImportNode
  | ImportPolicyNode
  | SubjectsNode
  | PeriodNode
  | HolidaysNode
  | RequireNode
  | FullMarksNode
  | RoundingNode
  | DeclaresNode
  | DefineNode
  | InputNode
  | TableNode
  | TotalNode
  | ScorecardNode
  | ListNode
  | GradesNode
  | ConsequencesNode
  | ProcedureNode
  | GuaranteeNode
  | SampleNode
  | TestNode;

/** `办法 "…" 版本 2023 语法 1` */
export interface PolicyNode extends NodeBase<'policy'> {
  readonly title: TextNode | MissingNode;
  readonly version: QuantityNode | null;
  readonly language: QuantityNode | null;
}

/** `依据 《…》` as a chapter, or as a clause of an item, a list or a case. */
export interface BasisNode extends NodeBase<'basis'> {
  readonly documents: readonly TextNode[];
}

/** `引入 评价标准、负面清单 来自 "公共/标准.assess"`: chapters of another file, by name or by the word of the chapter. */
export interface ImportNode extends NodeBase<'import'> {
  readonly chapters: readonly (NameNode | ChapterWordNode)[];
  readonly file: TextNode | MissingNode;
}
/**
 * `引入 办法 党建考核 来自 "党建考核.assess" 未报 计零分`: the results of another policy as figures of this one. `below`: of the
 * lower level, `下级 按 所属单位`, the attribute of its subjects that names the subject of this policy.
 */
export interface ImportPolicyNode extends NodeBase<'import-policy'> {
  readonly name: NameNode | MissingNode;
  readonly file: TextNode | MissingNode;
  readonly below: NameNode | MissingNode | null;
  readonly notReported: NotReportedNode | null;
}
/** A chapter that bears no name, meant by its word: `负面清单`, `结果运用`. */
export interface ChapterWordNode extends NodeBase<'chapter-word'> {
  readonly chapter: ChapterWord;
}
export type ChapterWord = 'subjects' | 'grades' | 'negative-list' | 'bonuses' | 'penalties' | 'consequences';

/** `考核对象 直属党组织 { 类别: 甲 | 乙 }` */
export interface SubjectsNode extends NodeBase<'subjects'> {
  readonly name: NameNode | MissingNode;
  readonly fields: readonly FieldNode[];
}

/** `考核期 2022年12月1日 至 2023年11月30日`: events outside of it do not count. */
export interface PeriodNode extends NodeBase<'period'> {
  readonly range: RangeNode | MissingNode;
}

/** `节假日 { 2023年1月1日至2023年1月2日 休；2023年1月28日 班 }`: the days that working days are counted without, or with. */
export interface HolidaysNode extends NodeBase<'holidays'> {
  readonly rows: readonly HolidayRowNode[];
}
/** `to` null: one day. `works`: a weekend day on which everybody works. */
export interface HolidayRowNode extends NodeBase<'holiday-row'> {
  readonly from: DateNode;
  readonly to: DateNode | null;
  readonly works: boolean;
}

/** `要求 去掉的票数 少于评委人数 "评委太少"`: a record for which the condition does not hold is refused with the message. */
export interface RequireNode extends NodeBase<'require'> {
  readonly condition: ExpressionNode;
  readonly message: TextNode | null;
}

/** `满分 100分` as a chapter */
export interface FullMarksNode extends NodeBase<'full-marks'> {
  readonly amount: QuantityNode | MissingNode;
}

export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up';

/** `保留 2位小数 四舍五入`, as a chapter or a clause. `mode` null: the default, half up. */
export interface RoundingNode extends NodeBase<'rounding'> {
  readonly decimals: QuantityNode | MissingNode;
  readonly mode: RoundingMode | null;
}

export type ItemLevel = 'method' | 'dimension' | 'content' | 'indicator' | 'standard';
export type CountedNoun = ItemLevel | 'case' | 'negative-case' | 'adjusting-case';

/** `声明 7个维度 33项标准 38种负面情形` */
export interface DeclaresNode extends NodeBase<'declares'> {
  readonly counts: readonly DeclaredCountNode[];
}
export interface DeclaredCountNode extends NodeBase<'declared-count'> {
  readonly count: QuantityNode;
  readonly noun: CountedNoun;
}

/** `定义 人均经费 = 党建经费 ÷ 党员数，分母为零 0元 保留 2位小数` */
export interface DefineNode extends NodeBase<'define'> {
  readonly name: NameNode | MissingNode;
  /** `定义 档: 甲 | 乙 分档 …`: the value is one of these names; empty for any other value. */
  readonly options: readonly NameNode[];
  /** `定义 达标 为 完成率 不低于90%`, for conditions. */
  readonly worded: boolean;
  readonly value: ExpressionNode;
  readonly ifZero: AmountNode | null;
  readonly rounding: RoundingNode | null;
}

/** `填报 学习次数: 整数 0至60次 来源 "会议记录"` */
export interface InputNode extends NodeBase<'input'> {
  readonly field: FieldNode;
  /** Of a list: the fields of every entry, and what is defined from them. Empty for every other type. */
  readonly lines: readonly (FieldNode | DefineNode)[];
}

/** `对照表 目标 按 单位 { 甲 3000万元；其余 800万元 }` */
export interface TableNode extends NodeBase<'table'> {
  readonly name: NameNode | MissingNode;
  readonly choice: ByTableNode;
}

// ---------------------------------------------------------------- fields

export interface FieldNode extends NodeBase<'field'> {
  readonly name: NameNode | MissingNode;
  readonly type: TypeNode | MissingNode;
  readonly source: SourceClauseNode | null;
  readonly rounding: RoundingNode | null;
  readonly step: StepNode | null;
  /** `未报 计零分 / 计满分 / 退回`: what a record without this figure does. */
  readonly notReported: NotReportedNode | null;
  /** Of a list: which date decides whether an entry counts. */
  readonly booked: BookedByNode | null;
  /** `不适用 本级折算`: the record may say 不适用, and this is what then holds. */
  readonly notApplicable: NotApplicableNode | null;
}

export type TypeNode = NumberTypeNode | DateTypeNode | YesNoTypeNode | TextTypeNode | ChoiceTypeNode | ListTypeNode;
export interface NumberTypeNode extends NodeBase<'number-type'> {
  readonly number: 'integer' | 'decimal' | 'percent';
  /** The ends of `values` where these are written. */
  readonly range: RangeNode | null;
  /** `0、2、5分`: the only numbers that can be recorded, from the least up; empty where there are others. */
  readonly values: readonly QuantityNode[];
}
export interface DateTypeNode extends NodeBase<'date-type'> {
  readonly range: RangeNode | null;
}
export type YesNoTypeNode = NodeBase<'yes-no-type'>;
export type TextTypeNode = NodeBase<'text-type'>;
export interface ChoiceTypeNode extends NodeBase<'choice-type'> {
  readonly options: readonly NameNode[];
}

/** `清单 至多20项`, `清单 3至8项`: any number of entries between the two; their fields are the lines of the input. */
export interface ListTypeNode extends NodeBase<'list-type'> {
  readonly least: QuantityNode | null;
  readonly most: QuantityNode | MissingNode;
}
/** `步长0.5分`: only the low end of the range and whole steps above it can be recorded. */
export interface StepNode extends NodeBase<'step'> {
  readonly size: QuantityNode | MissingNode;
}

export interface SourceClauseNode extends NodeBase<'source-clause'> {
  readonly documents: readonly TextNode[];
}
/** What holds where a figure or a result is missing; see semantics 10. `refuse`: the record is refused. */
export type AbsencePolicy = 'zero' | 'full' | 'mean-of-others' | 'rescale' | 'rescale-table' | 'no-result' | 'refuse';
export interface NotReportedNode extends NodeBase<'not-reported'> {
  readonly policy: AbsencePolicy;
}
/** `不适用 本级折算` on a figure, or on an item for itself and all below it that does not say otherwise. */
export interface NotApplicableNode extends NodeBase<'not-applicable'> {
  readonly policy: AbsencePolicy;
}
/** `全不适用 无结果`: what holds where no part of the item is applicable. */
export interface NoneApplicableNode extends NodeBase<'none-applicable'> {
  readonly policy: AbsencePolicy;
}

// ---------------------------------------------------------------- the tree of items

/** A name and a title; at least one of them. `标准 ZZ1 "按期换届"`: the title alone is also the name. */
export interface TitleNode extends NodeBase<'title'> {
  readonly name: NameNode | null;
  readonly text: TextNode | null;
}

/** Clauses of the head of an item, a list, the total or a scorecard, in the order written; each kind at most once. */
export type ClauseNode =
  | PointsNode
  | WeightNode
  | UsingNode
  | AppliesNode
  | PeriodsNode
  | SubPeriodNode
  | MissingPeriodNode
  | BasisNode
  | RoundingNode
  | DeclaresNode
  | CapNode
  | UncappedNode
  | HighestOnlyNode
  | MayExceedNode
  | MayBeNegativeNode
  | FactorNode
  | LowestOfPartsNode
  | BestOfPartsNode
  | WithoutResultNode
  | NotApplicableNode
  | NoneApplicableNode;

/** `5分`, `满分 100分` or `满分 按 类别 { 甲 5分；乙 8分；丙 不适用 }` in a head */
export interface PointsNode extends NodeBase<'points'> {
  readonly amount: QuantityNode | ByTableNode;
}
/** `占10%` or `占3份` */
export interface WeightNode extends NodeBase<'weight'> {
  readonly amount: QuantityNode | ByTableNode | MissingNode;
}
/** `采用 评价标准` */
export interface UsingNode extends NodeBase<'using'> {
  readonly scorecard: NameNode | SheetTableNode | MissingNode;
}
/** `按 类别 { 镇街 镇街细则；其余 通用细则 }` behind 采用 */
export interface SheetTableNode extends NodeBase<'sheet-table'> {
  readonly key: PathNode | MissingNode;
  readonly rows: readonly SheetRowNode[];
}
/** `options` empty: 其余 */
export interface SheetRowNode extends NodeBase<'sheet-row'> {
  readonly options: readonly NameNode[];
  readonly scorecard: NameNode | InapplicableNode | MissingNode;
}
/**
 * `适用 镇街、国企`: only for these options of an attribute; for others the item, list or case is not there. `适用 当 条件` (then
 * `names` is empty): what does not meet the condition is not applicable.
 */
export interface AppliesNode extends NodeBase<'applies'> {
  readonly names: readonly NameNode[];
  readonly condition: ExpressionNode | null;
}
/** `不适用` in the cell of a table. */
export type InapplicableNode = NodeBase<'inapplicable'>;
/** `可超满分` or `可超满分 至 110分` */
export interface MayExceedNode extends NodeBase<'may-exceed'> {
  readonly limit: QuantityNode | null;
}
/** `可为负分` or `可为负分 至 -10分` */
export interface MayBeNegativeNode extends NodeBase<'may-be-negative'> {
  readonly limit: QuantityNode | null;
}
/** `系数 难度系数`: the item's score before its adjustments and bounds is multiplied by it. */
export interface FactorNode extends NodeBase<'factor'> {
  readonly amount: AmountNode;
}
/** `取最低`: the part with the lowest share of its full marks decides, instead of the parts together. */
export type LowestOfPartsNode = NodeBase<'lowest-of-parts'>;
/** `取最高 5项`: of the parts so many with the highest scores count, the others not. */
export interface BestOfPartsNode extends NodeBase<'best-of-parts'> {
  readonly count: QuantityNode | MissingNode;
}
/** `无结果 计零分`: what the item starts from where it would have no result. */
export interface WithoutResultNode extends NodeBase<'without-result'> {
  readonly policy: AbsencePolicy;
}

/**
 * `分期 季度`, `分期 { 上半年 40%，下半年 60% }`, `分期 月 累计`: the item is scored once for each period. `periods` is empty for those of
 * the calendar; `accumulated`: their scores are added up instead of averaged.
 */
export interface PeriodsNode extends NodeBase<'periods'> {
  readonly unit: 'quarters' | 'half-years' | 'months' | null;
  readonly periods: readonly SubPeriodNode[];
  readonly accumulated: boolean;
  /** Whether the item has no parts besides its periods, so that its score is rounded like that of any item without parts. */
  readonly ofLeaf: boolean;
}
/** One period with its weight; in the tree that is checked also the mark of the part that stands for a period. */
export interface SubPeriodNode extends NodeBase<'sub-period'> {
  readonly name: NameNode;
  readonly weight: QuantityNode;
}
/** `缺期 不计`: what holds for a period of which nothing is recorded. */
export interface MissingPeriodNode extends NodeBase<'missing-period'> {
  readonly policy: 'not-counted' | 'zero' | 'no-result' | 'refuse';
}

export interface TotalNode extends NodeBase<'total'> {
  readonly clauses: readonly ClauseNode[];
  readonly body: readonly LineNode[];
}
export interface ScorecardNode extends NodeBase<'scorecard'> {
  readonly name: NameNode | MissingNode;
  readonly clauses: readonly ClauseNode[];
  readonly body: readonly LineNode[];
}
export interface ItemNode extends NodeBase<'item'> {
  readonly level: ItemLevel;
  readonly title: TitleNode | MissingNode;
  readonly clauses: readonly ClauseNode[];
  readonly body: readonly LineNode[];
}

export type LineNode =
  ItemNode | ListNode | CaseNode | WhenNode | InputNode | DefineNode | RuleNode | DeclaresNode | RequireNode;

// ---------------------------------------------------------------- rules of an item

export type RuleNode =
  | ScoreNode
  | ProportionNode
  | TiersNode
  | ByTableNode
  | AgainstNode
  | InterpolationNode
  | ChecklistNode
  | DiscretionNode
  | DeadlineNode
  | BallotNode
  | PanelNode;

/** `得分 = expression，分母为零 得5分` */
export interface ScoreNode extends NodeBase<'score'> {
  readonly value: ExpressionNode;
  readonly ifZero: AmountNode | null;
}
/** `按比例 完成数 ÷ 目标数，封顶120%，分母为零 得满分`: rate × full marks, the rate capped at 100% unless written. */
export interface ProportionNode extends NodeBase<'proportion'> {
  readonly rate: ExpressionNode;
  readonly cap: CapNode | null;
  readonly ifZero: AmountNode | null;
}
/** `分档 完成率 { 100%以上 得5分；其余 得0分 }`: rows from the top, the first that holds. */
export interface TiersNode extends NodeBase<'tiers'> {
  readonly subject: ExpressionNode | null;
  readonly rows: readonly TierRowNode[];
}
/** `condition` null: 其余 */
export interface TierRowNode extends NodeBase<'tier-row'> {
  readonly condition: ExpressionNode | null;
  readonly amount: AmountNode;
}
/** `按 自评等次 { 优秀 100%  良好 85% }`: the value chosen by a field; a rule, or an amount. */
export interface ByTableNode extends NodeBase<'by-table'> {
  readonly key: PathNode | MissingNode;
  readonly rows: readonly ByRowNode[];
}
/** `options` empty: 其余 */
export interface ByRowNode extends NodeBase<'by-row'> {
  readonly options: readonly NameNode[];
  readonly value: AmountNode;
}
/** `对标 到位资金 目标 引资目标 得10分，分母为零 得满分 { 每多100万元 加1分 …；每少 目标的1% 扣0.1分 … }` */
export interface AgainstNode extends NodeBase<'against'> {
  readonly figure: ExpressionNode;
  readonly target: ExpressionNode;
  /** What the target itself earns. */
  readonly amount: AmountNode;
  readonly ifZero: AmountNode | null;
  readonly rows: readonly AgainstRowNode[];
}
/** `每多100万元 加1分 封顶2分 不足不计`: one step away from the target, and what it adds or deducts. */
export interface AgainstRowNode extends NodeBase<'against-row'> {
  readonly side: 'above' | 'below';
  readonly step: QuantityNode | MissingNode;
  /** `目标的1%`: the step is a share of the target. */
  readonly ofTarget: boolean;
  readonly effect: EffectNode;
}
/** `插值 净资产收益率 { 15% 得10分；5% 得6分；0% 得0分 }`: in proportion between the anchors, the nearest one outside of them. */
export interface InterpolationNode extends NodeBase<'interpolation'> {
  readonly figure: ExpressionNode;
  readonly ifZero: AmountNode | null;
  readonly anchors: readonly AnchorNode[];
}
export interface AnchorNode extends NodeBase<'anchor'> {
  readonly at: ExpressionNode;
  readonly amount: AmountNode;
}
/** `逐项达标 每项得1分 { 要点 班子健全；要点 阵地规范 得3分 }`, `逐项达标 全部 得10分 { … }` */
export interface ChecklistNode extends NodeBase<'checklist'> {
  /** `all`: all points or nothing; `each`: every point earns its own. */
  readonly mode: 'each' | 'all';
  /** `每项得1分`; the `每项` is kept for the printer. */
  readonly per: PerNode | null;
  readonly amount: AmountNode | null;
  readonly points: readonly CheckPointNode[];
}
/** `要点 制度上墙 "制度上墙公示" 得3分 来源 "现场"`: declares a yes or no under its name. */
export interface CheckPointNode extends NodeBase<'check-point'> {
  readonly title: TextNode | null;
  readonly amount: AmountNode | null;
  /** The figure that the point declares; its name is that of the point, or the title that stands for it. */
  readonly field: FieldNode;
}
/**
 * `酌情得0至5分 步长0.5分`, `酌情扣1至3分 步长0.5分 责任 "考评组"`: a person gives the points within bounds, with a reason. As a rule it
 * declares both figures, as the effect of a case the case holds the points.
 */
export interface DiscretionNode extends NodeBase<'discretion'> {
  readonly verb: 'earn' | 'deduct' | 'add';
  readonly clauses: readonly EffectClauseNode[];
  /** The points given: its range is that of the judgement. */
  readonly figure: FieldNode;
  readonly reason: FieldNode;
}
/** `限期 报送日期 不晚于 11月30日 { 逾期 每天扣0.2分 扣完为止；未报 不得分 }` */
export interface DeadlineNode extends NodeBase<'deadline'> {
  readonly date: PathNode | MissingNode;
  readonly due: ExpressionNode;
  /** `节假日顺延`: a due date that is a free day is put off to the next working day. */
  readonly shifted: boolean;
  readonly rows: readonly DeadlineRowNode[];
}
export interface DeadlineRowNode extends NodeBase<'deadline-row'> {
  readonly event: 'late' | 'early' | 'not-reported';
  /** `逾期 10天以上 不得分`: the row holds from this many days (included). */
  readonly from: QuantityNode | null;
  readonly effect: EffectNode;
}
/** `测评 民主测评 { 选项 {…} 群体 {…} 空组 本级折算 参评率 按 应到人数 不低于80%，否则 不定等次 }` */
export interface BallotNode extends NodeBase<'ballot'> {
  readonly name: NameNode | MissingNode;
  readonly inputs: readonly InputNode[];
  readonly options: readonly BallotOptionNode[];
  readonly groups: readonly BallotGroupNode[];
  readonly emptyGroup: EmptyGroupNode | null;
  readonly turnout: TurnoutNode | null;
  readonly issued: IssuedNode | null;
  readonly denominator: DenominatorNode | null;
}
/** `counted` false: 不计, it leaves the denominator. A counted one without points is only collected. */
export interface BallotOptionNode extends NodeBase<'ballot-option'> {
  readonly name: NameNode;
  readonly points: QuantityNode | null;
  readonly counted: boolean;
}
/** `发出 应发票数` */
export interface IssuedNode extends NodeBase<'issued'> {
  readonly figure: PathNode | MissingNode;
}
/** `分母 收回票` */
export interface DenominatorNode extends NodeBase<'denominator'> {
  readonly of: 'issued' | 'returned' | 'valid';
}
/**
 * `测评 现场评议 { 打分 0至100分；去掉 最高1个、最低1个 当 多于5人 }`, `互评 支部互评 { 打分 0至100分；不含本人 }`: marks that people give, each an
 * entry of a list.
 */
export interface PanelNode extends NodeBase<'panel'> {
  readonly name: NameNode | MissingNode;
  readonly peers: boolean;
  readonly inputs: readonly InputNode[];
  readonly marks: MarksNode | MissingNode;
  readonly voids: readonly VoidMarksNode[];
  readonly groups: readonly BallotGroupNode[];
  readonly emptyGroup: EmptyGroupNode | null;
  readonly drops: readonly DropNode[];
  readonly fewest: FewestNode | null;
  readonly oneself: OneselfNode | null;
  readonly sum: SumOfMarksNode | null;
}
/** `打分 0至100分 保留1位小数 { … }`: `lines` are what raters note besides the mark. */
export interface MarksNode extends NodeBase<'marks'> {
  readonly range: RangeNode;
  readonly rounding: RoundingNode | null;
  readonly step: StepNode | null;
  readonly lines: readonly (FieldNode | DefineNode)[];
}
/** `作废 "…" 当 …`: asked of every rater; the first that holds is the reason. */
export interface VoidMarksNode extends NodeBase<'void-marks'> {
  readonly reason: TextNode | MissingNode;
  readonly condition: ExpressionNode;
}
/** `至少 3人，否则 退回`; `otherwise` is the effect where the answer is one. */
export interface FewestNode extends NodeBase<'fewest'> {
  readonly least: QuantityNode | MissingNode;
  readonly answer: 'refuse' | 'no-result' | 'effect';
  readonly otherwise: EffectNode | null;
}
/** `不含本人`, `含本人` */
export interface OneselfNode extends NodeBase<'oneself'> {
  readonly included: boolean;
}
export type SumOfMarksNode = NodeBase<'sum-of-marks'>;
export interface BallotGroupNode extends NodeBase<'ballot-group'> {
  readonly name: NameNode;
  readonly weight: QuantityNode;
}
export interface EmptyGroupNode extends NodeBase<'empty-group'> {
  readonly policy: 'rescale' | 'zero' | 'no-result';
}
/** All returned ballots (counted or not) over the figure named by `eligible`, against the least share. */
export interface TurnoutNode extends NodeBase<'turnout'> {
  readonly eligible: PathNode | MissingNode;
  readonly least: QuantityNode | MissingNode;
  readonly otherwise: EffectNode;
}

// ---------------------------------------------------------------- adjustments

export type ListSort = 'bonuses' | 'penalties' | 'negative-list';

/** `加分 表彰奖励 封顶3分 { … }`, `负面清单 封顶20分 { 维度 政治建设 封顶6分 { 情形 … } }` (sections are items without marks). */
export interface ListNode extends NodeBase<'list'> {
  readonly sort: ListSort;
  readonly title: TitleNode | null;
  readonly clauses: readonly ClauseNode[];
  readonly body: readonly LineNode[];
}
/** `情形 F01 "…" 每次扣1分 封顶3分`, or with a table by count. Exactly one of `effect` and a non-empty `table`. */
export interface CaseNode extends NodeBase<'case'> {
  readonly title: TitleNode | MissingNode;
  readonly applies: AppliesNode | null;
  readonly basis: BasisNode | null;
  readonly effect: EffectNode | null;
  readonly table: readonly CountRowNode[];
}
/** `3次以上 不得分` */
export interface CountRowNode extends NodeBase<'count-row'> {
  readonly count: QuantityNode;
  readonly orMore: boolean;
  readonly effect: EffectNode;
}
/** `当 条件，效果` */
export interface WhenNode extends NodeBase<'when'> {
  readonly condition: ExpressionNode;
  readonly effect: EffectNode;
}

export type EffectNode =
  PointsEffectNode | DiscretionNode | RefusalEffectNode | NoPointsNode | GradeEffectNode | MissingNode;

/** `每次扣1分 封顶3分`, `得满分`, `加2分`; `per` null: once. */
export interface PointsEffectNode extends NodeBase<'points-effect'> {
  readonly verb: 'earn' | 'deduct' | 'add';
  /** Of what is judged each time the path of the points that the event holds. */
  readonly amount: AmountNode;
  readonly judged: JudgedNode | null;
  readonly per: PerNode | null;
  readonly clauses: readonly EffectClauseNode[];
}
/** `每次酌情扣1至3分 步长0.5分`: every event holds the points given and the reason. */
export interface JudgedNode extends NodeBase<'judged'> {
  readonly points: FieldNode;
  readonly reason: FieldNode;
}
/** `退回 "…"` behind 当: the record is refused with the message. */
export interface RefusalEffectNode extends NodeBase<'refusal-effect'> {
  readonly message: TextNode | null;
  readonly clauses: readonly EffectClauseNode[];
}
/** `不得分`: the item is 0 and its other deductions are swallowed. */
export interface NoPointsNode extends NodeBase<'no-points'> {
  readonly clauses: readonly EffectClauseNode[];
}
/** `一票否决 最高评为 合格`, `降2档`, `不定等次`; also as a clause behind a points effect, or alone among the grades. */
export interface GradeEffectNode extends NodeBase<'grade-effect'> {
  readonly effect: 'fixed' | 'ceiling' | 'down' | 'out-of-awards' | 'no-grade';
  /**
   * What 定为 and 最高评为 name, else null: a grade, or something whose value names one (another scale, a field with options), or a
   * table from the values of such a thing to grades.
   */
  readonly grade: NameNode | ByTableNode | null;
  /** The number of `降2档`; null for 降一档 and for other effects. */
  readonly levels: QuantityNode | null;
  readonly veto: boolean;
  readonly clauses: readonly EffectClauseNode[];
}
/** `每次`, `每3次`, `每天`: `count` null means one. */
export interface PerNode extends NodeBase<'per'> {
  readonly count: QuantityNode | null;
  readonly unit: string;
}

export type EffectClauseNode =
  | CapNode
  | BookedByNode
  | UncappedNode
  | GradeEffectNode
  | StepsClauseNode
  | RecordedWithNode
  | SourceClauseNode
  | StepNode
  | OwnerNode
  | BasisNode;

/**
 * `封顶3分`, `封顶 每天3分、每月10分、每年20分`, or `扣完为止` (neither amount nor periods): down to zero of the item it stands in.
 * `on` only where a list both adds and deducts.
 */
export interface CapNode extends NodeBase<'cap'> {
  /** In all; `yearly`: written 每年. */
  readonly amount: AmountNode | null;
  readonly yearly: boolean;
  readonly periods: readonly PeriodCapNode[];
  readonly on: 'gross' | 'net' | null;
}
/** `每天3分` behind 封顶 */
export interface PeriodCapNode extends NodeBase<'period-cap'> {
  readonly period: CappedPeriod;
  readonly amount: AmountNode;
}
/** Periods in which points can be capped, the shortest first. */
export type CappedPeriod = 'day' | 'week' | 'month' | 'quarter' | 'half-year';
/** `不封顶`: what is counted has no limit, which is said on purpose. */
export type UncappedNode = NodeBase<'uncapped'>;
/** How `每3次` counts what does not fill a step. */
export interface StepsClauseNode extends NodeBase<'steps-clause'> {
  readonly steps: 'complete' | 'begun' | 'proportional';
}
/** `登记 日期、事项、署名人数: 整数 1至20人`: each occurrence is an event with these fields; without a type a date or a text. */
export interface RecordedWithNode extends NodeBase<'recorded-with'> {
  readonly fields: readonly (NameNode | FieldNode)[];
}
/** `计期 认定日期`; `field` null: `不计期`, events count whatever their dates. */
export interface BookedByNode extends NodeBase<'booked-by'> {
  readonly field: NameNode | MissingNode | null;
}
export interface OwnerNode extends NodeBase<'owner'> {
  readonly owner: TextNode;
}
/** `就高不重复 按 事项`: of the events with equal keys the highest counts. `keys` empty: 仅计一次. */
export interface HighestOnlyNode extends NodeBase<'highest-only'> {
  readonly keys: readonly NameNode[];
}

/** A number of points or a share of the item's full marks: a literal, a named figure, a choice, 满分, or `(expression)`. */
export type AmountNode =
  | QuantityNode
  | DateNode
  | PathNode
  | ByTableNode
  | FullNode
  | NoResultNode
  | InapplicableNode
  | ParenthesisNode
  | MissingNode;
/** `满分` as an amount */
export type FullNode = NodeBase<'full'>;
/** `无结果` in the place of an amount or a figure: there is none, and what needs it has no result either. */
export type NoResultNode = NodeBase<'no-result'>;

// ---------------------------------------------------------------- grades and use of results

/** `等次 [名] [依 quantity] { … }` */
export interface GradesNode extends NodeBase<'grades'> {
  readonly name: NameNode | null;
  readonly basedOn: ExpressionNode | null;
  readonly lines: readonly ScaleLineNode[];
}
/** A grade, an outcome beside the grades, an effect under a condition, or one that always acts (`最高评为 安全等级`). */
export type ScaleLineNode = GradeLineNode | OffScaleNode | WhenNode | GradeEffectNode;
/** `另设 不确定`: an outcome that is no grade, reached only by 定为. */
export interface OffScaleNode extends NodeBase<'off-scale'> {
  readonly name: NameNode;
}
/** `优秀 90分以上 且 …，名额30% …`; `condition` null: 其余, or a quota alone (`otherwise` tells which). */
export interface GradeLineNode extends NodeBase<'grade-line'> {
  readonly name: NameNode;
  readonly condition: ExpressionNode | null;
  readonly otherwise: boolean;
  readonly quota: QuotaNode | null;
}
/** `名额30% 按 类别 向下取整 至少1个 同分 按 述职评议 仍同 均不入选 不递补`; null: not written. */
export interface QuotaNode extends NodeBase<'quota'> {
  readonly amount: QuantityNode | ByTableNode | QuotaSizesNode | MissingNode;
  /** `名额 末3个`: for the last in order. */
  readonly last: boolean;
  readonly by: PathNode | null;
  readonly base: 'assessed' | 'graded' | 'unvetoed' | null;
  /** 连同以上: for this grade and those above together. */
  readonly withAbove: boolean;
  readonly rounding: RoundingMode | null;
  readonly minimum: QuantityNode | null;
  readonly ties: readonly PathNode[];
  readonly stillTied: 'all-in' | 'none-in' | 'by-meeting' | null;
  readonly moveUp: boolean | null;
}
/** `按 对象数 { 不满6个 得1个；6至12个 得2个；其余 得20% }`: the amount by how many subjects the base has. */
export interface QuotaSizesNode extends NodeBase<'quota-sizes'> {
  readonly rows: readonly QuotaSizeNode[];
}
/** `condition` null: 其余 */
export interface QuotaSizeNode extends NodeBase<'quota-size'> {
  readonly condition: ExpressionNode | null;
  readonly amount: QuantityNode;
}

/** `结果运用 { 优秀 { 优先 "…" } }` */
export interface ConsequencesNode extends NodeBase<'consequences'> {
  readonly entries: readonly ConsequenceEntryNode[];
}
/** `连续2年 不合格 缺年 中断 { … }`, `优秀、合格 { … }`, `合格 当 总分 低于70分 { … }`, `当 F31 发生 { … }`, `不定等次 { … }` */
export interface ConsequenceEntryNode extends NodeBase<'consequence-entry'> {
  /** Empty where the entry is for everybody, or for who has no grade. */
  readonly grades: readonly NameNode[];
  readonly noGrade: boolean;
  readonly streak: StreakNode | null;
  readonly condition: ExpressionNode | null;
  readonly actions: readonly ActionNode[];
}
/** `对 书记 取消资格 "提拔" 期限60天 为期1年`, `奖励 金额（1000元 × 得分率（总分）） 保留 0位小数`, `绩效 系数1.2` */
export interface ActionNode extends NodeBase<'action'> {
  readonly whom: readonly NameNode[];
  readonly action: NameNode;
  readonly about: TextNode | null;
  /** By when it is done. */
  readonly within: QuantityNode | DateNode | null;
  /** For how long it holds. */
  readonly lasting: QuantityNode | null;
  readonly amount: AmountNode | null;
  /** A number by which something else is multiplied, such as pay. */
  readonly factor: AmountNode | null;
  /** Of the amount. */
  readonly rounding: RoundingNode | null;
}

// ---------------------------------------------------------------- procedure and guarantees

/** `程序 { 步骤 … }`: what is done, in order. */
export interface ProcedureNode extends NodeBase<'procedure'> {
  readonly stages: readonly StageNode[];
}
/** `步骤 述职大会 "召开述职大会" 期限 12月10日 留存 "会议记录" 采集 民主测评 责任 "机关党委"` */
export interface StageNode extends NodeBase<'stage'> {
  readonly title: TitleNode | MissingNode;
  readonly within: QuantityNode | DateNode | null;
  readonly evidence: readonly TextNode[];
  readonly collects: readonly PathNode[];
  readonly owner: TextNode | null;
}
/** `保证 "一票否决不得评优" 若 F31 发生 则 等次 不高于 合格`; `condition` null: 单调. */
export interface GuaranteeNode extends NodeBase<'guarantee'> {
  readonly title: TextNode | null;
  readonly condition: ExpressionNode | null;
}

// ---------------------------------------------------------------- samples and tests

export interface SampleNode extends NodeBase<'sample'> {
  readonly name: NameNode | MissingNode;
  readonly from: NameNode | null;
  readonly facts: readonly FactNode[];
}
/** A test has facts, or looks at the records of files (`data`, without facts). */
export interface TestNode extends NodeBase<'test'> {
  readonly title: TextNode | MissingNode;
  readonly from: NameNode | null;
  /** `同组 乙支部、丙支部`: samples that are assessed together with the record of the test. */
  readonly peers: readonly NameNode[];
  readonly data: TestDataNode | null;
  readonly facts: readonly FactNode[];
}
/** `数据 "2023-数据.csv" 台账 "2023-事件.csv"、"2023-奖励.csv" 应得 "2023-应得.json"`: files, named from where the policy stands. */
export interface TestDataNode extends NodeBase<'test-data'> {
  readonly records: readonly TextNode[];
  readonly ledgers: readonly TextNode[];
  readonly results: readonly TestResultsNode[];
  readonly expected: TextNode | MissingNode;
}
/** `支部考核 "全部支部"` behind 结果: what the data test with this title of the other policy comes to. */
export interface TestResultsNode extends NodeBase<'test-results'> {
  readonly policy: NameNode;
  readonly test: TextNode | MissingNode;
}
export type FactNode = SetNode | ExpectNode | FactTableNode;
/** `设 F31 = 是`, `设 国家级表彰 = {（日期：2023年5月1日，事项："…"）}`, `设 报送日期 = 未报` */
export interface SetNode extends NodeBase<'set'> {
  readonly path: PathNode | MissingNode;
  readonly value: ExpressionNode | TextNode | EventsNode | AbsentNode;
}
export interface AbsentNode extends NodeBase<'absent'> {
  readonly state: 'not-reported' | 'not-applicable';
}
export interface EventsNode extends NodeBase<'events'> {
  readonly events: readonly EventNode[];
}
export interface EventNode extends NodeBase<'event'> {
  readonly fields: readonly EventFieldNode[];
}
export interface EventFieldNode extends NodeBase<'event-field'> {
  readonly name: NameNode;
  readonly value: QuantityNode | DateNode | YesNoNode | TextNode | PathNode | AbsentNode | MissingNode;
}
/** `应得 等次 = 合格`, `应得 退回 "超出范围"`, `应得 结果包含 约谈`, `应得 不定等次` */
export interface ExpectNode extends NodeBase<'expect'> {
  readonly condition: ExpressionNode | RefusalNode | ConsequenceNode | StandingNode | FinalGradeNode;
}
/** `退回 "超出范围"`: the record is refused, for a reason in which these words stand. */
export interface RefusalNode extends NodeBase<'refusal'> {
  readonly reason: TextNode | null;
}
/** `结果包含 对 书记 约谈`: what is written of the action must fit, the rest is open. */
export interface ConsequenceNode extends NodeBase<'consequence'> {
  readonly negative: boolean;
  readonly action: ActionNode;
}
/** What a result can be beside a grade. */
export interface StandingNode extends NodeBase<'standing'> {
  readonly standing: 'no-grade' | 'out-of-awards';
}
/** `最终等次 = 优秀`: the grade after quotas, among those who are assessed together. */
export interface FinalGradeNode extends NodeBase<'final-grade'> {
  readonly grade: NameNode | MissingNode;
}
/** `设 次数、质量 应得 总分、等次 { 10次、好、85分、良好；9次、差、60分、合格 }`: every row is a test. */
export interface FactTableNode extends NodeBase<'fact-table'> {
  readonly sets: readonly (PathNode | MissingNode)[];
  readonly expects: readonly (PathNode | MissingNode)[];
  readonly rows: readonly FactRowNode[];
}
/** `"逾期一天"：10次、好、85分、良好`: a value for each column, or `退回` in place of all that is expected. */
export interface FactRowNode extends NodeBase<'fact-row'> {
  readonly title: TextNode | null;
  readonly cells: readonly FactCellNode[];
}
export type FactCellNode = SetNode['value'] | RefusalNode;

// ---------------------------------------------------------------- expressions

export type ExpressionNode =
  | LogicNode
  | NotNode
  | CompareNode
  | BetweenNode
  | OccursNode
  | AmongNode
  | FilteredNode
  | EveryNode
  | StreakNode
  | IfNode
  | ArithmeticNode
  | NegateNode
  | ParenthesisNode
  | CallNode
  | PathNode
  | QuantityNode
  | DateNode
  | YesNoNode
  | ByTableNode
  | FullNode
  | NoResultNode
  | InapplicableNode
  | AbsenceTestNode
  | MissingNode
  // As the value of a 定义 only.
  | TiersNode
  | InterpolationNode;

/** A chain of equal operators: `a 且 b 且 c`. At least two operands. */
export interface LogicNode extends NodeBase<'logic'> {
  readonly operator: 'and' | 'or';
  readonly operands: readonly ExpressionNode[];
}
export interface NotNode extends NodeBase<'not'> {
  readonly operand: ExpressionNode;
}
export type Relation = '<' | '<=' | '>' | '>=' | '=' | '!=';
/**
 * `述职评议 不低于85%`, `90分以上`, `x ≥ 3次`. `left` null where the context gives it (bands, grades).
 * `form` keeps how it was said, for the printer: a symbol, a word before the bound, or a word after it.
 */
export interface CompareNode extends NodeBase<'compare'> {
  readonly relation: Relation;
  readonly left: ExpressionNode | null;
  readonly right: ExpressionNode;
  readonly form: 'symbol' | 'prefix' | 'suffix';
}
/** `80分以上 不满90分` and `60%至79.9%`: both bounds on one quantity. For 至 both relations include the bound. */
export interface BetweenNode extends NodeBase<'between'> {
  readonly left: ExpressionNode | null;
  readonly low: QuantityNode | DateNode;
  readonly lowRelation: '>=' | '>';
  readonly high: QuantityNode | DateNode;
  readonly highRelation: '<=' | '<';
  readonly form: 'range' | 'bounds';
}
/** `F31 发生`, `F31 未发生` */
export interface OccursNode extends NodeBase<'occurs'> {
  readonly path: PathNode;
  readonly negative: boolean;
}
/** `述职评议 无结果`, `帮扶村数 未报`. `path` null: the total, as in `应得 无结果`. */
export interface AbsenceTestNode extends NodeBase<'absence-test'> {
  readonly path: PathNode | null;
  readonly state: 'no-result' | 'not-reported' | 'not-applicable';
}
/** `类别 属于（甲、乙）` */
export interface AmongNode extends NodeBase<'among'> {
  readonly left: ExpressionNode;
  readonly options: readonly NameNode[];
}
/** `各维度 不低于60%`: `test` is a comparison without left side. */
export interface EveryNode extends NodeBase<'every'> {
  readonly level: ItemLevel;
  readonly test: ExpressionNode;
}
/**
 * `连续2年 不合格 缺年 跳过`: one of the grades in each of so many years. As a condition of the years before, in the use of results of
 * this year and those before.
 */
export interface StreakNode extends NodeBase<'streak'> {
  readonly years: QuantityNode;
  readonly grades: readonly NameNode[];
  /** What a year without grade does to the row; null: not written. */
  readonly missing: 'breaks' | 'skips' | null;
}
export interface IfNode extends NodeBase<'if'> {
  readonly condition: ExpressionNode;
  readonly consequent: ExpressionNode;
  readonly alternative: ExpressionNode | null;
}
export interface ArithmeticNode extends NodeBase<'arithmetic'> {
  readonly operator: '+' | '-' | '*' | '/';
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}
export interface NegateNode extends NodeBase<'negate'> {
  readonly operand: ExpressionNode;
}
/** Kept in the tree: the drafter's brackets are the drafter's. */
export interface ParenthesisNode extends NodeBase<'parenthesis'> {
  readonly inner: ExpressionNode;
}
/** `取大（a，b）`, `合计（论文·单项分 当 级别 = 国家级，最高5项）`; the built-ins are names before `（`. */
export interface CallNode extends NodeBase<'call'> {
  readonly function: NameNode;
  readonly arguments: readonly ExpressionNode[];
  /** Which of the values count, put in order. */
  readonly selection: readonly (PlacesNode | DropNode)[];
  /** `按 类别`: within each class. */
  readonly by: readonly PathNode[];
  /** `当 条件` of a function without arguments. */
  readonly where: ExpressionNode | null;
  /** `保留 4位小数` */
  readonly rounding: RoundingNode | null;
  /** `向下取整`, of a share of places. */
  readonly mode: RoundingMode | null;
  /** `同分 按 述职评议` */
  readonly ties: readonly PathNode[];
  /** What equals have: `并列跳位` 1, 2, 2, 4; `并列不跳位` 1, 2, 2, 3; `并列取平均` 1, 2.5, 2.5, 4. */
  readonly equals: 'skip' | 'dense' | 'mean' | null;
  /** `以低为优` */
  readonly lowerIsBetter: boolean;
}
/** `论文·单项分 当 级别 = 国家级` as an argument: only the entries for which the condition holds. */
export interface FilteredNode extends NodeBase<'filtered'> {
  readonly value: ExpressionNode;
  readonly condition: ExpressionNode;
}
/** `最高5项`, `最低1个`; `rest`: `最高5项以外`, all but those. */
export interface PlacesNode extends NodeBase<'places'> {
  readonly end: 'highest' | 'lowest';
  readonly count: QuantityNode;
  readonly rest: boolean;
}
/** `去掉 最高1个、最低1个 当 个数（评分） 多于5个` */
export interface DropNode extends NodeBase<'drop'> {
  readonly places: readonly PlacesNode[];
  readonly condition: ExpressionNode | null;
}
export interface YesNoNode extends NodeBase<'yes-no'> {
  readonly value: boolean;
}

// ---------------------------------------------------------------- the union of all

export type Node =
  | FileNode
  | ChapterNode
  | ChapterWordNode
  | FieldNode
  | TypeNode
  | SourceClauseNode
  | NotReportedNode
  | DeclaredCountNode
  | TitleNode
  | ClauseNode
  | LineNode
  | SheetTableNode
  | SheetRowNode
  | TierRowNode
  | ByRowNode
  | HolidayRowNode
  | StepNode
  | CheckPointNode
  | AgainstRowNode
  | AnchorNode
  | DeadlineRowNode
  | BallotOptionNode
  | BallotGroupNode
  | EmptyGroupNode
  | TurnoutNode
  | IssuedNode
  | DenominatorNode
  | MarksNode
  | VoidMarksNode
  | FewestNode
  | OneselfNode
  | SumOfMarksNode
  | CountRowNode
  | EffectNode
  | PerNode
  | PeriodCapNode
  | JudgedNode
  | EffectClauseNode
  | FullNode
  | GradeLineNode
  | OffScaleNode
  | QuotaNode
  | QuotaSizesNode
  | QuotaSizeNode
  | ConsequenceEntryNode
  | StageNode
  | ActionNode
  | TestDataNode
  | TestResultsNode
  | FactTableNode
  | FactRowNode
  | RefusalNode
  | ConsequenceNode
  | StandingNode
  | FinalGradeNode
  | SetNode
  | AbsentNode
  | EventsNode
  | EventNode
  | EventFieldNode
  | ExpectNode
  | ExpressionNode
  | PlacesNode
  | DropNode
  | NameNode
  | BuiltinNameNode
  | TextNode
  | RangeNode;

export type NodeKind = Node['kind'];
export type NodeOf<Kind extends NodeKind> = Extract<Node, { readonly kind: Kind }>;
