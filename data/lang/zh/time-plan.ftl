# 时间安排、谁还没发言。

## 命令
usage-insert = 序号 标题 [分钟] | 在议程这个位置加一项
usage-split = 序号 [前项 |] 后项 [分钟] | 把一项议程拆成两项，已有的意见留在前一项
usage-carry = 序号 [原因] | 把还没开始的一项结转到下次会议
usage-ends = 时间或无 | 定好几点散会
usage-on-time =  | 按提议缩短、结转后面的议程，好按时散会
usage-heard =  | 看看谁发言多、谁还没发言

## 经过
event-item-carried = 第 { $place } 项“{ $title }”结转到下次会议
event-end-set = 定于 { $time } 散会
event-end-unset = 不再限定散会时间

## 不能照办
refusal-on-time = 照现在的安排不会超时，不用调整。
refusal-no-end = 还没有散会时间可以对照：议程开会时没有排时长，也没有说几点散会。先用 /几点散会 定下来，例如 /几点散会 21:00。
refusal-nothing-to-shorten = 后面没有排了时长、又还没开始的议程，没有可以缩短或结转的。请收住当前这一项，或用 /几点散会 改散会时间。

## 提议
plan-late = 预计超时 { $minutes } 分，后面没有可以缩短的议程
plan-shorten = { $count ->
   *[other] 缩短第 { $items } 项
}
plan-carry = { $count ->
   *[other] 结转第 { $items } 项
}
plan-proposal = 预计超时 { $minutes } 分：可{ $what } [{ $key }]
plan-proposal-short = 预计超时 { $minutes } 分：{ $what }也只省 { $won } 分 [{ $key }]
plan-starts = { $time } 起

## 按键
key-keep-time = 按提议缩短、结转后面的议程，好按时散会
hint-keep-time = 按时
key-heard = 看谁发言多、谁还没发言
hint-heard = 谁没说

## 谁还没发言
heard-title = 发言情况
heard-foot = PgUp/PgDn 翻看   Esc 关闭
heard-whole = 发言 { $turns } 次，共 { $length }，{ $people } 人
heard-nobody = 还没有人发言。
heard-chair = 其中主持人{ $name } { $length }，占 { $share }
heard-by-role = 按身份
heard-by-person = 按人
heard-role = { $name } { $count } 人
heard-turns = { $count } 次
heard-silent = 还没发言 { $count } 人
heard-silent-none = 到场的人都发过言了。
heard-untimed = 意见已记、没有计时：{ $names }
say-heard-voice = { $name }：{ $turns } 次，{ $length }，占 { $share }
say-heard-silent = 还没发言 { $count } 人：{ $names }

## 统计
figures-by-stance = 各项意见
figures-no-stance = 未表明态度
figures-item = { $place }. { $title }
figures-count = { $count } 条
report-share = 占比
report-people = 人数
report-item = 议程项
report-total = 合计
