function evaluateTrusted(record) {
  const e4 = record["国家级"] ?? none;
  const e5 = record["省级"] ?? none;
  // highest-per-key
  let s0_13 = 0;
  if (e4.length + e5.length > 0) {
    const s0_1 = new Map();
    for (const s0_2 of e4) {
      groupOf(s0_1, s0_2["事项"], 2)[0].push(s0_2);
    }
    for (const s0_3 of e5) {
      groupOf(s0_1, s0_3["事项"], 2)[1].push(s0_3);
    }
    for (const s0_4 of s0_1.values()) {
      const s0_5 = s0_4[0];
      const s0_6 = s0_4[1];
      let s0_9 = null;
      for (const s0_7 of s0_5) {
        if (s0_9 === null || 6 > s0_9) s0_9 = 6;
      }
      for (const s0_8 of s0_6) {
        if (s0_9 === null || 5 > s0_9) s0_9 = 5;
      }
      const s0_12 = s0_9 ?? 0;
      s0_13 += s0_12;
    }
  }
  const s0 = Math.min(s0_13, 10);
  return { total: 5 * s0 / 10, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const e4 = figures[4] ?? none; // 国家级
  const e5 = figures[5] ?? none; // 省级
  // highest-per-key
  let s0_13 = 0;
  if (e4.length + e5.length > 0) {
    const s0_1 = new Map();
    for (const s0_2 of e4) {
      groupOf(s0_1, s0_2["事项"], 2)[0].push(s0_2);
    }
    for (const s0_3 of e5) {
      groupOf(s0_1, s0_3["事项"], 2)[1].push(s0_3);
    }
    for (const s0_4 of s0_1.values()) {
      const s0_5 = s0_4[0];
      const s0_6 = s0_4[1];
      let s0_9 = null;
      for (const s0_7 of s0_5) {
        if (s0_9 === null || 6 > s0_9) s0_9 = 6;
      }
      for (const s0_8 of s0_6) {
        if (s0_9 === null || 5 > s0_9) s0_9 = 5;
      }
      const s0_12 = s0_9 ?? 0;
      s0_13 += s0_12;
    }
  }
  const s0 = Math.min(s0_13, 10);
  return { total: 5 * s0 / 10, grade: null, barred: false };
}

