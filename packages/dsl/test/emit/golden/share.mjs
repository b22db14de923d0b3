function evaluateTrusted(record) {
  const x1 = (record["完成率"] * 10 + 0.5) | 0;
  const s0 = halfEven(6 * x1, 19); // share
  return { total: s0 / 100, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const x1 = (figures[1] * 10 + 0.5) | 0; // 完成率
  const s0 = halfEven(6 * x1, 19); // share
  return { total: s0 / 100, grade: null, barred: false };
}

