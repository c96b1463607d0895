package org.huying.demo.founding;

import java.util.Map;

/// About where a county lies, in degrees: known for the places Huying was made from, elsewhere the capital of the
/// province. Good enough for a layout that is schematic.
final class Centres {

    private static final Map<String, double[]> COUNTIES =
            Map.ofEntries(
                    Map.entry("370481", at(117.165, 35.114)),
                    Map.entry("640202", at(106.368, 39.020)),
                    Map.entry("210202", at(121.645, 38.918)),
                    Map.entry("310151", at(121.397, 31.623)),
                    Map.entry("350525", at(118.294, 25.322)),
                    Map.entry("530129", at(103.257, 25.559)),
                    Map.entry("511523", at(105.067, 28.724)),
                    Map.entry("520330", at(106.197, 28.332)),
                    Map.entry("320321", at(116.596, 34.694)),
                    Map.entry("433122", at(110.220, 28.217)),
                    Map.entry("654025", at(83.260, 43.434)),
                    Map.entry("360723", at(114.362, 25.401)),
                    Map.entry("440310", at(114.351, 22.708)));

    private static final Map<String, double[]> PROVINCES =
            Map.ofEntries(
                    Map.entry("11", at(116.41, 39.90)),
                    Map.entry("12", at(117.20, 39.13)),
                    Map.entry("13", at(114.51, 38.04)),
                    Map.entry("14", at(112.55, 37.87)),
                    Map.entry("15", at(111.75, 40.84)),
                    Map.entry("21", at(123.43, 41.80)),
                    Map.entry("22", at(125.32, 43.82)),
                    Map.entry("23", at(126.53, 45.80)),
                    Map.entry("31", at(121.47, 31.23)),
                    Map.entry("32", at(118.80, 32.06)),
                    Map.entry("33", at(120.16, 30.27)),
                    Map.entry("34", at(117.23, 31.82)),
                    Map.entry("35", at(119.30, 26.07)),
                    Map.entry("36", at(115.86, 28.68)),
                    Map.entry("37", at(117.12, 36.65)),
                    Map.entry("41", at(113.62, 34.75)),
                    Map.entry("42", at(114.30, 30.59)),
                    Map.entry("43", at(112.94, 28.23)),
                    Map.entry("44", at(113.26, 23.13)),
                    Map.entry("45", at(108.37, 22.82)),
                    Map.entry("46", at(110.20, 20.04)),
                    Map.entry("50", at(106.55, 29.56)),
                    Map.entry("51", at(104.07, 30.57)),
                    Map.entry("52", at(106.63, 26.65)),
                    Map.entry("53", at(102.83, 24.88)),
                    Map.entry("54", at(91.14, 29.65)),
                    Map.entry("61", at(108.94, 34.34)),
                    Map.entry("62", at(103.83, 36.06)),
                    Map.entry("63", at(101.78, 36.62)),
                    Map.entry("64", at(106.23, 38.49)),
                    Map.entry("65", at(87.62, 43.83)));

    private Centres() {}

    static double[] of(String county) {
        var known = COUNTIES.get(county);
        if (known != null) {
            return known.clone();
        }
        return PROVINCES.getOrDefault(county.substring(0, 2), at(108.95, 34.27)).clone();
    }

    private static double[] at(double lon, double lat) {
        return new double[] {lon, lat};
    }
}
