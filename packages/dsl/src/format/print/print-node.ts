import type { Doc } from 'prettier';
import type { Node, NodeKind, NodeOf } from '../../ast/nodes.ts';
import { adjustmentPrinters } from './adjustments.ts';
import { ballotPrinters } from './ballots.ts';
import { expressionPrinters } from './expressions.ts';
import { fieldPrinters } from './fields.ts';
import { gradePrinters } from './grades.ts';
import { procedurePrinters } from './procedure.ts';
import { headPrinters } from './heads.ts';
import { importPrinters } from './imports.ts';
import { itemPrinters } from './items.ts';
import { judgementPrinters } from './judgements.ts';
import { measurePrinters } from './measures.ts';
import type { Print, Printers } from './printers.ts';
import { rulePrinters } from './rules.ts';
import { testPrinters } from './tests.ts';
import { wordPrinters } from './words.ts';

/** All kinds of nodes: one that has no printer does not compile. */
const printers: Printers = {
  ...wordPrinters,
  ...headPrinters,
  ...importPrinters,
  ...fieldPrinters,
  ...itemPrinters,
  ...rulePrinters,
  ...measurePrinters,
  ...judgementPrinters,
  ...ballotPrinters,
  ...adjustmentPrinters,
  ...gradePrinters,
  ...procedurePrinters,
  ...testPrinters,
  ...expressionPrinters,
};

/** One node printed, without the comments around it. */
export function printNode(node: Node, print: Print<NodeKind>): Doc {
  return printKind(node.kind, node, print);
}

function printKind<Kind extends NodeKind>(kind: Kind, node: NodeOf<Kind>, print: Print<Kind>): Doc {
  return printers[kind](node, print);
}
