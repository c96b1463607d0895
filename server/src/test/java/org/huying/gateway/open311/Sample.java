package org.huying.gateway.open311;

import java.util.Optional;
import org.huying.gateway.open311.Jurisdictions.Jurisdiction;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.huying.territory.TerritoryCode;

/// A small playbook with a field of every type, for tests without a server.
final class Sample {

    static final Jurisdiction COUNTY = new Jurisdiction(TerritoryCode.of("370481"));
    static final Jurisdiction TOWN = new Jurisdiction(TerritoryCode.of("370481001"));

    private static final String TEXT =
            """
            playbook: sample
            extends: base
            name: 样例
            en: Sample
            place: { code: "370481", name: 滕州市 }
            matter:
              fields:
                blocksFireLane: { name: 占了消防通道, en: Blocks the fire lane, type: flag }
                lamps: { name: 几盏, en: How many lamps, type: number, least: 1, most: 99, required: true }
                pole: { name: 灯杆编号, en: Number of the pole, type: text, most: 20 }
                story: { name: 经过, en: What happened, type: text, most: 200 }
                since: { name: 几时坏的, en: Out since, type: time }
                state: { name: 怎么不亮, en: In what way, type: choice, choices: { out: { name: 不亮, en: Out }, flicker: { name: 闪, en: Flickers } } }
                harm: { name: 影响, en: Harm, type: choices, choices: { passage: { name: 出行, en: Passage }, safety: { name: 安全, en: Safety }, sleep: 睡眠 } }
            catalogue:
              items:
                street-lamp: { publish: words }
            """;

    private Sample() {}

    static Playbook playbook() {
        var loaded =
                new Loading(new ShippedFiles(), (_, _) -> Optional.empty())
                        .load(new SourceFile("sample.yaml", TEXT));
        return loaded.playbook()
                .orElseThrow(() -> new AssertionError(loaded.findings().all().toString()));
    }

    static Item lamp() {
        return playbook().item("street-lamp").orElseThrow();
    }
}
