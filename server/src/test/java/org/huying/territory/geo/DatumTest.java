package org.huying.territory.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.huying.territory.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatumTest {
    private static final GeoPoint TENGZHOU = new GeoPoint(117.1628, 35.0884);

    @ParameterizedTest
    @EnumSource
    void comesBackToWithinAMillimetreAllOverTheCountry(Datum datum) {
        for (double lon = 74; lon <= 135; lon += 1.37) {
            for (double lat = 4; lat <= 53; lat += 1.13) {
                var place = new GeoPoint(lon, lat);
                var there = datum.fromCgcs(place);
                var back = datum.toCgcs(there.lon(), there.lat());
                assertThat(back.metresTo(place)).isLessThan(0.001);
            }
        }
    }

    @Test
    void agreesWithThePublishedShiftOfTiananmen() {
        var gcj = Datum.GCJ02.fromCgcs(new GeoPoint(116.404, 39.915));
        assertThat(gcj.lon()).isCloseTo(116.41024449916938, within(1e-6));
        assertThat(gcj.lat()).isCloseTo(39.91640428150164, within(1e-6));
        var baidu = Datum.BD09.toCgcs(116.404, 39.915);
        var gcjOfBaidu = Datum.GCJ02.fromCgcs(baidu);
        assertThat(gcjOfBaidu.lon()).isCloseTo(116.39762729119315, within(2e-5));
        assertThat(gcjOfBaidu.lat()).isCloseTo(39.90865673957631, within(2e-5));
    }

    @Test
    void movesByHundredsOfMetres() {
        assertThat(Datum.GCJ02.fromCgcs(TENGZHOU).metresTo(TENGZHOU)).isBetween(300.0, 800.0);
        assertThat(Datum.BD09.fromCgcs(TENGZHOU).metresTo(TENGZHOU)).isBetween(500.0, 2000.0);
    }

    @Test
    void leavesPlacesAbroadWhereTheyAre() {
        var paris = new GeoPoint(2.35, 48.85);
        assertThat(Datum.GCJ02.fromCgcs(paris)).isEqualTo(paris);
    }
}
