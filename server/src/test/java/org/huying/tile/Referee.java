package org.huying.tile;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/// Reads tiles with somebody else's library.
public final class Referee {

    /// A shape with what is said of it.
    public record Feature(Geometry shape, Map<?, ?> says) {

        public String text(String key) {
            return String.valueOf(says.get(key));
        }

        public long number(String key) {
            return ((Number) Objects.requireNonNull(says.get(key), key)).longValue();
        }
    }

    private Referee() {}

    /// The features of a layer; none where there is no such layer.
    public static List<Feature> read(byte[] tile, String layer) {
        try {
            var read =
                    MvtReader.loadMvt(
                            new ByteArrayInputStream(tile),
                            new GeometryFactory(),
                            new TagKeyValueMapConverter(),
                            MvtReader.RING_CLASSIFIER_V2_1);
            var found = read.getLayersByName().get(layer);
            return found == null
                    ? List.of()
                    : found.getGeometries().stream()
                            .map(it -> new Feature(it, (Map<?, ?>) it.getUserData()))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
