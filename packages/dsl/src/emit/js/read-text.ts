/**
 * The part of every module that finds the figures of a record. An access by key is fast as long as the records that it sees
 * have the same keys in the same order, and slow, a hundred times slower with many keys, when they have not: JSON in which
 * what did not occur is left out. So the records of the most usual shape are read by key, and of all others one after the
 * other of the keys that are there is put in its place. The result is the same either way.
 */
export const readText = `/** What is recorded for each input, in the order of the inputs, and the name of the subject last. */
function read(record) {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) refuseRecord(record);
  const figures = blank.slice();
  // Keys mostly come in the order of the policy, with the name first.
  let place = keys.length - 1;
  for (const key in record) {
    if (keys[place] !== key && keys[++place] !== key && keys[++place] !== key) place = places.get(key) ?? refuseKey(key, record[key]);
    figures[place] = record[key];
    place = place + 1 === keys.length ? 0 : place + 1;
  }
  return figures;
}

/** Whether the record has the keys of the usual records, in their order. */
function isUsual(record) {
  if (typeof record !== 'object' || record === null) return false;
  let place = 0;
  for (const key in record) if (key !== usual[place++]) return false;
  return place > 0 && place === usual.length;
}

/** Now and then takes another record as the usual one; a few times only, so that accesses by key see few shapes. */
function remember(record) {
  strangers += 1;
  if (strangers < 1000 || shapes === 4) return;
  usual = Object.keys(record);
  strangers = 0;
  shapes += 1;
}
`;

/** What `readText` works with; behind the manifest. */
export const keysText = `const keys = [...manifest.inputs.map((input) => input.key), manifest.subject];
const places = new Map(keys.map((key, place) => [key, place]));
const blank = keys.map(() => undefined);
let usual = [];
let strangers = 1000;
let shapes = 0;
`;
