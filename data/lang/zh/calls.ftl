# 委员、站点与吹哨报到。

people-not-a-spot = 坐标不对。请写纬度和经度，如 26.6476 和 106.6302；只知道一个就都空着。
people-homes-imported = 住址坐标 { $count } 个，只存在通讯录里。
list-sector = 界别
list-grid = 网格
