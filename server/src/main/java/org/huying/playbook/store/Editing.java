package org.huying.playbook.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.playbook.source.Loading;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes the playbook of a county in the running program. What is written becomes a version of its own; versions in
/// force before stay, and matters keep the one they were opened under.
@Service
public class Editing {
    private final Registration registration;
    private final StoredPlaybooks playbooks;
    private final Audit audit;
    private final Clock clock;

    Editing(Registration registration, StoredPlaybooks playbooks, Audit audit, Clock clock) {
        this.registration = registration;
        this.playbooks = playbooks;
        this.audit = audit;
        this.clock = clock;
    }

    /// A file that is to become the playbook `key` of `region` or of a town in it.
    public record Draft(String region, String key, String text) {}

    /// Registers the next version at the one that was `seen`, in force from `from` or from now on. Without mistakes only;
    /// the findings say what is wrong.
    @Transactional
    public Registration.Outcome put(Caller caller, Draft draft, Optional<Instant> from, Seen seen) {
        var now = clock.instant();
        if (from.filter(now::isAfter).isPresent()) {
            throw Problem.INVALID.with(
                    "生效时间已过：已经办的事不能事后换规则",
                    "The moment lies in the past: rules are not changed afterwards");
        }
        playbooks.refresh();
        int newest = version(draft.key());
        if (newest == 0 && seen.version() > 0) {
            throw Problem.NOT_FOUND.plain();
        }
        seen.at(newest);
        var loaded = registration.check(Registration.written(draft.key(), draft.text()));
        mustBeOf(draft, loaded);
        var outcome =
                loaded.findings().broken()
                        ? Registration.Outcome.refused(loaded.findings())
                        : registration
                                .edit(loaded, draft.text(), from.orElse(now))
                                .orElseThrow(Problem.STALE::plain);
        outcome.playbook()
                .filter(_ -> outcome.changed())
                .ifPresent(done ->
                        audit.acted(
                                caller,
                                draft.region(),
                                "playbook.edit",
                                draft.key(),
                                Optional.of("v" + done.version())));
        return outcome;
    }

    /// The number of the newest version, 0 for none.
    public int version(String key) {
        return playbooks.newest(key).map(Registered::version).orElse(0);
    }

    private static void mustBeOf(Draft draft, Loading.Loaded loaded) {
        loaded.playbook()
                .ifPresent(playbook -> {
                    var spot = playbook.document().spot();
                    if (!playbook.key().equals(draft.key())) {
                        loaded.findings()
                                .error(
                                        "other-key",
                                        spot,
                                        "playbook",
                                        "文件写的是工作法 " + playbook.key() + "，不是 " + draft.key(),
                                        "The file is the playbook "
                                                + playbook.key()
                                                + ", not "
                                                + draft.key());
                    }
                    if (!playbook.place().value().startsWith(draft.region())) {
                        loaded.findings()
                                .error(
                                        "other-place",
                                        spot,
                                        "place.code",
                                        "文件写给 " + playbook.place() + "，不是 " + draft.region(),
                                        "The file is for "
                                                + playbook.place()
                                                + ", not for "
                                                + draft.region());
                    }
                });
    }
}
