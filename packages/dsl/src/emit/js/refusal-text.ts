/**
 * The part of every module that says why a record cannot be assessed. It describes the input by the manifest; a full list
 * of what is wrong with a record, with suggestions, is what `validateRecord` of the runtime gives.
 */
export const refusalText = `/** Why a record cannot be assessed: \`key\` is the input (null for the record as a whole), \`value\` what stands there. */
class InadmissibleRecordError extends Error {
  constructor(key, value, zh, en) {
    super(\`\${zh}\\n\${en}\`);
    this.name = 'InadmissibleRecordError';
    this.key = key;
    this.value = value;
  }
}

function refuse(index, value) {
  const { key, type } = manifest.inputs[index];
  refuseAs(key, type, value, \`“\${key}”\`, \`“\${key}”\`);
}

function refuseField(index, place, field, value) {
  const { key, type } = manifest.inputs[index];
  const { name, type: wanted } = type.fields[field];
  refuseAs(key, wanted, value, \`“\${key}”第 \${place + 1} 条的“\${name}”\`, \`“\${name}” of entry \${place + 1} of “\${key}”\`);
}

function refuseAs(key, type, value, nameZh, nameEn) {
  const [zh, en] = expected(type);
  if (value === undefined || value === null) {
    throw new InadmissibleRecordError(key, value, \`\${nameZh}没有填报，应为\${zh}。\`, \`\${nameEn} is missing; it should be \${en}.\`);
  }
  const given = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const short = given !== undefined && given.length > 60 ? \`\${given.slice(0, 60)}…\` : given;
  throw new InadmissibleRecordError(key, value, \`\${nameZh}应为\${zh}，不能是 \${short}。\`, \`\${nameEn} should be \${en}, not \${short}.\`);
}

function expected(type) {
  switch (type.kind) {
    case 'number':
      if (type.values !== undefined) return [\`\${type.values.join('、')}之一\`, \`one of \${type.values.join(', ')}\`];
      if (type.step !== undefined)
        return [\`\${type.low}至\${type.high}每隔\${type.step}的数\`, \`a number from \${type.low} to \${type.high} in steps of \${type.step}\`];
      return type.decimals === 0
        ? [\`\${type.low}至\${type.high}的整数\`, \`a whole number from \${type.low} to \${type.high}\`]
        : [\`\${type.low}至\${type.high}的数，最多\${type.decimals}位小数\`, \`a number from \${type.low} to \${type.high} with at most \${type.decimals} decimals\`];
    case 'date': {
      const [low, high] = [type.low ?? '0001-01-01', type.high ?? '9999-12-31'];
      return [\`\${low}至\${high}之间的日期（形如 2023-11-30）\`, \`a date like 2023-11-30 from \${low} to \${high}\`];
    }
    case 'yes-no':
      return ['是否（true 或 false）', 'yes or no (true or false)'];
    case 'choice':
      return [\`\${type.options.join('、')}之一\`, \`one of \${type.options.join(', ')}\`];
    case 'text':
      return type.filled === true ? ['不是空白的文字', 'a text that is not blank'] : ['文字', 'a text'];
    default: {
      const names = type.fields.map((field) => field.name);
      return [
        \`\${type.least}至\${type.most}条、各含 \${names.join('、')} 的列表\`,
        \`a list of \${type.least} to \${type.most} entries, each with \${names.join(', ')}\`,
      ];
    }
  }
}

function refuseTogether(index) {
  const { zh, en } = manifest.requirements[index].message;
  throw new InadmissibleRecordError(null, null, zh, en);
}

function refuseRecord(record) {
  throw new InadmissibleRecordError(null, record, '一条记录应为一个对象。', 'A record should be an object.');
}

function refuseKey(key, value) {
  throw new InadmissibleRecordError(key, value, \`办法中没有填报项“\${key}”。\`, \`The policy has no input “\${key}”.\`);
}

function admitSubject(name) {
  if (typeof name === 'string' && name.trim() !== '') return;
  throw new InadmissibleRecordError(manifest.subject, name, \`没有写明考核对象：“\${manifest.subject}”应为名称。\`, \`The record names no subject: “\${manifest.subject}” should be its name.\`);
}
`;
