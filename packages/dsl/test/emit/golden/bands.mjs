function evaluateTrusted(record) {
  const x1 = (record["完成率"] * 10 + 0.5) | 0;
  const s0 = x1 >= 995 ? 2 : x1 > 800 ? 1 : 0; // bands
  return { total: 25 * s0 / 10, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const x1 = (figures[1] * 10 + 0.5) | 0; // 完成率
  const s0 = x1 >= 995 ? 2 : x1 > 800 ? 1 : 0; // bands
  return { total: 25 * s0 / 10, grade: null, barred: false };
}

