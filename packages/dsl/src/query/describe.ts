/** Hover texts: what a thing is, in Markdown, from what the drafter wrote and what follows from it. */
import { formatShort, multiply } from '@assess/runtime';
import type { ItemNode, Node, ScorecardNode, TotalNode } from '../ast/nodes.ts';
import type { Analysis } from '../check/analysis.ts';
import { comparesSubjects } from '../check/compares-subjects.ts';
import { quantityValue } from '../check/literals.ts';
import { clauseOf } from '../check/marks.ts';
import type { Message } from '../source/locale.ts';
import { recordKey } from '../symbols/keys.ts';
import { scorecardOf } from '../symbols/scope.ts';
import type { Reference, Symbol, SymbolKind } from '../symbols/symbol.ts';
import { type KeywordId, keyword } from '../vocabulary/keywords.ts';
import { keywordHelpEn } from './keyword-help-en.ts';
import { keywordHelpZh } from './keyword-help-zh.ts';

const mostLines = 12;
const longest = 4000;
const longestName = 200;

const kindNames: Readonly<Record<SymbolKind, Message>> = {
  subject: { zh: '考核对象', en: 'subject' },
  attribute: { zh: '对象的基本数据', en: 'attribute of the subject' },
  input: { zh: '填报项', en: 'input' },
  figure: { zh: '定义', en: 'definition' },
  table: { zh: '对照表', en: 'table' },
  total: { zh: '总分', en: 'total' },
  item: { zh: '项目', en: 'item' },
  scorecard: { zh: '评分表', en: 'scorecard' },
  list: { zh: '清单', en: 'list' },
  case: { zh: '情形', en: 'case' },
  'entry-field': { zh: '登记的内容', en: 'recorded field' },
  ballot: { zh: '测评', en: 'ballot' },
  'ballot-group': { zh: '测评的群体', en: 'group of voters' },
  'ballot-option': { zh: '测评的选项', en: 'option of a ballot' },
  'rater-count': { zh: '评委人数', en: 'number of raters' },
  option: { zh: '选项', en: 'option' },
  scale: { zh: '等次', en: 'grades' },
  grade: { zh: '等次', en: 'grade' },
  outcome: { zh: '等次之外的结果', en: 'outcome beside the grades' },
  stage: { zh: '步骤', en: 'stage' },
  sample: { zh: '样本', en: 'sample' },
};

/** What a named thing is: its kind, its declaration as written, and the marks, keys and caps that follow from it. */
export function describeSymbol(analysis: Analysis, { symbol, through }: Reference): Message {
  const facts = [...factsOf(analysis, symbol, through), ...comparedFacts(analysis, symbol)];
  const kind = kindNames[symbol.kind];
  const owner = symbol.owner === null || symbol.owner.name === '' ? null : plain(symbol.owner.name);
  const declaration = fenced(headOf(analysis, declarationOf(symbol.node, symbol)));
  return {
    zh: [`**${kind.zh}**${owner === null ? '' : ` · 属于 ${owner}`}`, declaration, ...facts.map(({ zh }) => zh)].join(
      '\n\n',
    ),
    en: [`**${kind.en}**${owner === null ? '' : ` · in ${owner}`}`, declaration, ...facts.map(({ en }) => en)].join(
      '\n\n',
    ),
  };
}

/** What a keyword means, and how it is spelt in both vocabularies. */
export function describeKeyword(id: KeywordId): Message {
  const { zh, en } = keyword(id).spellings;
  const spellings = `**${zh.join(' / ')}** · **${en.join(' / ')}**`;
  return { zh: `${spellings}\n\n${keywordHelpZh[id]}`, en: `${spellings}\n\n${keywordHelpEn[id]}` };
}

function factsOf(analysis: Analysis, symbol: Symbol, through: Symbol | null): Message[] {
  const { node } = symbol;
  switch (symbol.kind) {
    case 'total':
    case 'item':
    case 'scorecard':
      return node.kind === 'total' || node.kind === 'item' || node.kind === 'scorecard' ? marksOf(analysis, node) : [];
    case 'subject':
    case 'attribute':
    case 'input':
      return keysOf(analysis, symbol, through);
    case 'case':
      return node.kind === 'case' ? [...listsAround(analysis, symbol), ...keysOf(analysis, symbol, through)] : [];
    case 'figure':
    case 'table':
    case 'list':
    case 'entry-field':
    case 'ballot':
    case 'ballot-group':
    case 'ballot-option':
    case 'rater-count':
    case 'option':
    case 'scale':
    case 'grade':
    case 'outcome':
    case 'stage':
    case 'sample':
      return [];
  }
}

const comparable: ReadonlySet<SymbolKind> = new Set(['figure', 'table', 'item', 'total', 'list', 'scale']);

/** What depends on the other subjects says so: a change of their records changes it. */
function comparedFacts(analysis: Analysis, { kind, node }: Symbol): Message[] {
  if (!comparable.has(kind) || !comparesSubjects(node, analysis)) return [];
  return [
    {
      zh: '与全体对象比较得出：改动别的对象的记录，它也会变',
      en: 'Found by comparing all subjects: a change in the record of another can change it',
    },
  ];
}

function marksOf({ marks, names }: Analysis, node: TotalNode | ItemNode | ScorecardNode): Message[] {
  const facts: Message[] = [];
  const found = marks.get(node);
  if (found?.full !== undefined && found.full !== null) {
    const full = formatShort(found.full);
    facts.push({ zh: `满分 ${full}分`, en: `Full marks ${full} points` });
  }
  if (node.kind === 'item') facts.push(...shareOf({ marks, names }, node));
  const parts = node.body.filter((line) => line.kind === 'item').length;
  if (found !== undefined && found.children !== 'none') {
    const how = {
      points: { zh: '按分值相加', en: 'added up by points' },
      weights: { zh: '按权重相加', en: 'added up by weights' },
      ratios: { zh: '按份数相加', en: 'added up by parts' },
    }[found.children];
    facts.push({ zh: `下级 ${parts} 项，${how.zh}`, en: `${parts} ${parts === 1 ? 'part' : 'parts'}, ${how.en}` });
  }
  const symbol = names.declared.get(node);
  const users = symbol === undefined ? undefined : names.users.get(symbol);
  if (users !== undefined && users.length > 0) {
    const methods = users.map(({ name }) => plain(name));
    facts.push({ zh: `被 ${methods.join('、')} 采用`, en: `Used by ${methods.join(', ')}` });
  }
  return facts;
}

/** Under which keys a record holds the figure: one for each method that uses its scorecard. */
function keysOf({ names }: Analysis, symbol: Symbol, through: Symbol | null): Message[] {
  const scorecard = scorecardOf(symbol);
  const methods = through !== null ? [through] : scorecard === null ? [null] : (names.users.get(scorecard) ?? []);
  const keys = [...new Set(methods.map((method) => recordKey({ symbol, through: method }, names)))].map(code);
  if (keys.length === 0) return [];
  return [
    {
      zh: `记录中的列：${keys.join('、')}`,
      en: `${keys.length === 1 ? 'Column' : 'Columns'} in the records: ${keys.join(', ')}`,
    },
  ];
}

/** The caps of the lists around a case, from the inside out. */
function listsAround(analysis: Analysis, symbol: Symbol): Message[] {
  const facts: Message[] = [];
  for (let owner = symbol.owner; owner !== null; owner = owner.owner) {
    const { node } = owner;
    if (node.kind !== 'list' && !(node.kind === 'item' && owner.kind === 'list')) continue;
    const cap = clauseOf(node, 'cap');
    if (cap === null) continue;
    const written = code(textOf(analysis, cap));
    const name =
      owner.name === '' ? { zh: '所在清单', en: 'the list around' } : { zh: plain(owner.name), en: plain(owner.name) };
    facts.push({ zh: `${name.zh} ${written}`, en: `${name.en}: ${written}` });
  }
  return facts;
}

/** The node whose text tells most about a thing: a field's line rather than its name, all grades rather than one. */
function declarationOf(node: Node, { kind, owner }: Symbol): Node {
  return (kind === 'option' || kind === 'entry-field') && owner !== null ? owner.node : node;
}

/** What stands before the body of a thing, or all of one that has none; at most a few lines. */
function headOf(analysis: Analysis, node: Node): string {
  const first = 'body' in node ? node.body[0] : undefined;
  const text = textOf(analysis, node);
  const head =
    first === undefined ? text : text.slice(0, first.span.start - node.span.start).replace(/[{｛][^{｛]*$/u, '');
  const lines = head.trimEnd().split(/\r\n|\r|\n/);
  return lines.length > mostLines ? [...lines.slice(0, mostLines), '…'].join('\n') : lines.join('\n');
}

/** What a part with a weight is worth in the marks of the item around it. */
function shareOf({ marks, names }: Pick<Analysis, 'marks' | 'names'>, node: ItemNode): Message[] {
  const amount = clauseOf(node, 'weight')?.amount;
  const around = names.declared.get(node)?.owner?.node;
  if (amount?.kind !== 'quantity' || amount.unit !== 'percent') return [];
  if (around?.kind !== 'total' && around?.kind !== 'item' && around?.kind !== 'scorecard') return [];
  const full = marks.get(around)?.full ?? null;
  const weight = quantityValue(amount);
  if (full === null || weight === null) return [];
  const share = formatShort(multiply(weight, full));
  return [{ zh: `折合上级 ${share}分`, en: `Worth ${share} points of what is around it` }];
}

function textOf({ source }: Analysis, { span }: Node): string {
  // Nobody reads a megabyte in a hover.
  return source.text.slice(span.start, Math.min(span.end, span.start + longest));
}

/** A block of code; a fence longer than any in the text cannot be closed by it. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}assess\n${text}\n${fence}`;
}

function code(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').slice(0, longestName);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

/** A name within running text: nothing in it is taken for Markdown. */
function plain(name: string): string {
  return name
    .slice(0, longestName)
    .replaceAll(/[\s\\`*_{}[\]<>()#+!|~&]/gu, (unit) => (/\s/u.test(unit) ? ' ' : `\\${unit}`));
}
