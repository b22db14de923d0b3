import type { HubeiRecord } from './record.ts';

/** What the 38 cases of the negative list take together, in cents: capped by case, by dimension and in total. */
export function negativeList(r: HubeiRecord): number {
  const responsibility =
    (r['F01'] ? 100 : 0) +
    (r['F02'] ? 200 : 0) +
    Math.min(100 * (r['F03'] | 0), 200) +
    Math.min(50 * (r['F04'] | 0), 150) +
    Math.min(50 * (r['F05'] | 0), 150) +
    (r['F06'] ? 300 : 0);
  const politics =
    Math.min(50 * (r['F07'] | 0), 150) +
    (r['F08'] ? 200 : 0) +
    Math.min(200 * (r['F09'] | 0), 400) +
    Math.min(100 * (r['F10'] | 0), 200) +
    Math.min(100 * (r['F11'] | 0), 300) +
    Math.min(100 * (r['F12'] | 0), 200);
  const thought =
    Math.min(100 * (r['F13'] | 0), 300) +
    (r['F14'] ? 50 : 0) +
    (r['F15'] ? 100 : 0) +
    Math.min(50 * (r['F16'] | 0), 150) +
    (r['F17'] ? 50 : 0);
  const lost = r['F24'] | 0;
  const organisation =
    (r['F18'] ? 100 : 0) +
    Math.min(100 * (r['F19'] | 0), 200) +
    Math.min(100 * (r['F20'] | 0), 300) +
    Math.min(50 * (r['F21'] | 0), 150) +
    Math.min(100 * (r['F22'] | 0), 200) +
    (r['F23'] ? 100 : 0) +
    (lost >= 3 ? 200 : 50 * lost);
  const style =
    Math.min(200 * (r['F25']?.length ?? 0), 400) +
    Math.min(50 * (r['F26'] | 0), 150) +
    Math.min(50 * (r['F27'] | 0), 100) +
    Math.min(50 * (r['F28'] | 0), 100) +
    Math.min(50 * (r['F29'] | 0), 100);
  const discipline =
    Math.min(100 * (r['F30']?.length ?? 0), 300) +
    (r['F31'] ? 500 : 0) +
    (r['F32'] ? 500 : 0) +
    Math.min(100 * (r['F33']?.length ?? 0), 300) +
    (r['F34'] ? 100 : 0) +
    Math.min(100 * (r['F35'] | 0), 200);
  const culture = (r['F36'] ? 100 : 0) + Math.min(50 * (r['F37'] | 0), 150) + (r['F38'] ? 50 : 0);
  return Math.min(
    2000,
    Math.min(responsibility, 400) +
      Math.min(politics, 500) +
      Math.min(thought, 300) +
      Math.min(organisation, 400) +
      Math.min(style, 400) +
      Math.min(discipline, 800) +
      Math.min(culture, 200),
  );
}
