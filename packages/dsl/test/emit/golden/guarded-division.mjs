function evaluateTrusted(record) {
  const x0 = record["学习次数"] | 0;
  const x1 = (record["完成率"] * 10 + 0.5) | 0;
  // guarded-division
  const s0_2 = x0 === 0;
  const s0_3 = s0_2 ? 1 : x0;
  const s0 = Math.floor((60 * (s0_2 ? 10 : x1) + s0_3) / (2 * s0_3));
  return { total: s0 / 100, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const x0 = figures[0] | 0; // 学习次数
  const x1 = (figures[1] * 10 + 0.5) | 0; // 完成率
  // guarded-division
  const s0_2 = x0 === 0;
  const s0_3 = s0_2 ? 1 : x0;
  const s0 = Math.floor((60 * (s0_2 ? 10 : x1) + s0_3) / (2 * s0_3));
  return { total: s0 / 100, grade: null, barred: false };
}

