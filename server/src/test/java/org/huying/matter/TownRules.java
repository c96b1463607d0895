package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.access.Caller;
import org.huying.playbook.store.Editing;
import org.huying.problem.Seen;
import org.springframework.boot.test.context.TestComponent;

/// Towns of the test county that work by rules of their own, written here.
@TestComponent
class TownRules {

    /// A town where an appeal is decided in three stages, and every closed matter is asked about.
    static final String TRIAL = "370481005";

    private static final String SECTIONS =
            """
            matter:
              fields:
                help: { name: 上门时要什么照应, en: Help at the door, type: choice, personal: true, choices: { lift: { name: 搀扶, en: A hand }, slow: { name: 慢慢说, en: Slow speech } } }
              revisit: { sample: 1, ask: [ contacted, satisfied ] }
              pleas:
                extension:
                  stages:
                    - { name: 初审, en: First, decider: street, post: street-desk }
                    - { name: 终审, en: Last, decider: county }
                rating-appeal:
                  stages:
                    - { name: 预审, en: Pre-check, decider: street, limit: 1 work-day }
                    - { name: 部门复核, en: Department, decider: county, may: [ forward, deny ] }
                    - { name: 领导审定, en: Leader, decider: county }
            """;

    private final Editing editing;

    TownRules(Editing editing) {
        this.editing = editing;
    }

    void trial() {
        in(TRIAL, SECTIONS);
    }

    /// From now on the town works by these sections, and by the base playbook in everything else.
    void in(String town, String sections) {
        var key = "town-" + town;
        if (editing.version(key) > 0) {
            return;
        }
        var text =
                """
                playbook: %s
                extends: base
                place: { code: "%s", name: 试行镇, en: A town that tries it }
                %s\
                """
                        .formatted(key, town, sections);
        var draft = new Editing.Draft(town.substring(0, 6), key, text);
        var outcome = editing.put(Caller.SYSTEM, draft, Optional.empty(), new Seen(0));
        assertThat(outcome.playbook()).as("%s", outcome.findings().all()).isPresent();
    }
}
