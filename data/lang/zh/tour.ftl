# 新手导览（yishi demo --tour）。

tour-practice-community = 练习社区
tour-practice-title = 练习会
tour-practice-first = 停车位改造
tour-practice-second = 下水道疏通
tour-step = 导览 { $at }/{ $of }：{ $what }
tour-sign-in = 所有内容都打在“>”这一行。先签到：按 { $key }，输入“赵敏 3栋、钱勇 物业、孙丽 5栋”再按回车。
tour-open = 三个人到了。{ $key } 总是做当前最该做的一步，事先会写明是什么。按一下，会议就开始。
tour-item = 再按一次 { $key }：第一项议程开始，用时对照计划走。
tour-hand = 赵敏举手：按 { $key }，输入“赵敏”（打 zm 再按 Tab 也行），回车。右边看得到谁在排队。
tour-floor = 按 { $key } 请下一位发言，右上角开始给她计时。
tour-opinion = 现在打的字就是赵敏说的话。输入“+停车位应先给老人”再回车，“+”表示赞成。
tour-by-name = 孙丽在座位上插了一句。输入“孙丽：！先公示再划线”：名字加冒号说明是谁，“！”表示顾虑。
tour-agree = 钱勇同意 2 号意见。输入“/同意 2 钱勇”。“/”（或“、”）开头是命令，边打边有候选。
tour-question = 孙丽提问。输入“孙丽：？费用谁出”。提问在答复之前一直列在下面，不会漏掉。
tour-answer = 输入“/答复 3 维修基金和物业各出一半”。
tour-undo = 打错不要紧：{ $key } 撤销上一步，{ $redo } 再恢复。两个都试一下。
tour-resolve = 把大家商定的写成决议：按 { $key }，输入“先公示方案，七天无异议再划线”再回车。
tour-vote = 举手表决：按 { $key }，输入“3 0 0”（赞成、反对、弃权）。谁能表决、多少算通过，事先都定好了。
tour-action = 定下行动：按 { $key }，输入“公示方案 @物业 #两周内 =公告栏贴出方案”：谁办、何时办完、怎么算办成。
tour-end-item = 这一项议完了：按 { $key }，选结果再回车；还有什么没办妥会先列出来。
tour-read-back = 商定的内容散会前要念给大家听：按 { $key } 看还有什么没了结，再按回车开始宣读。
tour-confirm = 念完一条，没有人提出异议就按回车；有人出面确认，先写姓名再按回车。
tour-close = 按 { $key } 散会。遗留事项会先列出来，一件也不会漏。
tour-over = 一次会就这样开完了。打过的内容都在记录里，行动等着督办落实。按 { $key } 离开；这是练习用的副本。
cli-help-arg-tour = 跟着导览开一次练习会，约五分钟
