function evaluateTrusted(record) {
  const x3 = (record["经费"] * 100 + 0.5) | 0;
  const x2 = record["党员数"] | 0;
  const s0 = Math.floor((2 * x3 + x2) / (2 * x2)); // per-head
  return { total: s0 / 100, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const x3 = (figures[3] * 100 + 0.5) | 0; // 经费
  const x2 = figures[2] | 0; // 党员数
  const s0 = Math.floor((2 * x3 + x2) / (2 * x2)); // per-head
  return { total: s0 / 100, grade: null, barred: false };
}

