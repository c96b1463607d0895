package org.huying.playbook.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.huying.playbook.check.Finding;
import org.huying.playbook.check.Findings;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.CatalogueFiles;
import org.huying.playbook.source.FolderFiles;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.huying.playbook.tree.TreeJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Registers versions: the shipped files at start, when their content has changed, and imported catalogues.
@Component
public class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final int ATTEMPTS = 5;

    private final VersionRows rows;
    private final StoredPlaybooks playbooks;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ShippedFiles shipped = new ShippedFiles();
    private final CatalogueFiles catalogues;

    Registration(
            VersionRows rows,
            StoredPlaybooks playbooks,
            JsonMapper json,
            Clock clock,
            TransactionTemplate transaction,
            PlaybookProperties properties) {
        this.rows = rows;
        this.playbooks = playbooks;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        CatalogueFiles stored = rows::catalogue;
        this.catalogues =
                properties
                        .catalogues()
                        .map(folder -> stored.or(new FolderFiles(folder)))
                        .orElse(stored);
    }

    /// What registering came to: the version now newest, unless something is broken, and the findings.
    public record Outcome(
            Optional<CompiledPlaybook> playbook, boolean changed, Findings findings) {}

    /// Registers every shipped playbook whose content changed. A mistake in one stops the start.
    void shipped() {
        playbooks.refresh();
        for (var key : shipped.keys()) {
            var outcome = register(load(key), clock.instant());
            outcome.findings().all().stream()
                    .filter(each -> !each.code().equals("same-id"))
                    .forEach(each -> LOG.info("{}", each.line(true)));
            if (outcome.playbook().isEmpty()) {
                throw new IllegalStateException("The shipped playbook " + key + " has mistakes");
            }
        }
    }

    /// Checks a file as if it were a playbook of this installation; stores nothing.
    public Loading.Loaded check(SourceFile file) {
        return new Loading(shipped, catalogues).load(file);
    }

    /// Stores a catalogue that a shipped playbook imports and registers the version that has it, in force from `from`.
    public Outcome importCatalogue(String key, SourceFile file, Instant from) {
        CatalogueFiles withFile =
                (playbook, name) ->
                        playbook.equals(key) && name.equals(file.name())
                                ? Optional.of(file)
                                : Optional.empty();
        var loaded =
                new Loading(shipped, withFile.or(catalogues))
                        .load(
                                shipped.playbook(key)
                                        .orElseThrow(() -> new IllegalStateException(key)));
        if (loaded.playbook().isEmpty()) {
            return new Outcome(Optional.empty(), false, loaded.findings());
        }
        rows.keep(key, file, Digest.of(file.text()), clock.instant());
        return register(loaded, from);
    }

    public ShippedFiles files() {
        return shipped;
    }

    private Loading.Loaded load(String key) {
        return check(shipped.playbook(key).orElseThrow());
    }

    private Outcome register(Loading.Loaded loaded, Instant from) {
        if (loaded.playbook().isEmpty()) {
            return new Outcome(Optional.empty(), false, loaded.findings());
        }
        var playbook = loaded.playbook().get();
        var place = playbook.place().value();
        var rival = playbooks.shelf().rival(playbook.key(), place);
        if (rival.isPresent() && !place.equals(Shelf.COUNTRY)) {
            loaded.findings()
                    .error(
                            "place-taken",
                            playbook.document().spot(),
                            "place.code",
                            place + " 已有治理方案 " + rival.get(),
                            place + " already has the playbook " + rival.get());
            return new Outcome(Optional.empty(), false, loaded.findings());
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            var done = attempt(playbook, from);
            if (done.isPresent()) {
                return new Outcome(
                        Optional.of(done.get().playbook()),
                        done.get().changed(),
                        loaded.findings());
            }
            playbooks.refresh();
        }
        throw new IllegalStateException("Others keep registering " + playbook.key());
    }

    private record Done(CompiledPlaybook playbook, boolean changed) {}

    /// Empty when another node took the number.
    private Optional<Done> attempt(CompiledPlaybook playbook, Instant from) {
        var document = json.writeValueAsString(TreeJson.json(playbook.document()));
        var sha256 = Digest.of(document);
        var newest = playbooks.newest(playbook.key());
        if (newest.isPresent() && newest.get().sha256().equals(sha256)) {
            var same = playbook.numbered(newest.get().version());
            playbooks.keep(same);
            return Optional.of(new Done(same, false));
        }
        var numbered = playbook.numbered(newest.map(Registered::version).orElse(0) + 1);
        var row =
                new Registered(
                        numbered.key(),
                        numbered.version(),
                        numbered.place().value(),
                        newest.isEmpty() ? Instant.EPOCH : from,
                        sha256,
                        playbook.document().spot().file());
        var stored =
                new VersionRows.Document(
                        document, json.writeValueAsString(TreeJson.origins(playbook.document())));
        var inserted =
                Boolean.TRUE.equals(
                        transaction.execute(_ -> rows.insert(row, stored, clock.instant())));
        if (!inserted) {
            return Optional.empty();
        }
        playbooks.keep(numbered);
        playbooks.refresh();
        LOG.info("Registered playbook {} in force from {}", numbered, row.effectiveFrom());
        return Optional.of(new Done(numbered, true));
    }

    /// Whether a finding concerns the reader of a report rather than the author of a file.
    public static boolean mistake(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR;
    }
}
