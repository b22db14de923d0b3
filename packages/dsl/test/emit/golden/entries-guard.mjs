/** 立项 */
function admitEntries0(list) {
  if (!Array.isArray(list) || list.length > 50 || list.length < 1) refuse(0, list);
  for (let place = 0; place < list.length; place += 1) {
    const entry = list[place];
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) refuse(0, list);
    { const v = own(entry, "日期"); if (!isBetween(-719162, dayNumber(v), 2932896)) refuseField(0, place, 0, v); } // 日期
    { const v = own(entry, "金额"); if ((typeof v !== "number" || !(v >= 0.00 && v <= 10000000.00) || Math.round(v * 100) / 100 !== v) && !isDecimal(v, 2, 0n, 1000000000n)) refuseField(0, place, 1, v); } // 金额
    { const v = own(entry, "计划"); if (v !== undefined && v !== null && (typeof v !== "number" || !(v >= 1 && v <= 2000) || Math.floor(v) !== v) && !isDecimal(v, 0, 1n, 2000n)) refuseField(0, place, 2, v); } // 计划
    { const v = own(entry, "级别"); if (v !== undefined && v !== null && v !== "国家级" && v !== "省级") refuseField(0, place, 3, v); } // 级别
    if (Object.keys(entry).length !== (Object.hasOwn(entry, "日期") ? 1 : 0) + (Object.hasOwn(entry, "金额") ? 1 : 0) + (Object.hasOwn(entry, "计划") ? 1 : 0) + (Object.hasOwn(entry, "级别") ? 1 : 0)) refuse(0, list);
  }
}

