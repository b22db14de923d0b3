/** As much of JSON Schema as `conformance/schema.json` uses; a keyword that is not here is an error, not a silence. */

type Fields = Readonly<Record<string, unknown>>;
type Keyword = (value: unknown, wanted: unknown, schema: Fields, root: unknown, place: string) => string[];

/** What is wrong with a value, place by place. */
export function schemaErrors(value: unknown, schema: unknown, root: unknown, place = '$'): string[] {
  const fields = fieldsOf(schema);
  return Object.entries(fields).flatMap(([keyword, wanted]) => {
    const check = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
    if (check === undefined) throw new Error(`the schema uses ${keyword}, which is not known here`);
    return check(value, wanted, fields, root, place);
  });
}

const keywords: Readonly<Record<string, Keyword>> = {
  $schema: () => [],
  $defs: () => [],
  title: () => [],
  description: () => [],
  $ref: (value, wanted, _schema, root, place) => {
    const name = String(wanted).replace('#/$defs/', '');
    return schemaErrors(value, fieldsOf(fieldsOf(root)['$defs'])[name], root, place);
  },
  type: (value, wanted, _schema, _root, place) => {
    const types = Array.isArray(wanted) ? wanted : [wanted];
    return types.includes(typeOf(value)) ? [] : [`${place} is no ${types.join(' or ')}`];
  },
  const: (value, wanted, _schema, _root, place) => (value === wanted ? [] : [`${place} is not ${String(wanted)}`]),
  pattern: (value, wanted, _schema, _root, place) =>
    typeof value !== 'string' || new RegExp(String(wanted), 'u').test(value) ? [] : [`${place}: ${value}`],
  minLength: (value, wanted, _schema, _root, place) =>
    typeof value !== 'string' || value.length >= Number(wanted) ? [] : [`${place} is too short`],
  minItems: (value, wanted, _schema, _root, place) =>
    !Array.isArray(value) || value.length >= Number(wanted) ? [] : [`${place} has too few items`],
  minProperties: (value, wanted, _schema, _root, place) =>
    typeOf(value) !== 'object' || Object.keys(fieldsOf(value)).length >= Number(wanted) ? [] : [`${place} is empty`],
  items: (value, wanted, _schema, root, place) =>
    Array.isArray(value) ? value.flatMap((item, index) => schemaErrors(item, wanted, root, `${place}[${index}]`)) : [],
  required: (value, wanted, _schema, _root, place) =>
    typeOf(value) !== 'object' || !Array.isArray(wanted)
      ? []
      : wanted.flatMap((key: string) => (Object.hasOwn(fieldsOf(value), key) ? [] : [`${place} lacks ${key}`])),
  anyOf: (value, wanted, _schema, root, place) => {
    const choices = Array.isArray(wanted) ? wanted : [];
    return choices.some((each) => schemaErrors(value, each, root, place).length === 0)
      ? []
      : [`${place} fits no choice`];
  },
  properties: (value, wanted, _schema, root, place) =>
    Object.entries(fieldsOf(wanted)).flatMap(([key, schema]) =>
      typeOf(value) === 'object' && Object.hasOwn(fieldsOf(value), key)
        ? schemaErrors(fieldsOf(value)[key], schema, root, `${place}.${key}`)
        : [],
    ),
  additionalProperties: (value, wanted, schema, root, place) => {
    const named = new Set(Object.keys(fieldsOf(schema['properties'] ?? {})));
    const others = typeOf(value) === 'object' ? Object.entries(fieldsOf(value)).filter(([key]) => !named.has(key)) : [];
    return others.flatMap(([key, each]) =>
      wanted === false ? [`${place} has the unknown ${key}`] : schemaErrors(each, wanted, root, `${place}.${key}`),
    );
  },
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function fieldsOf(value: unknown): Fields {
  if (!isFields(value)) throw new Error('the schema is no object here');
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeOf(value) === 'object';
}
