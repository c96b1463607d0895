package org.huying.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.huying.Town;
import org.huying.access.Caller;
import org.huying.playbook.store.Editing;
import org.huying.problem.Seen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Where a town publishes what was said, everybody reads it without the numbers that could be somebody's telephone.
class Open311WordsEdgeTest extends Vendors {

    private static final String TOWN = Town.REGION + "004";

    @Autowired Editing editing;

    private void publishesWords() {
        var text =
                """
                playbook: open-town
                extends: base
                place: { code: "%s", name: 公开镇, en: A town that publishes }
                catalogue:
                  items:
                    street-lamp: { publish: words }
                """
                        .formatted(TOWN);
        var draft = new Editing.Draft(Town.REGION, "open-town", text);
        var outcome = editing.put(Caller.SYSTEM, draft, Optional.empty(), new Seen(0));
        assertThat(outcome.playbook()).as("%s", outcome.findings().all()).isPresent();
    }

    @Test
    void whatIsPublishedHoldsNoTelephoneButForWhoeverBroughtItIn() {
        publishesWords();
        var created =
                vendor.post(
                        "/requests.json",
                        "jurisdiction_id",
                        Town.REGION,
                        "service_code",
                        "street-lamp",
                        "address_id",
                        TOWN,
                        "description",
                        "路口的灯不亮，请打 13912345678");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        var path = "/requests/" + Machine.number(created) + ".json?" + HERE;
        var open = Machine.json(vendor.without().get(path)).at("/0/description").asString();
        assertThat(open).isEqualTo("路口的灯不亮，请打 ***");
        var own = vendor.get(path + "&api_key=" + vendor.key());
        assertThat(own.body()).contains("13912345678");
        consumers.drain();
        assertThat(vendor.without().get("/requests.json?" + HERE).body())
                .contains("路口的灯不亮，请打 ***")
                .doesNotContain("13912345678");
    }
}
