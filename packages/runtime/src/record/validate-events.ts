import { shown } from '../bilingual.ts';
import { parseIsoDate } from '../date.ts';
import type { InputSpec, InputType } from '../manifest.ts';
import { closest } from './closest.ts';
import { inputIssue } from './issue.ts';
import type { RecordIssue } from './issue.ts';
import { isObject } from './recorded-value.ts';

type EventsInputType = Extract<InputType, { kind: 'events' }>;

/** The issues of a list of events: each event has every field and no other, and there are not too many. */
export function validateEvents(input: InputSpec, type: EventsInputType, events: readonly unknown[]): RecordIssue[] {
  if (events.length > type.most) {
    const message = {
      zh: `有 ${events.length} 条，最多 ${type.most} 条；请核对是否重复登记。`,
      en: `${events.length} events where at most ${type.most} are taken; check whether some are recorded twice.`,
    };
    return [inputIssue('record/too-many-events', input, events, message)];
  }
  return events.flatMap((event, index) => validateEvent(input, type, event, index + 1));
}

function validateEvent(input: InputSpec, type: EventsInputType, event: unknown, number: number): RecordIssue[] {
  if (!isObject(event)) {
    const message = {
      zh: `中第 ${number} 条不是一个事件；每条应为含 ${names(type).zh} 的对象。`,
      en: `where event ${number} is not an object with ${names(type).en}.`,
    };
    return [inputIssue('record/wrong-type', input, [event], message)];
  }
  const values = new Map<string, unknown>(Object.entries(event));
  const missing = type.fields.flatMap((field) => {
    const value = values.get(field.name);
    const name = `\`${shown(field.name)}\``;
    if (typeof value !== 'string' || value.trim() === '') {
      const message = {
        zh: `中第 ${number} 条缺少 ${name}；请补填（文字）。`,
        en: `where event ${number} lacks ${name}; add it as a text.`,
      };
      return [inputIssue('record/event-field-missing', input, [event], message)];
    }
    // Keys of 就高不重复 are compared as recorded.
    if (value.trim() !== value) {
      const message = {
        zh: `中第 ${number} 条的 ${name} 为 \`${shown(value)}\`，前后有空白；请删去。`,
        en: `where ${name} of event ${number} is \`${shown(value)}\`, with white space around it; remove it.`,
      };
      return [inputIssue('record/event-field-blanks', input, [event], message)];
    }
    if (field.kind === 'text' || parseIsoDate(value) !== null) return [];
    const message = {
      zh: `中第 ${number} 条的 ${name} 为 \`${shown(value)}\`，不是日期；请写成 2023-11-30 的样子。`,
      en: `where ${name} of event ${number} is \`${shown(value)}\`, which is not a date; write it like 2023-11-30.`,
    };
    return [inputIssue('record/bad-date', input, [event], message)];
  });
  const known = type.fields.map((field) => field.name);
  const unknown = [...values.keys()].filter((key) => !known.includes(key));
  return [
    ...missing,
    ...unknown.slice(0, 20).map((key) => {
      const suggestion = closest(key, known);
      const message = {
        zh: `中第 ${number} 条有多余的 \`${shown(key)}\`；每条只含 ${names(type).zh}。`,
        en: `where event ${number} has the unknown field \`${shown(key)}\`; there are only ${names(type).en}.`,
      };
      return inputIssue('record/event-field-unknown', input, [event], message, suggestion);
    }),
  ];
}

function names(type: EventsInputType) {
  const quoted = type.fields.map((field) => `\`${shown(field.name)}\``);
  return { zh: quoted.join('、'), en: quoted.join(', ') };
}
