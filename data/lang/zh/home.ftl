# 首页，以及较长的工作的进度。

store-cancelled = 已停止，没有改动任何内容。

home-name = 议事
home-counts = { $communities } 个社区，{ $meetings } 次会议
home-find = 查找 >
home-find-how = 社区、会议、议题、行动，会上说过的话
home-welcome = 欢迎使用。这里可以主持社区协商会议、保存会议记录、跟踪议定事项的落实。用方向键选择，按回车打开。
home-begin = 先从这里开始
home-resume = 会议进行中，可以接着开
home-prepared = 待召开
home-overdue = 逾期未办结
home-this-week = 本周到期（{ $from } 至 { $to }）
home-open-actions = 其他未办结的行动
home-recent = 以往会议
home-communities = 社区
home-meetings = 会议
home-actions = 行动
home-records = 会上记录
home-more = （列出 { $count } 项，输入文字可查找其余）

home-at-item = { $phase }，第 { $item }/{ $items } 项
home-item-open = 正在议
home-today = 今天
home-tomorrow = 明天
home-in-days = { $days } 天后
home-days-ago = { $days } 天前
home-days-overdue = 逾期 { $days } 天
home-community-counts = 会议 { $meetings } 次，人员 { $people } 名
home-meeting-counts = 到会 { $people } 人，意见 { $opinions } 条，决议 { $resolutions } 项
home-owner = 主办
home-due = 期限

home-enter-offer = 按 { $key }：从这里开始
home-enter-community = 按 { $key }：只看这个社区
home-enter-action = 按 { $key }：看议定它的那次会议
home-enter-hit = 按 { $key }：看会议记录中的这一处
home-enter-prepared = 按 { $key }：接着筹备，或者开会
home-enter-running = 按 { $key }：回到会议台，接着开
home-enter-closed = 按 { $key }：回看这次会议
home-enter-more = 按 { $key }：全部列出，Esc 收起
home-enter-nothing = 这里还没有内容。
home-found-nothing = 没有找到。请减少或更换文字；Esc 清空这一行。
home-searching = 正在查找会议记录：{ $done }/{ $total }

home-help-list = 排在前面的是正在进行的会议，然后是待召开的会议、逾期和本周到期的行动、以往会议、各个社区。
home-help-find = 直接打字就是查找：社区、会议、议题、行动、主办单位，用汉字、拼音、首字母都可以；输入两个字母以上还会查找会上说过的话。
home-help-enter = 回车打开光标所在的一行；在社区上按回车，就只看这个社区。Esc 回到全部。

home-new-community = 新建社区
home-new-meeting = 新建会议
home-import = 从文件导入人员
home-report = 登记行动进展
home-ask-community = 哪个社区？
home-ask-name = 社区叫什么名字？
home-ask-region = 在哪个市、区、街道？（可以不填）
home-ask-title = 会议叫什么名称？
home-ask-day = 哪天开会？（如 12-05、下周五、+3d）
home-ask-file = 哪个文件？（表格另存为 CSV，列名为姓名、楼栋、身份、电话，只有姓名必填）
home-ask-state = 现在办到哪一步？
home-ask-note = 做了哪些工作？（可以不填）
home-form-foot = 回车下一步，Esc 上一步
home-answer-missing = 这一项不能空着。
home-not-a-day = “{ $text }”不是日期。请写成 12-05、下周五、+3d 这样。
home-none-fits = 没有与“{ $text }”相符的。请删去几个字，或用 ↑ ↓ 选择。
home-meeting-title = { $month }协商会
home-month-1 = 一月
home-month-2 = 二月
home-month-3 = 三月
home-month-4 = 四月
home-month-5 = 五月
home-month-6 = 六月
home-month-7 = 七月
home-month-8 = 八月
home-month-9 = 九月
home-month-10 = 十月
home-month-11 = 十一月
home-month-12 = 十二月

home-community-made = 社区已经建好。按 { $key } 新建第一次会议。
home-reported = 已记入台账：“{ $what }”现为{ $state }。
home-not-prepared = 这次会议已经开过，只有待召开的会议可以筹备。
home-no-meeting = 请先把光标移到一次会议上。
home-no-action = 请先把光标移到一项行动上。
home-checking = 正在核验全部文件
home-importing = 正在导入人员
home-result = 结果
home-progress = { $total ->
    [0] 开始
   *[other] { $done }/{ $total }
}
home-progress-foot = 按 { $key } 停止，已有的内容不受影响
home-stopped = 已停止，没有改动任何内容
home-sample = 这是示例的副本，可以随意操作。离开后回到原处。
home-reading = 正在读取会议记录：{ $done }/{ $total }
home-still-reading = 会议记录还没有读完，请稍等。
home-unfold = 还有 { $count } 项
