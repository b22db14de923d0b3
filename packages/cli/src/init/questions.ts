/** The questions of `assess init`, each with the answer that is taken where none is given. */
import type { Locale, Message } from '@assess/dsl';
import { type Answers, readName, readShares, readYear } from './answers.ts';

/** The options that answer the questions. */
export interface AnswerFlags {
  readonly organisation?: string;
  readonly subject?: string;
  readonly year?: string;
  readonly methods?: string;
  readonly dimensions?: string;
}

export interface Question {
  readonly flag: keyof AnswerFlags;
  readonly text: Message;
  /** What is meant where nothing is answered. */
  readonly usual: Message;
  /** Refuses an answer with a Failure. */
  readonly check: (answer: string) => unknown;
}

const organisation: Message = { zh: '单位', en: 'organisation' };
const subject: Message = { zh: '考核对象', en: 'subjects' };
const methods: Message = { zh: '考核方式', en: 'method' };
const dimensions: Message = { zh: '维度', en: 'dimension' };

/** All questions in the order in which they are asked. `thisYear` is the usual year. */
export function questionsFor(thisYear: number): readonly Question[] {
  return [
    {
      flag: 'organisation',
      text: { zh: '单位名称', en: 'Name of the organisation' },
      usual: { zh: '某单位', en: 'An organisation' },
      check: (answer) => readName(answer, organisation),
    },
    {
      flag: 'subject',
      text: { zh: '考核谁（如 党支部、部门、员工）', en: 'Who is assessed (branch, department, employee …)' },
      usual: { zh: '党支部', en: 'branch' },
      check: (answer) => readName(answer, subject),
    },
    {
      flag: 'year',
      text: { zh: '年度', en: 'Year' },
      usual: { zh: String(thisYear), en: String(thisYear) },
      check: readYear,
    },
    {
      flag: 'methods',
      text: { zh: '考核方式和比例，合计 100', en: 'Methods with their weights, 100 together' },
      usual: {
        zh: '自查自评 10、日常考评 20、年终检查 20、述职评议 50',
        en: 'self review 10, daily 20, year end 20, debriefing 50',
      },
      check: (answer) => readShares(answer, methods),
    },
    {
      flag: 'dimensions',
      text: { zh: '维度和分值，合计 100', en: 'Dimensions with their points, 100 together' },
      usual: {
        zh: '政治建设 25、思想建设 20、组织建设 25、作风建设 15、纪律建设 15',
        en: 'policy 25, learning 20, organisation 25, conduct 15, discipline 15',
      },
      check: (answer) => readShares(answer, dimensions),
    },
  ];
}

/** The answers, with the usual one where there is none. Throws a Failure for one that cannot be. */
export function readAnswers(given: AnswerFlags, thisYear: number, locale: Locale): Answers {
  const said = Object.fromEntries(
    questionsFor(thisYear).map(({ flag, usual }) => [flag, given[flag]?.trim() || usual[locale]] as const),
  );
  return {
    organisation: readName(said['organisation'] ?? '', organisation),
    subject: readName(said['subject'] ?? '', subject),
    year: readYear(said['year'] ?? ''),
    methods: readShares(said['methods'] ?? '', methods),
    dimensions: readShares(said['dimensions'] ?? '', dimensions),
  };
}
