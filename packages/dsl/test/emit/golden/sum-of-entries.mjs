function evaluateTrusted(record) {
  const e6 = record["立项"] ?? none;
  // sum-of-entries
  let s0_3 = 0;
  for (const s0_1 of e6) {
    const s0_2 = (s0_1["金额"] * 100 + 0.5) | 0;
    s0_3 += s0_2;
  }
  return { total: s0_3 / 100, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const e6 = figures[6] ?? none; // 立项
  // sum-of-entries
  let s0_3 = 0;
  for (const s0_1 of e6) {
    const s0_2 = (s0_1["金额"] * 100 + 0.5) | 0;
    s0_3 += s0_2;
  }
  return { total: s0_3 / 100, grade: null, barred: false };
}

