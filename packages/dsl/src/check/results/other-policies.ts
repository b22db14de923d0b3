import type { ImportPolicyNode } from '../../ast/nodes.ts';
import { fileName, nameFrom } from '../../compose/file-name.ts';
import { circularImport, tooManyFiles, unreadableFile } from '../../compose/import-diagnostics.ts';
import type { Load } from '../../compose/load.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { SourceFile } from '../../source/source-file.ts';
import type { Analysis } from '../analysis.ts';
import { unsoundPolicy } from './result-diagnostics.ts';

/** More policies than this are not followed. */
const mostPolicies = 50;

/** What one chain of policies shares: how to read and analyse them, and those that are known. Names are as seen from the first. */
export interface PolicyFiles {
  readonly load: Load;
  readonly known: Map<string, Analysis | null>;
  /** The policies on the way to this one. */
  readonly around: readonly string[];
  analyse(source: SourceFile, files: PolicyFiles): Analysis;
}

/** The files as a policy sees them that stands at the end of `around`. */
export function loadFrom({ load, around }: PolicyFiles): Load {
  const policy = around.at(-1);
  return policy === undefined ? load : (name) => load(nameFrom(policy, name));
}

/** The policy that a line names; null, with the reason reported, where there is none to use. */
export function otherPolicy(
  { file: text }: ImportPolicyNode,
  files: PolicyFiles,
  report: (diagnostic: Diagnostic) => void,
): Analysis | null {
  if (text.kind === 'missing') return null;
  const { span, text: file } = text;
  const named = fileName(file, null);
  if ('problem' in named) {
    report(unreadableFile.at(span, { file, problem: named.problem, suggestion: null }));
    return null;
  }
  const policy = files.around.at(-1);
  const name = policy === undefined ? named.name : nameFrom(policy, named.name);
  const circle = files.around.indexOf(name);
  if (circle >= 0) {
    report(circularImport.at(span, { chain: [...files.around.slice(circle), name] }));
    return null;
  }
  if (!files.known.has(name) && files.known.size >= mostPolicies) {
    const limit = {
      zh: `一份办法至多用到 ${mostPolicies} 份别的办法的结果`,
      en: `a policy uses the results of at most ${mostPolicies} others`,
    };
    report(tooManyFiles.at(span, { limit }));
    return null;
  }
  const known = files.known.get(name);
  if (known !== undefined) return sound(known, file, span, report);
  const loaded = files.load(name);
  if ('problem' in loaded) {
    files.known.set(name, null);
    report(unreadableFile.at(span, { file, problem: loaded.problem, suggestion: loaded.near[0] ?? null }));
    return null;
  }
  // Until it is known, so that what leads back to it does not start anew.
  files.known.set(name, null);
  const source = new SourceFile(loaded.path, loaded.text);
  const analysis = files.analyse(source, { ...files, around: [...files.around, name] });
  files.known.set(name, analysis);
  return sound(analysis, file, span, report);
}

/** A policy from which results can be had; null, reported, for one with errors and for a file of parts. */
function sound(
  analysis: Analysis | null,
  file: string,
  span: Diagnostic['span'],
  report: (diagnostic: Diagnostic) => void,
): Analysis | null {
  if (analysis === null) return null;
  const error = analysis.diagnostics.find(({ severity }) => severity === 'error');
  if (error === undefined && analysis.role === 'policy') return analysis;
  const first = error?.message ?? { zh: '', en: '' };
  const line = error === undefined ? 1 : analysis.source.lines.at(error.span.start).line;
  report(unsoundPolicy.at(span, { file, reason: error === undefined ? 'parts' : 'errors', first, line }));
  return null;
}
