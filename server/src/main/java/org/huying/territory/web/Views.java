package org.huying.territory.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.huying.territory.DivisionImport;
import org.huying.territory.Node;
import org.huying.territory.TerritoryCode;
import org.huying.territory.edit.Finding;
import org.huying.territory.edit.Flaw;
import org.huying.territory.edit.OutlineImport;
import org.huying.territory.store.Census;
import org.huying.territory.store.Lineage;
import org.huying.territory.store.NodeRow;
import org.jspecify.annotations.Nullable;

/// What the territory looks like from outside.
final class Views {
    private Views() {}

    record NodeView(
            TerritoryCode code,
            String level,
            String kind,
            String name,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean generated) {

        static NodeView of(Node node) {
            return new NodeView(
                    node.code(),
                    word(node.code().level()),
                    word(node.kind()),
                    node.name(),
                    node.validFrom(),
                    node.validTo().orElse(null),
                    node.generated());
        }
    }

    /// `next` is the `after` of the following page; it is missing on the last.
    record NodesView(List<NodeView> items, @Nullable String next) {}

    record PlaceView(List<NodeView> path) {

        static PlaceView of(List<Node> path) {
            return new PlaceView(path.stream().map(NodeView::of).toList());
        }
    }

    record StepView(
            String act,
            LocalDate at,
            String source,
            TerritoryCode fromCode,
            String fromName,
            TerritoryCode toCode,
            String toName) {

        static StepView of(Lineage.Step step) {
            return new StepView(
                    step.act(),
                    step.at(),
                    step.source(),
                    step.from().code(),
                    step.from().name(),
                    step.to().code(),
                    step.to().name());
        }
    }

    record NodeDetail(
            NodeView node,
            @Nullable Integer households,
            @Nullable Integer residents,
            @Nullable OutlineView outline,
            List<NodeView> path,
            List<StepView> lineage) {

        static NodeDetail of(NodeRow row, List<Node> path, List<Lineage.Step> lineage) {
            return new NodeDetail(
                    NodeView.of(row.node()),
                    row.sizes().households().orElse(null),
                    row.sizes().residents().orElse(null),
                    row.outline().map(OutlineView::of).orElse(null),
                    path.stream().map(NodeView::of).toList(),
                    lineage.stream().map(StepView::of).toList());
        }
    }

    /// @param generated how many of the places are sample data
    record CountView(
            String level,
            String kind,
            long places,
            long generated,
            long households,
            long residents) {

        static CountView of(Census.Count count) {
            return new CountView(
                    word(count.level()),
                    word(count.kind()),
                    count.places(),
                    count.generated(),
                    count.households(),
                    count.residents());
        }
    }

    record CensusView(LocalDate on, List<CountView> counts) {}

    record FindingView(
            String kind,
            String code,
            String name,
            String other,
            long squareMetres,
            String reason,
            String reasonEn) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    word(finding.kind()),
                    finding.code(),
                    finding.name(),
                    finding.other(),
                    finding.squareMetres(),
                    finding.zh(),
                    finding.en());
        }
    }

    record TopologyView(List<FindingView> findings) {

        static TopologyView of(List<Finding> findings) {
            return new TopologyView(findings.stream().map(FindingView::of).toList());
        }
    }

    record ImportView(
            boolean dryRun,
            int added,
            int changed,
            int unchanged,
            List<Flaw> flaws,
            List<FindingView> findings) {

        static ImportView of(OutlineImport.Outcome outcome, boolean dryRun) {
            return new ImportView(
                    dryRun,
                    outcome.added(),
                    outcome.changed(),
                    outcome.unchanged(),
                    outcome.flaws(),
                    TopologyView.of(outcome.findings()).findings());
        }
    }

    record DivisionsView(int read, int added) {

        static DivisionsView of(DivisionImport.Outcome outcome) {
            return new DivisionsView(outcome.read(), outcome.added());
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
