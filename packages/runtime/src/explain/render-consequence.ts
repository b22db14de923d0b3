import type { Locale } from '../bilingual.ts';
import { withUnit } from '../record/unit-words.ts';
import type { Consequence } from '../result.ts';
import { clean, points, read } from './render-finding.ts';

/** What a grade leads to: whom, what, about what, until when, how much. */
export function consequenceText(consequence: Consequence, locale: Locale): string {
  const zh = locale === 'zh';
  const { action, about, whom, within, lasting, amount, factor } = consequence;
  const persons = whom.map(clean).join(zh ? '、' : ', ');
  const parts = [
    ...(persons === '' ? [] : [zh ? `对 ${persons}` : `${persons}:`]),
    clean(action),
    ...(about === null ? [] : [zh ? `“${clean(about)}”` : `"${clean(about)}"`]),
    ...(within === null ? [] : [`${zh ? '期限 ' : 'within '}${clean(within.text)}`]),
    ...(lasting === null ? [] : [`${zh ? '为期 ' : 'lasting '}${clean(lasting.text)}`]),
    ...(amount === null ? [] : [`${zh ? '金额 ' : 'amount '}${withUnit(points(read(amount)), 'yuan')[locale]}`]),
    ...(factor === null ? [] : [`${zh ? '系数 ' : 'factor '}${points(read(factor))}`]),
  ];
  return parts.join(' ');
}
