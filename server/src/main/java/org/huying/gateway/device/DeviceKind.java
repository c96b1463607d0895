package org.huying.gateway.device;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.huying.playbook.Text;

/// What a device is. The words are stored and public; add, never rename.
enum DeviceKind {
    SMOKE("烟感", "Smoke detector"),
    WATER_LEVEL("水位计", "Water level gauge"),
    MANHOLE("井盖传感器", "Manhole sensor"),
    BIN("垃圾桶传感器", "Bin sensor"),
    DOOR("门磁", "Door contact"),
    CALL_BUTTON("一键呼叫", "Call button"),
    /// A point on the map that links out; no picture of it comes here.
    CAMERA_POINT("监控点位", "Camera point"),
    OTHER("其他设备", "Other device");

    private final String zh;
    private final String en;

    DeviceKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Text label() {
        return new Text(zh, en);
    }

    static Optional<DeviceKind> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
