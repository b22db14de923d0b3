function evaluateTrusted(record) {
  const x2 = record["党员数"] | 0;
  const x3 = (record["经费"] * 100 + 0.5) | 0;
  if (x2 > 1000 || x3 > 100000) return evaluateWide(read(record));
  // too-wide
  const s0_1 = x2 * x2;
  const s0 = Math.floor((x3 * x3 * x3 + 5000 * s0_1) / (10000 * s0_1));
  return { total: s0 / 100, grade: null, barred: false };
}

function evaluateFigures(figures) {
  const x2 = figures[2] | 0; // 党员数
  const x3 = (figures[3] * 100 + 0.5) | 0; // 经费
  if (x2 > 1000 || x3 > 100000) return evaluateWide(figures);
  // too-wide
  const s0_1 = x2 * x2;
  const s0 = Math.floor((x3 * x3 * x3 + 5000 * s0_1) / (10000 * s0_1));
  return { total: s0 / 100, grade: null, barred: false };
}

function evaluateWide(figures) {
  const x2 = figures[2] | 0; // 党员数
  const x3 = (figures[3] * 100 + 0.5) | 0; // 经费
  // too-wide
  const s0_1 = x2 * x2;
  const s0 = halfUpBig(BigInt(x3) * BigInt(x3) * BigInt(x3), 10000n * BigInt(s0_1));
  return { total: exactText(s0, 100n), grade: null, barred: false };
}

