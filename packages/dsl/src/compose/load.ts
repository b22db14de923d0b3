import type { Message } from '../source/locale.ts';

/**
 * Gives the text of a file that a policy imports from. `name` is relative to the folder of the policy, with forward slashes and
 * without `.` and needless `..`, or begins with `库:` for the parts that ship with the toolkit. Called once for each file; a
 * host that gives the same object again saves reading its text again. The host decides what it reads; nothing in the language does.
 */
export type Load = (name: string) => LoadedFile;

export type LoadedFile =
  | {
      /** Under which the file is reported: a path, or the address that an editor knows it by. */
      readonly path: string;
      readonly text: string;
    }
  | {
      /** Why there is no text, as a part of a sentence: `没有这个文件`. */
      readonly problem: Message;
      /** Names that may have been meant, nearest first. */
      readonly near: readonly string[];
    };

/** For hosts without files. */
export const loadNothing: Load = () => ({
  problem: { zh: '这里不能读入其他文件', en: 'other files cannot be read here' },
  near: [],
});
