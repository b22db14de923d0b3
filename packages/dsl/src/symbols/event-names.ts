import type { BookedByNode, EventsNode, Node } from '../ast/nodes.ts';
import { holdsEntries, isFieldOf } from './entries.ts';
import type { NameReports } from './name-reports.ts';
import type { Scopes } from './scope.ts';
import type { Reference, Symbol } from './symbol.ts';

/** The fields that the entries of a test name: of the list, recorded with the case, or keys of a list around it. */
export function resolveEvents(
  { events }: EventsNode,
  target: Symbol,
  scopes: Scopes,
  reports: NameReports,
  references: Map<Node, Reference>,
): void {
  const accept = (each: Symbol): boolean => isFieldOf(each, target);
  for (const { name } of events.flatMap((event) => event.fields)) {
    const found = scopes.anywhere(name.text, accept);
    if (found !== null) references.set(name, { symbol: found, through: null });
    else if (target.kind === 'case' || holdsEntries(target))
      reports.unknown(name, 'entry-field', target.name, scopes.namesOf(accept));
  }
}

/** The date that 计期 names: a field of the list or the case around it. */
export function resolveBooking(
  { field }: BookedByNode,
  list: Symbol | null,
  scopes: Scopes,
  reports: NameReports,
  references: Map<Node, Reference>,
): void {
  // Where there are no entries the clause is out of place, which is told elsewhere.
  if (field?.kind !== 'name' || list === null || !holdsEntries(list)) return;
  const accept = (each: Symbol): boolean => isFieldOf(each, list);
  const found = scopes.anywhere(field.text, accept);
  if (found === null) reports.unknown(field, 'entry-field', list.name, scopes.namesOf(accept));
  else references.set(field, { symbol: found, through: null });
}
