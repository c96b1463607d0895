package org.huying.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.org.Organisations;
import org.huying.problem.Language;
import org.springframework.stereotype.Component;

/// What was told, for those who carry it further. Without the title: it holds the words of whoever asked.
@Component
public class ToldNotices {

    /// Every kind there is, e.g. `unit-dispatched`; each has a headline in every language.
    public static final List<String> KINDS =
            Stream.of(
                            NoticeRules.TEMPLATES,
                            WhistleNoticeRules.TEMPLATES,
                            TaskNotices.TEMPLATES,
                            PowerNotices.TEMPLATES,
                            BookingNotices.TEMPLATES.values(),
                            MusterNotices.TEMPLATES.values(),
                            FollowerConsumer.TEMPLATES.values(),
                            List.of(FollowerConsumer.REPLIED, BurstNotices.TEMPLATE))
                    .flatMap(Collection::stream)
                    .distinct()
                    .sorted()
                    .toList();

    /// Those that go to residents and never to staff.
    public static final Set<String> TO_RESIDENTS =
            Stream.of(
                            NoticeRules.TO_REQUESTERS,
                            FollowerConsumer.TEMPLATES.values(),
                            List.of(FollowerConsumer.REPLIED))
                    .flatMap(Collection::stream)
                    .collect(Collectors.toUnmodifiableSet());

    private final Notices notices;
    private final Wording wording;
    private final Organisations organisations;

    ToldNotices(Notices notices, Wording wording, Organisations organisations) {
        this.notices = notices;
        this.wording = wording;
        this.organisations = organisations;
    }

    /// One notice.
    ///
    /// @param recipient the inbox it lies in
    /// @param subject the matter, whistle, task … it is about
    /// @param number empty for what has none
    public record Told(
            UUID id,
            UUID recipient,
            UUID subject,
            String kind,
            String number,
            String zh,
            String en,
            Instant at) {

        public String headline(Language language) {
            return language.pick(zh, en);
        }
    }

    /// Those of these that there are, in the order they were told.
    public List<Told> of(String region, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = notices.of(region, ids);
        var names =
                organisations.names(
                        region,
                        found.stream()
                                .map(it -> it.unit().orElse(null))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return found.stream().map(it -> told(it, it.unit().map(names::get).orElse(""))).toList();
    }

    /// What notices of a kind are called, where no single one is meant.
    public String name(String kind, Language language) {
        return wording.of(kind, language, "", "", language.pick("单位", "a unit")).headline();
    }

    private Told told(Notice notice, String unit) {
        return new Told(
                notice.id(),
                notice.recipient(),
                notice.matter(),
                notice.template(),
                notice.number(),
                headline(notice, unit, Language.ZH),
                headline(notice, unit, Language.EN),
                notice.created());
    }

    private String headline(Notice notice, String unit, Language language) {
        return wording.of(notice.template(), language, notice.number(), "", unit).headline();
    }
}
