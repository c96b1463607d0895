package org.huying.gateway.device;

import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import org.huying.access.Caller;
import org.huying.sheet.Field;
import org.huying.sheet.Field.Kind;
import org.huying.sheet.Words;
import org.springframework.stereotype.Component;

/// Takes devices in from a file, as the register does over the API: new ones, and what is known of those that are there.
@Component
class DeviceIntake implements org.huying.file.Intake {

    private static final Words CHOOSE = new Words("从字典里选", "Choose from the dictionary");

    private final DeviceDesk desk;
    private final Connections connections;
    private final Validator validator;

    DeviceIntake(DeviceDesk desk, Connections connections, Validator validator) {
        this.desk = desk;
        this.connections = connections;
        this.validator = validator;
    }

    @Override
    public String kind() {
        return "devices";
    }

    @Override
    public Words name() {
        return new Words("感知设备", "Devices");
    }

    @Override
    public String permission() {
        return ConnectionController.EDIT;
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public List<Field> fields(String region) {
        return List.of(
                Field.oneOf("connection", new Words("连接", "Connection"), CHOOSE, lines(region))
                        .must(),
                field(Kind.CODE, "key", new Words("编号", "Key"), 64, "消息里的编号", "As messages name it")
                        .must(),
                Field.oneOf("kind", new Words("种类", "Kind"), CHOOSE, kinds()).must(),
                field(
                                Kind.TEXT,
                                "name",
                                new Words("名称", "Name"),
                                80,
                                "最多 80 字",
                                "At most 80 characters")
                        .must(),
                field(
                        Kind.TEXT,
                        "place",
                        new Words("位置", "Place in words"),
                        200,
                        "在哪里",
                        "Where it is"),
                field(
                        Kind.CODE,
                        "area",
                        new Words("区划代码", "Code of the area"),
                        18,
                        "本县的代码；不填就看坐标",
                        "A code in the county; without it the point says it"),
                field(Kind.NUMBER, "lon", new Words("经度", "Longitude"), 24, "CGCS2000", "CGCS2000"),
                field(Kind.NUMBER, "lat", new Words("纬度", "Latitude"), 24, "CGCS2000", "CGCS2000"),
                field(
                        Kind.CODE,
                        "link",
                        new Words("视频平台链接", "Link to the video platform"),
                        500,
                        "只有监控点位有，https",
                        "Of camera points alone, https"));
    }

    private static Field field(Kind kind, String key, Words head, int most, String zh, String en) {
        return Field.of(kind, key, head, most, new Words(zh, en));
    }

    private List<Field.Term> lines(String region) {
        return connections.all(region).stream()
                .map(it -> new Field.Term(it.key(), words(it.plan().name())))
                .toList();
    }

    private static List<Field.Term> kinds() {
        return Arrays.stream(DeviceKind.values())
                .map(it -> new Field.Term(it.word(), words(it.label())))
                .toList();
    }

    private static Words words(org.huying.playbook.Text text) {
        return new Words(text.zh(), text.en());
    }

    @Override
    public List<String> key() {
        return List.of("connection", "key");
    }

    @Override
    public Taking begin(String region, Caller by) {
        return new DeviceTaking(region, desk, validator, by);
    }
}
