export type PolicyRecord = {
  /** 考核对象的名称。The name of the subject. */
  readonly "单位": string;
  /**
   * 立项
   * 1–50 条 entries
   * 缺省：没有发生。Absent: did not occur.
   */
  readonly "立项"?: readonly { readonly "日期": IsoDate; readonly "金额": Decimal; readonly "计划"?: Decimal | null | undefined; readonly "级别"?: "国家级" | "省级" | null | undefined }[] | null | undefined;
};

