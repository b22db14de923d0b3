function evaluateTrusted(record) {
  const x0 = record["学习次数"] | 0;
  const s0 = Math.floor((125 * Math.min(x0, 12) + 1) / 3); // proportion
  return { total: s0 / 100, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const x0 = figures[0] | 0; // 学习次数
  const s0 = Math.floor((125 * Math.min(x0, 12) + 1) / 3); // proportion
  return { total: s0 / 100, grade: null, barred: false };
}

