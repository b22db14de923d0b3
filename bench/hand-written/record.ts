/** The figures of the Hubei policy that a record holds. What is absent is undefined, which `| 0` and `?` read as nothing. */

type Method = '日常考评' | '年终检查';

type Count =
  | '研究党建次数'
  | '书记讲党课次数'
  | '书记督办次数'
  | '他人代为履责'
  | '廉政建设研究次数'
  | '一岗双责不落实'
  | '重点任务完成率'
  | '重点任务被督办'
  | '交办任务数'
  | '交办任务办结数'
  | '办理质量退回'
  | '党务干部缺配'
  | '第一议题学习次数'
  | '第一议题走过场'
  | '主题教育任务完成率'
  | '调研成果转化数'
  | '检视问题未整改'
  | '查摆问题未销号'
  | '下基层次数'
  | '办成惠民实事'
  | '下基层增加负担'
  | '集体学习次数'
  | '学习记录缺失'
  | '党员学时达标率'
  | '书记培训学时'
  | '阵地管理不严'
  | '谈心谈话人数'
  | '思想动态未分析'
  | '研究成果获奖'
  | '委员缺额'
  | '党员大会次数'
  | '支委会次数'
  | '党课次数'
  | '主题党日缺次'
  | '主题党日内容不实'
  | '发展党员数'
  | '程序合规人数'
  | '发展材料不全'
  | '党费足额收缴率'
  | '文风会风问题'
  | '变相增加负担'
  | '职工群众满意率'
  | '窗口投诉属实'
  | '志愿服务总时长'
  | '调研报告照搬'
  | '纪律教育次数'
  | '警示教育缺席'
  | '廉政风险点数'
  | '防控措施落实数'
  | '风险点漏查'
  | '提醒谈话不及时'
  | '反馈问题数'
  | '整改完成数'
  | '创建资料不全'
  | '文体活动次数';
type Unreported = '党建经费支出' | '信息采用篇数';
type Day = '研判报告报送日期' | '民主评议完成日期';
type Flag =
  | '责任清单缺失'
  | '研判质量不高'
  | '培训计划缺失'
  | '按期换届'
  | '会议记录造假'
  | '党费未公示'
  | '评议结果未运用'
  | '志愿服务品牌'
  | '虚假整改'
  | '文体活动被推广'
  | '典型未宣传';
type Rating = '组织生活会质量' | '意识形态工作' | '调查研究工作' | '监督执纪工作' | '典型选树工作' | '文明创建等级';

type Group = '机关党委委员' | '党组织书记' | '党员群众代表';
type Option = '好' | '较好' | '一般' | '差' | '弃权';

type NegativeCount =
  | 'F03'
  | 'F04'
  | 'F05'
  | 'F07'
  | 'F09'
  | 'F10'
  | 'F11'
  | 'F12'
  | 'F13'
  | 'F16'
  | 'F19'
  | 'F20'
  | 'F21'
  | 'F22'
  | 'F24'
  | 'F26'
  | 'F27'
  | 'F28'
  | 'F29'
  | 'F35'
  | 'F37';
type NegativeFlag =
  'F01' | 'F02' | 'F06' | 'F08' | 'F14' | 'F15' | 'F17' | 'F18' | 'F23' | 'F31' | 'F32' | 'F34' | 'F36' | 'F38';
type Registered =
  | '国家级表彰'
  | '省部级表彰'
  | '厅局级表彰'
  | '全国经验推广'
  | '全省经验推广'
  | '国家级通报批评'
  | '省部级通报批评'
  | '厅局级通报批评'
  | '本级约谈提醒'
  | 'F25'
  | 'F30'
  | 'F33';

export interface Occurrence {
  readonly 日期: string;
  readonly 事项: string;
}

/** What a method answers. */
export type Events = readonly Occurrence[] | undefined;

export type HubeiRecord = { readonly [Key in '类别' | '自评等次']: string } & {
  readonly [Key in '党员数' | '运行月数' | '民主测评.应到人数' | NegativeCount]: number;
} & { readonly [Key in `民主测评.${Group}.${Option}`]: number } & {
  readonly [Key in NegativeFlag]: boolean | undefined;
} & { readonly [Key in Registered]: Events } & { readonly [Key in `${Method}.${Count}`]: number } & {
  readonly [Key in `${Method}.${Unreported}`]: number | null | undefined;
} & { readonly [Key in `${Method}.${Day}`]: string | null | undefined } & {
  readonly [Key in `${Method}.${Flag}`]: boolean | undefined;
} & { readonly [Key in `${Method}.${Rating}`]: string };

/** As the compiled module answers: points, not cents; null where no grade is given. */
export interface Outcome {
  readonly total: number;
  readonly grade: string | null;
  readonly barred: boolean;
}
