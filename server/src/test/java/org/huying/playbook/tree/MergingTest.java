package org.huying.playbook.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.huying.playbook.check.Findings;
import org.junit.jupiter.api.Test;

class MergingTest {

    private static final String BASE =
            """
            keep: 1
            list: [ a, b ]
            map: { x: 1, y: { z: old } }
            """;

    @Test
    void laysMapsOverEachOtherAndReplacesLists() {
        assertThat(merged("list: [ c ]\nmap: { y: { z: new } }"))
                .isEqualTo("{\"keep\":1,\"list\":[\"c\"],\"map\":{\"x\":1,\"y\":{\"z\":\"new\"}}}");
    }

    @Test
    void addsToAListWithPlusAndTakesAwayWithTilde() {
        assertThat(merged("list: { +: [ c ] }\nmap: ~\nnew: { +: [ d ] }"))
                .isEqualTo("{\"keep\":1,\"list\":[\"a\",\"b\",\"c\"],\"new\":[\"d\"]}");
    }

    @Test
    void replacesAMapWithTheEqualsSign() {
        assertThat(merged("map: { =: { w: 3, v: ~ } }\nnew: { =: { u: 1 } }"))
                .isEqualTo(
                        "{\"keep\":1,\"list\":[\"a\",\"b\"],\"map\":{\"w\":3},\"new\":{\"u\":1}}");
    }

    @Test
    void remembersWhereEveryValueCameFrom() {
        var tree =
                Merging.over(read("base.yaml", BASE), read("top.yaml", "map: { y: { z: new } }"));
        assertThat(TreeJson.origins(tree))
                .containsEntry("/keep", "base.yaml:1:7")
                .containsEntry("/map/x", "base.yaml:3:11")
                .containsEntry("/map/y/z", "top.yaml:1:16");
        assertThat(YamlText.of(tree, true)).contains("z: \"new\"  # top.yaml:1");
    }

    @Test
    void comesBackFromJsonAsItWas() {
        var tree = read("base.yaml", BASE + "rate: 0.9\ncode: \"0123\"\nflag: true\n");
        var back = TreeJson.tree(TreeJson.json(tree), new HashMap<>(TreeJson.origins(tree)));
        assertThat(TreeJson.json(back)).isEqualTo(TreeJson.json(tree));
        assertThat(TreeJson.origins(back)).isEqualTo(TreeJson.origins(tree));
    }

    @Test
    void printsAsYamlThatReadsTheSame() {
        var tree = read("base.yaml", BASE + "odd: \"a: \\\"b\\\" # c\\n\"\n");
        assertThat(TreeJson.json(read("again.yaml", YamlText.of(tree, false))))
                .isEqualTo(TreeJson.json(tree));
    }

    @Test
    void saysWhatChanged() {
        assertThat(
                        Diff.of(
                                read("a", BASE),
                                read(
                                        "b",
                                        "keep: 2\nlist: [ a ]\nmap: { x: 1, y: { z: old }, w: { v: 1 } }")))
                .containsExactly("~ keep: 1 → 2", "- list[1]: b", "+ map.w: {\"v\":1}");
    }

    private static String merged(String top) {
        return TreeJson.json(Merging.over(read("base.yaml", BASE), read("top.yaml", top)))
                .toString();
    }

    private static Tree read(String file, String text) {
        return YamlReader.read(file, text, new Findings()).orElseThrow();
    }
}
