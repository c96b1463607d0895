package org.huying.org.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huying.org.Responsible;
import org.huying.org.duplicates.Duplicates;
import org.huying.org.store.Rows;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// What org looks like from outside. `next` of a list is the `after` of the following page; missing on the last.
final class Views {
    private Views() {}

    record OrganisationView(
            UUID id,
            String key,
            String name,
            String kind,
            @Nullable UUID parent,
            @Nullable TerritoryCode anchor,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            long version) {

        static OrganisationView of(Rows.Body body) {
            return new OrganisationView(
                    body.id(),
                    body.key(),
                    body.name(),
                    word(body.kind()),
                    body.parent().orElse(null),
                    body.anchor().orElse(null),
                    body.span().from(),
                    body.span().to().orElse(null),
                    body.version());
        }
    }

    record OrganisationsView(List<OrganisationView> items, @Nullable String next) {}

    record HolderView(
            UUID id, UUID person, String name, LocalDate validFrom, @Nullable LocalDate validTo) {

        static HolderView of(Rows.Tenure tenure) {
            return new HolderView(
                    tenure.id(),
                    tenure.person(),
                    tenure.name(),
                    tenure.span().from(),
                    tenure.span().to().orElse(null));
        }
    }

    record PostView(
            UUID id,
            String key,
            String name,
            UUID organisation,
            TerritoryCode area,
            @Nullable String contact,
            @Nullable String duties,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<HolderView> holders) {

        static PostView of(Rows.Post post, List<Rows.Tenure> tenures) {
            return new PostView(
                    post.id(),
                    post.key(),
                    post.name(),
                    post.organisation(),
                    post.area(),
                    post.board().contact().orElse(null),
                    post.board().duties().orElse(null),
                    post.span().from(),
                    post.span().to().orElse(null),
                    tenures.stream().map(HolderView::of).toList());
        }
    }

    record PostsView(List<PostView> items, @Nullable UUID next) {}

    record DutyView(
            UUID id,
            UUID unit,
            String subject,
            TerritoryCode area,
            int priority,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static DutyView of(Rows.Duty duty) {
            return new DutyView(
                    duty.id(),
                    duty.unit(),
                    duty.subject(),
                    duty.area(),
                    duty.priority(),
                    duty.span().from(),
                    duty.span().to().orElse(null));
        }
    }

    record DutiesView(List<DutyView> items, @Nullable UUID next) {}

    record ResponsibleView(
            UUID unit, String unitName, @Nullable UUID person, String rule, String reason) {

        static ResponsibleView of(Responsible found) {
            return new ResponsibleView(
                    found.unit(),
                    found.unitName(),
                    found.person().orElse(null),
                    found.rule(),
                    found.reason());
        }
    }

    record LikeView(UUID id, String name) {

        static LikeView of(Duplicates.Body body) {
            return new LikeView(body.id(), body.name());
        }
    }

    record DuplicateView(LikeView one, LikeView other, double score, String reason) {

        static DuplicateView of(Duplicates.Pair pair) {
            return new DuplicateView(
                    LikeView.of(pair.one()),
                    LikeView.of(pair.other()),
                    pair.score(),
                    pair.reason());
        }
    }

    record DuplicatesView(List<DuplicateView> items) {}

    record SavedView(int added, int changed, Map<String, UUID> ids) {}

    /// @param tenure that of the successor
    record HandoverView(UUID tenure) {}

    record PostsSavedView(int added, int tenures, List<UUID> ids) {}

    record DutiesSavedView(int added, int changed) {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
