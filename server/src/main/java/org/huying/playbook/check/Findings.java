package org.huying.playbook.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.playbook.check.Finding.Severity;
import org.huying.playbook.tree.Spot;

/// Collects everything that is wrong, each place and code once, so that an author sees all of it at once.
public final class Findings {

    private static final int MOST = 500;
    private static final int FEW = 8;

    private final Map<String, Finding> found = new LinkedHashMap<>();

    public void error(String code, Spot spot, String path, String zh, String en) {
        add(new Finding(Severity.ERROR, code, spot, path, zh, en, Optional.empty()));
    }

    public void warning(String code, Spot spot, String path, String zh, String en) {
        add(new Finding(Severity.WARNING, code, spot, path, zh, en, Optional.empty()));
    }

    /// `word` is none of `known`: names it, says which there are when they are few, and suggests the closest.
    public void unknown(
            String what,
            Word thing,
            Spot spot,
            String path,
            String word,
            Collection<String> known) {
        boolean few = !known.isEmpty() && known.size() <= FEW;
        add(
                new Finding(
                        Severity.ERROR,
                        "unknown-" + what,
                        spot,
                        path,
                        "`%s`：没有这个%s".formatted(word, thing.zh())
                                + (few ? "，只有 " + String.join("、", known) : ""),
                        "`%s`: no such %s".formatted(word, thing.en())
                                + (few ? "; there are " + String.join(", ", known) : ""),
                        Closest.to(word, known)));
    }

    public void add(Finding finding) {
        if (found.size() < MOST) {
            found.putIfAbsent(finding.code() + "@" + finding.spot() + finding.path(), finding);
        }
    }

    public boolean broken() {
        return found.values().stream().anyMatch(each -> each.severity() == Severity.ERROR);
    }

    /// In order of file, line and column.
    public List<Finding> all() {
        return found.values().stream()
                .sorted(
                        Comparator.comparing((Finding each) -> each.spot().file())
                                .thenComparingInt(each -> each.spot().line())
                                .thenComparingInt(each -> each.spot().column()))
                .toList();
    }

    /// What a thing is called in messages.
    public record Word(String zh, String en) {}
}
