/** Divides runs of letters around numbers into units and keywords: `次以上不得分`, `每次扣`, `且不低于`. */
import { keywords } from '../vocabulary/keywords.ts';
import { findSpelling, type Spelling } from '../vocabulary/spelling.ts';
import { findUnitSpelling, units } from '../vocabulary/units.ts';

/** A part of a run: a unit or a keyword. Offsets count from the start of the run. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Identity of the unit, or null for a keyword. */
  readonly unit: string | null;
  readonly spelling: Spelling | null;
}

export interface Division {
  readonly pieces: readonly Piece[];
  /** Where dividing stopped: the length of the run if it divides entirely. */
  readonly end: number;
}

/** Only Chinese spellings are written together; English words are parted by white space anyway. */
const joinable: ReadonlyMap<string, Spelling> = new Map(
  keywords
    .filter((keyword) => keyword.joinable)
    .flatMap((keyword) => keyword.spellings.zh)
    .flatMap((text) => {
      const spelling = findSpelling(text);
      return spelling === null ? [] : [[text, spelling] as const];
    }),
);
const unitTexts: ReadonlySet<string> = new Set(units.flatMap((unit) => unit.spellings.zh));
const longest = Math.max(...[...joinable.keys(), ...unitTexts].map((text) => text.length));
const fullMarks = findSpelling('满分');

/**
 * Divides a run from the left, longest piece first. A unit may stand at the start if `unitFirst`, and behind 每; 满分 only
 * behind 得.
 */
export function divide(run: string, unitFirst: boolean): Division {
  const pieces: Piece[] = [];
  let unitAllowed = unitFirst;
  let offset = 0;
  while (offset < run.length) {
    const piece = longestPiece(run, offset, unitAllowed, pieces.at(-1)?.spelling?.keyword.id === 'earn');
    if (piece === null) break;
    pieces.push(piece);
    unitAllowed = piece.spelling?.keyword.id === 'per';
    offset = piece.end;
  }
  return { pieces, end: offset };
}

function longestPiece(run: string, start: number, unitAllowed: boolean, afterEarn: boolean): Piece | null {
  for (let length = Math.min(longest, run.length - start); length > 0; length--) {
    const text = run.slice(start, start + length);
    const end = start + length;
    if (unitAllowed && unitTexts.has(text))
      return { start, end, unit: findUnitSpelling(text)?.id ?? null, spelling: null };
    const spelling = joinable.get(text) ?? (afterEarn && text === '满分' ? fullMarks : null);
    if (spelling !== null && spelling !== undefined) return { start, end, unit: null, spelling };
  }
  return null;
}

/** Whether a division begins with a unit. */
export function beginsWithUnit({ pieces }: Division): boolean {
  return pieces[0] !== undefined && pieces[0].unit !== null;
}

/** Whether pieces may stand together although no number is near: 每 and a unit, 各 and a level, 酌情 and a verb, 得满分. */
export function standsAlone(pieces: readonly Piece[]): boolean {
  return pieces.some((piece, index) => {
    const next = pieces[index + 1];
    const first = piece.spelling?.keyword.id;
    if (first === 'per') return next !== undefined && next.unit !== null;
    if (first === 'discretion') return next?.spelling?.keyword.role === 'verb';
    if (first === 'every') return next?.spelling?.keyword.role === 'level';
    return first === 'earn' && next?.spelling?.keyword.id === 'full-marks';
  });
}

/** How far back from the end of a run a keyword suffix is looked for. */
const suffixReach = 24;

/** The longest suffix of a run that is nothing but joinable keywords, not the whole run; null if there is none. */
export function joinableSuffix(run: string): Division | null {
  for (let start = Math.max(1, run.length - suffixReach); start < run.length; start++) {
    const { pieces, end } = divide(run.slice(start), false);
    if (end === run.length - start) {
      return {
        pieces: pieces.map((piece) => ({ ...piece, start: piece.start + start, end: piece.end + start })),
        end: run.length,
      };
    }
  }
  return null;
}
