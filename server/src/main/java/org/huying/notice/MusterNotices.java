package org.huying.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.eventlog.Consumer;
import org.huying.eventlog.StoredFact;
import org.huying.muster.MusterCalls;
import org.huying.muster.MusterMoved;
import org.springframework.stereotype.Component;

/// Tells everybody who was called out, and that it is over.
@Component
class MusterNotices implements Consumer {

    /// Every template there is, by the act it tells of; each has words in every language.
    static final Map<String, String> TEMPLATES =
            Map.of("call", "muster-called", "end", "muster-ended");

    private final MusterCalls calls;
    private final Notices notices;

    MusterNotices(MusterCalls calls, Notices notices) {
        this.calls = calls;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "notice.muster";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MusterMoved.KIND);
    }

    @Override
    public void apply(List<StoredFact> batch) {
        for (var event : batch) {
            var template = TEMPLATES.getOrDefault(event.facts().path("act").asString(""), "");
            if (!template.isEmpty()) {
                notices.add(event.region(), notices(event, template));
            }
        }
    }

    private List<Notice> notices(StoredFact event, String template) {
        return calls.called(event.region(), event.subject()).stream()
                .map(person ->
                        new Notice(
                                event.region(),
                                Notice.id(event, person, template),
                                person,
                                event.subject(),
                                template,
                                "",
                                event.facts().path("title").asString(""),
                                Optional.empty(),
                                "",
                                event.at()))
                .toList();
    }
}
