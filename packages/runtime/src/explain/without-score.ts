import type { Bilingual } from '../bilingual.ts';
import type { ItemScore } from '../result.ts';

/** What stands in the place of a score where there is none. */
export const withoutScore: Readonly<Record<ItemScore['state'], Bilingual>> = {
  scored: { zh: '', en: '' },
  'no-result': { zh: '无结果', en: 'no result' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-there': { zh: '', en: '' },
};
