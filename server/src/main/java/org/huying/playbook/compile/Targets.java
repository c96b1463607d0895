package org.huying.playbook.compile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.huying.playbook.DispatchTarget;
import org.huying.playbook.PostKind;

/// Reads where a rule sends a matter: `post(grid-chief, place.grid)`, `duty(item, place.street)`, `unit(key)`.
final class Targets {

    private static final Pattern POST =
            Pattern.compile("post\\(\\s*([\\w-]+)\\s*,\\s*place\\.([\\w-]+)\\s*\\)");
    private static final Pattern DUTY =
            Pattern.compile("duty\\(\\s*item\\s*,\\s*place\\.([\\w-]+)\\s*\\)");
    private static final Pattern UNIT = Pattern.compile("unit\\(\\s*([\\w-]+)\\s*\\)");

    private final Vocabulary words;

    Targets(Vocabulary words) {
        this.words = words;
    }

    Optional<DispatchTarget> read(Part part) {
        var text = part.text("").strip();
        var post = POST.matcher(text);
        if (post.matches()) {
            return post(part, post.group(1), post.group(2));
        }
        var duty = DUTY.matcher(text);
        if (duty.matches()) {
            return level(part, duty.group(1)).map(DispatchTarget.Duty::new);
        }
        var unit = UNIT.matcher(text);
        if (unit.matches()) {
            return words.unit(part, unit.group(1)).map(DispatchTarget.Unit::new);
        }
        part.wrong(
                "bad-target",
                "`" + text + "`：应写作 post(岗位, place.层级)、duty(item, place.层级) 或 unit(单位)，并加引号",
                "`"
                        + text
                        + "`: write post(POST, place.LEVEL), duty(item, place.LEVEL) or unit(KEY), in quotes");
        return Optional.empty();
    }

    private Optional<DispatchTarget> post(Part part, String post, String level) {
        var known = words.post(part, post);
        var place = level(part, level);
        known.map(words.posts()::get)
                .filter(kind -> place.isPresent() && !kind.level().equals(level))
                .ifPresent(kind -> elsewhere(part, kind, level));
        return known.isPresent() && place.isPresent()
                ? Optional.of(new DispatchTarget.Post(post, level))
                : Optional.empty();
    }

    private static void elsewhere(Part part, PostKind kind, String level) {
        part.findings()
                .warning(
                        "post-elsewhere",
                        part.place(),
                        part.path(),
                        "`%s` 设在 %s，不在 %s；这条规则找不到人".formatted(kind.key(), kind.level(), level),
                        "`%s` stands on %s, not on %s; this rule finds nobody"
                                .formatted(kind.key(), kind.level(), level));
    }

    private Optional<String> level(Part part, String level) {
        return words.level(part, level);
    }
}
