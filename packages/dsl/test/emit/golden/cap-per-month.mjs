function evaluateTrusted(record) {
  const e6 = record["立项"] ?? none;
  // cap-per-month
  let s0_8 = 0;
  if (e6.length > 0) {
    const s0_1 = new Map();
    for (const s0_2 of e6) {
      groupOf(s0_1, monthNumber(s0_2["日期"]), 1)[0].push(s0_2);
    }
    for (const s0_3 of s0_1.values()) {
      const s0_4 = s0_3[0];
      let s0_7 = 0;
      for (const s0_5 of s0_4) {
        const s0_6 = (s0_5["金额"] * 100 + 0.5) | 0;
        s0_7 += s0_6;
      }
      s0_8 += Math.min(500, s0_7);
    }
  }
  return { total: s0_8 / 100, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const e6 = figures[6] ?? none; // 立项
  // cap-per-month
  let s0_8 = 0;
  if (e6.length > 0) {
    const s0_1 = new Map();
    for (const s0_2 of e6) {
      groupOf(s0_1, monthNumber(s0_2["日期"]), 1)[0].push(s0_2);
    }
    for (const s0_3 of s0_1.values()) {
      const s0_4 = s0_3[0];
      let s0_7 = 0;
      for (const s0_5 of s0_4) {
        const s0_6 = (s0_5["金额"] * 100 + 0.5) | 0;
        s0_7 += s0_6;
      }
      s0_8 += Math.min(500, s0_7);
    }
  }
  return { total: s0_8 / 100, grade: null, barred: false };
}

