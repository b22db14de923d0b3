function evaluateTrusted(record) {
  const x2 = record["党员数"] | 0;
  const x3 = (record["经费"] * 100 + 0.5) | 0;
  // too-wide
  const s0_1 = x2 * x2;
  const s0 = halfUpBig(BigInt(x3) * BigInt(x3) * BigInt(x3), 10000n * BigInt(s0_1));
  return { total: exactText(s0, 100n), grade: null, barred: false };
}

