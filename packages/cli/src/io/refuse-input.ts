import { Failure } from '../failure.ts';
import { isSameFile } from './same-file.ts';

/**
 * What is written does not replace what it is made from.
 *
 * @throws Failure if the output is one of the inputs.
 */
export async function refuseInput(output: string, inputs: readonly string[]): Promise<void> {
  for (const input of inputs) {
    if (input === '-' || !(await isSameFile(output, input))) continue;
    throw new Failure(
      {
        zh: `\`--output\` 写的是输入文件 ${input}，会覆盖它。`,
        en: `\`--output\` is the input file ${input} and would replace it.`,
      },
      { zh: '请换一个文件名。', en: 'Name another file.' },
    );
  }
}
