package org.huying.bench;

import java.util.List;
import java.util.SplittableRandom;

/// Writes reports as residents word them, invented for measuring: title of about 12 and text of 40 to 80 characters, from
/// some 400 phrases. One in about 20 000 texts holds [#RARE], so that a search for something rare has something to find.
final class Phrases {

    /// In every second text.
    static final String COMMON = "居民";

    /// In hardly any text.
    static final String RARE = "石榴树苗";

    private static final int RARE_ONE_IN = 20_000;

    private static final List<String> ROADS =
            words(
                    """
                    善国路 府前路 新兴路 荆河路 北辛路 学院路 振兴路 解放路 平行路 大同路 龙泉路 杏花路 文昌路 塔寺路 春藤路 通盛路
                    益康路 腾飞路 祥源路 永昌路 红荷路 墨子路 鲁班路 奚仲路 滨河路 校场路 安居路 和谐路 幸福路 光明路
                    """);
    private static final List<String> SPOTS =
            words(
                    """
                    东侧路口 西段公交站旁 菜市场北门 小学门口 幼儿园对面 三号楼楼下 十二号楼二单元 五号楼东头 老年活动中心旁 小广场南角
                    卫生服务站门前 快递柜旁边 地下车库入口 健身场地边 便民超市门口 农贸市场里 社区食堂后面 自行车棚旁 物业办公室对面 临街商铺前
                    河边步道上 配电房附近 垃圾收集点旁 中心花园里 北门岗亭外 桥头拐弯处 银行门口 医院后街 车站出口 加油站旁
                    """);
    private static final List<String> TROUBLES =
            words(
                    """
                    路面塌了一个大坑 井盖松动一压就响 路灯连着三盏不亮 人行道砖翘起来了 盲道被电动车占满 下水道堵了往外冒水 护栏断了两根 线缆垂到一人高
                    健身器材的螺丝掉了 垃圾堆了好几天没人收 垃圾桶满得盖不上 装修垃圾倒在路边 路上全是泥和落叶 公厕没有水也没人打扫 墙上贴满小广告 大树枯枝快要掉下来
                    绿地被人圈起来种菜 物业电话没人接 电梯停在半层不动 楼顶漏水漏到三楼 物业收费没有公示 单元门关不上 楼道的灯全坏了 摊贩把车道占了一半
                    店家把货摆到人行道上 共享单车堆成一堆 楼顶搭了铁皮房 消防通道停满了车 楼梯间堆着旧家具 有人把电瓶拎上楼充电 消火栓没有水 自来水时断时续
                    晚上突然停电 闻到一股煤气味 暖气片摸着是凉的 工地半夜还在打桩 广场音响开得太大 烧烤店的风机太吵 车停在路口挡住视线 有人在公共车位上装了地锁
                    上下楼因为漏水吵起来 狗没有拴绳到处跑 办居住证明不知道要带什么 老人吃饭没有着落 医保转移不知道怎么办 雨后积水没过脚面 台阶缺了一角 信号灯不亮
                    """);
    private static final List<String> TIMES =
            words(
                    """
                    昨天晚上开始 从上周一起 已经三天了 今天一早发现 前天下雨以后 这个月第二次 半个月前就这样 每天傍晚 一到周末 最近一直
                    夜里十一点以后 上班高峰的时候 放学的时候 连续一个星期 刚才路过看到 下午三点左右 凌晨两点多 节后到现在 天冷以后 入夏以来
                    """);
    private static final List<String> EFFECTS =
            words(
                    """
                    老人出门很不方便 孩子上学要绕路 已经有人摔倒了 晚上看不清路 骑车差点出事 楼里几十户都受影响 味道很大不敢开窗 大家都很着急 车子开不过去 担心出安全问题
                    轮椅根本过不去 救护车来了也进不来 家里没法做饭 老人和小孩睡不着 水漫到了楼道口 邻居意见很大 店里生意也受影响 影响大家休息 推婴儿车的只能走马路 夜里没人敢走
                    住户群里说了很多次 看着就危险 冬天会结冰 下雨更没法走 容易引起火灾 周围都是老年人 来往的人特别多 刚好在学校旁边 旁边就是公交站 附近没有别的路
                    """);
    private static final List<String> BEFORE =
            words(
                    """
                    之前找过物业没有结果 打过两次电话 上次修好没几天又坏 社区的同志来看过一次 自己垫了块木板先挡着 用绳子围了一下 已经拍了照片 邻居们也反映过
                    不知道归哪个部门管 上次说是别的单位负责 去年也出过同样的事 一直没有人来 当时答应一周内处理 和店家说过不听 和楼上商量过没谈拢 登记过但没有回音
                    物业说要等维修资金 网格员昨天来登记过 临时修过一回 现场没有警示标志
                    """);
    private static final List<String> ASKS =
            words(
                    """
                    请尽快派人来看看 希望今天能处理 麻烦帮忙协调一下 请有关单位现场核实 盼望早点修好 请告诉我们什么时候能好 希望以后定期检查 请先放个警示牌
                    希望给个答复 请安排人清理 能不能换成新的 请帮忙问一下进度 希望彻底解决 请按规定处理 希望加强巡查 请通知住户具体时间
                    修好后请告诉我一声 请留意安全 麻烦上门看一下 谢谢工作人员
                    """);
    private static final List<String> WHO =
            words(
                    """
                    居民反映 住在这里的居民说 一位居民来电 多名居民联名 小区居民留言 我是这里的居民 路过的市民说 商户反映 家长们反映 网格员巡查发现
                    楼长转达 业主群里反映 骑手路过发现 值班时接到反映 老年居民来访 租住的居民说
                    """);
    private static final List<String> OUTCOMES =
            words(
                    """
                    已到现场核实并修复 已清理完毕并拍照留存 已更换损坏部件并试用正常 已联系责任单位当天处置完成 已围挡并安排施工，现已完工 已向来电人说明政策并办结
                    已协调双方达成一致 已清运垃圾三车 已疏通管道并清洗路面 已劝离占道车辆并加装隔离桩 已检修线路恢复供电 已上门服务并回访
                    """);

    private Phrases() {}

    /// The text of report number `number` about item `item` (from 0).
    static String text(SplittableRandom random, int item, long number) {
        var text =
                new StringBuilder(96)
                        .append(pick(random, WHO))
                        .append('，')
                        .append(pick(random, TIMES))
                        .append(pick(random, ROADS))
                        .append(pick(random, SPOTS))
                        .append(trouble(item))
                        .append('，')
                        .append(pick(random, EFFECTS))
                        .append('。');
        if (random.nextInt(3) > 0) {
            text.append(pick(random, BEFORE)).append('，');
        }
        text.append(pick(random, ASKS)).append('。');
        if (number % RARE_ONE_IN == RARE_ONE_IN / 2) {
            text.append("旁边新栽的").append(RARE).append("也倒了。");
        }
        return text.toString();
    }

    static String title(SplittableRandom random, int item) {
        return pick(random, ROADS) + trouble(item);
    }

    static String place(SplittableRandom random) {
        return pick(random, ROADS) + pick(random, SPOTS);
    }

    static String outcome(SplittableRandom random) {
        return pick(random, OUTCOMES);
    }

    static String trouble(int item) {
        return TROUBLES.get(item % TROUBLES.size());
    }

    private static String pick(SplittableRandom random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }
}
