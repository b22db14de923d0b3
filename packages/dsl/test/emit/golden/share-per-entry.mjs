function evaluateTrusted(record) {
  const e6 = record["立项"] ?? none;
  // share-per-entry
  const s0_5 = [];
  for (const s0_1 of e6) {
    const s0_2 = s0_1["计划"] | 0;
    const s0_3 = (s0_1["金额"] * 100 + 0.5) | 0;
    s0_5.push([BigInt(s0_3), 100n * BigInt(s0_2)]);
  }
  const s0_6 = sumOfFractions(s0_5, 0, 50);
  const s0_7 = s0_6[0];
  const s0_8 = s0_6[1];
  return { total: exactText(s0_7, s0_8), grade: null, barred: false };
}

function evaluateFigures(figures) {
  const e6 = figures[6] ?? none; // 立项
  // share-per-entry
  const s0_5 = [];
  for (const s0_1 of e6) {
    const s0_2 = s0_1["计划"] | 0;
    const s0_3 = (s0_1["金额"] * 100 + 0.5) | 0;
    s0_5.push([BigInt(s0_3), 100n * BigInt(s0_2)]);
  }
  const s0_6 = sumOfFractions(s0_5, 0, 50);
  const s0_7 = s0_6[0];
  const s0_8 = s0_6[1];
  return { total: exactText(s0_7, s0_8), grade: null, barred: false };
}

