package org.huying.playbook.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.huying.playbook.check.Findings;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.CatalogueFiles;
import org.huying.playbook.source.FolderFiles;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.playbook.source.SourceFile;
import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.TreeJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Registers versions: the shipped files at start, when their content has changed, and imported catalogues.
@Component
public class Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final int ATTEMPTS = 5;
    private static final Findings.Word CATALOGUE =
            new Findings.Word("待导入的目录", "catalogue that it imports");

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
                Optional.ofNullable(properties.catalogues())
                        .map(folder -> stored.or(new FolderFiles(folder)))
                        .orElse(stored);
    }

    /// On a database outside Spring, for the command line.
    public static Registration on(DataSource dataSource, Clock clock) {
        var rows = new VersionRows(JdbcClient.create(dataSource));
        var json = JsonMapper.shared();
        var registration =
                new Registration(
                        rows,
                        new StoredPlaybooks(rows, json),
                        json,
                        clock,
                        new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                        new PlaybookProperties(null, Duration.ofSeconds(5)));
        registration.playbooks.refresh();
        return registration;
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
    /// A file of another name is taken when the playbook waits for exactly one.
    public Outcome importCatalogue(String key, SourceFile given, Instant from) {
        var source = shipped.playbook(key).orElseThrow(() -> new IllegalStateException(key));
        var awaited = new Loading(shipped, catalogues).files(source);
        if (!awaited.contains(given.name()) && awaited.size() != 1) {
            var findings = new Findings();
            findings.unknown(
                    "catalogue",
                    CATALOGUE,
                    new Spot(given.name(), 1, 1),
                    "",
                    given.name(),
                    awaited);
            return new Outcome(Optional.empty(), false, findings);
        }
        var name = awaited.contains(given.name()) ? given.name() : awaited.getFirst();
        return importCatalogue(key, source, new SourceFile(name, given.text()), from);
    }

    private Outcome importCatalogue(String key, SourceFile source, SourceFile file, Instant from) {
        CatalogueFiles withFile =
                (playbook, name) ->
                        playbook.equals(key) && name.equals(file.name())
                                ? Optional.of(file)
                                : Optional.empty();
        var loaded = new Loading(shipped, withFile.or(catalogues)).load(source);
        if (loaded.playbook().isEmpty()) {
            return new Outcome(Optional.empty(), false, loaded.findings());
        }
        rows.keep(key, file, Digest.of(file.text()), clock.instant());
        return register(loaded, from);
    }

    /// Whether a playbook of this key is part of the program.
    public boolean ships(String key) {
        return shipped.keys().contains(key);
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
                            place + " 已有工作法 " + rival.get(),
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
}
