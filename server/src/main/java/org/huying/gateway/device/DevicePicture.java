package org.huying.gateway.device;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huying.tile.Layer;
import org.huying.tile.Tile;

/// Draws devices into a tile. Pure.
final class DevicePicture {

    private DevicePicture() {}

    /// Layer `devices`: `id`, `name`, `kind`, `state`, `place`; of an alarm or a loss the `matter` and its `number`; of a
    /// camera point its `link`. Devices without a point are left out.
    static byte[] of(Tile tile, List<Device> devices, Instant now) {
        var layer = new Layer("devices");
        for (var device : devices) {
            device.point()
                    .ifPresent(at ->
                            layer.point(
                                    Math.round(tile.column(at.lon())),
                                    Math.round(tile.row(at.lat())),
                                    told(device, now)));
        }
        return Layer.tile(List.of(layer));
    }

    private static Map<String, String> told(Device device, Instant now) {
        var told = new LinkedHashMap<String, String>();
        var state = DeviceLists.State.of(device, now);
        told.put("id", device.id().toString());
        told.put("name", device.name());
        told.put("kind", device.kind().word());
        told.put("state", state.word());
        told.put("place", device.place());
        var stand = device.stand();
        switch (state) {
            case ALARM -> stand.matter().ifPresent(it -> about(told, it));
            case OFFLINE -> stand.lost().ifPresent(it -> about(told, it));
            case MUTED, UNHEARD, OK -> {}
        }
        if (device.kind() == DeviceKind.CAMERA_POINT) {
            device.link().ifPresent(it -> told.put("link", it));
        }
        return told;
    }

    private static void about(Map<String, String> told, Device.Filed matter) {
        told.put("matter", matter.id().toString());
        told.put("number", matter.number());
    }
}
