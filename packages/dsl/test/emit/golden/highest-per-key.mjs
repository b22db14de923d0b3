function evaluateTrusted(record) {
  const e4 = record["国家级"] ?? none;
  const e5 = record["省级"] ?? none;
  const s0 = Math.min(e4.length + e5.length === 0 ? 0 : highestPerKey([[e4, 6], [e5, 5]], ["事项"], 0), 10); // highest-per-key
  return { total: 5 * s0 / 10, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const e4 = figures[4] ?? none; // 国家级
  const e5 = figures[5] ?? none; // 省级
  const s0 = Math.min(e4.length + e5.length === 0 ? 0 : highestPerKey([[e4, 6], [e5, 5]], ["事项"], 0), 10); // highest-per-key
  return { total: 5 * s0 / 10, grade: null, barred: false };
}

