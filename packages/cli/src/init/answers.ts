/** What a new policy is made from: read from options or asked, and checked in one place. */
import type { Message } from '@assess/dsl';
import { Failure } from '../failure.ts';
import { visible } from '../io/visible.ts';

/** A part with its share: `自查自评 10%`, `政治建设 30分`. */
export interface Share {
  readonly name: string;
  /** A whole number; all shares of a list sum to 100. */
  readonly share: number;
}

export interface Answers {
  readonly organisation: string;
  /** What is assessed, such as 党支部. */
  readonly subject: string;
  readonly year: number;
  readonly methods: readonly Share[];
  readonly dimensions: readonly Share[];
}

const mostParts = 20;
const longestName = 60;

/** A name of one line that the language can hold in brackets or in quotation marks. */
export function readName(text: string, what: Message): string {
  const name = text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
  if (name === '' || name.length > longestName || /[\p{Cc}\p{Cf}\p{Cs}【】[\]"“”]/u.test(name)) {
    throw new Failure(
      {
        zh: `${what.zh} \`${visible(text)}\` 不能作名称。`,
        en: `${what.en} \`${visible(text)}\` cannot be a name.`,
      },
      {
        zh: `写 1 至 ${longestName} 个字，不用引号和方括号。`,
        en: `Write 1 to ${longestName} characters without quotation marks and brackets.`,
      },
    );
  }
  return name;
}

/** The assessed year. */
export function readYear(text: string): number {
  if (/^(?:19|20|21)\d\d$/u.test(text.trim())) return Number(text);
  throw new Failure(
    { zh: `年度 \`${visible(text)}\` 不是四位年份。`, en: `The year \`${visible(text)}\` is not of four digits.` },
    { zh: '例如 `2026`。', en: 'For example `2026`.' },
  );
}

/** `自查自评 10%、日常考评 20%、…`: names with whole numbers that sum to 100; the unit may be left out. */
export function readShares(text: string, what: Message): readonly Share[] {
  const parts = text
    .normalize('NFKC')
    .split(/[、,，;；\n]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const shares = parts.map((part): Share => {
    const [, name = '', share = ''] = /^(.*?)[\s=:占]*(\d{1,3})\s*(?:%|分|points?)?$/iu.exec(part) ?? [];
    if (share === '' || Number(share) === 0) {
      throw new Failure(
        { zh: `${what.zh} \`${visible(part)}\` 没有写明比例。`, en: `${what.en} \`${visible(part)}\` has no share.` },
        {
          zh: '写作 `名称 数字`，用顿号分开：`甲 40、乙 60`。',
          en: 'Write `name number`, parted by commas: `a 40, b 60`.',
        },
      );
    }
    return { name: readName(name, what), share: Number(share) };
  });
  const sum = shares.reduce((total, { share }) => total + share, 0);
  const twice = shares.find(({ name }, index) => shares.findIndex((other) => other.name === name) !== index);
  if (twice !== undefined) {
    throw new Failure({
      zh: `${what.zh} \`${visible(twice.name)}\` 写了两次。`,
      en: `${what.en} \`${visible(twice.name)}\` is there twice.`,
    });
  }
  if (shares.length === 0 || shares.length > mostParts || sum !== 100) {
    throw new Failure(
      {
        zh: `${what.zh} 共 ${shares.length} 项，合计 ${sum}，应为 1 至 ${mostParts} 项，合计 100。`,
        en: `${what.en}: ${shares.length} that sum to ${sum}; there must be 1 to ${mostParts} that sum to 100.`,
      },
      { zh: '调整各项的数字，使合计为 100。', en: 'Change the numbers so that they sum to 100.' },
    );
  }
  return shares;
}
