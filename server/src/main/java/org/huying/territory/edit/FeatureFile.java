package org.huying.territory.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.huying.territory.Kind;
import org.huying.territory.TerritoryCode;
import org.huying.territory.geo.Datum;
import org.huying.territory.store.NodeRow.Sizes;
import tools.jackson.databind.JsonNode;

/// A GeoJSON FeatureCollection taken apart: what is sound, and every flaw of the rest.
record FeatureFile(List<Feature> features, List<Flaw> flaws) {
    static final int MOST_FEATURES = 20_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PEOPLE = 10_000_000;

    static FeatureFile read(JsonNode root, String region, Datum datum) {
        var file = new FeatureFile(new ArrayList<>(), new ArrayList<>());
        var features = root.path("features");
        if (!"FeatureCollection".equals(root.path("type").asString("")) || !features.isArray()) {
            file.flaw(
                    "type",
                    "not-a-feature-collection",
                    "不是 GeoJSON 要素集合",
                    "This is no FeatureCollection");
        } else if (features.size() > MOST_FEATURES) {
            file.flaw(
                    "features",
                    "too-many",
                    "要素超过 " + MOST_FEATURES + " 个",
                    "More than " + MOST_FEATURES + " features");
        } else {
            var codes = new HashSet<TerritoryCode>();
            for (int i = 0; i < features.size(); i++) {
                file.take(i, features.get(i), region, datum, codes);
            }
        }
        return file;
    }

    private void take(
            int index, JsonNode feature, String region, Datum datum, HashSet<TerritoryCode> codes) {
        int before = flaws.size();
        var path = "features[" + index + "]";
        var properties = feature.path("properties");
        var code = code(path, properties.path("code"), region);
        if (code.isPresent() && !codes.add(code.get())) {
            flaw(
                    path + ".properties.code",
                    "repeated",
                    "代码在文件中重复",
                    "The code stands in the file twice");
        }
        var name = name(path, properties.path("name"));
        var kind = kind(path, properties.path("kind"), code);
        var sizes =
                new Sizes(
                        count(path, properties, "households"),
                        count(path, properties, "residents"));
        var outline = new OutlineReader(datum).read(feature.path("geometry"));
        outline.fault().ifPresent(fault -> flaw(path, fault));
        if (flaws.size() == before
                && code.isPresent()
                && kind.isPresent()
                && outline.shape().isPresent()) {
            boolean generated = properties.path("generated").asBoolean(false);
            features.add(
                    new Feature(
                            index,
                            code.get(),
                            name,
                            kind.get(),
                            sizes,
                            generated,
                            outline.shape().get()));
        }
    }

    private void flaw(String path, OutlineReader.Fault fault) {
        flaw(path + ".geometry" + fault.path(), fault.code(), fault.zh(), fault.en());
    }

    private String name(String path, JsonNode value) {
        var name = value.asString("").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            flaw(
                    path + ".properties.name",
                    "name",
                    "名称缺失或超过 100 字",
                    "The name is missing or longer than 100");
        }
        return name;
    }

    private Optional<TerritoryCode> code(String path, JsonNode value, String region) {
        var text = value.isString() ? value.asString() : "";
        var at = path + ".properties.code";
        if (!text.matches("\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}")) {
            flaw(
                    at,
                    "code",
                    "代码应为 6、9、12、15 或 18 位数字文本",
                    "The code is a text of 6, 9, 12, 15 or 18 digits");
            return Optional.empty();
        }
        if (!text.startsWith(region)) {
            flaw(at, "other-county", "代码不在本县 " + region, "The code is not of county " + region);
            return Optional.empty();
        }
        return Optional.of(TerritoryCode.of(text));
    }

    private Optional<Kind> kind(String path, JsonNode value, Optional<TerritoryCode> code) {
        var text = value.asString("").replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        for (var kind : Kind.values()) {
            if (kind.name().equals(text)) {
                if (code.isPresent() && !Codes.fits(code.get(), kind)) {
                    flaw(
                            path + ".properties.kind",
                            "kind-and-code",
                            "类型与代码位数不符",
                            "Kind and length of the code do not go together");
                }
                return Optional.of(kind);
            }
        }
        flaw(path + ".properties.kind", "kind", "未知类型", "This kind is not known");
        return Optional.empty();
    }

    private Optional<Integer> count(String path, JsonNode properties, String field) {
        var value = properties.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.asInt() < 0 || value.asInt() > MOST_PEOPLE) {
            flaw(path + ".properties." + field, "count", "应为非负整数", "This is a whole number from 0");
            return Optional.empty();
        }
        return Optional.of(value.asInt());
    }

    private void flaw(String path, String code, String zh, String en) {
        flaws.add(new Flaw(path, code, zh, en));
    }
}
