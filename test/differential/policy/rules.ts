/** Random rules of an item: what it needs and how it earns its points. */
import { block, decimal, type Draft } from './draft.ts';

/** Lines of the item: inputs, definitions and the rule. `full` is its full marks. */
export function randomRule(draft: Draft, full: number): readonly string[] {
  const { random } = draft;
  const rule = random.pick([
    proportion,
    proportion,
    ratio,
    tiers,
    tiers,
    conditions,
    byChoice,
    deadline,
    score,
    score,
    whenEarns,
    perHead,
  ]);
  return rule(draft, full);
}

const counts = ['次', '件', '人', '篇', '项', '个'] as const;

interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly high: number;
  readonly line: string;
}

function integer(draft: Draft, absence = ''): Figure {
  const unit = draft.random.pick(counts);
  const high = draft.random.pick([4, 12, 60, 300, 2000]);
  const name = draft.name('数');
  return { name, unit, high, line: `填报 ${name}: 整数 0至${high}${unit}${absence}` };
}

function percent(draft: Draft): Figure {
  const decimals = draft.random.integer(0, 2);
  const high = draft.random.pick([100, 100, 150]);
  const name = draft.name('率');
  return { name, unit: '%', high, line: `填报 ${name}: 百分比 0至${high}% 保留${decimals}位小数` };
}

/** What a zero denominator gives, or a figure not reported. */
function amount(draft: Draft, full: number): string {
  const { random } = draft;
  return random.pick(['得满分', '得0分', `得${draft.points(0, full)}分`, '得50%', `得${random.integer(1, 99)}%`]);
}

function proportion(draft: Draft): readonly string[] {
  const { random } = draft;
  const absence = random.chance(0.2) ? random.pick([' 未报 计零分', ' 未报 计满分', ' 未报 退回']) : '';
  if (random.chance(0.3)) {
    const figure = percent(draft);
    return [
      `${figure.line}${absence}`,
      `按比例 ${figure.name}${random.chance(0.5) ? ` ÷ ${random.integer(50, 100)}%` : ''}`,
    ];
  }
  const figure = integer(draft, absence);
  const cap = random.chance(0.2) ? `，封顶${random.integer(50, 150)}%` : '';
  return [figure.line, `按比例 ${figure.name} ÷ ${random.integer(1, figure.high)}${figure.unit}${cap}`];
}

/** Of two figures, of which the lower may be zero. */
function ratio(draft: Draft, full: number): readonly string[] {
  const above = integer(draft);
  const below = draft.name('数');
  const line = `填报 ${below}: 整数 0至${draft.random.pick([10, 100, 2000])}${above.unit}`;
  if (draft.random.chance(0.7))
    return [above.line, line, `按比例 ${above.name} ÷ ${below}，分母为零 ${amount(draft, full)}`];
  const rate = draft.name('率');
  const rounding = draft.random.chance(0.5) ? ` 保留${draft.random.integer(0, 3)}位小数` : '';
  const definition = `定义 ${rate} = ${above.name} ÷ ${below}，分母为零 ${draft.random.integer(0, 100)}%${rounding}`;
  return [
    above.line,
    line,
    definition,
    draft.random.chance(0.5) ? `按比例 ${rate}` : tiersOver(draft, rate, '%', 100, full),
  ];
}

/** Over the members of the subject, or over what its class has to reach. */
function perHead(draft: Draft, full: number): readonly string[] {
  const figure = draft.name('数');
  if (draft.random.chance(0.5)) return [`填报 ${figure}: 整数 0至2000人`, `按比例 ${figure} ÷ 党员数`];
  if (draft.random.chance(0.5)) return [`填报 ${figure}: 整数 0至200次`, `按比例 ${figure} ÷ 目标`];
  const average = draft.name('均');
  return [
    `填报 ${figure}: 小数 0至500万元 保留${draft.random.integer(0, 4)}位小数`,
    `定义 ${average} = ${figure} ÷ 党员数`,
    tiersOver(draft, average, '元', 5000, full),
  ];
}

function tiers(draft: Draft, full: number): readonly string[] {
  const figure = draft.random.chance(0.5) ? integer(draft) : percent(draft);
  return [figure.line, tiersOver(draft, figure.name, figure.unit, figure.high, full)];
}

/** Falling bounds with falling points, so that every row can apply. */
function tiersOver(draft: Draft, subject: string, unit: string, high: number, full: number): string {
  const { random } = draft;
  const bounds = random.shuffle(
    Array.from({ length: Math.min(high, 50) }, (_, index) => Math.ceil(((index + 1) * high) / Math.min(high, 50))),
  );
  const chosen = [...new Set(bounds.slice(0, random.integer(1, 4)))].toSorted((left, right) => right - left);
  const rows = chosen.map((bound, index) => {
    const share = Math.max(0, full - (index * full) / (chosen.length + 1));
    const earned =
      index === 0 && random.chance(0.4)
        ? '得满分'
        : random.chance(0.2)
          ? `得${Math.round((share / full) * 100)}%`
          : `得${decimal(share)}分`;
    const upper = index > 0 && random.chance(0.3) ? ` 不满${chosen[index - 1]}${unit}` : '';
    return `${bound}${unit}以上${upper} ${earned}`;
  });
  return `分档 ${subject} { ${[...rows, '其余 得0分'].join('；')} }`;
}

function conditions(draft: Draft, full: number): readonly string[] {
  const [first, second] = [integer(draft), percent(draft)];
  const flag = draft.name('否');
  return [
    first.line,
    second.line,
    `填报 ${flag}: 是否`,
    `分档 { ${flag} = 是 且 ${comparison(draft, first)} 得满分；${comparison(draft, second)} 或 ${comparison(draft, first)} 得${draft.points(0, full)}分；其余 ${amount(draft, full)} }`,
  ];
}

function comparison({ random }: Draft, { name, unit, high }: Figure): string {
  const bound = `${random.integer(1, high - 1)}${unit}`;
  return random.pick([
    `${name} 不少于${bound}`,
    `${name} 超过${bound}`,
    `${name} 不超过${bound}`,
    `${name} 少于${bound}`,
    `${name} ≥ ${bound}`,
    `非（${name} ${bound}以上）`,
  ]);
}

function byChoice(draft: Draft, full: number): readonly string[] {
  const { random } = draft;
  const options = ['好', '较好', '一般', '差'].slice(0, random.integer(2, 4));
  const name = draft.name('级');
  const named = random.chance(0.3) ? options.slice(0, -1) : options;
  const rows = named.map((option, index) => {
    const share = 1 - index / options.length;
    return `${option} ${index === 0 && random.chance(0.3) ? '满分' : random.chance(0.5) ? `${Math.round(share * 100)}%` : `${decimal(share * full)}分`}`;
  });
  const rest = named.length < options.length ? [`其余 ${random.integer(0, 20)}%`] : [];
  const absence = random.chance(0.2) ? random.pick([' 未报 计零分', ' 未报 计满分']) : '';
  return [`填报 ${name}: ${options.join(' | ')}${absence}`, `按 ${name} { ${[...rows, ...rest].join('；')} }`];
}

function deadline(draft: Draft, full: number): readonly string[] {
  const { random } = draft;
  const name = draft.name('日期');
  const range = random.chance(0.6) ? ' 2023年1月1日 至 2024年3月31日' : '';
  const due = random.pick(['11月30日', '2023年12月20日', '2023-06-30']);
  const daily = `每天扣${draft.points(0.1, Math.max(0.1, full / 10), 0.1)}分`;
  const rows = [
    random.chance(0.3)
      ? `提前 ${random.integer(1, 60)}天以上 ${random.pick(['不得分', `扣${draft.points(0.5, full)}分`])}`
      : '',
    `逾期 ${random.chance(0.5) ? `${daily} 扣完为止` : `${daily} 封顶${draft.points(full / 2, full)}分`}`,
    random.chance(0.4) ? `逾期 ${random.integer(2, 90)}天以上 不得分` : '',
    `未报 ${random.pick(['不得分', `扣${draft.points(0.5, full)}分`])}`,
  ];
  return [
    `填报 ${name}: 日期${range}`,
    `限期 ${name} 不晚于 ${due} { ${rows.filter((row) => row !== '').join('；')} }`,
  ];
}

function score(draft: Draft, full: number): readonly string[] {
  const { random } = draft;
  const [first, second, third] = [integer(draft), percent(draft), integer(draft)];
  const half = decimal(full / 2);
  const parts = [
    `${half}分 × 取小（${first.name} ÷ ${random.integer(1, first.high)}${first.unit}，100%）`,
    `${half}分 × ${second.name}`,
    `（若 ${comparison(draft, third)} 则 ${half}分 否则 ${draft.points(0, full / 2)}分）`,
    `${half}分 × 平均（${second.name}，100%，取大（${second.name}，50%））`,
    `舍入（${half}分 × ${second.name} ÷ 3，1位小数）`,
    `${half}分 × ${first.name} ÷ 取大（${first.name}，1${first.unit}）`,
    `合计（${half}分 × ${second.name}，-1分）`,
  ];
  const chosen = random.shuffle(parts).slice(0, random.integer(1, 3));
  const used = [first, second, third].filter((figure) => chosen.some((part) => part.includes(figure.name)));
  return [...used.map((figure) => figure.line), `得分 = ${chosen.join(random.pick([' + ', ' + ', ' − ']))}`];
}

function whenEarns(draft: Draft, full: number): readonly string[] {
  const { random } = draft;
  const [first, second] = [integer(draft), integer(draft)];
  const rows = [
    `当 ${comparison(draft, first)} 且 ${comparison(draft, second)}，得满分`,
    `当 ${comparison(draft, first)} 或 ${comparison(draft, second)}，${amount(draft, full)}`,
    `当 类别 = ${random.pick(draft.classes)}，${amount(draft, full)}`,
  ].slice(0, random.integer(1, 3));
  const otherwise = random.chance(0.4) ? [`按比例 ${first.name} ÷ ${random.integer(1, first.high)}${first.unit}`] : [];
  const used = [first, second].filter((figure) => [...rows, ...otherwise].some((row) => row.includes(figure.name)));
  return [...used.map((figure) => figure.line), ...rows, ...otherwise];
}

/** A ballot with its inputs. */
export function randomBallot(draft: Draft): string {
  const { random } = draft;
  const options = ['优秀', '良好', '合格', '不合格'].slice(0, random.integer(2, 4));
  const rows = options.map(
    (option, index) => `${option} ${index === 0 ? random.pick([100, 10, 95]) : decimal(random.integer(0, 9))}分`,
  );
  const groups = random.pick([[], ['领导 占40%', '群众 占60%'], ['领导 占40%', '同级 占30%', '群众 占30%']]);
  const eligible = draft.name('应到');
  const turnout = random.chance(0.5);
  const lines = [
    ...(turnout ? [`填报 ${eligible}: 整数 1至500人`] : []),
    `选项 { ${[...rows, ...(random.chance(0.5) ? ['弃权 不计'] : [])].join('；')} }`,
    ...(groups.length > 0 ? [`群体 { ${groups.join('；')} }`, `空组 ${random.pick(['本级折算', '计零分'])}`] : []),
    ...(turnout
      ? [
          `参评率 按 ${eligible} 不低于${random.integer(30, 90)}%，否则 ${random.pick(['不得分', ...(draft.isGraded ? ['不定等次', '降一档'] : [])])}`,
        ]
      : []),
  ];
  return `测评 ${draft.name('测评')} ${block(lines)}`;
}
