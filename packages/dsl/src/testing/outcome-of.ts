import { assessCohort, traceAmong, validateRecord, type Evaluator, type SubjectRecord } from '@assess/runtime';
import type { Message } from '../source/locale.ts';
import type { Outcome } from './hold-expectation.ts';

/** The trace of a record among its peers, or why one of them is refused. */
export function outcomeOf(record: SubjectRecord, evaluator: Evaluator, peers: readonly SubjectRecord[] = []): Outcome {
  const { manifest } = evaluator;
  const refused = validateRecord(manifest, record);
  if (refused.length > 0) return refusedFor(refused.map(({ message }) => message));
  const unfit = peers.flatMap((peer) => {
    const [issue] = validateRecord(manifest, peer);
    const name = peer[manifest.subject];
    return issue === undefined ? [] : [ofPeer(typeof name === 'string' ? name : '', issue.message)];
  });
  if (unfit.length > 0) return refusedFor(unfit);
  const trace = traceAmong(evaluator, record, peers);
  const broken = manifest.requirements.filter(({ holds }) => trace[holds] !== true);
  return {
    trace,
    issues: broken.map(({ message }) => message),
    finalGrade() {
      const { subjects } = assessCohort(evaluator, [record, ...peers]);
      return subjects.find((each) => each.record === 0)?.grade?.final ?? null;
    },
  };
}

function refusedFor(issues: readonly Message[]): Outcome {
  return { trace: [], issues, finalGrade: () => null };
}

function ofPeer(name: string, { zh, en }: Message): Message {
  return { zh: `同组的 \`${name}\`：${zh}`, en: `Together with it, \`${name}\`: ${en}` };
}
