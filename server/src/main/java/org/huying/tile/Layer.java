package org.huying.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One layer of a tile as it is written (Mapbox Vector Tile 2.1). Values are text, whole numbers, fractions or truth.
public final class Layer {
    private static final int VERSION = 2;
    private static final int POINT = 1;
    private static final int POLYGON = 3;
    private static final int MOVE = 1;
    private static final int LINE = 2;
    private static final int CLOSE = 7;

    private final String name;
    private final Bytes features = new Bytes();
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Map<Object, Integer> values = new LinkedHashMap<>();

    public Layer(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public boolean empty() {
        return features.size() == 0;
    }

    public void point(long x, long y, Map<String, ?> properties) {
        var commands = new Bytes();
        commands.number((1 << 3) | MOVE);
        commands.number(zigzag(x));
        commands.number(zigzag(y));
        feature(POINT, commands, properties);
    }

    /// One shape of several parts.
    ///
    /// @param rings x and y in turn, not closed, of three corners or more: outer ones clockwise as seen on the map, each
    ///     followed by its holes the other way round
    public void polygon(List<int[]> rings, Map<String, ?> properties) {
        var commands = new Bytes();
        int x = 0;
        int y = 0;
        for (var ring : rings) {
            commands.number((1 << 3) | MOVE);
            commands.number(zigzag(ring[0] - x));
            commands.number(zigzag(ring[1] - y));
            commands.number(((ring.length / 2 - 1L) << 3) | LINE);
            for (int i = 2; i < ring.length; i += 2) {
                commands.number(zigzag(ring[i] - ring[i - 2]));
                commands.number(zigzag(ring[i + 1] - ring[i - 1]));
            }
            commands.number((1 << 3) | CLOSE);
            x = ring[ring.length - 2];
            y = ring[ring.length - 1];
        }
        feature(POLYGON, commands, properties);
    }

    private void feature(int type, Bytes commands, Map<String, ?> properties) {
        var tags = new Bytes();
        properties.forEach((key, value) -> {
            tags.number(index(keys, key));
            tags.number(index(values, value));
        });
        var feature = new Bytes();
        feature.field(2, tags);
        feature.field(3, type);
        feature.field(4, commands);
        features.field(2, feature);
    }

    private static <T> int index(Map<T, Integer> known, T one) {
        @Nullable Integer index = known.putIfAbsent(one, known.size());
        return index == null ? known.size() - 1 : index;
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    Bytes bytes() {
        var layer = new Bytes();
        layer.field(1, name);
        layer.add(features);
        keys.keySet().forEach(key -> layer.field(3, key));
        values.keySet().forEach(value -> layer.field(4, value(value)));
        layer.field(5, Tile.EXTENT);
        layer.field(15, VERSION);
        return layer;
    }

    private static Bytes value(Object value) {
        var bytes = new Bytes();
        switch (value) {
            case String text -> bytes.field(1, text);
            case Double number -> bytes.field(3, number);
            case Integer number -> bytes.field(4, number);
            case Long number -> bytes.field(4, number);
            case Boolean truth -> bytes.field(7, truth ? 1 : 0);
            default -> throw new IllegalArgumentException("No value of a tile: " + value);
        }
        return bytes;
    }

    /// A whole tile; layers without anything are left out.
    public static byte[] tile(List<Layer> layers) {
        var tile = new Bytes();
        layers.stream().filter(it -> !it.empty()).forEach(it -> tile.field(3, it.bytes()));
        return tile.toArray();
    }
}
