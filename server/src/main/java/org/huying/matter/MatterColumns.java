package org.huying.matter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.sheet.Field;
import org.huying.sheet.Field.Kind;
import org.huying.sheet.Field.Term;
import org.huying.sheet.Words;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// The columns of a file of matters, with the words of the place's playbook to choose from.
@Component
class MatterColumns {

    private static final Field SOURCE =
            Field.of(
                            Kind.CODE,
                            "source",
                            new Words("原系统编号", "Number in the other system"),
                            64,
                            new Words(
                                    "同一来路、同一镇街的同一个编号只导入一次",
                                    "The same number of the same channel and town is taken once"))
                    .must();
    private static final Field REPORTED_AT =
            Field.of(
                            Kind.MOMENT,
                            "reported_at",
                            new Words("上报时间", "Reported at"),
                            40,
                            new Words("年月日和时分", "Day and time of day"))
                    .must();
    private static final Field AREA =
            Field.of(
                    Kind.CODE,
                    "area",
                    new Words("区划代码", "Code of the area"),
                    18,
                    new Words("本县的 9、12、15 或 18 位", "9, 12, 15 or 18 digits"));
    private static final Field PHONE =
            Field.of(
                    Kind.CODE,
                    "phone",
                    new Words("电话", "Phone"),
                    20,
                    new Words("数字，可带 + 和 -", "Digits, + and -"));

    private final Playbooks playbooks;

    MatterColumns(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    List<Field> of(String region, Instant now) {
        var playbook = playbooks.current(TerritoryCode.of(region), now);
        var items =
                playbook.items().stream().map(it -> new Term(it.key(), words(it.name()))).toList();
        return List.of(
                SOURCE,
                REPORTED_AT,
                Field.oneOf(
                        "channel",
                        new Words("来路", "Channel"),
                        new Words("不填为上级平台", "The platform above unless told"),
                        terms(playbook.matter().channels())),
                Field.oneOf(
                        "demand",
                        new Words("诉求类型", "Kind of demand"),
                        new Words("不填为未说明", "Unstated unless told"),
                        terms(playbook.matter().demands())),
                text("title", "标题", "Title", 80).must(),
                text("text", "内容", "Text", 4_000).must(),
                text("place", "地点", "Place in words", 200),
                Field.oneOf(
                        "item",
                        new Words("事项", "Item"),
                        new Words("不知道就不填", "Leave it out where it is not known"),
                        items),
                AREA,
                number("lon", "经度", "Longitude"),
                number("lat", "纬度", "Latitude"),
                text("name", "联系人", "Contact", 40),
                PHONE);
    }

    private static Field text(String key, String zh, String en, int most) {
        return Field.text(
                key,
                new Words(zh, en),
                most,
                new Words("最多 %d 字".formatted(most), "At most %d characters".formatted(most)));
    }

    private static Field number(String key, String zh, String en) {
        return Field.of(
                Kind.NUMBER,
                key,
                new Words(zh, en),
                24,
                new Words("度，CGCS2000", "Degrees, CGCS2000"));
    }

    private static List<Term> terms(Map<String, Text> names) {
        return names.entrySet().stream()
                .map(it -> new Term(it.getKey(), words(it.getValue())))
                .toList();
    }

    private static Words words(Text text) {
        return new Words(text.zh(), text.en());
    }
}
