/** The entries of a list that a sample or a test sets. */
import {
  divide,
  formatDate,
  formatExact,
  type ListEntry,
  type ListInputType,
  type ScalarInputType,
  type ScalarValue,
} from '@assess/runtime';
import type { EventFieldNode, EventsNode } from '../ast/nodes.ts';
import { dateValue, quantityValue } from '../check/literals.ts';
import { unitFactor } from '../types/units.ts';

/**
 * `{（日期：2024年5月1日，数额：3万元，合格：是）}` as a record holds it: figures in the unit of their field. What does not fit its
 * field is taken as it is written, for the validation of the record to say so. `year` is that of dates without one.
 */
export function entriesOf({ events }: EventsNode, { fields }: ListInputType, year: number): readonly ListEntry[] {
  const typeOf = new Map(fields.map(({ name, type }) => [name, type]));
  return events.map((event) =>
    Object.fromEntries(
      event.fields.map(({ name, value }): [string, ScalarValue] => [
        name.text,
        valueOf(value, typeOf.get(name.text) ?? { kind: 'text' }, year),
      ]),
    ),
  );
}

function valueOf(node: EventFieldNode['value'], type: ScalarInputType, year: number): ScalarValue {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'date': {
      const day = dateValue(node, year);
      return day === null ? '' : formatDate(day);
    }
    case 'quantity': {
      if (type.kind !== 'number') return node.digits;
      const value = quantityValue(node, node.unit ?? type.unit);
      return value === null ? '' : formatExact(type.unit === null ? value : divide(value, unitFactor(type.unit)));
    }
    case 'yes-no':
      return node.value;
    case 'path':
      return node.names.map((each) => (each.kind === 'name' ? each.text : '')).join('.');
    case 'absent':
      return null;
    case 'missing':
      return '';
  }
}
