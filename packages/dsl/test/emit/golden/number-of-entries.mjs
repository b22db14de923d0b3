function evaluateTrusted(record) {
  const e4 = record["国家级"] ?? none;
  const s0 = e4.length; // number-of-entries
  return { total: s0, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const e4 = figures[4] ?? none; // 国家级
  const s0 = e4.length; // number-of-entries
  return { total: s0, grade: null, barred: false };
}

