package org.huying.demo.founding;

import java.util.List;

/// Names of people who do not exist and of estates that stand nowhere.
public final class Names {

    private static final List<String> FAMILY =
            List.of(
                    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林",
                    "何", "郭", "马", "罗");
    private static final List<String> GIVEN =
            List.of(
                    "小禾", "青松", "晓岚", "望舒", "思源", "春晖", "雨竹", "静好", "向阳", "明川", "知秋", "安宁", "若水",
                    "长青", "小满", "清和", "景行", "乐山", "听雨", "念慈");
    private static final List<String> ESTATES =
            List.of(
                    "龙泉苑", "荆水花园", "和风里", "杏坛小区", "善国家园", "幸福里", "春秋阁", "青桐苑", "云锦小区", "百合花园",
                    "槐荫里", "清河湾", "向阳小区", "安居苑", "书香里", "梧桐院");

    private Names() {}

    public static String person(Dice dice) {
        return dice.one(FAMILY) + dice.one(GIVEN);
    }

    /// An estate and a building, such as 和风里 3 号楼.
    public static String home(Dice dice) {
        return dice.one(ESTATES) + " " + dice.between(1, 18) + " 号楼";
    }

    /// One after the other, saying what both share once: 桃溪社区 and 社区值班员 are 桃溪社区值班员.
    static String joined(String one, String other) {
        for (int shared = Math.min(one.length(), other.length()); shared > 1; shared--) {
            if (one.endsWith(other.substring(0, shared))) {
                return one + other.substring(shared);
            }
        }
        return one + other;
    }
}
