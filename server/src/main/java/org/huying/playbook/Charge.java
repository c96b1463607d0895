package org.huying.playbook;

import java.util.List;

/// What the holder of a post is charged with (定职责), the rules it works by (定制度) and what counts as done well (定标准),
/// in the words of the place. Each may be empty.
public record Charge(List<Text> duties, List<Text> rules, List<Text> standards) {

    public static final Charge UNSAID = new Charge(List.of(), List.of(), List.of());
}
