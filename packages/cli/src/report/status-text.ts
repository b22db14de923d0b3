import type { Locale, Message } from '@assess/dsl';
import type { Manifest, StageStatus } from '@assess/runtime';
import type { Output } from '../io/output.ts';
import { visible } from '../io/visible.ts';
import { wrap } from '../io/width.ts';

/** The stages of the procedure for one subject. */
export interface SubjectStatus {
  readonly subject: string;
  readonly stages: readonly StageStatus[];
}

/** The progress of every subject for people: what is missing, stage by stage; complete stages are only counted. */
export function* statusText(
  { policy, procedure }: Manifest,
  subjects: readonly SubjectStatus[],
  asOf: string | null,
  locale: Locale,
  out: Output,
): Generator<string> {
  const zh = locale === 'zh';
  const title = [policy.title, policy.version ?? ''].filter((part) => part !== '').map(visible);
  const day = asOf === null ? '' : zh ? `  截至 ${asOf}` : `  as of ${asOf}`;
  yield `${out.style('bold', title.join(' '))}${day}\n`;
  for (const { subject, stages } of subjects) {
    const done = stages.filter(({ state }) => state === 'complete').length;
    const count: Message = {
      zh: `完成 ${done}/${procedure.length} 步`,
      en: `${done} of ${procedure.length} stages complete`,
    };
    yield `\n${visible(subject)}  ${out.style('dim', count[locale])}\n`;
    for (const stage of stages.filter(({ state }) => state !== 'complete')) {
      yield `  ${headOf(stage, locale, out)}\n`;
      for (const line of missingOf(stage, locale)) yield `    ${wrap(line, out.columns - 6).join('\n      ')}\n`;
    }
  }
}

function headOf({ name, title, within, owner, state }: StageStatus, locale: Locale, out: Output): string {
  const zh = locale === 'zh';
  const named = visible(title === null ? name : `${name} ${title}`);
  const parts = [
    ...(within === null ? [] : [`${zh ? '期限' : 'by'} ${visible(within.text)}`]),
    ...(owner === null ? [] : [`${zh ? '责任' : 'owner'} ${visible(owner)}`]),
  ];
  const overdue = state === 'overdue' ? ` ${out.style('red', zh ? '已逾期' : 'overdue')}` : '';
  const about = parts.length === 0 ? '' : zh ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`;
  return `${named}${about}${overdue}`;
}

function missingOf({ missing, evidence }: StageStatus, locale: Locale): string[] {
  const zh = locale === 'zh';
  const figures = missing.map(({ key, title, source }) => {
    const from = source.length === 0 ? '' : zh ? `（${source.join('、')}）` : ` (${source.join(', ')})`;
    return visible(`${title === null ? key : `${key} ${title}`}${from}`);
  });
  const comma = zh ? '、' : ', ';
  return [
    ...(figures.length === 0 ? [] : [`${zh ? '未填报：' : 'not recorded: '}${figures.join(comma)}`]),
    ...(evidence.length === 0 ? [] : [`${zh ? '未留存：' : 'no evidence of: '}${evidence.map(visible).join(comma)}`]),
  ];
}
