import type { FactCellNode, FactNode } from '../../../ast/nodes.ts';
import { defineDiagnostic } from '../../../diagnostics/define.ts';
import type { Message } from '../../../source/locale.ts';
import type { Rule } from '../../rule.ts';

/** Something is expected where values are only set, or set where figures are expected. */
export const misplacedFact = defineDiagnostic<{ what: Message }>({
  code: 'structure/misplaced-fact',
  severity: 'error',
  message: { zh: ({ what }) => what.zh, en: ({ what }) => what.en },
});

const inSample: Readonly<Partial<Record<FactNode['kind'], Message>>> = {
  expect: {
    zh: '样本只设定数据，`应得` 请写在测试里',
    en: 'A sample only sets figures; write what is expected in a test',
  },
  'fact-table': { zh: '样本只设定数据，表请写在测试里', en: 'A sample only sets figures; write the table in a test' },
};

const refusalAmongSet: Message = {
  zh: '`退回` 是应得的结果，应写在 `设` 的各列之后',
  en: '`return` is what is expected; it stands behind the columns that are set',
};

const expectedNoFigure: Message = {
  zh: '应得的列里只能写数值、选项、等次或界限，如 `85分`、`90分以上`',
  en: 'A column of what is expected takes a figure, an option, a grade or a bound, such as `85 points` or `90 points or more`',
};

const noFigure: ReadonlySet<FactCellNode['kind']> = new Set<FactCellNode['kind']>(['absent', 'events', 'text']);

export const misplacedFactRule: Rule = {
  kinds: [misplacedFact],
  visit: {
    sample: (node, context) => {
      for (const fact of node.facts) {
        const what = inSample[fact.kind];
        if (what !== undefined) context.report(misplacedFact.at(fact.span, { what }));
      }
    },
    'fact-table': ({ sets, rows }, context) => {
      for (const { cells } of rows) {
        for (const [index, cell] of cells.entries()) {
          const isSet = index < sets.length;
          if (isSet && cell.kind === 'refusal') context.report(misplacedFact.at(cell.span, { what: refusalAmongSet }));
          const isAnswer = cell.kind === 'absent' && cell.state === 'not-applicable';
          if (!isSet && !isAnswer && noFigure.has(cell.kind))
            context.report(misplacedFact.at(cell.span, { what: expectedNoFigure }));
        }
      }
    },
  },
};
