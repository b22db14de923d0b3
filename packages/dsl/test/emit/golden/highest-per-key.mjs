function evaluateTrusted(record) {
  const e4 = record["国家级"] ?? none;
  const e5 = record["省级"] ?? none;
  const s0 = Math.min(highestPerKey([[e4, 6], [e5, 5]], ["事项"], 0), 10); // highest-per-key
  return { total: 5 * s0 / 10, grade: null, barred: false };
}

